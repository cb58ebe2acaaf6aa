#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "text/sentence_breaks.hpp"

using namespace statlint;

namespace {

std::vector<std::size_t> ours(std::string_view text) {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < text.size();) found.push_back(at = next_sentence_break(text, at));
    return found;
}

/// ICU's own iterator, which ours must agree with.
class Icu {
  public:
    Icu() {
        UErrorCode status = U_ZERO_ERROR;
        breaks_ = ubrk_open(UBRK_SENTENCE, "en", nullptr, 0, &status);
        REQUIRE(U_SUCCESS(status));
    }
    Icu(const Icu&) = delete;
    Icu& operator=(const Icu&) = delete;
    ~Icu() {
        ubrk_close(breaks_);
        utext_close(&utext_);
    }

    std::vector<std::size_t> operator()(std::string_view text) {
        UErrorCode status = U_ZERO_ERROR;
        utext_openUTF8(&utext_, text.data(), static_cast<std::int64_t>(text.size()), &status);
        ubrk_setUText(breaks_, &utext_, &status);
        REQUIRE(U_SUCCESS(status));
        std::vector<std::size_t> found;
        for (ubrk_first(breaks_);;) {
            const auto at = ubrk_next(breaks_);
            if (at == UBRK_DONE) return found;
            found.push_back(static_cast<std::size_t>(at));
        }
    }

  private:
    UBreakIterator* breaks_ = nullptr;
    UText utext_ = UTEXT_INITIALIZER;
};

} // namespace

TEST_CASE("sentence breaks are those of ICU, on random rows of what decides about them") {
    const std::string_view pieces[] = {
        ".",
        ".",
        ".",
        "!",
        "?",
        " ",
        " ",
        "a",
        "B",
        "1",
        "(",
        ")",
        "\"",
        "'",
        "]",
        ",",
        ":",
        ";",
        "-",
        "%",
        "$",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "\xE2\x80\x9C",
        "\xE2\x80\x9D",
        "\xE2\x80\x99", // curly quotation marks
        "\xC2\xA0",
        "\xE2\x80\x93",
        "\xE2\x80\xA6", // no-break space, dash, ellipsis
        "\xC3\xA9",
        "\xC3\x89",
        "\xE3\x81\x82", // é, É, a letter without case
        "\xCC\x81",
        "\xC2\xAD",
        "\xE2\x80\x8D", // marks that belong to the character before
        "\xE3\x80\x82",
        "\xD8\x9F",
        "\xC2\x85",
        "\xE2\x80\xA9",
        "\xE2\x80\xA4", // other terminators and separators
        "Mr",
        "U.S.",
        "p.",
        "3.5",
        "word",
        "Word",
    };
    Icu icu;
    std::mt19937 random(5);
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        const auto count = random() % 14;
        for (unsigned i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
        CAPTURE(text);
        REQUIRE(ours(text) == icu(text));
    }
}

TEST_CASE("sentence breaks are those of ICU, on bytes that are no UTF-8") {
    Icu icu;
    std::mt19937 random(6);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        const auto count = random() % 12;
        for (unsigned i = 0; i < count; ++i) {
            constexpr std::string_view some = ".! aB1\n\xC2\xA0\xE2\x80\x9D\xF0\xFF";
            text += some[random() % some.size()];
        }
        CAPTURE(text);
        REQUIRE(ours(text) == icu(text));
    }
}
