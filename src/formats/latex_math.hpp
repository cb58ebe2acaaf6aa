#pragma once
#include "document/builder.hpp"

namespace statlint {

/// A formula in running text, without its dollars: "28.5\%", "\frac{1}{6}", "1{,}945" and "\approx" become text,
/// whatever is more than that is left out. Long ones are never read.
void append_latex_math(DocumentBuilder& builder, SourceSpan inside);

} // namespace statlint
