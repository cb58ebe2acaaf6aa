#pragma once
#include <cstdint>
#include <limits>

#include "quantity/lookup.hpp"
#include "quantity/tables.hpp"

namespace statlint {

/// How a number is put together, before anything is known about what it counts.
enum class Shape : std::uint8_t {
    cardinal,
    fraction, ///< "a third", "4/5"
    ratio,    ///< "1 in 6"
    nth,      ///< the "sixth" of "every sixth"
    factor,   ///< "doubled"
};

/// Adds up number words one by one: "two hundred" "and" "twelve" "thousand".
struct Sum {
    double total = 0; ///< groups that have their scale
    double group = 0; ///< the group under way, below the next scale
    double last_scale = std::numeric_limits<double>::infinity();
    bool started = false;
    bool after_scale = false; ///< the last word was "hundred" or a scale
    bool digits = false;      ///< the group was printed in digits

    [[nodiscard]] double value() const { return total + group; }
    /// Takes the next word; false, and no change, where the number can't go on with it.
    bool take(const NumberWord& word);
    /// Takes digits as the next group: "4 thousand 3 hundred and 21".
    bool take_digits(double value);
};

/// One number with its unit, as the grammar reads it. Pointers are into the text.
struct Amount {
    const char* begin = nullptr;
    const char* end = nullptr;
    const char* number_begin = nullptr;
    const char* number_end = nullptr; ///< without the unit
    double value = 0;                 ///< with its scale, without its unit
    double step = 1;                  ///< place value of the last printed digit, with its scale
    double scale = 1;                 ///< 1e6 in "3.2 million"
    double numerator = 0, denominator = 0;
    const char* numerator_end = nullptr;
    const char* denominator_begin = nullptr;
    double unit_scale = 1;                             ///< 1e6 in "MEUR 60"
    double share_base = 0, share_count = 0, share = 0; ///< "two" "and three" "quarters"
    const Unit* unit = nullptr;
    Shape shape = Shape::cardinal;
    Sum sum;
    std::uint32_t digit_count = 0;
    bool unit_before = false; ///< "$5"
    bool in_words = false;
    bool grouped = false; ///< "1,965"
    bool decimal = false;
    bool negative = false;
    bool article = false;   ///< "a third"
    bool slash = false;     ///< "4/5"
    bool tens_open = false; ///< decimals in words end in "seventy": a digit may come
    bool majority = false;  ///< more than its value: "the majority of"

    [[nodiscard]] bool bare() const { return unit == nullptr && shape == Shape::cardinal; }
    /// Digits and nothing else: it could be a year, a page, a house number.
    [[nodiscard]] bool plain_digits() const { return bare() && !in_words && !grouped && !decimal && scale == 1; }
};

/// 10, 100, 1000 …; a number of more digits than fit is infinite, and none.
[[nodiscard]] bool power_of_ten(double value);

enum class Link : std::uint8_t { none, to, dash, conjunction, arrow };
enum class RatioLink : std::uint8_t { in, in_every, out_of, per, over };

/// What stands to the left of a number and changes how it is read.
struct Surroundings {
    bool after_between = false;
    bool after_from = false;
    bool after_every = false;
};

/// The state of one parse: the amounts read so far. `right` is the second end of a range.
struct Reading {
    const NumberWords::Tables& tables;
    const char* text_begin;
    Surroundings around;
    Amount left = {}, right = {};
    Link link = Link::none;
    RatioLink ratio_link = RatioLink::in;
    const char* unit_place = nullptr; ///< where a unit was looked for last
    UnitMatch unit_match = {};
    bool reading_right = false;
    bool paired = false; ///< a range was read

    const UnitMatch& find_unit(const char* at, const char* end) {
        if (at != unit_place) {
            unit_match = unit_at(at, end, tables);
            unit_place = at;
        }
        return unit_match;
    }
    [[nodiscard]] Amount& now() { return reading_right ? right : left; }
};

/// Reads one amount or a range of two at `begin`; false where the grammar finds none.
bool read_amounts(const char* begin, const char* end, Reading& reading);

/// The length of what looks like a number at `begin` and is none: a date, time, phone or version number; 0 if nothing.
[[nodiscard]] std::size_t not_a_quantity(const char* begin, const char* end, const NumberWords::Tables& tables);

/// What pegtl::analyze has to say about the two grammars: the number of problems, for the tests.
[[nodiscard]] std::size_t problems_of_quantity_grammar();
[[nodiscard]] std::size_t problems_of_exclusion_grammar();

} // namespace statlint
