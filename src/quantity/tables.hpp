#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/archive.hpp"
#include "quantity/number_words.hpp"
#include "text/ascii.hpp"
#include "text/plain_row.hpp"
#include "text/plain_rows.hpp"

namespace statlint {

/// What a word may do in or beside a number; a word may have several roles.
enum class Role : std::uint64_t {
    cardinal = 1ull << 0,
    scale = 1ull << 1,
    denominator = 1ull << 2,
    denominators = 1ull << 3, ///< plural
    after_tens = 1ull << 4,   ///< "first" in "twenty-first"
    factor = 1ull << 5,       ///< "doubled"
    factor_before = 1ull << 6,
    factor_verb = 1ull << 7,
    unit = 1ull << 8, ///< first word of a unit phrase
    article = 1ull << 9,
    conjunction = 1ull << 10,
    point = 1ull << 11,
    minus = 1ull << 12,
    in = 1ull << 13,
    out = 1ull << 14,
    of = 1ull << 15,
    over = 1ull << 16,
    per = 1ull << 17,
    every = 1ull << 18,
    to = 1ull << 19,
    between = 1ull << 20,
    from = 1ull << 21,
    fraction_follower = 1ull << 22,
    factor_follower = 1ull << 23,
    factor_leader = 1ull << 24,
    times_follower = 1ull << 25,
    part_of_a_whole = 1ull << 26,
    not_after_half = 1ull << 27,
    not_after_one = 1ull << 28,
    indefinite = 1ull << 29,
    person = 1ull << 30,
    counted = 1ull << 31,
    aged = 1ull << 32,
    change = 1ull << 33,
    month = 1ull << 34,
    weekday = 1ull << 35,
    reference = 1ull << 36,
    clock = 1ull << 37,
    era = 1ull << 38,
    street = 1ull << 39,
    hedge_end = 1ull << 40,        ///< last word of a hedge
    hedge_start = 1ull << 41,      ///< first word of a hedge that stands behind
    currency_code = 1ull << 42,    ///< stands before a number too
    starts_number = 1ull << 43,    ///< the scanner stops at it
    strong_reference = 1ull << 44, ///< a reference whatever comes behind the number
    since = 1ull << 45,            ///< stands before years
    alternative = 1ull << 47,      ///< "or", "but": between members of a list
    majority = 1ull << 48,
    youngest = 1ull << 51,
    oldest = 1ull << 52,
    way = 1ull << 50,             ///< "down" in "from 90% down to 75%"
    comparison = 1ull << 49,      ///< "than"
    duration_leader = 1ull << 46, ///< "took over two hours": before it "over" does hedge a duration
};

enum class UnitClass : std::uint8_t { percent, points, times, fold, age, age_months, duration, money, measure };

/// What a number is of: a currency, a length of time, per cent.
struct Unit {
    UnitClass kind = UnitClass::measure;
    std::string name;
    double factor = 1; ///< to the scale of the value: 0.01 for per cent and cents, 60 for minutes
};

/// Several tokens that mean one thing: "per cent", "no fewer than". Tokens are lower case, unless `exact`.
struct Phrase {
    std::uint32_t first = 0, last = 0; ///< indices into Tables::tokens
    std::uint32_t meaning = 0;         ///< index into units, or a Hedge
    std::uint32_t exact = 0;           ///< 1 where upper and lower case are as written

    [[nodiscard]] std::uint32_t size() const { return last - first; }
};

/// The phrases of several tokens that a word is the first or the last one of, each a row of Tables::phrases.
enum class PhraseKind : std::uint8_t {
    units,         ///< start with it
    hedges_before, ///< end with it
    hedges_after,  ///< start with it
    fillers,       ///< end with it
};
inline constexpr std::size_t phrase_kinds = 4;

/// Plain bytes without padding, so that a thousand of them are read in place.
struct NumberWord {
    static constexpr std::size_t longest = 23; ///< bytes

    std::array<char, longest> letters{}; ///< lower case
    std::uint8_t size = 0;
    std::uint64_t roles = 0;
    std::uint64_t phrases = 0; ///< first of its rows of Tables::phrases, one for each kind; those at 0 are empty
    double cardinal = 0, scale = 0, denominator = 0, ordinal = 0, factor = 0;

    [[nodiscard]] std::string_view text() const { return {letters.data(), size}; }
    [[nodiscard]] bool is(Role role) const { return (roles & static_cast<std::uint64_t>(role)) != 0; }
    void add(Role role) { roles |= static_cast<std::uint64_t>(role); }
};
static_assert(sizeof(NumberWord) == 80);
template <> inline constexpr bool is_bytes<NumberWord> = true;

/// A sign in or beside a number that is no word: "%", "US$", "½", "≥".
struct Sign {
    std::string text;
    std::size_t meaning = 0;
    double value = 0;
};

/// The data of rules/LANG, arranged for looking up. All rows of phrases and signs have the longest first.
struct NumberWords::Tables {
    /// Place of two letters of any case in the arrays below.
    [[nodiscard]] static constexpr std::size_t letter_pair(char c1, char c2) {
        return ((static_cast<unsigned char>(c1) & 31u) << 5u) | (static_cast<unsigned char>(c2) & 31u);
    }

    [[nodiscard]] const NumberWord* find(std::string_view word) const; ///< any case; null where unknown
    [[nodiscard]] bool is(std::string_view word, Role role) const;     ///< any case
    /// Whether a word of two letters or more may start a number, by its length, its first two and its last two letters:
    /// most words are refused here.
    [[nodiscard]] bool may_start(const char* word, std::size_t length) const {
        const std::uint32_t fitting =
            starts[letter_pair(word[0], word[1])] & start_ends[letter_pair(word[length - 2], word[length - 1])];
        return ((fitting >> (length & 31u)) & 1u) != 0;
    }
    /// Whether these two bytes may begin a vulgar fraction or a full-width digit.
    [[nodiscard]] bool may_start_sign(std::uint8_t c1, std::uint8_t c2) const {
        return sign_starts[((c1 & 15u) << 8u) | c2];
    }

    struct Slot {
        std::uint64_t key = 0;  ///< the first letters
        std::uint32_t word = 0; ///< index into words + 1; 0 where the slot is free
        std::uint32_t size = 0;
    };

    [[nodiscard]] std::span<const Phrase> phrases_of(const NumberWord& word, PhraseKind kind) const {
        return phrases[word.phrases + static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] std::string_view token(std::uint32_t number) const {
        const std::span<const char> letters = tokens[number];
        return {letters.data(), letters.size()};
    }

    void index(); ///< builds the hash table; after it no word may be added

    PlainRow<NumberWord> words;
    PlainRows<Phrase> phrases;
    PlainRows<char> tokens; ///< of phrases
    PlainRow<Slot> slots;   ///< open addressing
    std::size_t longest_word = 0;
    std::array<std::uint32_t, 1024> starts{};     ///< by first two letters: a bit for each length
    std::array<std::uint32_t, 1024> start_ends{}; ///< the same by last two letters
    std::array<std::uint32_t, 1024> known{};      ///< by first two letters, the same for all words
    std::array<bool, 4096> sign_starts{};

    std::vector<Unit> units;
    std::vector<Sign> unit_signs;     ///< behind the number
    std::vector<Sign> currency_signs; ///< before the number
    std::vector<Sign> currency_marks; ///< behind a number with a bare "$"
    std::vector<Sign> hedge_signs_before, hedge_signs_after;
    std::vector<std::string> not_before_durations;
    std::vector<std::string> percent_heads, count_heads; ///< words of a table's headers, lower case
    std::vector<Sign> vulgar_fractions;
    std::vector<Sign> suffixes_glued, suffixes_spaced, suffixes_money;
    std::vector<std::string> literals;
    std::vector<std::string> dotted_clock;    ///< "a.m"
    std::vector<std::string> ordinal_endings; ///< "th", the longest first
    std::vector<std::string> verb_endings;    ///< "ed"
    std::vector<std::string> file_endings;
};

} // namespace statlint
