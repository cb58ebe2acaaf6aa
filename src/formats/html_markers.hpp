#pragma once
#include <string>
#include <string_view>

#include "document/builder.hpp"

namespace statlint {

/// The text between tags in a short stretch of HTML, without white space.
[[nodiscard]] std::string bare_text(std::string_view html);

/// "1", "[12]", "*", "a": what stands for a note rather than being read.
[[nodiscard]] bool looks_like_marker(std::string_view text);

/// "↩", "^": the way back from a note.
[[nodiscard]] bool looks_like_arrow(std::string_view text);

/// Digits of a `<sup>` as superscript digits: "27,217<sup>1</sup>" must not become another number.
void append_superscript(DocumentBuilder& builder, SourceSpan span);

} // namespace statlint
