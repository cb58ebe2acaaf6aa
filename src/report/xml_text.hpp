#pragma once
#include <string>
#include <string_view>

namespace statlint {

/// Text for an XML or HTML element or a quoted attribute: markup characters and line breaks become references, what
/// XML 1.0 can't hold (control characters, invalid UTF-8) becomes U+FFFD.
[[nodiscard]] std::string xml_text(std::string_view text);

} // namespace statlint
