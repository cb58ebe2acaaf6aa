// inconsistent-figures: the same figure twice in a draft, with different values.
#include <algorithm>
#include <map>

#include "rules/given_value.hpp"

namespace statlint {

void check_consistency(RuleContext& context) {
    struct Place {
        std::uint32_t statistic;
        GivenValue value;
    };
    const Analysis& analysis = context.analysis;
    std::map<FigureIndex, std::vector<Place>> by_figure;
    for (std::uint32_t i = 0; i < analysis.statistics.size(); ++i)
        if (auto value = given_value(analysis.document, analysis.statistics[i]))
            by_figure[value->figure].push_back({i, std::move(*value)});
    for (const auto& [figure, places] : by_figure) {
        for (const Place& place : places) {
            if (!place.value.off) continue;
            const auto other = std::ranges::find_if(places, [&](const Place& p) {
                return p.value.sure && disagree(place.value.quantity, p.value.quantity);
            });
            if (other != places.end()) report_inconsistency(context, place.statistic, other->value);
        }
    }
}

} // namespace statlint
