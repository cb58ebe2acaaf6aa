#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "quantity/number_words.hpp"

namespace statlint {

/// A whole number in words: "thirty-seven". Nothing above 100, which nobody spells, and nothing that is not whole.
[[nodiscard]] std::optional<std::string> spell_out(double value, const NumberWords& words);

/// The part of a whole in words: "quarter" for 4; "quarters" where `several`. Nothing where the language has none.
[[nodiscard]] std::optional<std::string> spell_denominator(double value, bool several, const NumberWords& words);

/// Writes the number of `printed` ("28.5%", "seven") the way `draft` writes its own ("thirty per cent", "1 965"):
/// digits or words, the separator between thousands, and whatever stands around the number in the draft. Both hold one
/// number. Nothing where that style can't say it.
[[nodiscard]] std::optional<std::string> number_like(std::string_view draft, std::string_view printed,
                                                     const NumberWords& words);

} // namespace statlint
