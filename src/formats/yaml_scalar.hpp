#pragma once
#include <cstdint>
#include <string_view>

#include "document/decoded_text.hpp"

namespace statlint {

/// How a string is written in YAML.
enum class YamlStyle : std::uint8_t { plain, single_quoted, double_quoted, literal, folded };

/// The text of a scalar that a YAML parser has found good: `span` with its quotation marks or its "|". Where a blank
/// line parts two lines, it parts two paragraphs here, though to YAML it would only be a line end.
[[nodiscard]] DecodedText decode_yaml_scalar(std::string_view source, SourceSpan span, YamlStyle style);

/// The end of the line that a literal or folded scalar starts with: "|-  # why".
[[nodiscard]] std::uint32_t yaml_header_end(std::string_view source, SourceSpan span);

} // namespace statlint
