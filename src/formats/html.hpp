#pragma once
#include "document/builder.hpp"

namespace statlint {

/// Reads a stretch of HTML into a document that is being built: a page, or the raw HTML inside Markdown. `base` is what
/// a paragraph there looks like (a block of a list item, say).
void read_html_part(DocumentBuilder& builder, SourceSpan range, const Block& base);

} // namespace statlint
