// value-, qualifier-, unit-, direction- and scope-mismatch, rounding, disputed-figure: what the draft says against what
// the corpus prints.
#include <algorithm>

#include <fmt/format.h>

#include "corpus/describe.hpp"
#include "match/compare.hpp"
#include "rules/equivalence.hpp"
#include "rules/rewording.hpp"
#include "rules/rule.hpp"

namespace statlint {
namespace {

/// Another figure of the same study that has the draft's number: "1 in 5 is salter.feelings-or-offended".
std::string sibling_note(const RuleContext& context, const Statistic& statistic) {
    const Corpus& corpus = context.knowledge.corpus;
    const Figure& own = context.figure_of(statistic);
    for (const Figure& other : corpus.figures) {
        if (&other == &own || other.work != own.work) continue;
        if (compare(statistic.quantity, other).agreement == Agreement::exact)
            return fmt::format("note: {} is {}: {}", context.analysis.document.view(statistic.quantity.span), other.id,
                               other.measure);
    }
    return {};
}

std::string_view rule_for(Agreement agreement) {
    switch (agreement) {
    case Agreement::value_wrong:
        return "value-mismatch";
    case Agreement::hedge_wrong:
        return "qualifier-mismatch";
    case Agreement::unit_wrong:
        return "unit-mismatch";
    case Agreement::direction_wrong:
        return "direction-mismatch";
    case Agreement::rounded:
        return "rounding";
    default:
        return {};
    }
}

void check_disputed(RuleContext& context, std::uint32_t index, const Statistic& statistic, const Figure& figure) {
    if (!figure.disputed || !agrees(statistic.match().comparison.agreement)) return;
    std::string values;
    for (const Statement& statement : figure.statements) {
        if (values.find(statement.value) != std::string::npos) continue;
        if (!values.empty()) values += ", ";
        values += statement.value;
        if (statement.work != none)
            values += fmt::format(" ({})", short_name(context.knowledge.corpus.works[statement.work]));
    }
    context.report("disputed-figure", index, {{"detail", values}});
}

/// "1 in 100 (10%)": that the second form is not the first is said by bad-equivalence.
bool is_unequal_form(const RuleContext& context, const Statistic& statistic) {
    if (statistic.restated == none) return false;
    const Statistic& first = context.analysis.statistics[statistic.restated];
    return first.figure != none && agrees(first.match().comparison.agreement) &&
           unequal_forms(first, statistic, context.analysis.document);
}

/// What the source has of a way that two figures went, "12 → 80"; empty where one figure is the change.
Fills told_way(const RuleContext& context, std::uint32_t index) {
    const Statistic& statistic = context.analysis.statistics[index];
    const Figure& figure = context.figure_of(statistic);
    const bool change = !figure.direction.empty() || figure.statements.front().quantity.kind == QuantityKind::change;
    if (change || index == 0) return {};
    const Statistic& before = context.analysis.statistics[index - 1];
    if (before.figure == none || before.block != statistic.block) return {};
    return {{"right", fmt::format("{} \xE2\x86\x92 {}", expected_text(before.quantity, context.figure_of(before)),
                                  expected_text(statistic.quantity, figure))}};
}

} // namespace

void check_misquotes(RuleContext& context) {
    const std::vector<Statistic>& statistics = context.analysis.statistics;
    for (std::uint32_t i = context.part.statistics.first; i < context.part.statistics.last; ++i) {
        const Statistic& statistic = statistics[i];
        if (statistic.figure == none || is_unequal_form(context, statistic)) continue;
        const Candidate& match = statistic.match();
        const Figure& figure = context.figure_of(statistic);
        const std::string_view rule = rule_for(match.comparison.agreement);
        const bool right = match.comparison.agreement <= Agreement::hedge_wrong;
        // What is turned round has a wrong hedge, too: said once.
        if (!rule.empty() && !(right && match.turned)) {
            Finding* finding = context.report(rule, i, {});
            if (finding != nullptr && rule == "value-mismatch")
                if (std::string note = sibling_note(context, statistic); !note.empty())
                    finding->notes.push_back(std::move(note));
            // A rise told as a fall has a wrong verb: no number mends that.
            if (finding != nullptr && rule != "direction-mismatch") {
                const bool sure = rule == "value-mismatch" || rule == "unit-mismatch";
                if (auto fix = reword(context, statistic, sure)) finding->fixes.push_back(std::move(*fix));
            }
        }
        // A wrong value is reason enough; of whom it would be wrong is not asked.
        if (right && match.turned) {
            context.report("direction-mismatch", i, told_way(context, i));
        } else if (right && match.scope.kind != ScopeIssue::Kind::nothing && statistic.restated == none) {
            context.report("scope-mismatch", i,
                           {{"detail", match.scope.expected},
                            {"words", std::string(context.analysis.document.view(match.scope.span))}});
        }
        check_disputed(context, i, statistic, figure);
    }
}

} // namespace statlint
