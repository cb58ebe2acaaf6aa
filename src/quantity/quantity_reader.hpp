#pragma once
#include <optional>
#include <string_view>

#include "quantity/number_words.hpp"

namespace statlint {

/// Reads a value as a corpus prints it: "almost 1 in 5", "$13 to $100 AUD", "aged 17 to 72". Nothing where it holds no
/// quantity, or more than one.
[[nodiscard]] std::optional<Quantity> read_quantity(std::string_view value, const NumberWords& words);

} // namespace statlint
