#include "formats/xml_text.hpp"

#include <array>

#include "formats/format.hpp"

namespace statlint {

namespace {

constexpr std::string_view white = " \t\r\n\f\v";

} // namespace

void XmlText::text(std::string_view words, pugi::xml_node origin) {
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t start = words.find_first_not_of(white, at);
        if (start != at) blocks_.space({});
        if (start == std::string_view::npos) return;
        // Single blanks stay inside a run: fewer pieces.
        std::size_t end = start;
        while (end < words.size()) {
            end = std::min(words.find_first_of(white, end), words.size());
            if (end + 1 >= words.size() || words[end] != ' ' || white.find(words[end + 1]) != std::string_view::npos)
                break;
            ++end;
        }
        const std::string_view run = words.substr(start, end - start);
        blocks_.append(run, {});
        if (trace_ != nullptr && origin && !blocks_.in_aside()) {
            const std::uint32_t size = blocks_.text_size();
            trace_->push_back(
                {{size - static_cast<std::uint32_t>(run.size()), size}, origin, static_cast<std::uint32_t>(start)});
        }
        at = end;
    }
}

void XmlText::superscript(std::string_view words, pugi::xml_node origin) {
    constexpr std::array<std::string_view, 10> raised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] >= '0' && words[at] <= '9') {
            text(raised[static_cast<std::size_t>(words[at] - '0')]);
        } else {
            const std::size_t end = std::min(words.find_first_of("0123456789", at), words.size());
            text(words.substr(at, end - at), at == 0 ? origin : pugi::xml_node{});
            at = end - 1;
        }
    }
}

Result<Document> XmlText::finish() && {
    Document document = std::move(blocks_).finish_extracted();
    if (const Result<void> checked = check_text(document.text); !checked) {
        return tl::unexpected(Error{.message = "has text that is not valid UTF-8", .path = {}});
    }
    return document;
}

} // namespace statlint
