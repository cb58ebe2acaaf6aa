#include "formats/transfer_encoding.hpp"

#include <algorithm>
#include <string>

namespace statlint {

namespace {

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

int base64(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

/// The size of "=", blanks and a line end: a line that goes on in the next one. 0: none.
std::uint32_t soft_break(std::string_view text) {
    const std::size_t end = text.find_first_not_of(" \t", 1);
    if (end == std::string_view::npos) return static_cast<std::uint32_t>(text.size());
    if (text.substr(end).starts_with("\r\n")) return static_cast<std::uint32_t>(end + 2);
    return text[end] == '\n' || text[end] == '\r' ? static_cast<std::uint32_t>(end + 1) : 0;
}

} // namespace

DecodedText decode_quoted_printable(std::string_view source, SourceSpan span, bool word) {
    DecodedText decoded;
    const std::string_view marks = word ? "=_" : "=";
    for (std::uint32_t at = span.start; at < span.end;) {
        const std::uint32_t start = at;
        if (source[at] == '=') {
            const std::string_view rest = source.substr(at, span.end - at);
            if (rest.size() > 2 && hex(rest[1]) >= 0 && hex(rest[2]) >= 0) {
                at += 3;
                const char byte = static_cast<char>(hex(rest[1]) * 16 + hex(rest[2]));
                decoded.append({&byte, 1}, source, {start, at});
            } else if (const std::uint32_t size = soft_break(rest.substr(0, 80)); size > 0) {
                at += size;
            } else {
                decoded.append(source, {start, ++at});
            }
        } else if (word && source[at] == '_') {
            decoded.append(" ", source, {start, ++at});
        } else {
            const std::size_t next = source.substr(0, span.end).find_first_of(marks, at);
            at = next == std::string_view::npos ? span.end : static_cast<std::uint32_t>(next);
            decoded.append(source, {start, at});
        }
    }
    return decoded;
}

DecodedText decode_base64(std::string_view source, SourceSpan span) {
    std::string bytes;
    bytes.reserve(std::size_t{span.size()} / 4 * 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : source.substr(span.start, span.size())) {
        const int value = base64(c);
        if (value < 0) continue; // line ends, padding
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes.push_back(static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU));
    }
    DecodedText decoded;
    decoded.append(bytes, source, span);
    return decoded;
}

} // namespace statlint
