#pragma once
#include "document/document.hpp"

namespace statlint {

/// True where a stretch of text stands in somebody's words: in a block quotation, or in the same block behind a
/// quotation mark that is still open there. In doubt it is a quotation.
[[nodiscard]] bool in_quotation(const Document& document, std::uint32_t block, TextSpan span);

} // namespace statlint
