#include "match/compare.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace statlint {
namespace {

// Bounds of rhetoric, as shares of the bound: "more than a quarter" is fair for 28.5 %, not for 60 %.
constexpr double over_reach = 1.25;
constexpr double most_cut = 0.2;    ///< of the exact value
constexpr double small_count = 100; ///< below it a count that is near another is no slip of it
constexpr double almost_reach = 0.89;
constexpr double under_reach = 0.75;
constexpr double about_reach = 0.10;
constexpr double ratio_reach = 0.06; ///< "3 in 10" for 28.5 %

enum class Family : std::uint8_t { share, points, count, money, duration, multiplier, age };

Family family(QuantityKind kind) {
    switch (kind) {
    case QuantityKind::percent:
    case QuantityKind::ratio:
    case QuantityKind::fraction:
        return Family::share;
    case QuantityKind::percentage_points:
        return Family::points;
    case QuantityKind::money:
        return Family::money;
    case QuantityKind::duration:
        return Family::duration;
    case QuantityKind::multiplier:
        return Family::multiplier;
    case QuantityKind::age:
        return Family::age;
    default:
        return Family::count;
    }
}

bool same(double a, double b) {
    return std::abs(a - b) <= 1e-6 * std::max({1e-9, std::abs(a), std::abs(b)});
}

/// A bare "$" may be any dollar, but no euro.
bool same_currency(std::string_view one, std::string_view other) {
    const auto dollars = [](std::string_view unit) { return unit == "$" || (unit.size() == 3 && unit[2] == 'D'); };
    if (one == "$" || other == "$") return dollars(one) && dollars(other);
    return one == other;
}

double seconds_of(std::string_view unit) {
    constexpr std::array<std::pair<std::string_view, double>, 7> units{{{"second", 1},
                                                                        {"minute", 60},
                                                                        {"hour", 3600},
                                                                        {"day", 86400},
                                                                        {"week", 604800},
                                                                        {"month", 2629800},
                                                                        {"year", 31557600}}};
    for (const auto& [name, seconds] : units)
        if (name == unit) return seconds;
    return 0;
}

/// Whether a hedge makes no other claim than another one before the same number.
bool same_claim(Hedge draft, Hedge printed) {
    const auto plain = [](Hedge h) { return h == Hedge::none || h == Hedge::approximately; };
    if (plain(draft) && plain(printed)) return true;
    if (draft == printed) return true;
    if (draft == Hedge::under && printed == Hedge::almost) return true;
    if (draft == Hedge::at_least && printed == Hedge::over) return true;
    if (draft == Hedge::over && printed == Hedge::at_least) return true;
    // "around 1 in 5" takes nothing from "almost 1 in 5".
    return draft == Hedge::approximately && (printed == Hedge::almost || printed == Hedge::over);
}

/// Place value of the last digit that a writer who hedges with "about" means: the zeros at the end don't count.
double loose_step(const Quantity& q) {
    double step = q.step;
    if (step <= 0) return 0;
    while (step < std::abs(q.low) && std::abs(std::fmod(q.low / step + 1e-9, 10.0)) < 1e-6) step *= 10;
    return step;
}

/// A correct rounding (or cut) of `exact` to the digits that the draft prints.
bool rounds(const Quantity& draft, double value, double exact, bool printed_share_of_ratio) {
    if (draft.kind == QuantityKind::ratio || draft.kind == QuantityKind::fraction)
        return std::abs(value - exact) <= ratio_reach * exact;
    double step = draft.step;
    const bool count = !is_share(draft.kind) && draft.kind != QuantityKind::percentage_points;
    // "30 days" is no rounding of 28, "8,500 people" one of 8,503.
    const bool small = draft.step > 0 && std::abs(exact) < small_count * draft.step;
    if ((count && !small) || draft.hedge == Hedge::approximately) step = loose_step(draft);
    if (step <= 0) return false;
    // A step as large as the value itself tells nothing: "100,000" is no rounding of 145.
    if (step > std::abs(exact)) return false;
    if (std::abs(value - exact) <= step / 2 * 1.0001) return true;
    // "A thousand" is no cut of 1,965.
    return !printed_share_of_ratio && exact >= value && exact - value < step * 0.9999 &&
           exact - value < most_cut * exact;
}

/// The best point value that is known for a figure, 0 where only hedged forms are printed.
double known_value(const Figure& figure, Family wanted) {
    double best = 0;
    double best_step = 0;
    for (const Statement& statement : figure.statements) {
        const Quantity& q = statement.quantity;
        if (statement.disputed || q.is_pair() || family(q.kind) != wanted) continue;
        if (q.hedge != Hedge::none && q.hedge != Hedge::approximately) continue;
        // A percentage is finer than a ratio, and one with more digits finer than one with fewer.
        const double step =
            q.step > 0 && q.kind != QuantityKind::ratio && q.kind != QuantityKind::fraction ? q.step : q.low;
        if (best == 0 || step < best_step) {
            best = q.low;
            best_step = step;
        }
    }
    return best;
}

Agreement compare_values(const Quantity& draft, const Quantity& printed, double value, double target, double known) {
    const bool equal = same(value, target);
    if (equal && same_claim(draft.hedge, printed.hedge)) return Agreement::exact;
    // With a better value than the printed one, bounds and roundings are measured against that.
    const bool plain = printed.hedge == Hedge::none || printed.hedge == Hedge::approximately;
    const double truth = known != 0 ? known : plain ? target : 0;
    const double low = truth != 0                                                        ? truth
                       : printed.hedge == Hedge::almost || printed.hedge == Hedge::under ? target * 0.9
                                                                                         : target;
    const double high = truth != 0                                                        ? truth
                        : printed.hedge == Hedge::almost || printed.hedge == Hedge::under ? target
                                                                                          : target * 1.1;
    switch (draft.hedge) {
    case Hedge::almost:
        if (high < value && low >= value * almost_reach) return Agreement::bound;
        break;
    case Hedge::under:
        if (high < value && low >= value * under_reach) return Agreement::bound;
        break;
    case Hedge::over:
        if (low > value && high <= value * over_reach) return Agreement::bound;
        break;
    case Hedge::at_least:
        if (low >= value && high <= value * over_reach && !equal) return Agreement::bound;
        break;
    case Hedge::up_to:
        if (high <= value && low >= value * almost_reach && !equal) return Agreement::bound;
        break;
    case Hedge::none:
    case Hedge::approximately: {
        const bool ratio = printed.kind == QuantityKind::ratio || printed.kind == QuantityKind::fraction;
        if (draft.hedge == Hedge::approximately && truth != 0 && std::abs(value - truth) <= about_reach * truth * 0.6)
            return same(value, truth) ? Agreement::exact : Agreement::rounded;
        // A ratio printed as a percentage is a conversion, not a rounding.
        if (plain && ratio && draft.kind == QuantityKind::percent && rounds(draft, value, target, true))
            return Agreement::exact;
        if (equal && !plain) return Agreement::hedge_wrong;
        if (plain && rounds(draft, value, target, false)) return Agreement::rounded;
        break;
    }
    }
    if (equal) return Agreement::hedge_wrong;
    return Agreement::value_wrong;
}

std::string digits_of(double value) {
    std::string digits;
    for (const char c : fmt::format("{:.6g}", value))
        if (c >= '1' && c <= '9') digits += c;
    return digits;
}

bool slipped(double value, double target, bool small) {
    if (value <= 0 || target <= 0) return false;
    const double ratio = value / target;
    // 14 staff are not 12 analysts miscounted.
    if (!small && ratio > 0.8 && ratio < 1.25) return true;
    // Thousands for millions, but not five children for half a million.
    constexpr double most_powers = 3;
    const double power = std::log10(ratio);
    if (std::abs(power - std::round(power)) < 1e-6) return std::abs(power) < most_powers + 0.5;
    std::string a = digits_of(value);
    std::string b = digits_of(target);
    std::ranges::sort(a);
    std::ranges::sort(b);
    return a == b && a.size() >= 2;
}

Comparison compare_statement(const Quantity& written, const Quantity& printed, double known) {
    Quantity draft = written;
    const bool small = written.kind == QuantityKind::cardinal && written.low < small_count;
    // "Sorted under three headings": before a small count the word is a place, not a bound.
    if (draft.kind == QuantityKind::cardinal && draft.hedge == Hedge::under && draft.low <= 12)
        draft.hedge = Hedge::none;
    Comparison result;
    if (!comparable(draft, printed)) return result;
    // "17 to 72 years" are ages beside ages.
    if (family(draft.is_pair() ? draft.of : draft.kind) == Family::duration &&
        family(printed.is_pair() ? printed.of : printed.kind) != Family::duration) {
        const double year = seconds_of("year");
        draft.low /= year;
        draft.high /= year;
        draft.step /= year;
    }
    const QuantityKind kind = draft.is_pair() ? draft.of : draft.kind;
    const QuantityKind own = printed.is_pair() ? printed.of : printed.kind;
    if (printed.is_pair() && !draft.is_pair()) {
        const bool end = same(draft.low, printed.low) || same(draft.low, printed.high);
        // A count is no misquote of a range, but a share or a sum of money may be.
        const bool weighable = is_share(draft.kind) || draft.kind == QuantityKind::money;
        if (!weighable || (!end && printed.kind == QuantityKind::change)) return result;
        const bool below = draft.low < printed.low;
        const bool above = draft.low > printed.high;
        // "4.2%" may be one of the studies between "2.2% - 4.4%".
        if (!end && !below && !above) return result;
        const bool bound =
            (above && draft.low * almost_reach <= printed.high &&
             (draft.hedge == Hedge::up_to || draft.hedge == Hedge::under || draft.hedge == Hedge::almost)) ||
            (below && draft.low * over_reach >= printed.low &&
             (draft.hedge == Hedge::over || draft.hedge == Hedge::at_least));
        result.agreement = end ? Agreement::exact : bound ? Agreement::bound : Agreement::value_wrong;
        result.slip = slipped(draft.low, printed.low, small) || slipped(draft.low, printed.high, small);
    } else if (draft.is_pair() && !printed.is_pair()) {
        // A range that does not hold the figure's value is another statistic.
        if (draft.low > printed.low || printed.low > draft.high) return result;
        result.agreement = Agreement::bound;
    } else if (printed.is_pair()) {
        // An open upper end ("16-65+") is written as one number by some and as two by others.
        const bool low = same(draft.low, printed.low) || rounds(draft, draft.low, printed.low, false);
        const bool high = same(draft.high, printed.high) || rounds(draft, draft.high, printed.high, false);
        const bool equal = same(draft.low, printed.low) && same(draft.high, printed.high);
        const bool turned = same(draft.low, printed.high) && same(draft.high, printed.low);
        result.agreement = equal         ? Agreement::exact
                           : turned      ? Agreement::direction_wrong
                           : low && high ? Agreement::rounded
                                         : Agreement::value_wrong;
        result.slip =
            same(draft.low, printed.low) || same(draft.high, printed.high) || slipped(draft.low, printed.low, small);
    } else {
        result.agreement = compare_values(draft, printed, draft.low, printed.low, known);
        result.slip = slipped(draft.low, printed.low, small);
    }
    if (own == QuantityKind::multiplier && draft.low < 1 && printed.low > 1)
        result.agreement = Agreement::direction_wrong;
    if (family(kind) == Family::points && family(own) == Family::share) {
        // 28.5 percentage points for 28.5 per cent.
        result.agreement = result.agreement <= Agreement::hedge_wrong ? Agreement::unit_wrong : Agreement::incomparable;
    } else if (kind == QuantityKind::money && agrees(result.agreement) && !same_currency(draft.unit, printed.unit)) {
        result.agreement = Agreement::unit_wrong;
    } else if (kind == QuantityKind::duration && result.agreement == Agreement::value_wrong &&
               draft.unit != printed.unit) {
        const double one = seconds_of(draft.unit);
        const double other = seconds_of(printed.unit);
        if (one > 0 && other > 0 && same(draft.low / one, printed.low / other))
            result.agreement = Agreement::unit_wrong;
    }
    return result;
}

} // namespace

bool comparable(const Quantity& draft, const Quantity& printed) {
    const Family mine = family(draft.is_pair() ? draft.of : draft.kind);
    const Family its = family(printed.is_pair() ? printed.of : printed.kind);
    if (mine == its) return true;
    if (mine == Family::points && its == Family::share) return true;
    // "Half as likely".
    if (draft.kind == QuantityKind::fraction && its == Family::multiplier) return true;
    // An age range may be written without the word: "16 to 65".
    return (its == Family::age && mine == Family::count && draft.is_pair()) ||
           (mine == Family::age && its == Family::count && draft.is_pair() && printed.is_pair()) ||
           // "from 17 to 72 years"
           (mine == Family::duration && draft.unit == "year" &&
            (its == Family::age || (its == Family::count && draft.is_pair() && printed.is_pair())));
}

Comparison compare(const Quantity& draft, const Figure& figure) {
    Comparison best;
    const double known = known_value(figure, family(draft.is_pair() ? draft.of : draft.kind));
    for (std::uint32_t i = 0; i < figure.statements.size(); ++i) {
        Comparison one = compare_statement(draft, figure.statements[i].quantity, known);
        one.statement = i;
        const bool slip = best.slip || one.slip;
        if (one.agreement < best.agreement) best = one;
        best.slip = slip;
    }
    return best;
}

std::string expected_text(const Quantity& draft, const Figure& figure) {
    const QuantityKind kind = draft.is_pair() ? draft.of : draft.kind;
    const Statement* chosen = &figure.statements.front();
    for (const Statement& statement : figure.statements) {
        const Quantity& q = statement.quantity;
        if (!statement.disputed && (q.is_pair() ? q.of : q.kind) == kind && q.is_pair() == draft.is_pair()) {
            chosen = &statement;
            break;
        }
    }
    return chosen->value;
}

} // namespace statlint
