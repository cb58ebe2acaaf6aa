#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "corpus/embedded_files.hpp"
#include "text/sentences.hpp"

using namespace statlint;

namespace {

const Abbreviations& english() {
    static const Abbreviations loaded = [] {
        for (const EmbeddedFile& file : embedded_files()) {
            if (file.path == "rules/en/abbreviations.toml") return *read_abbreviations(file.text);
        }
        return Abbreviations{};
    }();
    return loaded;
}

} // namespace

TEST_CASE("sentences: a bar stands where one ends") {
    const std::string_view rows[] = {
        "",
        "One",
        "One. |Two! |Three? |Four.",
        "It was 28.5 per cent. |Then it fell.",
        "See p. 12 and pp. 3–4. |Then No. 5, nos. 6 and Fig. 7, Vol. 8.",
        "Salter et al. (2023) found it. |Mathews et al. 2023 too.",
        "So said Salter et al. |The others did not.",
        "Dr. Salter and Prof. Mathews met Mr. Smith, Mrs. Jones and Ms. Lee in St. Ives. |They agreed.",
        "Large platforms, e.g. Discord, i.e. Those, cf. Roche vs. Brown.",
        "J. Smith wrote it. |Smith, J. A. Brown and K. Lee replied.",
        "We chose plan B. |Then it rained.",
        "In the U.S. Department of Justice. |He left the U.S. |The end.",
        "He said no. |Then he left.",
        "“One in six.” |“Two.” |Three.",
        "He asked (was it so?). |It was.",
        "The Stop It Now! campaign drew 193,277 sessions. |Good.",
        "“Is it safe?” she asked.",
        "1. Foo bar. |Baz.",
        "Acme Inc. Australia sued. |Acme Inc. |The suit failed.",
        "About ca. 30 in c. 1990.",
        "Visit example.org today. |Or not.",
        "Wait... |What?",
        "It rose by 3.5 p.p. in 2020.",
        "Ends.\u00a0|Next one.",
        "More than once. |42% of them. |$5 they paid, p. 3 and vol. 2 of approx. 30 say. |“So.” |28 of them.",
        "It isn't \"just once\". |78% of them said more. (8 of 10 do.)",
        "1. 28.5% of them, and then ... 3 of us.",
    };
    SentenceSplitter splitter(english());
    for (const std::string_view row : rows) {
        CAPTURE(row);
        std::string text;
        for (const char c : row) {
            if (c != '|') text.push_back(c);
        }
        std::vector<TextSpan> sentences;
        splitter.split(text, 100, sentences);
        std::string marked;
        std::uint32_t end = 100;
        for (const TextSpan sentence : sentences) {
            CHECK(sentence.start == end);
            if (end > 100) marked += '|';
            marked += text.substr(sentence.start - 100, sentence.size());
            end = sentence.end;
        }
        CHECK(end == 100 + text.size());
        CHECK(marked == row);
    }
}

TEST_CASE("a list of abbreviations that can't be read says where") {
    const auto broken = read_abbreviations("inside = [\"a\", 3]\n");
    REQUIRE(!broken.has_value());
    CHECK(broken.error().line == 1);
    CHECK(!read_abbreviations("nonsense = []").has_value());
    CHECK(!read_abbreviations("inside = [").has_value());
}
