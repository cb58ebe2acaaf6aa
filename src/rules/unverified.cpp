// unverified-statistic: a work of the corpus is named for a number that the corpus does not hold.
#include "corpus/describe.hpp"
#include "rules/rule.hpp"

namespace statlint {

void check_unverified(RuleContext& context) {
    const std::vector<Statistic>& statistics = context.analysis.statistics;
    for (std::uint32_t i = context.part.statistics.first; i < context.part.statistics.last; ++i) {
        const Statistic& statistic = statistics[i];
        if (statistic.verdict != Verdict::unverified || statistic.restated != none) continue;
        std::string named = context.knowledge.citing.corpus_work;
        for (const Reached& one : statistic.reached) {
            const Citation& citation = context.analysis.citations[one.citation];
            if (one.nearness != Nearness::sentence || citation.works.empty()) continue;
            named = citation.works.size() == 1 ? short_name(context.knowledge.corpus.works[citation.works.front()])
                                               : citation.text;
            break;
        }
        context.report("unverified-statistic", i, {{"detail", named}});
    }
}

} // namespace statlint
