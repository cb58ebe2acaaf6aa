#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace statlint {

/// Insertions, deletions, replacements and swaps of neighbouring bytes that lead from one name to the other. Quadratic:
/// for names, not for texts.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The name that `typed` was probably meant to be, by edit distance; empty where none is near enough.
[[nodiscard]] std::string_view closest_name(std::string_view typed, std::span<const std::string_view> names);

/// `, did you mean "x"?`, or nothing: the end of a message about an unknown name.
[[nodiscard]] std::string did_you_mean(std::string_view typed, std::span<const std::string_view> names);

} // namespace statlint
