#pragma once
#include <string>
#include <vector>

#include "cli/gitignore.hpp"
#include "formats/format.hpp"
#include "text/error.hpp"

namespace statlint {

/// A file to read, and how.
struct FoundDraft {
    std::string path; ///< as the user would write it
    const Format* format = nullptr;
};

struct WalkOptions {
    const Format* format = nullptr; ///< reads the files that are named with it, whatever their extension
    IgnoreRules exclude;            ///< relative to the current folder
};

struct Walk {
    std::vector<FoundDraft> drafts; ///< in the order of the arguments, folders sorted by name, each file once
    std::vector<Error> errors;
    std::size_t skipped = 0; ///< drafts that `exclude` left out
};

/// Finds the drafts: a file is taken as named; a folder is searched for files of known formats, leaving out hidden
/// ones and what .gitignore and .statlintignore name. Links to folders are not followed, as git doesn't.
[[nodiscard]] Walk find_drafts(const std::vector<std::string>& paths, const WalkOptions& options);

} // namespace statlint
