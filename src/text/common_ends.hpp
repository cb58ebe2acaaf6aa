#pragma once
#include <cstddef>
#include <string_view>

namespace statlint {

/// How many bytes two texts have in common at their start.
[[nodiscard]] std::size_t common_start(std::string_view a, std::string_view b);
/// How many at their end.
[[nodiscard]] std::size_t common_end(std::string_view a, std::string_view b);

} // namespace statlint
