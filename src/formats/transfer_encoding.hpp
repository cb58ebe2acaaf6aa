#pragma once
#include <string_view>

#include "document/decoded_text.hpp"

namespace statlint {

/// The bytes that stand encoded in a mail (RFC 2045); they may be of any charset. What is no code stays as it is.
/// In a header (`word`) an underscore is a blank.
[[nodiscard]] DecodedText decode_quoted_printable(std::string_view source, SourceSpan span, bool word = false);
/// All of it stands for all of `span`.
[[nodiscard]] DecodedText decode_base64(std::string_view source, SourceSpan span);

} // namespace statlint
