#pragma once
#include <span>
#include <string>
#include <string_view>

namespace statlint {

/// The name that `typed` was probably meant to be, by edit distance; empty where none is near enough.
[[nodiscard]] std::string_view closest_name(std::string_view typed, std::span<const std::string_view> names);

/// `, did you mean "x"?`, or nothing: the end of a message about an unknown name.
[[nodiscard]] std::string did_you_mean(std::string_view typed, std::span<const std::string_view> names);

} // namespace statlint
