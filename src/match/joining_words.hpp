#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "text/error.hpp"

namespace statlint {

/// A few short wordings that stand between numbers. Spaces at the ends of a text and case don't count; a wording meets
/// whole words only.
class WordingList {
  public:
    WordingList() = default;
    explicit WordingList(std::vector<std::string> wordings);

    [[nodiscard]] bool is(std::string_view text) const { return longest(text, true, true) == text_size(text); }
    [[nodiscard]] bool begins(std::string_view text) const { return longest(text, true, false) > 0; }
    [[nodiscard]] bool ends(std::string_view text) const { return longest(text, false, true) > 0; }
    [[nodiscard]] bool within(std::string_view text) const;
    /// How long the wording at the end of a text is; 0 where none stands there.
    [[nodiscard]] std::size_t size_at_end(std::string_view text) const { return longest(text, false, true); }
    /// Takes the longest wording off the front; false, and no change, where none stands there.
    bool take(std::string_view& text) const;
    [[nodiscard]] const std::vector<std::string>& wordings() const { return wordings_; }
    template <class Archive> void archive(Archive& archive) { archive(wordings_); }

  private:
    [[nodiscard]] std::size_t longest(std::string_view text, bool at_start, bool at_end) const;
    [[nodiscard]] static std::size_t text_size(std::string_view text);

    std::vector<std::string> wordings_; ///< the longest first
};

/// How the numbers of one sentence are joined; from rules/LANG/joining.toml, where each list says what it is for.
struct JoiningWords {
    WordingList restates, restates_noun, no_restatement;
    WordingList of, of_whole, of_them, fronts_whole, again;
    WordingList from, to, becomes, from_with_way, from_base, change_behind, change_in_parenthesis, apposes, change_of,
        both, new_clause;
    WordingList adds, no_sum, total_of;
    WordingList interval, interval_leads, interval_links, sample_size;
    WordingList before_circumstance, behind_circumstance;
};

/// Errors have line and column, not the path.
[[nodiscard]] Result<JoiningWords> read_joining_words(std::string_view toml);

} // namespace statlint
