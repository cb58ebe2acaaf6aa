#pragma once
#include <functional>
#include <string>
#include <vector>

#include "cli/gitignore.hpp"
#include "formats/format.hpp"
#include "text/error.hpp"

namespace statlint {

/// A file to read, and how.
struct FoundDraft {
    std::string path;               ///< as the user would write it
    const Format* format = nullptr; ///< null for standard input without a name: as its content says, else plain text
};

struct WalkOptions {
    const Format* format = nullptr; ///< reads the files that are named with it, whatever their extension
    std::function<const Format*(const std::string& path)> configured; ///< what the configuration says, or null
    IgnoreRules exclude;                                              ///< relative to the current folder
};

struct Walk {
    std::vector<FoundDraft> drafts; ///< in the order of the arguments, folders sorted by name, each file once
    std::vector<Error> errors;
    std::size_t skipped = 0; ///< drafts that `exclude` left out
};

/// Finds the drafts. A file that is named is taken: its format comes from the options, the configuration, its
/// extension, or else its content. A folder is searched for drafts by their extension, leaving out hidden ones and what
/// .gitignore and .statlintignore name; data (CSV, JSON) counts there only where the configuration gives it a format.
/// Links to folders are not followed, as git doesn't.
[[nodiscard]] Walk find_drafts(const std::vector<std::string>& paths, const WalkOptions& options);

} // namespace statlint
