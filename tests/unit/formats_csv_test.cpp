#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"

using namespace statlint;

namespace {

Document table(std::string bytes, const char* format = "csv") {
    Result<Document> document = format_by_name(format)->read(std::move(bytes));
    if (!document) FAIL(document.error().message);
    check_document(*document);
    return *std::move(document);
}

} // namespace

TEST_CASE("the cells of separated values") {
    struct Row {
        std::string_view what, source, want;
    };
    const Row rows[] = {
        {"a header row", "Who,Share\nmen,1 in 6\n",
         "table_cell table=0 0,0 header: Who\ntable_cell table=0 0,1 header: Share\ntable_cell table=0 1,0: men\n"
         "table_cell table=0 1,1: 1 in 6\n"},
        {"no header row", "men,6\nwomen,2",
         "table_cell table=0 0,0: men\ntable_cell table=0 0,1: 6\n"
         "table_cell table=0 1,0: women\ntable_cell table=0 1,1: 2\n"},
        {"quotes, doubled quotes, separators and line ends inside", "a,b\r\n\"say \"\"1 in 6\"\"\",\"x,\r\n y\"\r\n",
         "table_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\n"
         "table_cell table=0 1,0: say \"1 in 6\"\ntable_cell table=0 1,1: x, y\n"},
        {"empty cells and lines, uneven rows", "a;b;c\n\n;;3 men\n;\n",
         "table_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\ntable_cell table=0 0,2 header: c\n"
         "table_cell table=0 1,2: 3 men\n"},
        {"semicolons with decimal commas", "Jahr;Anteil\n2020;1,5\n2021;2,5\n",
         "table_cell table=0 0,0 header: Jahr\ntable_cell table=0 0,1 header: Anteil\ntable_cell table=0 1,0: 2020\n"
         "table_cell table=0 1,1: 1,5\ntable_cell table=0 2,0: 2021\ntable_cell table=0 2,1: 2,5\n"},
        {"Excel's first line", "sep=|\na|b\n", "table_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\n"},
        {"quotation marks that are the cell's own", "a,b\n\"12\" men,it's 5\" long\n",
         "table_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\n"
         "table_cell table=0 1,0: \"12\" men\ntable_cell table=0 1,1: it's 5\" long\n"},
        {"nothing", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(outline(table(std::string(row.source))) == row.want);
    }
    CHECK(outline(table("a,b\tc\n1,5\t2\n", "tsv")) ==
          "table_cell table=0 0,0 header: a,b\ntable_cell table=0 0,1 header: c\ntable_cell table=0 1,0: 1,5\n"
          "table_cell table=0 1,1: 2\n");
}

TEST_CASE("a cell has bytes, row and column") {
    const Document document = table("\xEF\xBB\xBF"
                                    "Who,Share\n\nmen,\"about \"\"1 in 6\"\"\"\n");
    const auto at = static_cast<std::uint32_t>(document.text.find("1 in 6"));
    CHECK(document.view(document.to_source({at, at + 6})) == "1 in 6");
    CHECK(document.view(document.to_source({at - 1, at + 7})) == "\"\"1 in 6\"\"");
    CHECK(document.location_of(at) == "row 3, column 2");
}

TEST_CASE("tables that can't be read, and large ones") {
    const auto broken = format_by_name("csv")->read("a,b\nc,\"never closed\n1,2\n");
    REQUIRE(!broken.has_value());
    CHECK(broken.error().line == 2);
    CHECK(broken.error().column == 3);
    std::string many;
    for (int i = 0; i < 600'000; ++i) many += "x,y\n";
    CHECK(format_by_name("csv")->read(many).error().message.find("values") != std::string::npos);
    CHECK(format_by_name("csv")->read(std::string(1'000'000, '"')).has_value());
    CHECK(format_by_name("csv")->read(std::string(2'000'000, ',')).has_value());
}
