#include <array>
#include <cmath>
#include <random>
#include <string>

#include "quantity/amount.hpp"
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

/// Where code points begin, and the end; a byte that belongs to none stands for itself.
std::vector<bool> borders_of(std::string_view text) {
    std::vector<bool> borders(text.size() + 1, false);
    std::size_t at = 0;
    while (at < text.size()) {
        borders[at] = true;
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
        std::size_t taken = 1;
        while (taken < size && at + taken < text.size() &&
               (static_cast<unsigned char>(text[at + taken]) & 0xc0u) == 0x80u)
            ++taken;
        at += taken == size ? size : 1;
    }
    borders[text.size()] = true;
    return borders;
}

bool sound(std::string_view text, const std::vector<Quantity>& found) {
    const std::vector<bool> borders = borders_of(text);
    std::uint32_t end = 0;
    for (const Quantity& quantity : found) {
        if (quantity.span.start < end || quantity.span.empty() || quantity.span.end > text.size()) return false;
        for (const TextSpan span : {quantity.span, quantity.hedge_span, quantity.first, quantity.second})
            if (span.end < span.start || span.end > text.size() || !borders[span.start] || !borders[span.end])
                return false;
        if (!std::isfinite(quantity.low) || !std::isfinite(quantity.high) || !std::isfinite(quantity.step))
            return false;
        if (quantity.kind != QuantityKind::change && quantity.low > quantity.high) return false;
        end = quantity.span.end;
    }
    return true;
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
        if (!sound(text, found)) FAIL(made);
        const auto again = test::find(text);
        REQUIRE(again.size() == found.size());
        for (std::size_t k = 0; k < found.size(); ++k) REQUIRE(again[k].span == found[k].span);
    }
}

TEST_CASE("long runs stay linear") {
    for (const std::string_view piece : {"1", "1,000,", "one ", "hundred and ", "5 to ", "a", "1-", "[1", "more than ",
                                         "$", "0 ", "½", "(1)", "10%,"}) {
        std::string text;
        while (text.size() < 200'000) text += piece;
        CHECK(sound(text, test::find(text)));
    }
}
