#pragma once
#include <optional>
#include <string>

#include "document/document.hpp"
#include "rules/finding.hpp"

namespace statlint {

/// The change that puts `replacement` for a stretch of text, made so small that what it changes is one run of the same
/// bytes in the source: "1 in **5**" gets its digit changed and keeps its markup. Nothing where that can't be.
[[nodiscard]] std::optional<Fix> placed_fix(const Document& document, TextSpan span, std::string replacement,
                                            bool certain);

/// True where the change, made in the source, changes exactly the bytes of its span.
[[nodiscard]] bool fits_source(const Document& document, TextSpan span);

} // namespace statlint
