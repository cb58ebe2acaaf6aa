#pragma once
#include <filesystem>

namespace statlint {

/// A path from the root, links followed, also of what is not there: two ways to a file are one name.
[[nodiscard]] std::filesystem::path whole_path(const std::filesystem::path& path);

} // namespace statlint
