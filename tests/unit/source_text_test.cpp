#include <doctest/doctest.h>

#include "rules/source_text.hpp"

using namespace statlint;

TEST_CASE("quotations are found with ellipses, insertions and other marks, and not with other words") {
    const SourceText source("Policy should recognise children\nas victims in their own right. It isn\xE2\x80\x99t a "
                            "by-product of the carers' safety.");
    struct Row {
        const char* quoted;
        bool holds;
    };
    const Row rows[] = {
        {"recognise children as victims", true},
        {"Policy should recognise \xE2\x80\xA6 in their own right", true},
        {"Policy should recognise [...] safety", true},
        {"[c]hildren as victims", true},
        {"children as [the] victims", true},
        {"children [above all] in their own right", true},
        {"It isn't a by\xE2\x80\x93product", true},
        {"in their own right \xE2\x80\xA6 recognise children", false}, // turned round
        {"Policy must recognise children", false},
        {"children are victims in their own right", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.quoted);
        CHECK(source.holds(read_quotation(row.quoted)) == row.holds);
    }
    const SourceText::Nearest nearest = source.nearest(read_quotation("Policy must recognise children as victims")[0]);
    CHECK(nearest.passage == "Policy should recognise children as victims");
    CHECK(nearest.differences == "\"must\" for \"should\"");
    CHECK(source.nearest(read_quotation("something else entirely different")[0]).passage.empty());
    for (const char* hostile : {"", "[", "]", "[[[", "...", "[...", "\xE2\x80\xA6\xE2\x80\xA6", "a]b[c]"}) {
        CAPTURE(hostile);
        (void)source.holds(read_quotation(hostile));
    }
}
