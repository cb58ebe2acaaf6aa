#include "tally.hpp"

#include <algorithm>
#include <cmath>

std::pair<double, double> wilson(std::size_t hits, std::size_t count) {
    if (count == 0) return {0, 1};
    constexpr double z = 1.959964;
    const auto n = static_cast<double>(count);
    const double share = static_cast<double>(hits) / n;
    const double centre = share + z * z / (2 * n);
    const double width = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    const double whole = 1 + z * z / n;
    return {std::max(0.0, (centre - width) / whole), std::min(1.0, (centre + width) / whole)};
}
