#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace statlint {

/// The known word that was probably meant, or an empty string where none is near.
[[nodiscard]] std::string nearest_word(std::string_view written, const std::vector<std::string_view> &known);
/// ", did you mean X?", or an empty string.
[[nodiscard]] std::string did_you_mean(std::string_view written, const std::vector<std::string_view> &known);

} // namespace statlint
