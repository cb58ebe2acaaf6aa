#pragma once
#include <vector>

#include "cli/walk.hpp"

namespace statlint {

/// Puts behind each LaTeX draft the files that it takes in with \input, \include or \subfile, and those that they take
/// in: drafts of their own, each once. Only files in the draft's folder or below it are read, however they are named;
/// of others, and of those that are not there, a remark is printed.
void follow_inputs(std::vector<FoundDraft>& drafts);

} // namespace statlint
