#include <string>

#include <doctest/doctest.h>

#include "text/line_index.hpp"

using namespace statlint;

TEST_CASE("places in every convention") {
    struct Row {
        std::string_view text;
        std::uint32_t offset, line, column, utf16, bytes;
    };
    const Row rows[] = {
        {"", 0, 1, 1, 1, 1},
        {"", 9, 1, 1, 1, 1},
        {"abc", 2, 1, 3, 3, 3},
        {"a\nb\r\nc\rd", 2, 2, 1, 1, 1},
        {"a\nb\r\nc\rd", 3, 2, 2, 2, 2},
        {"a\nb\r\nc\rd", 5, 3, 1, 1, 1},
        {"a\nb\r\nc\rd", 7, 4, 1, 1, 1},
        {"a\n", 2, 2, 1, 1, 1},
        {"é\U0001F600x", 6, 1, 3, 4, 7},
        {"\xEF\xBB\xBF"
         "ab",
         4, 1, 2, 2, 2},
        {"\xEF\xBB\xBF"
         "ab",
         0, 1, 1, 1, 1},
        {"\r\r\n\n", 3, 3, 1, 1, 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CAPTURE(row.offset);
        const Position place = LineIndex(row.text).locate(row.offset);
        CHECK(place.line == row.line);
        CHECK(place.column == row.column);
        CHECK(place.column_utf16 == row.utf16);
        CHECK(place.column_bytes == row.bytes);
    }
}

TEST_CASE("lines and their starts") {
    const LineIndex index("a\nbc\r\n\rd");
    REQUIRE(index.lines() == 4);
    CHECK(index.line(1) == "a");
    CHECK(index.line(2) == "bc");
    CHECK(index.line(3).empty());
    CHECK(index.line(4) == "d");
    CHECK(index.line(5).empty());
    CHECK(index.line(0).empty());
    CHECK(index.line_start(2) == 2);
    CHECK(index.line_start(4) == 7);
    CHECK(index.line_start(99) == 8);
}

TEST_CASE("columns of a line that is longer than a stride") {
    std::string text = "x\n";
    for (int i = 0; i < 5000; ++i) text += "é😀a";
    const LineIndex index(text);
    for (std::uint32_t i = 0; i <= 5000; i += 7) {
        const Position place = index.locate(2 + i * 7);
        CHECK(place.line == 2);
        CHECK(place.column == 1 + 3 * i);
        CHECK(place.column_utf16 == 1 + 4 * i);
    }
}
