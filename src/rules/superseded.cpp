// superseded-figure: a right quotation of a value that the corpus has replaced.
#include "corpus/describe.hpp"
#include "rules/rule.hpp"

namespace statlint {

void check_superseded(RuleContext& context) {
    const Corpus& corpus = context.knowledge.corpus;
    const std::vector<Statistic>& statistics = context.analysis.statistics;
    for (std::uint32_t i = context.part.statistics.first; i < context.part.statistics.last; ++i) {
        if (statistics[i].figure == none || statistics[i].restated != none) continue;
        const Figure& figure = context.figure_of(statistics[i]);
        if (const FigureIndex newer = corpus.figure_by_id(figure.superseded_by); newer != none) {
            const Figure& now = corpus.figures[newer];
            const std::string& right = now.statements.front().value;
            context.report("superseded-figure", i, {{"right", right}, {"detail", now.id + ": " + right}});
        } else if (!figure.valid_until.empty() && !context.policy.today.empty() &&
                   figure.valid_until < context.policy.today) {
            context.report("superseded-figure", i,
                           {{"detail", fill(context.knowledge.citing.expired, {{"date", figure.valid_until}})}});
        }
    }
}

} // namespace statlint
