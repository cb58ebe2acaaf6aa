#include <array>
#include <cmath>
#include <random>
#include <string>

#include <fmt/format.h>

#include "quantity/amount.hpp"
#include "quantity_soundness.hpp"
#include "quantity_test_words.hpp"

using namespace statlint;

TEST_CASE("both grammars make progress on every path") {
    CHECK(problems_of_quantity_grammar() == 0);
    CHECK(problems_of_exclusion_grammar() == 0);
}

namespace {

constexpr std::array<std::string_view, 96> pieces = {"one",      "two",      "three",   "twenty",     "ninety",
                                                     "hundred",  "thousand", "million", "billion",    "dozen",
                                                     "half",     "third",    "quarter", "fifths",     "twenty-first",
                                                     "twice",    "doubled",  "fold",    "times",      "every",
                                                     "sixth",    "a",        "an",      "and",        "or",
                                                     "to",       "from",     "between", "in",         "out",
                                                     "of",       "per",      "cent",    "percentage", "points",
                                                     "point",    "minus",    "almost",  "more",       "than",
                                                     "over",     "under",    "about",   "up",         "as",
                                                     "many",     "at",       "least",   "aged",       "years",
                                                     "old",      "year",     "day",     "minutes",    "USD",
                                                     "AUD",      "MEUR",     "dollars", "cents",      "us",
                                                     "May",      "page",     "Table",   "Act",        "am",
                                                     "majority", "$",        "US$",     "€",          "₱",
                                                     "%",        "½",        "⅔",       "–",          "-",
                                                     "−",        "±",        "≥",       "+",          "/",
                                                     ".",        ",",        ":",       "(",          ")",
                                                     "[",        "]",        "#",       "\u00a0",     "\u2009",
                                                     "\u202f",   "\n",       "５",      "'",          "’",
                                                     "x"};

std::string random_text(std::mt19937& random) {
    std::string text;
    const auto length = random() % 40;
    for (unsigned i = 0; i < length; ++i) {
        switch (random() % 8) {
        case 0:
            text += static_cast<char>(random() & 0xffu);
            break;
        case 1:
            text += std::to_string(random() % 3000);
            break;
        case 2:
            text += static_cast<char>('0' + random() % 10);
            break;
        default:
            text += pieces[random() % pieces.size()];
            break;
        }
        if (random() % 3 != 0) text += ' ';
    }
    return text;
}

} // namespace

TEST_CASE("whatever the bytes, spans are inside, in order, apart, and on code point borders") {
    std::mt19937 random(20231124);
    for (int i = 0; i < 20000; ++i) {
        // A buffer of exactly this size lets the address sanitizer see a read past its end.
        const std::string made = random_text(random);
        const std::vector<char> bytes(made.begin(), made.end());
        const std::string_view text(bytes.data(), bytes.size());
        const auto found = test::find(text);
        if (!test::sound(text, found)) FAIL(made);
        const auto again = test::find(text);
        REQUIRE(again.size() == found.size());
        for (std::size_t k = 0; k < found.size(); ++k) REQUIRE(again[k].span == found[k].span);
    }
}

TEST_CASE("a point that begins no number is passed, not met again and again") {
    for (const std::string_view text :
         {"and/.5", "2/.32e13", "x..5", "_.5", "1-.5 and 2,.7", "#.5", "a@.5", ":.5", "[.5]"})
        CHECK(test::sound(text, test::find(text)));
}

TEST_CASE("numbers of more digits than fit are no quantities") {
    const std::string digits(80, '5');
    for (const std::string_view pattern :
         {"1 in {0}", "{0} out of {0}", "1 per {0}", "{0}%", "one boy in {0}", "two to {0}", "${0} million"}) {
        const std::string text = fmt::format(fmt::runtime(pattern), digits);
        CHECK(test::sound(text, test::find(text)));
    }
}

TEST_CASE("long runs stay linear") {
    for (const std::string_view piece : {"1", "1,000,", "one ", "hundred and ", "5 to ", "a", "1-", "[1", "more than ",
                                         "$", "0 ", "½", "(1)", "10%,"}) {
        std::string text;
        while (text.size() < 200'000) text += piece;
        CHECK(test::sound(text, test::find(text)));
    }
}
