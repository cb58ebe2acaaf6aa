#pragma once
#include <vector>

#include "document/document.hpp"
#include "quantity/number_words.hpp"
#include "text/index_range.hpp"

namespace statlint {

/// Makes a bare number a percentage.
void lend_percent(Quantity& quantity);

/// Numbers that stand alone in their cells get the unit that the table says of them once: in the header of the column
/// ("Girls (%)"), in the label of the row, or in a caption, heading or paragraph right above ("Prevalence, per cent").
/// `quantities` are those of these blocks, in order.
void lend_percent(const Document& document, IndexRange blocks, const NumberWords& words,
                  std::vector<Quantity>& quantities);

} // namespace statlint
