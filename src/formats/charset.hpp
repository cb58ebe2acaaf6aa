#pragma once
#include <optional>
#include <string_view>

#include "document/decoded_text.hpp"

namespace statlint {

/// Bytes of a charset ("iso-8859-1"; empty: as the bytes look) as UTF-8, each character with its place. What the
/// charset doesn't have becomes U+FFFD. Nothing where the charset is not known.
[[nodiscard]] std::optional<DecodedText> to_utf8(const DecodedText& bytes, std::string_view source,
                                                 std::string_view charset);

} // namespace statlint
