// JSON and YAML: every string is a block of its own, with bytes and key path.
#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"

using namespace statlint;

namespace {

Result<Document> read(const char* format, std::string bytes) {
    Result<Document> document = format_by_name(format)->read(std::move(bytes));
    if (document) check_document(*document);
    return document;
}

/// "path: text" a line.
std::string places(const char* format, std::string_view bytes) {
    const Result<Document> document = read(format, std::string(bytes));
    if (!document) return document.error().to_string();
    std::string out;
    for (const Block& block : document->blocks)
        out += block.location + ": " + std::string(document->view(block.text)) + "\n";
    return out;
}

struct Row {
    std::string_view what, source, want;
};

} // namespace

TEST_CASE("the strings of JSON") {
    const Row rows[] = {
        {"paths", R"({"posts":[{"text":"1 in 6","n":5},{"text":"2 in 6"}],"a b":{"c":["x",["y"]]}})",
         "posts[0].text: 1 in 6\nposts[1].text: 2 in 6\n[\"a b\"].c[0]: x\n[\"a b\"].c[1][0]: y\n"},
        {"escapes", R"(["\u201c6\u201d \"men\" \ud83d\ude00 a\/b\\c\td"])", "[0]: “6” \"men\" \U0001F600 a/b\\c\td\n"},
        {"paragraphs, markup, code", R"x(["a\nb\n\n**1** in [6](http://x.y)\n\n    x = 5\n"])x",
         "[0]: a b\n[0]: 1 in 6\n"},
        {"a string alone, and nothing in it", R"("x")", ": x\n"},
        {"white space", R"({"a":"   ","b":"   c"})", "b: c\n"},
        {"no strings", "[1, 2.5, true, null, {}]", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(places("json", row.source) == row.want);
    }
}

TEST_CASE("the strings of YAML") {
    const Row rows[] = {
        {"paths", "posts:\n  - text: 1 in 6\n    n: 5\n  - text: 2 in 6\nflow: {a: [x, \"y\"], b: z}\n",
         "posts[0].text: 1 in 6\nposts[1].text: 2 in 6\nflow.a[0]: x\nflow.a[1]: y\nflow.b: z\n"},
        {"no strings", "a: 5\nb: 2.5e3\nc: true\nd: ~\ne:\nf: -7\n", ""},
        {"what looks like a number but is a string", "a: \"5\"\nb: 28.5%\nc: 1 in 6\n", "a: 5\nb: 28.5%\nc: 1 in 6\n"},
        {"quotes", "a: 'it''s 5'\nb: \"\\u201c6\\u201d \\\"x\\\" \\x41\\n\\nmore\"\n",
         "a: it's 5\nb: “6” \"x\" A\nb: more\n"},
        {"lines that go on", "a: one\n  two\n\n  three\nb: \"four\n  fi\\\n  ve\"\nc: 'six\n\n  seven'\n",
         "a: one two\na: three\nb: four five\nc: six\nc: seven\n"},
        {"literal and folded", "a: |+2 # why\n   one\n   two\n\nb: >-\n  three\n  four\n\n  five\n",
         "a: one two\nb: three four\nb: five\n"},
        {"anchors are read once, aliases not at all", "a: &x text\nb: *x\nc:\n  <<: {d: e}\n",
         "a: text\nc[\"<<\"].d: e\n"},
        {"two documents", "--- a\n--- {b: c}\n", ": a\ndocument 2: b: c\n"},
        {"keys that are no strings, tags", "? [k, l]\n: v\n! t: !!str &a # c\n  5\n",
         "[\"?\"][0]: k\n[\"?\"][1]: l\n[\"?\"]: v\nt: 5\n"},
        {"carriage returns, a byte order mark, letters of several bytes",
         "\xEF\xBB\xBF\xC3\xA4: \xE2\x80\x9C"
         "5\xE2\x80\x9D\r\nb: \"6\r\n  7\"\r\n",
         "ä: “5”\nb: 6 7\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(places("yaml", row.source) == row.want);
    }
}

TEST_CASE("a statistic in a folded string, and comments") {
    const auto document = read("yaml", "# \xC3\xA4 first\nk: >\n  about 1\n  in 6 # no comment\n"
                                       "l: \"# none\" # last\nm: a#b\nn: |  # head\n  x\n");
    REQUIRE(document.has_value());
    const auto at = static_cast<std::uint32_t>(document->text.find("1 in 6"));
    CHECK(document->view(document->to_source({at, at + 6})) == "1\n  in 6");
    REQUIRE(document->comments.size() == 3);
    CHECK(document->comments[0].text == " \xC3\xA4 first");
    CHECK(document->comments[1].text == " last");
    CHECK(document->comments[2].text == " head");
}

TEST_CASE("notes and links of a string are its own") {
    const auto document = read("json", R"x(["a[^1]\n\n[^1]: Salter","b[^1] c[^2]\n\n[^1]: Other","[d](http://e)"])x");
    REQUIRE(document.has_value());
    CHECK(reference_outline(*document) == "1@a\n2:1@b\n2@b c\nhttp://e=d\n");
}

TEST_CASE("data that can't be read") {
    const std::string deep(100'000, '['), deep_map = [] {
        std::string text;
        for (int i = 0; i < 100'000; ++i) text += "{a: ";
        return text;
    }();
    const struct {
        const char* format;
        std::string bytes;
        std::string_view message;
        int line;
    } rows[] = {
        {"json", "{\"a\": \"b\",\n}", "not valid JSON", 2},
        {"json", "[\"cut", "not valid JSON", 1},
        {"json", "", "not valid JSON", 1},
        {"json", deep, "nested", 1},
        {"json", "[\"\\ud800\"]", "not valid JSON", 1},
        {"yaml", "a: b\n c: d\n", "not valid YAML", 2},
        {"yaml", "a: \"cut", "not valid YAML", 1},
        {"yaml", "a: b\nc: {{ template }} d\n", "not valid YAML", 2},
        {"yaml", deep, "nested", 1},
        {"yaml", deep_map, "nested", 1},
        {"yaml", "a: \"\\xZZ\"", "not valid YAML", 1},
    };
    for (const auto& row : rows) {
        CAPTURE(row.bytes.substr(0, 40));
        const auto document = read(row.format, row.bytes);
        REQUIRE(!document.has_value());
        CHECK(document.error().message.find(row.message) != std::string::npos);
        CHECK(document.error().line == row.line);
    }
    // Aliases that would unfold to billions of nodes are never unfolded.
    std::string bomb = "a0: &a0 [x, x]\n";
    for (int i = 1; i < 50; ++i) bomb += fmt::format("a{}: &a{} [*a{}, *a{}]\n", i, i, i - 1, i - 1);
    CHECK(read("yaml", bomb).has_value());
    std::string many = "[";
    for (int i = 0; i < 1'000'001; ++i) many += "0,";
    CHECK(read("json", many + "0]").error().message.find("values") != std::string::npos);
    CHECK(read("yaml", many + "0]").error().message.find("values") != std::string::npos);
}
