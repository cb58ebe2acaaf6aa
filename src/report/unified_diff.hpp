#pragma once
#include <string>
#include <string_view>

namespace statlint {

/// What `diff -u` would print for two texts, with three lines of context; `patch -p1` and `git apply` take it. Empty
/// where they are equal. Made for texts that differ in few lines.
[[nodiscard]] std::string unified_diff(std::string_view before, std::string_view after, std::string_view path);

} // namespace statlint
