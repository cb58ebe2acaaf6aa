#include "rules/figures_of_run.hpp"

#include <algorithm>
#include <iterator>

namespace statlint {
namespace {

/// One draft that gives a figure a hundred times says it as well with its first few different values.
constexpr std::size_t most_values = 8;

} // namespace

bool FiguresOfRun::add(const Analysis& analysis, const Knowledge& knowledge, std::string_view path) {
    std::map<FigureIndex, std::vector<Place>> values;
    bool off = false;
    for (const Statistic& statistic : analysis.statistics) {
        auto value = given_value(analysis.document, statistic);
        if (!value || !value->sure) continue;
        off = off || value->off;
        std::vector<Place>& places = values[value->figure];
        const bool known = std::ranges::any_of(places, [&](const Place& p) { return p.value.words == value->words; });
        if (!known && places.size() < most_values) places.push_back({std::string(path), std::move(*value)});
    }
    const std::scoped_lock lock(mutex_);
    for (auto& [figure, places] : values) {
        std::vector<Place>& all = places_[{&knowledge, figure}];
        all.insert(all.end(), std::move_iterator(places.begin()), std::move_iterator(places.end()));
    }
    return off;
}

void FiguresOfRun::compare(Analysis& analysis, const Knowledge& knowledge, const Policy& policy,
                           std::string_view path) const {
    std::vector<Finding> findings = std::move(analysis.findings);
    const std::size_t own = findings.size();
    RuleContext context(analysis, knowledge, policy, findings);
    for (std::uint32_t i = 0; i < analysis.statistics.size(); ++i) {
        const auto value = given_value(analysis.document, analysis.statistics[i]);
        if (!value || !value->sure || !value->off) continue;
        const bool told =
            std::any_of(findings.begin(), findings.begin() + static_cast<std::ptrdiff_t>(own),
                        [&](const Finding& f) { return f.statistic == i && f.rule == inconsistent_figures; });
        const auto places = places_.find({&knowledge, value->figure});
        if (told || places == places_.end()) continue;
        // A right one says most. Threads add in any order; the least path makes the message the same in each run.
        const auto better = [](const Place& a, const Place& b) {
            return std::pair(a.value.off, std::string_view(a.path)) < std::pair(b.value.off, std::string_view(b.path));
        };
        const Place* other = nullptr;
        for (const Place& place : places->second)
            if (place.path != path && disagree(value->quantity, place.value.quantity) &&
                (other == nullptr || better(place, *other)))
                other = &place;
        if (other != nullptr) report_inconsistency(context, i, other->value, other->path);
    }
    std::ranges::stable_sort(findings, {}, [](const Finding& f) { return f.span.start; });
    analysis.findings = std::move(findings);
}

} // namespace statlint
