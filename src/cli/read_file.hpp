#pragma once
#include <string>

#include "text/error.hpp"

namespace statlint {

/// All bytes of a file. What can't be opened, is a folder, or is too large for 32-bit offsets gives an Error.
[[nodiscard]] Result<std::string> read_file(const std::string& path);
/// All bytes of standard input; errors name it `shown_as`.
[[nodiscard]] Result<std::string> read_standard_input(const std::string& shown_as);

} // namespace statlint
