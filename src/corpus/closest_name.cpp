#include "corpus/closest_name.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include <fmt/format.h>

namespace statlint {

namespace {

/// A name that somebody typed is short; anything longer is no typo, and the distance is quadratic.
constexpr std::size_t longest_name = 80;

} // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

std::string_view closest_name(std::string_view typed, std::span<const std::string_view> names) {
    if (typed.size() > longest_name) return {};
    std::size_t best = std::string_view::npos;
    std::string_view closest;
    for (const std::string_view name : names) {
        const std::size_t longer = std::max(name.size(), typed.size());
        const std::size_t gap = longer - std::min(name.size(), typed.size());
        // A third of the letters may differ, but always one, so that "idd" finds "id", and never more than three.
        const std::size_t most = std::clamp<std::size_t>(longer / 3, 1, 3);
        if (gap > most || gap >= best) continue;
        const std::size_t distance = edit_distance(typed, name);
        if (distance > most || distance >= best) continue;
        best = distance;
        closest = name;
    }
    return closest;
}

std::string did_you_mean(std::string_view typed, std::span<const std::string_view> names) {
    const std::string_view closest = closest_name(typed, names);
    return closest.empty() ? std::string() : fmt::format(", did you mean \"{}\"?", closest);
}

} // namespace statlint
