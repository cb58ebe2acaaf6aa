// bad-equivalence: two forms of one number side by side that are not equal.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "rules/rule.hpp"

namespace statlint {
namespace {

constexpr double plain_reach = 0.07;  ///< "1 in 4 (23.7%)" is fair, "1 in 5 (25%)" is not
constexpr double hedged_reach = 0.17; ///< "almost a quarter (21%)"

bool agree(const Quantity& rough, const Quantity& fine) {
    const double difference = std::abs(rough.low - fine.low);
    const double scale = std::max(std::abs(rough.low), std::abs(fine.low));
    switch (rough.hedge) {
    case Hedge::none:
        return difference <= plain_reach * scale;
    case Hedge::approximately:
        return difference <= hedged_reach * scale;
    case Hedge::almost:
    case Hedge::under:
    case Hedge::up_to:
        return fine.low <= rough.low * (1 + 1e-9) && difference <= hedged_reach * scale;
    case Hedge::over:
    case Hedge::at_least:
        return fine.low >= rough.low * (1 - 1e-9) && difference <= hedged_reach * scale;
    }
    return true;
}

} // namespace

void check_equivalence(RuleContext& context) {
    const std::vector<Statistic>& statistics = context.analysis.statistics;
    for (std::uint32_t i = 0; i < statistics.size(); ++i) {
        if (statistics[i].restated == none) continue;
        const Statistic& first = statistics[statistics[i].restated];
        const Statistic& second = statistics[i];
        const bool percent_first = first.quantity.kind == QuantityKind::percent;
        const Quantity& rough = percent_first ? second.quantity : first.quantity;
        const Quantity& fine = percent_first ? first.quantity : second.quantity;
        if (agree(rough, fine)) continue;
        // "A majority (68%)" claims more than half, and no more than that.
        const bool majority = context.analysis.document.view(rough.span).find("ajority") != std::string_view::npos;
        if (majority && fine.low > rough.low) continue;
        // Both may be printed forms of one figure ("around one in six", "15.1%").
        if (first.figure != none && agrees(first.match().comparison.agreement) &&
            agrees(second.match().comparison.agreement))
            continue;
        const TextSpan both = first.quantity.span.cover(second.quantity.span);
        Finding* finding = context.report(
            "bad-equivalence", statistics[i].restated,
            {{"detail", fmt::format("{} is {:.4g} per cent, not {:.4g}", context.analysis.document.view(rough.span),
                                    rough.low * 100, fine.low * 100)}},
            both);
        if (finding != nullptr) finding->figure = none;
    }
}

} // namespace statlint
