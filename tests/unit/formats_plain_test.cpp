#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"

using namespace statlint;

namespace {

Document plain(std::string source) {
    return read_checked(read_plain, std::move(source));
}

} // namespace

TEST_CASE("the blocks of plain text") {
    const OutlineRow rows[] = {
        {"nothing", "", ""},
        {"blank lines", " \n\t\r\n\n", ""},
        {"wrapped paragraphs", "One\n  two \nthree\n\n\nfour", "paragraph: One two three\nparagraph: four\n"},
        {"CRLF, CR and BOM", "\xEF\xBB\xBFOne\r\ntwo\r\n\r\nthree\rfour\r\rfive",
         "paragraph: One two\nparagraph: three four\nparagraph: five\n"},
        {"headings", "MEMO TO ALL\n\nTitle\n=====\nx\n\nPart\n----\n\ny",
         "heading2: MEMO TO ALL\nheading1: Title\nparagraph: x\nheading2: Part\nparagraph: y\n"},
        {"a rule is no heading", "One\n\n-----\n\ntwo", "paragraph: One\nparagraph: two\n"},
        {"list", "We found:\n- one\n  more\n- two\n\nend",
         "paragraph: We found:\nlist_item1 list=0 lead_in=0: one more\nlist_item1 list=0 lead_in=0: two\nparagraph: "
         "end\n"},
        {"nested list", "L\n\n* a\n  * b\n* c\n",
         "paragraph: L\nlist_item1 list=0 lead_in=0: a\nlist_item2 list=1 lead_in=1: b\nlist_item1 list=0 lead_in=0: "
         "c\n"},
        {"two lists", "- a\n\n1. b\n2) c\n", "list_item1 list=0: a\nlist_item1 list=1: b\nlist_item1 list=1: c\n"},
        {"bullets", "• a\n• b\n", "list_item1 list=0: a\nlist_item1 list=0: b\n"},
        {"wrapped numbers are no items", "It rose by\n15. That was in\n2023. And\n- 5 more",
         "paragraph: It rose by 15. That was in 2023. And - 5 more\n"},
        {"numbers in parts", "1. A\n1.1 Bo\n1.2 Cy\n\nof\n2.5 Di",
         "list_item1 list=0: A\nlist_item1 list=0: Bo\nlist_item1 list=0: Cy\nparagraph: of 2.5 Di\n"},
        {"notes", "Text [1].\n\nNotes\n\n1. One\n   more\n2. Two\n",
         "paragraph: Text [1].\nheading2: Notes\nfootnote #1: One more\nfootnote #2: Two\n"},
        {"bracketed notes", "Text.\n\n[1] One\n[12] Two\n", "paragraph: Text.\nfootnote #1: One\nfootnote #12: Two\n"},
        {"spaces that are no ASCII", "27\u2009217 and 13\u00a0hours “x”",
         "paragraph: 27\u2009217 and 13\u00a0hours “x”\n"},
    };
    check_outlines(rows, plain);
}

TEST_CASE("a large number before capitals is no number of a paragraph") {
    const auto kind = [](const char* text) { return read_plain(text)->blocks.at(0).kind; };
    CHECK(kind("28.5 PER CENT of Australians\n") == BlockKind::paragraph);
    CHECK(kind("3.1 Dr Lee spoke\n") == BlockKind::list_item);
    CHECK(kind("12.4 Aims\n") == BlockKind::list_item);
}

TEST_CASE("a statistic over two lines of plain text") {
    const Document document = plain("About 1\r\n  in 6 men");
    const auto at = static_cast<std::uint32_t>(document.text.find("1 in 6"));
    CHECK(document.view(document.to_source({at, at + 6})) == "1\r\n  in 6");
}

TEST_CASE("formats by name and by path") {
    CHECK((format_by_name("markdown")->read == read_markdown));
    CHECK(format_by_name("word") == nullptr);
    struct Row {
        std::string_view path;
        std::string_view want;
    };
    const Row rows[] = {{"a.md", "markdown"},
                        {"b/c.MARKDOWN", "markdown"},
                        {"x.qmd", "markdown"},
                        {"x.txt", "text"},
                        {"x.htm", "html"},
                        {"x.XHTML", "html"},
                        {"x.tex", "latex"},
                        {"x.rst", "rst"},
                        {"x.adoc", "asciidoc"},
                        {"x.ORG", "org"},
                        {"x.md.bak", ""},
                        {"dir.md/file", ""},
                        {"", ""}};
    for (const Row& row : rows) {
        CAPTURE(row.path);
        const Format* format = format_by_path(row.path);
        CHECK((format != nullptr ? format->name : "") == row.want);
    }
}

TEST_CASE("what is no text is refused with its place") {
    using namespace std::string_literals;
    struct Row {
        std::string bytes;
        int line, column;
    };
    const Row rows[] = {
        {"a\xFF", 1, 2},        {"é\nab\xC3(", 2, 3},       {"\0"s, 1, 1},
        {"a\r\nb\0c"s, 2, 2},   {"\xED\xA0\x80", 1, 1},     {"x\xC0\x80", 1, 2},
        {"cut \xE2\x80", 1, 5}, {"\xF4\x90\x80\x80", 1, 1}, {std::string(40, 'x') + "\x80", 1, 41},
    };
    for (const Row& row : rows) {
        for (const Format& format : formats()) {
            const Result<Document> document = format.read(row.bytes);
            REQUIRE(!document.has_value());
            if (format.container) continue; // no place in bytes that are packed
            CHECK(document.error().line == row.line);
            CHECK(document.error().column == row.column);
        }
    }
    CHECK(check_text("“smart” 27\u2009217 \U0001F600").has_value());
}
