#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace statlint {

enum class QuantityKind : std::uint8_t {
    cardinal,
    fraction,
    ratio,
    percent,
    percentage_points,
    range,
    money,
    duration,
    multiplier,
    change,
    age,
};

/// How a hedge moves the claim. The words are data: rules/en/hedges.toml.
enum class Hedge : std::uint8_t {
    none,
    approximately, ///< about, around, roughly, some, ~
    almost,        ///< nearly, just under, close to: below, but near
    under,         ///< less than, fewer than, below
    over,          ///< more than, just over, upwards of, exceeding
    at_least,      ///< at least, no fewer than, ≥, "5,000+"
    up_to,         ///< up to, as many as, at most, ≤
};

/// A number as written, parsed. Values: a percentage, ratio or fraction is a proportion (28.5 % is 0.285); money and
/// counts are the number in full; durations are seconds; multipliers the factor; ages years.
struct Quantity {
    QuantityKind kind = QuantityKind::cardinal;
    QuantityKind of = QuantityKind::cardinal; ///< ranges and changes: the kind of the two ends; else the same as kind
    double low = 0;                           ///< the value; ranges: the lower end; changes: where it started
    double high = 0;                          ///< the same as low; ranges: the upper end; changes: where it ended
    double step = 0;  ///< place value of the last digit printed, on the scale of the value ("3.2 million": 1e5)
    std::string unit; ///< money: ISO code, or "$" where the sign leaves it open; durations: "second" … "year"
    Hedge hedge = Hedge::none;
    bool in_words = false;  ///< "one in six", "half a million"
    TextSpan span;          ///< number and unit; ranges and changes: both ends; without the hedge
    TextSpan hedge_span;    ///< empty where there is no hedge
    TextSpan first, second; ///< ranges and changes: the two ends; ratios: the two numbers; else empty

    [[nodiscard]] bool is_pair() const { return kind == QuantityKind::range || kind == QuantityKind::change; }
    [[nodiscard]] double value() const { return low; }
};

[[nodiscard]] std::string_view name(QuantityKind kind); ///< "percentage-points"
[[nodiscard]] std::string_view name(Hedge hedge);       ///< "at-least"

/// The words of one language that numbers are written with; from rules/LANG/numbers.toml, units.toml, hedges.toml.
class NumberWords;

/// Finds the quantities in one block of prose, in order, without overlaps. Dates, years, times of day, page, section,
/// list, footnote, phone and version numbers, DOIs, URLs and law sections are left out. `base` is added to every
/// offset. Linear in the text; never throws on any input, valid UTF-8 or not.
void find_quantities(std::string_view text, std::uint32_t base, const NumberWords& words, std::vector<Quantity>& out);

} // namespace statlint
