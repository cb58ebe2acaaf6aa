#pragma once
#include <span>
#include <vector>

#include "rules/analysis.hpp"
#include "rules/knowledge.hpp"
#include "text/index_range.hpp"

namespace statlint {

/// The part of a draft that rules are to look at, as indices into its Analysis: all that some blocks hold.
struct DraftPart {
    IndexRange blocks, statistics, citations, derivations, stated_findings;
};

/// All of it.
[[nodiscard]] DraftPart whole(const Analysis& analysis);
/// What the blocks from `first` up to `last` hold.
[[nodiscard]] DraftPart part_of(const Analysis& analysis, IndexRange blocks);

/// What a rule may look at. Rules only read; what they find goes through `report`.
class RuleContext {
  public:
    RuleContext(const Analysis& draft, const Knowledge& known, const Policy& asked, std::vector<Finding>& out)
        : RuleContext(draft, known, asked, whole(draft), out) {}
    RuleContext(const Analysis& draft, const Knowledge& known, const Policy& asked, DraftPart looked_at,
                std::vector<Finding>& out)
        : analysis(draft), knowledge(known), policy(asked), part(looked_at), out_(out) {}

    const Analysis& analysis;
    const Knowledge& knowledge;
    const Policy& policy;
    const DraftPart part;

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

struct Rule {
    void (*check)(RuleContext&);
    /// False where what it finds in a block depends on that block and what was found out about it; true where it
    /// compares all over the draft, and then it looks at all of it.
    bool whole_draft = false;
};

/// All rules, in the order in which they look. To add one, write src/rules/NAME.cpp, a line here and its texts in
/// rules/en/rules.toml.
[[nodiscard]] std::span<const Rule> rules();

void check_misquotes(RuleContext& context);
void check_citations(RuleContext& context);
void check_citation_marks(RuleContext& context);
void check_loose_ends(RuleContext& context);
void check_superseded(RuleContext& context);
void check_finding_pages(RuleContext& context);
void check_quotations(RuleContext& context);
void check_consistency(RuleContext& context);
void check_equivalence(RuleContext& context);
void check_arithmetic(RuleContext& context);
void check_unverified(RuleContext& context);

} // namespace statlint
