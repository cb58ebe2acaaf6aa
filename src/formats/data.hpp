#pragma once
#include <cstddef>
#include <string_view>

#include "text/error.hpp"

namespace statlint {

/// Tables and trees with more values than that are no drafts, and each value takes memory.
inline constexpr std::size_t most_data_values = 1'000'000;

[[nodiscard]] Error too_many_values();

/// Refuses what is no text, and files that are larger than any draft in a data format is.
[[nodiscard]] Result<void> check_data(std::string_view bytes);

} // namespace statlint
