#pragma once
#include <vector>

#include "document/document.hpp"
#include "quantity/number_words.hpp"

namespace statlint {

/// The number words that are built into the program; no corpus is loaded for them.
[[nodiscard]] Result<NumberWords> builtin_number_words();
/// The quantities of all blocks, in reading order.
[[nodiscard]] std::vector<Quantity> quantities_of(const Document& document, const NumberWords& words);

} // namespace statlint
