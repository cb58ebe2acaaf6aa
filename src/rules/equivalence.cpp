// bad-equivalence: two forms of one number side by side that are not equal.
#include "rules/equivalence.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "rules/rule.hpp"

namespace statlint {
namespace {

constexpr double plain_reach = 0.07;   ///< "1 in 4 (23.7%)" is fair, "1 in 5 (25%)" is not
constexpr double half_reach = 0.1;     ///< "half (55%)": the word is looser than others
constexpr double near_points = 0.0101; ///< "one in ten (11%)"
constexpr double hedged_reach = 0.17;  ///< "almost a quarter (21%)"
constexpr double bound_reach = 0.5;    ///< "more than half (62%)": true, if not close

/// "120 out of 480" counts; "1 in 4" only says about how many.
bool counted(const Quantity& q, const Document& document) {
    if (q.in_words || q.first.empty() || q.second.empty()) return false;
    return q.first.size() >= 2 && q.second.size() >= 2 && document.view(q.first) != "1";
}

bool agree(const Quantity& rough, const Quantity& fine, const Document& document) {
    const double difference = std::abs(rough.low - fine.low);
    const double scale = std::max(std::abs(rough.low), std::abs(fine.low));
    // What the finer form prints may be a rounding: "1 in 30 (3%)".
    const double printed = fine.step / 2 * 1.01;
    switch (rough.hedge) {
    case Hedge::none:
        if (difference <= printed) return true;
        if (fine.hedge == Hedge::approximately || fine.hedge == Hedge::almost)
            return difference <= hedged_reach * scale;
        if (fine.hedge == Hedge::over || fine.hedge == Hedge::at_least)
            return rough.low >= fine.low - plain_reach * scale;
        if (fine.hedge != Hedge::none) return rough.low <= fine.low + plain_reach * scale;
        if (counted(rough, document)) return difference <= fine.step * 1.01;
        if (difference <= near_points && difference <= half_reach * scale * 1.01) return true;
        return difference <= (rough.low == 0.5 && rough.in_words ? half_reach : plain_reach) * scale;
    case Hedge::approximately:
        return difference <= hedged_reach * scale;
    case Hedge::almost:
        return fine.low <= rough.low + printed && difference <= hedged_reach * scale;
    case Hedge::under:
    case Hedge::up_to:
        return fine.low <= rough.low + printed && difference <= bound_reach * scale;
    case Hedge::over:
    case Hedge::at_least:
        return fine.low >= rough.low - printed && difference <= bound_reach * scale;
    }
    return true;
}

/// A percentage is the finer of two forms.
std::pair<const Quantity&, const Quantity&> rough_and_fine(const Statistic& first, const Statistic& second) {
    const bool percent_first = first.quantity.kind == QuantityKind::percent;
    return percent_first ? std::pair<const Quantity&, const Quantity&>(second.quantity, first.quantity)
                         : std::pair<const Quantity&, const Quantity&>(first.quantity, second.quantity);
}

} // namespace

bool unequal_forms(const Statistic& first, const Statistic& second, const Document& document) {
    const auto [rough, fine] = rough_and_fine(first, second);
    if (agree(rough, fine, document)) return false;
    // Both may be printed forms of one figure ("around one in six", "15.1%").
    return first.figure == none || !agrees(first.match().comparison.agreement) ||
           !agrees(second.match().comparison.agreement);
}

void check_equivalence(RuleContext& context) {
    const std::vector<Statistic>& statistics = context.analysis.statistics;
    for (std::uint32_t i = context.part.statistics.first; i < context.part.statistics.last; ++i) {
        if (statistics[i].restated == none) continue;
        const Statistic& first = statistics[statistics[i].restated];
        const Statistic& second = statistics[i];
        if (!unequal_forms(first, second, context.analysis.document)) continue;
        const auto [rough, fine] = rough_and_fine(first, second);
        TextSpan both = first.quantity.span.cover(second.quantity.span);
        const std::string_view text = context.analysis.document.text;
        if (text.substr(both.end, 1) == ")" && context.analysis.document.view(both).find('(') != std::string_view::npos)
            ++both.end;
        constexpr std::string_view rule = "bad-equivalence";
        const std::string detail = fill(context.knowledge.texts.detail(rule, "unequal"),
                                        {{"rough", std::string(context.analysis.document.view(rough.span))},
                                         {"value", fmt::format("{:.4g}", rough.low * 100)},
                                         {"other", fmt::format("{:.4g}", fine.low * 100)}});
        Finding* finding = context.report(rule, statistics[i].restated, {{"detail", detail}}, both);
        if (finding != nullptr) finding->figure = none;
    }
}

} // namespace statlint
