// inconsistent-figures: the same figure twice in a draft, with different values.
#include <algorithm>
#include <map>

#include "rules/rule.hpp"

namespace statlint {

void check_consistency(RuleContext& context) {
    const std::vector<Statistic>& statistics = context.analysis.statistics;
    std::map<FigureIndex, std::vector<std::uint32_t>> by_figure;
    for (std::uint32_t i = 0; i < statistics.size(); ++i)
        if (statistics[i].figure != none && statistics[i].restated == none)
            by_figure[statistics[i].figure].push_back(i);
    for (const auto& [figure, places] : by_figure) {
        for (const std::uint32_t i : places) {
            const Statistic& off = statistics[i];
            if (off.match().comparison.agreement < Agreement::unit_wrong) continue;
            const auto other = std::ranges::find_if(places, [&](std::uint32_t j) {
                const Quantity& q = statistics[j].quantity;
                const bool same =
                    q.low == off.quantity.low && q.high == off.quantity.high && q.unit == off.quantity.unit;
                return j != i && !same;
            });
            if (other == places.end()) continue;
            context.report("inconsistent-figures", i, {{"detail", context.words_of(statistics[*other])}});
        }
    }
}

} // namespace statlint
