#pragma once
#include "quantity/amount.hpp"
#include "quantity/candidates.hpp"
#include "quantity/left_words.hpp"

namespace statlint {

/// A number in its surroundings: what the rules of context look at.
struct Sighting {
    const char* origin; ///< where the text begins
    const char* begin;  ///< behind the last quantity: hedges before it are not this one's
    const char* end;
    const NumberWords::Tables& tables;
    const Reading& reading;
    const LeftContext& left;

    [[nodiscard]] const Amount& amount() const { return reading.left; }
    [[nodiscard]] const Amount& last() const { return reading.paired ? reading.right : reading.left; }
    [[nodiscard]] std::string_view next_word() const; ///< behind spaces; empty where something else comes next
};

/// Whether the words around a number say that it counts nothing: years, days of a month, page and section numbers,
/// list markers, "first half", "a third party".
[[nodiscard]] bool names_something(const Sighting& sighting);

/// What kind of quantity the amounts are, and its values.
[[nodiscard]] Quantity classify(const Sighting& sighting, std::uint32_t base);

/// "11, 42 and 78 per cent": numbers that share the unit of the last one. `first` is the first quantity of the text.
void share_units(std::string_view text, std::uint32_t base, const NumberWords::Tables& tables,
                 std::vector<Quantity>& quantities, std::size_t first);
/// "one boy in five": a ratio with its noun inside.
void join_parted_ratios(std::string_view text, std::uint32_t base, const NumberWords::Tables& tables,
                        std::vector<Quantity>& quantities, std::size_t first);
/// "more than 10 and less than 20" is one range.
void join_bounds(std::string_view text, std::uint32_t base, const NumberWords::Tables& tables,
                 std::vector<Quantity>& quantities, std::size_t first);

/// "The youngest was 17 and the oldest 72", "youngest and oldest: 17 and 72" become one range of ages.
void join_ages(std::string_view text, std::uint32_t base, const NumberWords::Tables& tables,
               std::vector<Quantity>& quantities, std::size_t first);

} // namespace statlint
