#pragma once
#include <span>
#include <vector>

#include "rules/analysis.hpp"
#include "rules/knowledge.hpp"

namespace statlint {

/// What a rule may look at. Rules only read; what they find goes through `report`.
class RuleContext {
  public:
    RuleContext(const Analysis& draft, const Knowledge& known, const Policy& asked, std::vector<Finding>& out)
        : analysis(draft), knowledge(known), policy(asked), out_(out) {}

    const Analysis& analysis;
    const Knowledge& knowledge;
    const Policy& policy;

    [[nodiscard]] const Figure& figure_of(const Statistic& statistic) const {
        return knowledge.corpus.figures[statistic.figure];
    }
    /// The draft's words of a statistic: its hedge, number and unit.
    [[nodiscard]] std::string words_of(const Statistic& statistic) const;
    /// Adds a finding about a statistic with the rule's texts, filled in; {draft}, {right}, {figure} and {work} are
    /// known. Nothing where policy turns the rule off.
    Finding* report(std::string_view rule, std::uint32_t statistic, Fills values, TextSpan span = {});
    /// True where the rule is on.
    [[nodiscard]] bool enabled(std::string_view rule) const;

  private:
    [[nodiscard]] Severity severity_of(const RuleInfo& info) const;
    std::vector<Finding>& out_;
};

using Rule = void (*)(RuleContext&);

/// All rules, in the order in which they look. To add one, write src/rules/NAME.cpp, a line here and its texts in
/// rules/en/rules.toml.
[[nodiscard]] std::span<const Rule> rules();

void check_misquotes(RuleContext& context);
void check_citations(RuleContext& context);
void check_citation_marks(RuleContext& context);
void check_superseded(RuleContext& context);
void check_finding_pages(RuleContext& context);
void check_quotations(RuleContext& context);
void check_consistency(RuleContext& context);
void check_equivalence(RuleContext& context);
void check_arithmetic(RuleContext& context);
void check_unverified(RuleContext& context);

} // namespace statlint
