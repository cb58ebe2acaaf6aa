#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/finding.hpp"
#include "text/error.hpp"

namespace statlint {

/// One rule as data: for messages, `explain RULE`, SARIF and the README.
struct RuleInfo {
    std::string id;
    Severity severity = Severity::error;                     ///< by default
    std::string summary;                                     ///< one line
    std::string text;                                        ///< what it means and what to do, a paragraph
    std::string bad, good;                                   ///< an example of each
    std::string message, help;                               ///< with {names} to be filled in
    std::map<std::string, std::string, std::less<>> details; ///< wordings that the message can hold as {detail}
};

/// The rules of one language, from rules/LANG/rules.toml.
class RuleTexts {
  public:
    static tl::expected<RuleTexts, std::vector<Error>> load(std::string_view toml, const std::string& path);
    [[nodiscard]] const RuleInfo& find(std::string_view id) const; ///< must be there: a rule without texts is a bug
    /// A wording of a rule's details; must be there.
    [[nodiscard]] const std::string& detail(std::string_view rule, std::string_view wording) const;
    [[nodiscard]] bool has(std::string_view id) const;
    [[nodiscard]] const std::vector<RuleInfo>& all() const { return rules_; }
    template <class Archive> void archive(Archive& archive) { archive(rules_); }

  private:
    std::vector<RuleInfo> rules_;
};

using Fills = std::vector<std::pair<std::string_view, std::string>>;

/// Puts values for the {names} of a template; a name without a value becomes nothing.
[[nodiscard]] std::string fill(std::string_view text, const Fills& values);

} // namespace statlint
