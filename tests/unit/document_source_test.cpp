#include <doctest/doctest.h>

#include "document/document.hpp"

using namespace statlint;

TEST_CASE("from text to source over pieces of every sort") {
    Document document;
    //                 0123456789012345678
    document.source = "ab &amp; cd\r\n> ef  n";
    document.text = "ab & cd ef\nn";
    document.pieces = {{{0, 3}, {0, 3}}, {{3, 4}, {3, 8}}, {{4, 7}, {8, 11}}, {{7, 8}, {11, 15}}, {{8, 10}, {15, 17}}};
    struct Row {
        TextSpan text;
        SourceSpan want;
    };
    const Row rows[] = {
        {{0, 2}, {0, 2}},   {{1, 2}, {1, 2}},   {{3, 4}, {3, 8}},   {{1, 5}, {1, 9}},
        {{5, 10}, {9, 17}}, {{7, 8}, {11, 15}}, {{6, 9}, {10, 16}}, {{10, 10}, {17, 17}},
        {{0, 0}, {0, 0}},   {{4, 4}, {8, 8}},   {{2, 2}, {2, 2}},   {{12, 12}, {17, 17}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text.start);
        CAPTURE(row.text.end);
        CHECK(document.to_source(row.text).start == row.want.start);
        CHECK(document.to_source(row.text).end == row.want.end);
    }
    CHECK(Document{}.to_source({0, 0}) == SourceSpan{});
}

TEST_CASE("a note that stands further up in the source") {
    Document document;
    document.source = "a [note] b";
    document.text = "a b\nnote";
    document.pieces = {{{0, 2}, {0, 2}}, {{2, 3}, {9, 10}}, {{4, 8}, {3, 7}}};
    CHECK(document.to_source({4, 8}) == SourceSpan{3, 7});
    CHECK(document.to_source({0, 3}) == SourceSpan{0, 10});
    const SourceSpan both = document.to_source({2, 8});
    CHECK(both.start <= both.end);
}
