#pragma once
#include "document/builder.hpp"

namespace statlint {

/// Reads a stretch of HTML into a document that is being built: a page, or the raw HTML inside Markdown. `base` is what
/// a paragraph there looks like (a block of a list item, say).
void read_html_part(DocumentBuilder& builder, SourceSpan range, const Block& base);

/// Digits of a `<sup>` as superscript digits: "27,217<sup>1</sup>" must not become another number.
void append_superscript(DocumentBuilder& builder, SourceSpan span);

} // namespace statlint
