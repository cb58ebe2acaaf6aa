#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "rules/rule.hpp"

namespace statlint {

constexpr std::string_view inconsistent_figures = "inconsistent-figures";

/// A value that a draft states for a figure: what inconsistent-figures compares.
struct GivenValue {
    FigureIndex figure = none;
    Quantity quantity;
    bool off = false;     ///< it is not the corpus's value
    bool sure = false;    ///< without a doubt it is about the figure
    std::string words;    ///< hedge, number and unit
    std::string sentence; ///< where it stands, for people
};

/// Nothing where the statistic is about no figure, or is named without being stated.
[[nodiscard]] std::optional<GivenValue> given_value(const Document& document, const Statistic& statistic);

/// Whether no value agrees with both, hedges and printed precision granted. A count and a share contradict nothing.
[[nodiscard]] bool disagree(const Quantity& a, const Quantity& b);

/// Reports a value of the draft that is given otherwise: elsewhere in it, or in the draft at `path`.
void report_inconsistency(RuleContext& context, std::uint32_t statistic, const GivenValue& other,
                          std::string_view path = {});

} // namespace statlint
