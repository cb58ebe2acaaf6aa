#include "corpus/contradiction.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace statlint {

namespace {

/// Ratios and fractions have no decimals to be exact in: "1 in 6" is said of anything from 15 to 18 per cent. Two of
/// them are compared more closely: "1 in 6" and "1 in 5" are different claims.
constexpr double ratio_leeway = 0.12;
constexpr double ratios_leeway = 0.03;
constexpr double hedge_leeway = 0.15;

/// What is compared with what: "28.5%", "1 in 4" and "a quarter" are all shares.
enum class Scale : std::uint8_t { count, share, points, money, duration, factor, age };

Scale scale_of(QuantityKind kind) {
    switch (kind) {
    case QuantityKind::fraction:
    case QuantityKind::ratio:
    case QuantityKind::percent:
        return Scale::share;
    case QuantityKind::percentage_points:
        return Scale::points;
    case QuantityKind::money:
        return Scale::money;
    case QuantityKind::duration:
        return Scale::duration;
    case QuantityKind::multiplier:
        return Scale::factor;
    case QuantityKind::age:
        return Scale::age;
    default:
        return Scale::count;
    }
}

/// The true values that a printed one allows.
struct Interval {
    double low = 0;
    double high = 0;

    [[nodiscard]] bool meets(const Interval& other) const { return low <= other.high && other.low <= high; }
};

bool is_coarse(const Quantity& quantity) {
    return quantity.of == QuantityKind::ratio || quantity.of == QuantityKind::fraction;
}

Interval allowed(double value, const Quantity& quantity, double leeway) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const double size = std::abs(value);
    const double print = std::max({quantity.step / 2, is_coarse(quantity) ? size * leeway : 0, size * 1e-9});
    // A bound is not rounded: "over 20" leaves 20.5 open, but not 19.5.
    const double edge = size * 1e-9;
    switch (quantity.hedge) {
    case Hedge::none:
        return {value - print, value + print};
    case Hedge::approximately: {
        const double around = std::max(print, size * hedge_leeway);
        return {value - around, value + around};
    }
    case Hedge::almost:
        return {value - std::max(print, size * hedge_leeway), value - edge};
    case Hedge::under:
        return {-infinite, value - edge};
    case Hedge::over:
        return {value + edge, infinite};
    case Hedge::at_least:
        return {value, infinite};
    case Hedge::up_to:
        return {-infinite, value};
    }
    return {value, value};
}

} // namespace

bool contradict(const Quantity& a, const Quantity& b) {
    if (scale_of(a.of) != scale_of(b.of)) return true;
    // A sum of money whose sign leaves the currency open fits any dollar.
    const bool open = a.unit == "$" || b.unit == "$";
    if (scale_of(a.of) == Scale::money && a.unit != b.unit && !open) return true;
    const double leeway = is_coarse(a) && is_coarse(b) ? ratios_leeway : ratio_leeway;
    const bool changes = a.kind == QuantityKind::change || b.kind == QuantityKind::change;
    if (a.kind == b.kind || changes) {
        if (a.kind != b.kind) return true;
        const bool starts = allowed(a.low, a, leeway).meets(allowed(b.low, b, leeway));
        return !starts || !allowed(a.high, a, leeway).meets(allowed(b.high, b, leeway));
    }
    const auto spanned = [leeway](const Quantity& quantity) {
        return Interval{allowed(quantity.low, quantity, leeway).low, allowed(quantity.high, quantity, leeway).high};
    };
    return !spanned(a).meets(spanned(b));
}

} // namespace statlint
