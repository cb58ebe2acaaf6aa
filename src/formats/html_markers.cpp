#include "formats/html_markers.hpp"

#include <algorithm>
#include <array>

#include "formats/entities.hpp"
#include "formats/html_tokens.hpp"

namespace statlint {

namespace {

std::size_t count_letters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }));
}

} // namespace

std::string bare_text(std::string_view html) {
    std::string out;
    bool in_tag = false;
    for (const char c : html) {
        if (c == '<') in_tag = true;
        if (!in_tag && !is_html_space(c)) out.push_back(c);
        if (c == '>') in_tag = false;
    }
    return out;
}

bool looks_like_marker(std::string_view text) {
    return text.size() <= 6 && count_letters(text) <= 1;
}

bool looks_like_arrow(std::string_view text) {
    const bool digits = std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return text.size() <= 12 && !digits && (count_letters(text) == 0 || text.starts_with('&'));
}

void append_superscript(DocumentBuilder& builder, SourceSpan span) {
    constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    const std::string_view source = builder.source();
    for (std::uint32_t at = span.start; at < span.end;) {
        const char c = source[at];
        if (c >= '0' && c <= '9') {
            builder.append(digits[static_cast<std::size_t>(c - '0')], {at, at + 1});
            ++at;
        } else if (is_html_space(c)) {
            builder.space({at, at + 1});
            ++at;
        } else {
            const Entity entity = c == '&' ? read_entity(builder.slice({at, span.end}), true) : Entity{};
            const auto size = static_cast<std::uint32_t>(std::max<std::size_t>(entity.size, 1));
            if (entity.size > 0)
                builder.append(entity.text, {at, at + size});
            else
                builder.append({at, at + 1});
            at += size;
        }
    }
}

} // namespace statlint
