#include <limits>

#include <doctest/doctest.h>

#include "report/json_writer.hpp"
#include "report/snippet.hpp"

using namespace statlint;

TEST_CASE("JSON has its commas, escapes and numbers right") {
    std::string out;
    JsonWriter json(out);
    json.begin_object().member("a", "x\"\\\n\t\x01é").member("b", 0.1 + 0.2).member("c", 3);
    json.key("d").begin_array().value(true).null().begin_object().end_object().end_array();
    json.member("e", std::numeric_limits<double>::infinity()).member("f", "\xFF").end_object();
    CHECK(out == "{\"a\":\"x\\\"\\\\\\n\\t\\u0001é\",\"b\":0.3,\"c\":3,\"d\":[true,null,{}],\"e\":null,"
                 "\"f\":\"\xEF\xBF\xBD\"}");
}

TEST_CASE("numbers have at most ten digits") {
    CHECK(format_number(1.0 / 6) == "0.1666666667");
    CHECK(format_number(3188793) == "3188793");
    CHECK(format_number(500000) == "500000");
}

namespace {

struct Row {
    const char* line;
    std::size_t start, end;
    const char* shown;
    const char* marks;
};

constexpr Row table[] = {
    {"1 in 5 men", 0, 6, "1 in 5 men", "^~~~~~"},
    {"of 1 in 5", 3, 9, "of 1 in 5", "   ^~~~~~"},
    {"\tof 5 men", 4, 5, "\tof 5 men", "\t   ^"},
    {"é 5", 3, 4, "é 5", "  ^"},                        // two bytes, one column
    {"e\xCC\x81 5", 4, 5, "e\xCC\x81 5", "  ^"},        // a combining accent takes none
    {"\xE4\xBA\xBA 5", 4, 5, "\xE4\xBA\xBA 5", "   ^"}, // a wide character takes two
    {"\033[31m5", 5, 6, "\xEF\xBF\xBD[31m5", "     ^"}, // an escape sequence stays harmless
    {"ends here", 9, 9, "ends here", "         ^"},
    {"runs on", 5, 40, "runs on", "     ^~"}, // the part goes on in the next line
    {"", 0, 0, "", "^"},
};

} // namespace

TEST_CASE("marks stand under the part") {
    for (const Row& row : table) {
        CAPTURE(row.line);
        const Snippet snippet = make_snippet(row.line, row.start, row.end);
        CHECK(snippet.line == row.shown);
        CHECK(snippet.marks == row.marks);
    }
}

TEST_CASE("a long line is cut around the part") {
    std::string line;
    for (int i = 0; i < 500; ++i) line += "word ";
    const std::size_t at = line.size();
    line += "1 in 5";
    for (int i = 0; i < 500; ++i) line += " word";
    const Snippet snippet = make_snippet(line, at, at + 6);
    CHECK(snippet.line.size() < 200);
    CHECK(snippet.line.starts_with("…word"));
    CHECK(snippet.line.ends_with("word…"));
    const std::size_t mark = snippet.marks.find('^');
    CHECK(snippet.line.substr(mark + 2, 6) == "1 in 5"); // the ellipsis has two bytes more than columns
}
