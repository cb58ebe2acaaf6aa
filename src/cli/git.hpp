#pragma once
#include <string>
#include <vector>

#include "text/error.hpp"

namespace statlint {

/// What git prints for these arguments; an error with git's own message where it fails or is not there. No shell is
/// involved, and no command that a repository's configuration names is run.
[[nodiscard]] Result<std::string> run_git(const std::vector<std::string>& arguments);

} // namespace statlint
