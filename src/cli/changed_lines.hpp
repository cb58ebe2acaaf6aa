#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/error.hpp"

namespace statlint {

/// Which lines of which files differ from a revision: what the working tree has and the point where its branch left
/// REV has not.
class ChangedLines {
  public:
    /// Asks git, in the repository of the current folder.
    [[nodiscard]] static Result<ChangedLines> since(const std::string& revision);

    /// True where git can't tell lines of this file: it is new, outside the repository, or was changed and `whole`
    /// says that its lines are not those of the text.
    [[nodiscard]] bool touches_all(const std::string& path, bool whole) const;
    /// True where one of these lines, 1-based, was changed or stands beside a deletion.
    [[nodiscard]] bool touches(const std::string& path, std::uint32_t first, std::uint32_t last) const;

  private:
    using Range = std::pair<std::uint32_t, std::uint32_t>; ///< first and last line

    [[nodiscard]] std::string name_of(const std::string& path) const;

    std::filesystem::path top_;
    std::set<std::string, std::less<>> tracked_, changed_;
    std::map<std::string, std::vector<Range>> lines_;
};

/// The changed lines of each file of a `git diff -U0`, ascending; (n, n + 1) where lines behind n were deleted.
[[nodiscard]] std::map<std::string, std::vector<std::pair<std::uint32_t, std::uint32_t>>>
read_hunks(std::string_view diff);

} // namespace statlint
