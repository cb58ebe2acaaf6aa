#pragma once
#include <string>
#include <string_view>

#include "text/error.hpp"

namespace statlint {

/// Puts `text` in the place of a file's content, all of it or nothing: into a new file of the same folder, to the disk,
/// then renamed over the old one. The file's mode and, where that is allowed, its owner are kept; a symbolic link stays
/// one, and what it points to is written. An Error where the file no longer holds `expected`: somebody else has changed
/// it, and their work is worth more.
[[nodiscard]] Result<void> replace_content(const std::string& path, std::string_view expected, std::string_view text);

} // namespace statlint
