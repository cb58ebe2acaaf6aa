#pragma once
#include <string>

#include "corpus/corpus.hpp"
#include "quantity/quantity.hpp"

namespace statlint {

/// How a quantity of a draft stands to a figure; from the best to the worst.
enum class Agreement : std::uint8_t {
    exact,           ///< as printed, or a conversion of it
    bound,           ///< a true bound: "more than a quarter" of 28.5 %
    rounded,         ///< fewer digits than printed
    hedge_wrong,     ///< the number is right, the hedge changes the claim
    unit_wrong,      ///< the digits are right, the unit is not
    direction_wrong, ///< a rise for a fall
    value_wrong,
    incomparable, ///< another kind of quantity altogether
};

[[nodiscard]] constexpr bool agrees(Agreement a) {
    return a <= Agreement::rounded;
}

struct Comparison {
    Agreement agreement = Agreement::incomparable;
    std::uint32_t statement = 0; ///< the statement that comes closest; index into Figure::statements
    bool slip = false;           ///< the wrong value looks like a slip: digits swapped, a power of ten, a near miss
};

/// Compares with every statement of the figure; a draft that agrees with any of them is right.
[[nodiscard]] Comparison compare(const Quantity& draft, const Figure& figure);

/// True for two quantities that can be set against each other at all: shares with shares, money with money.
[[nodiscard]] bool comparable(const Quantity& draft, const Quantity& printed);

/// What to write instead, in the draft's own form where the corpus prints it in that form.
[[nodiscard]] std::string expected_text(const Quantity& draft, const Figure& figure);

/// True for shares of a whole: percentages, ratios, fractions.
[[nodiscard]] constexpr bool is_share(QuantityKind kind) {
    return kind == QuantityKind::percent || kind == QuantityKind::ratio || kind == QuantityKind::fraction;
}

} // namespace statlint
