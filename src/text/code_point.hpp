#pragma once
#include <cstdint>
#include <string_view>

namespace statlint {

struct CodePoint {
    std::uint32_t value = 0;
    std::uint8_t size = 1; ///< bytes
    bool valid = true;     ///< where not, `value` is U+FFFD and one byte was taken
};

/// The code point that `text`, which is not empty, starts with.
[[nodiscard]] CodePoint first_code_point(std::string_view text);

/// Terminal columns that a code point takes: 0 for combining marks, 2 for wide characters, else 1.
[[nodiscard]] int display_width(std::uint32_t code_point);

} // namespace statlint
