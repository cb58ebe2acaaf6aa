#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "corpus/contradiction.hpp"
#include "corpus_sample.hpp"
#include "quantity/quantity_reader.hpp"

using namespace statlint;

namespace {

constexpr std::string_view works = R"([{"id": "a-2020", "title": "A"}, {"id": "b-2021", "title": "B"}])";

std::string report(const std::vector<CorpusFile>& files) {
    const auto loaded = load_corpus(files, number_words());
    std::string text;
    if (loaded) return text;
    for (const Error& error : loaded.error()) text += error.to_string() + "\n";
    return text;
}

std::string figures(std::string_view toml) {
    return report({{"works.json", works}, {"f.toml", toml}});
}
std::string json(std::string_view text) {
    return report({{"w.json", text}});
}

/// A sound figure of four lines and a statement of three more; `extra` comes between them, at line 5.
std::string sound(std::string_view extra, std::string_view statement = "value = \"1 in 6\"\nwork = \"a-2020\"\n") {
    return "[[figure]]\nid = \"x.y\"\nmeasure = \"m\"\nwork = \"a-2020\"\n" + std::string(extra) +
           "\n[[figure.statement]]\n" + std::string(statement);
}

} // namespace

TEST_CASE("a sound corpus of the user's own loads, from several files") {
    CHECK(figures(sound("")) == "");
    const auto loaded = load_corpus(
        {{"works.json", works},
         {"more.json", R"([{"id": 7, "volume": 3, "issued": {"raw": "May 2019"}, "x-own": 1}])"},
         {"f.toml", sound("needs = [\"a\", \"girl | boy\"]\nwho = [\"girl\"]\ndirection = \"less\"\n"
                          "valid_until = 2026-12-31\nsuperseded_by = \"z\"\nnote = \"n\"\nabout = [\"a\"]")},
         {"g.toml", "[[figure]]\nid = \"z\"\nmeasure = \"m\"\nwork = \"7\"\n[[figure.statement]]\nvalue = \"12\"\n"
                    "work = \"7\"\npage = 4\n[[finding]]\nid = \"f\"\nwork = \"7\"\nsays = \"s\"\nneeds = [\"c\"]"}},
        number_words());
    REQUIRE(loaded);
    CHECK(loaded->works.size() == 3);
    CHECK(loaded->works[2].year == 2019);
    CHECK(loaded->works[2].volume == "3");
    const Figure& figure = loaded->figures[0];
    CHECK(figure.needs == std::vector<std::vector<std::string>>{{"a"}, {"girl", "boy"}});
    CHECK(figure.who == std::vector<std::string>{"girl"});
    CHECK(figure.direction == "less");
    CHECK(figure.valid_until == "2026-12-31");
    CHECK(figure.superseded_by == "z");
    CHECK(figure.path == "f.toml");
    CHECK(figure.line == 2);
    CHECK(loaded->figures[1].statements[0].page == "4");
    CHECK(loaded->findings[0].needs == std::vector<std::vector<std::string>>{{"c"}});
}

TEST_CASE("errors in a file of figures name the line and column") {
    struct Row {
        std::string toml;
        std::string report;
    };
    const std::string first = "f.toml:5:";
    const Row rows[] = {
        {sound("mesure = \"m\""), first + "1: unknown key \"mesure\", did you mean \"measure\"?\n"},
        {sound("qqqqqqqq = 1"), first + "1: unknown key \"qqqqqqqq\"\n"},
        {sound("population = 5"), first + "14: \"population\" is a text, not a number\n"},
        {sound("accept = \"a\""), first + "10: \"accept\" is an array of texts, not a text\n"},
        {sound("accept = [\"ä\", 5]"), first + "16: \"accept\" holds texts that are not empty\n"},
        {sound("needs = [\"a | \"]"), first + "10: \"needs\" has an empty alternative\n"},
        {sound("place = \" \""), first + "9: \"place\" is empty\n"},
        {sound("direction = \"up\""), first + "13: \"direction\" is \"more\" or \"less\", not \"up\"\n"},
        {sound("valid_until = \"31 May\""), first + "15: \"31 May\" is no date: write it as 2026-12-31\n"},
        {sound("valid_until = \"2026-02-30\""), first + "15: \"2026-02-30\" is no date: write it as 2026-12-31\n"},
        {sound("valid_until = 5"), first + "15: \"valid_until\" is a date, not a number\n"},
        {sound("also = [\"c-2021\"]"), first + "9: unknown work \"c-2021\", did you mean \"b-2021\"?\n"},
        {sound("via = [\"nobody-1999\"]"), first + "8: unknown work \"nobody-1999\"\n"},
        {sound("superseded_by = \"x.z\""), first + "17: unknown figure \"x.z\", did you mean \"x.y\"?\n"},
        {sound("superseded_by = \"x.y\""), first + "17: a figure can't be superseded by itself\n"},
        {sound("", "value = \"some\"\nwork = \"a-2020\"\n"), "f.toml:7:9: \"some\" can't be read as one number\n"},
        {sound("", "value = \"1 in 6, or 15%\"\nwork = \"a-2020\"\n"),
         "f.toml:7:9: \"1 in 6, or 15%\" can't be read as one number\n"},
        {sound("", "value = \"1 in 6\"\n"), "f.toml:6:1: a statement without \"work\"\n"},
        {sound("", "work = \"a-2020\"\n"), "f.toml:6:1: a statement without \"value\"\n"},
        {sound("", "value = \"1 in 6\"\nwork = \"a-2020\"\ndisputed = \"yes\"\n"),
         "f.toml:9:12: \"disputed\" is true or false, not a text\n"},
        {sound("") + "[[figure.statement]]\nvalue = \"1 in 5\"\nwork = \"b-2021\"\n",
         "f.toml:10:9: \"1 in 5\" contradicts \"1 in 6\" at f.toml:7: "
         "mend one, or mark this one with disputed = true\n"},
        {sound("") + sound(""), "f.toml:10:6: duplicate id \"x.y\": the first is at f.toml:2\n"},
        {"[[figure]]\nid = \"x\"\nmeasure = \"m\"\nwork = \"a-2020\"\n",
         "f.toml:2:6: a figure without a [[figure.statement]]\n"},
        {"[[finding]]\nid = \"x\"\n",
         "f.toml:1:1: a finding without \"says\"\nf.toml:1:1: a finding without \"work\"\n"},
        {"[finding]\nid = \"x\"\n",
         "f.toml:1:1: \"finding\" is an array of tables, [[double brackets]], not a table\n"},
        {"[[figures]]\nid = \"x\"\n", "f.toml:1:3: unknown key \"figures\", did you mean \"figure\"?\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.toml);
        CHECK(figures(row.toml) == row.report);
    }
}

TEST_CASE("a TOML file that can't be parsed names the place") {
    const std::string text = figures("[[figure]]\nid = \"x\n");
    CAPTURE(text);
    CHECK(text.starts_with("f.toml:2:"));
    CHECK(text.find("not valid TOML") != std::string::npos);
}

TEST_CASE("a disputed statement may differ") {
    const std::string other = "[[figure.statement]]\nvalue = \"1 in 5\"\nwork = \"b-2021\"\ndisputed = true\n";
    CHECK(figures(sound("") + other) == "");
}

TEST_CASE("errors in a file of works name the line and column") {
    struct Row {
        std::string text;
        std::string report;
    };
    const Row rows[] = {
        {"[\n {\"id\": \"a\",}\n]", "w.json:2:13: not valid JSON"},
        {"[\n {\"id\": \"ä\" \"b\"}\n]", "w.json:2:13: not valid JSON: unexpected string literal; expected '}'"},
        {"", "w.json:1:1: not valid JSON: the file ends too early"},
        {"[{\"id\": \"a\"}", "w.json:1:13: not valid JSON: the file ends too early"},
        {"{\"id\": \"a\"}", "w.json:1:1: a CSL-JSON file is an array of works, not an object"},
        {"[\n 5]", "w.json:2:2: a work is an object, not a number"},
        {"[\n {\"title\": \"T\"}]", "w.json:2:2: a work without an \"id\""},
        {"[{\"id\": \"\"}]", "w.json:1:9: an empty \"id\""},
        {"[{\"id\": true}]", "w.json:1:9: \"id\" is a text, not true or false"},
        {"[{\"id\": \"a\"},\n {\"id\": \"a\"}]", "w.json:2:9: duplicate id \"a\": the first is at w.json:1"},
        {"[{\"id\": \"a\",\n \"titel\": \"T\"}]", "w.json:2:2: unknown field \"titel\", did you mean \"title\"?"},
        {"[{\"id\": \"a\", \"issued\": {}}]", "w.json:1:24: \"issued\" is a date with a year"},
        {"[{\"id\": \"a\", \"author\": \"B\"}]", "w.json:1:24: \"author\" is an array of names, not a text"},
        {"[{\"id\": \"a\", \"author\": [{\"given\": \"B\"}]}]", "w.json:1:25: a name has a \"family\""},
        {"[{\"id\": \"a\", \"volume\": 12, \"page\": []}]", "w.json:1:36: \"page\" is a text, not an array"},
        {"[{\"id\": \"a\", \"custom\": {\"alias\": []}}]",
         "w.json:1:25: unknown key \"alias\", did you mean \"aliases\"?"},
        {"[{\"id\": \"a\", \"custom\": {\"aliases\": \"A\"}}]",
         "w.json:1:36: \"aliases\" is an array of texts, not a text"},
        {"[{\"id\": \"a\", \"custom\": {\"aliases\": [5]}}]",
         "w.json:1:37: \"aliases\" holds texts that are not empty"},
        {"[{\"id\": \"a\", \"custom\": {\"overview\": 1}}]",
         "w.json:1:37: \"overview\" is true or false, not a number"},
        {"[{\"id\": \"a\", \"custom\": {\"counts-as\": [\"b\"]}}]", "w.json:1:39: unknown work \"b\""},
        {"\xEF\xBB\xBF[{\"id\": \"\"}]", "w.json:1:9: an empty \"id\""},
        {"[{\"id\": \"a\xFF\"}]", "w.json:1:11: not valid JSON: invalid string: ill-formed UTF-8 byte\n"},
        {"[{\"id\": \"a\n\"}]", "w.json:1:11: not valid JSON: invalid string: control character"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const std::string text = json(row.text);
        CAPTURE(text);
        CHECK(text.starts_with(row.report));
    }
}

TEST_CASE("all errors of all files are told, in the order of the files") {
    const std::string text = report({{"w.json", "[{\"title\": \"T\"}]"},
                                     {"f.toml", "[[figure]]\nid = \"x\"\nidd = 1\n"},
                                     {"g.toml", "= 1\n"},
                                     {"read.me", "?"}});
    CHECK(text == "w.json:1:2: a work without an \"id\"\n"
                  "f.toml:1:1: a figure without \"measure\"\n"
                  "f.toml:1:1: a figure without \"work\"\n"
                  "f.toml:2:6: a figure without a [[figure.statement]]\n"
                  "f.toml:3:1: unknown key \"idd\", did you mean \"id\"?\n" +
                      text.substr(text.find("g.toml"), text.find("read.me") - text.find("g.toml")) +
                      "read.me: not a corpus file: works are in .json files, figures in .toml files\n");
    CHECK(text.find("g.toml:1:1: not valid TOML") != std::string::npos);
}

TEST_CASE("which printed forms contradict each other") {
    struct Row {
        std::string a, b;
        bool quarrel;
    };
    const Row rows[] = {
        {"1 in 6", "15.1%", false},
        {"around one in six", "15.1%", false},
        {"1 in 6", "1 in 5", true},
        {"a quarter", "1 in 4", false},
        {"more than 1 in 3", "37.3%", false},
        {"more than 1 in 3", "31%", true},
        {"almost 1 in 5", "18.8%", false},
        {"almost 1 in 5", "one in five", false},
        {"almost 1 in 5", "more than 1 in 5", true},
        {"28.5%", "28.5 per cent", false},
        {"28.5%", "29%", false},
        {"28.5%", "25.8%", true},
        {"1,965", "1,945", true},
        {"1,965", "about 2,000", false},
        {"nearly a quarter of a million", "250,000", false},
        {"3.2 million", "3,188,793", false},
        {"28%", "28 percentage points", true},
        {"$100 AUD", "$100 USD", true},
        {"$100", "$100 USD", false},
        {"5 hours", "5 minutes", true},
        {"21% to 65%", "21-65%", false},
        {"21% to 65%", "21-56%", true},
        {"from 90% to 75%", "from 75% to 90%", true},
        {"up to 20", "25", true},
        {"at least 20", "25", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.a);
        CAPTURE(row.b);
        const std::optional<Quantity> a = read_quantity(row.a, number_words());
        const std::optional<Quantity> b = read_quantity(row.b, number_words());
        REQUIRE(a);
        REQUIRE(b);
        CHECK(contradict(*a, *b) == row.quarrel);
        CHECK(contradict(*b, *a) == row.quarrel);
    }
}

TEST_CASE("hostile input neither crashes nor hangs") {
    CHECK(json(std::string(100000, '[')).find("nested deeper") != std::string::npos);
    CHECK(!figures("a = " + std::string(100000, '[')).empty());
    CHECK(!figures(std::string("\0\xFF\xC0", 3)).empty());
    std::string many;
    for (int i = 0; i < 3000; ++i) {
        many += "[[figure]]\nid = \"f" + std::to_string(i) + "\"\nmeasure = \"m\"\nwork = \"nowhere" +
                std::to_string(i) + "\"\n[[figure.statement]]\nvalue = \"" + std::to_string(i + 3000) +
                "\"\nwork = \"a-2020\"\n";
    }
    const auto start = std::chrono::steady_clock::now();
    CHECK(!figures(many).empty());
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}
