#include "lsp/positions.hpp"

#include <algorithm>

namespace statlint::lsp {
namespace {

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

/// What a character that starts with this byte counts.
std::uint64_t units(char lead, Encoding encoding) {
    return encoding == Encoding::utf16 && static_cast<unsigned char>(lead) >= 0xF0 ? 2 : 1;
}

std::uint64_t number(const Json& position, const char* key) {
    const Json& value = position.at(key);
    if (!value.is_number()) throw RequestError(ErrorCode::invalid_params, "a position needs whole numbers");
    const auto wide = value.get<double>();
    return wide <= 0 ? 0 : static_cast<std::uint64_t>(std::min(wide, 4e9));
}

} // namespace

std::string_view name(Encoding encoding) {
    switch (encoding) {
    case Encoding::utf8:
        return "utf-8";
    case Encoding::utf16:
        return "utf-16";
    case Encoding::utf32:
        return "utf-32";
    }
    return "utf-16";
}

Json Positions::at(std::uint32_t offset) const {
    const Position position = lines_.locate(offset);
    const std::uint32_t column = encoding_ == Encoding::utf8    ? position.column_bytes
                                 : encoding_ == Encoding::utf16 ? position.column_utf16
                                                                : position.column;
    return {{"line", position.line - 1}, {"character", column - 1}};
}

Json Positions::range(SourceSpan span) const {
    return {{"start", at(span.start)}, {"end", at(span.end)}};
}

std::uint32_t Positions::offset(const Json& position) const {
    const std::uint64_t line = number(position, "line");
    std::uint64_t character = number(position, "character");
    if (line >= lines_.lines()) return static_cast<std::uint32_t>(text_.size());
    const auto number_of_line = static_cast<std::uint32_t>(line) + 1;
    const std::uint32_t start = lines_.line_start(number_of_line);
    const std::string_view text = lines_.line(number_of_line);
    if (encoding_ == Encoding::utf8) {
        auto at = static_cast<std::size_t>(std::min<std::uint64_t>(character, text.size()));
        while (at > 0 && at < text.size() && continues(text[at])) --at;
        return start + static_cast<std::uint32_t>(at);
    }
    std::size_t at = 0;
    while (at < text.size() && character > 0) {
        const std::uint64_t size = units(text[at], encoding_);
        if (size > character) break;
        character -= size;
        ++at;
        while (at < text.size() && continues(text[at])) ++at;
    }
    return start + static_cast<std::uint32_t>(at);
}

SourceSpan Positions::span(const Json& range) const {
    const std::uint32_t one = offset(range.at("start"));
    const std::uint32_t other = offset(range.at("end"));
    return {std::min(one, other), std::max(one, other)};
}

} // namespace statlint::lsp
