#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace statlint {

/// One line of a .gitignore file, with git's meaning.
class IgnorePattern {
  public:
    /// False for blank lines and comments, which give no pattern.
    static bool parse(std::string_view line, IgnorePattern& pattern);
    /// `path` is relative to the folder of the file, with '/' between its parts.
    [[nodiscard]] bool matches(std::string_view path, bool folder) const;
    [[nodiscard]] bool negated() const { return negated_; }

  private:
    std::vector<std::string> parts_; ///< between slashes; "**" stands for any number of folders
    bool negated_ = false;
    bool folders_only_ = false;
    bool anchored_ = false; ///< else the last part of the path decides
};

/// A file of patterns; of those that match a path the last one decides.
class IgnoreRules {
  public:
    enum class Answer : unsigned char { silent, ignored, kept };

    void add_line(std::string_view line);
    void add_file(std::string_view text);
    [[nodiscard]] bool empty() const { return patterns_.empty(); }
    [[nodiscard]] Answer ask(std::string_view path, bool folder) const;
    /// True where the file or a folder that holds it is ignored.
    [[nodiscard]] bool covers(std::string_view path) const;

  private:
    std::vector<IgnorePattern> patterns_;
};

} // namespace statlint
