#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace statlint {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// Where the text starts: behind a byte order mark, where there is one.
[[nodiscard]] constexpr std::uint32_t text_start(std::string_view bytes) {
    return bytes.starts_with(byte_order_mark) ? static_cast<std::uint32_t>(byte_order_mark.size()) : 0;
}

/// Offset of the first byte that is no well-formed UTF-8 (overlong forms and surrogates are not), or npos.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view bytes);

/// Whether all bytes are below 0x80.
[[nodiscard]] bool is_ascii(std::string_view bytes);

/// Code points and UTF-16 code units of a stretch of well-formed UTF-8.
struct Utf8Length {
    std::uint32_t code_points = 0;
    std::uint32_t utf16_units = 0;
};
[[nodiscard]] Utf8Length utf8_length(std::string_view bytes);

/// Appends a code point; what is no Unicode scalar value becomes U+FFFD.
void append_utf8(std::string& out, std::uint32_t code_point);

} // namespace statlint
