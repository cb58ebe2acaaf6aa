#pragma once
#include <string>
#include <string_view>

namespace statlint {

/// A letter with a combining character (UTF-8) as one character, where Unicode has one: "e" and U+0301 are "é".
[[nodiscard]] std::string with_accent(std::string_view letter, std::string_view combining);

} // namespace statlint
