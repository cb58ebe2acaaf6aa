#include "text/code_point.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace statlint {

CodePoint first_code_point(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) return {.value = lead, .size = 1, .valid = true};
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int32_t>(text.size() < 4 ? text.size() : 4);
    std::int32_t at = 0;
    UChar32 value = 0;
    U8_NEXT(bytes, at, length, value);
    if (value < 0) return {.value = 0xFFFD, .size = 1, .valid = false};
    return {.value = static_cast<std::uint32_t>(value), .size = static_cast<std::uint8_t>(at), .valid = true};
}

int display_width(std::uint32_t code_point) {
    if (code_point < 0x300) return 1;
    const auto c = static_cast<UChar32>(code_point);
    const int category = u_charType(c);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

} // namespace statlint
