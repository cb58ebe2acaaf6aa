#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"

using namespace statlint;

namespace {

Document markdown(std::string source) {
    return read_checked(read_markdown, std::move(source));
}

} // namespace

TEST_CASE("the blocks of Markdown") {
    const OutlineRow rows[] = {
        {"nothing", "", ""},
        {"only markup", "<!-- x -->\n\n***\n\n```\n1 in 6\n```\n", ""},
        {"headings and paragraphs", "# A\nOne\ntwo\n\nB\n=\n\n## C *d* ##\n",
         "heading1: A\nparagraph: One two\nheading1: B\nheading2: C d\n"},
        {"emphasis leaves the text", "**1 in 6** _men_ ~~x~~ ***28.5*%**", "paragraph: 1 in 6 men x 28.5%\n"},
        {"code is no prose", "A `1 in 6` b`c`d `e`\n\n    1 in 5\n", "paragraph: A b d\n"},
        {"entities and escapes", "13&nbsp;hours &amp; 5\\% \\*x &#8217; &unknown; &frac12; \\[1\\]",
         "paragraph: 13\u00a0hours & 5% *x ’ &unknown; ½ [1]\n"},
        {"breaks are spaces", "one  \ntwo\\\nthree\n   four<br>five<br/>\nsix",
         "paragraph: one two three four five six\n"},
        {"tight list with lead-in", "We found:\n\n- one\n- two\n  wrapped\n",
         "paragraph: We found:\nlist_item1 list=0 lead_in=0: one\nlist_item1 list=0 lead_in=0: two wrapped\n"},
        {"loose list, two paragraphs", "1. one\n\n   more\n\n2. two\n",
         "list_item1 list=0: one\nlist_item1 list=0: more\nlist_item1 list=0: two\n"},
        {"nested lists", "L:\n- a\n  - b\n    - c\n- d\n",
         "paragraph: L:\nlist_item1 list=0 lead_in=0: a\nlist_item2 list=1 lead_in=1: b\n"
         "list_item3 list=2 lead_in=2: c\nlist_item1 list=0 lead_in=0: d\n"},
        {"a heading is no lead-in", "# H\n- a\n", "heading1: H\nlist_item1 list=0: a\n"},
        {"code between is no lead-in", "P\n\n```\nx\n```\n\n- a\n", "paragraph: P\nlist_item1 list=0: a\n"},
        {"task list", "- [x] done\n- [ ] open\n", "list_item1 list=0: done\nlist_item1 list=0: open\n"},
        {"quotation", "> a\nlazy\n>\n> - b\n", "quote: a lazy\nlist_item1 list=0 lead_in=0: b\n"},
        {"table with captions", "Table 1: T\n\n| a | b |\n|---|---|\n| **1** | 2 |\n\n*Source: S*\n\nNote the rest\n",
         "caption table=0: Table 1: T\ntable_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\n"
         "table_cell table=0 1,0: 1\ntable_cell table=0 1,1: 2\ncaption table=0: Source: S\nparagraph: Note the "
         "rest\n"},
        {"a cell with a marker alone", "| a |\n|---|\n| [^1] |\n",
         "table_cell table=0 0,0 header: a\ntable_cell table=0 1,0: \n"},
        {"image", "See ![chart *one*](c.png) here\n\n![alone](d.png)\n",
         "paragraph: See here\nalt_text: chart one\nalt_text: alone\n"},
        {"definition of a note", "A[^1] b.[^x]\n\n[^1]: One\n[^x]: Two\n  more\n",
         "paragraph: A b.\nfootnote #1: One\nfootnote #x: Two more\n"},
        {"a note that is an address", "A[^1] b[^2]\n\n[^1]: https://x.org/a_b\n[^2]: Word\n",
         "paragraph: A b\nfootnote #1: https://x.org/a_b\nfootnote #2: Word\n"},
        {"note of two paragraphs", "[^1]: One\n\n    Two\n    more[^2]\n\n    Three\n\nafter\n",
         "footnote #1: One\nfootnote #1: Two more\nfootnote #1: Three\nparagraph: after\n"},
        {"inline note", "A^[One *two* [x] three] b.\n", "paragraph: A b.\nfootnote #inline-1: One two [x] three\n"},
        {"bracketed references", "[1] One\n[2] Two\n\nAs in\n[3] here\n",
         "footnote #1: One\nfootnote #2: Two\nparagraph: As in [3] here\n"},
        {"pandoc citation stays", "A [@salter-2023, p. 3].\n", "paragraph: A [@salter-2023, p. 3].\n"},
        {"inline HTML", "A <b>1 in 6</b> x<sup>2</sup> 1<sup>st</sup> <span hidden>no</span>z <kbd>q</kbd>\n",
         "paragraph: A 1 in 6 x² 1st z\n"},
        {"block HTML",
         "<div class=\"x\">\n<p>A <b>1</b></p>\n</div>\n\n<script>\n1 in 6\n</script>\n\n<div>\n\n*B*\n\n</div>\n",
         "paragraph: A 1\nparagraph: B\n"},
        {"front matter", "---\ntitle: x\nbibliography: [a.bib, 'b.json']\n---\nProse\n", "paragraph: Prose\n"},
        {"a rule is no front matter", "---\n\nA\n\n---\n\nB\n", "paragraph: A\nparagraph: B\n"},
        {"CRLF and BOM", "\xEF\xBB\xBF# A\r\n\r\none\r\ntwo\r\n\r\n- x\r\n  y\r\n",
         "heading1: A\nparagraph: one two\nlist_item1 list=0 lead_in=1: x y\n"},
    };
    check_outlines(rows, markdown);
}

TEST_CASE("headings know their parents, blocks their headings") {
    const Document document = markdown("# A\np\n## B\nq\n### C\n## D\nr\n# E\ns\n");
    const std::uint32_t want[] = {no_block, 0, 0, 2, 2, 0, 5, no_block, 7};
    REQUIRE(document.blocks.size() == std::size(want));
    for (std::size_t i = 0; i < std::size(want); ++i) CHECK(document.blocks[i].heading == want[i]);
}

TEST_CASE("notes and links of Markdown") {
    struct Row {
        std::string_view source;
        std::string_view want;
    };
    const Row rows[] = {
        {"A[^1] b.[^x-y] c[^]\n", "1@A\nx-y@A b.\n"},
        {"A[^1]\n\n[^1]: https://x.org\n", "1@A\nhttps://x.org=https://x.org\n"},
        {"a [two *words*](http://x/?a&amp;b) c <http://y.org>\n",
         "http://x/?a&b=two words\nhttp://y.org=http://y.org\n"},
        {"at https://x.org/y[^1]\n", "https://x.org/y=https://x.org/y\n1@at https://x.org/y\n"},
        {"[![alt](i.png)](http://x)\n", ""},
        {"A^[see [x](http://y)] b\n", "inline-1@A\nhttp://y=x\n"},
        {"A <a href=\"http://x\">one</a> b\n", "http://x=one\n"},
        {"| a |\n|---|\n| b [^1] |\n", "1@b\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.source);
        CHECK(reference_outline(markdown(std::string(row.source))) == row.want);
    }
    const Document document = markdown("A b[^1].\n");
    CHECK(document.view(document.references.at(0).source) == "[^1]");
}

TEST_CASE("the way back to the source") {
    const Document document = markdown("\xEF\xBB\xBF**1 in\r\n6** men, 13&nbsp;hours, 5\\% x\n\n> a\n> b “28.5 %”\n");
    CHECK(source_of(document, "1 in 6") == "1 in\r\n6");
    CHECK(source_of(document, "6 men") == "6** men");
    CHECK(source_of(document, "13\u00a0hours") == "13&nbsp;hours");
    CHECK(source_of(document, "5%") == "5\\%");
    CHECK(source_of(document, "a b") == "a\n> b");
    CHECK(source_of(document, "“28.5 %”") == "“28.5 %”");
}

TEST_CASE("comments and front matter of Markdown") {
    const Document document =
        markdown("---\ntitle: \"A: b\" # c\nbibliography:\n  - a.bib\n  - b.json\nauthor: x\n---\n"
                 "<!-- one -->\n\nA <!-- two\nthree --> b\n\n- <!--four-->\n  c\n");
    CHECK(document.title == "A: b");
    CHECK(document.bibliographies == std::vector<std::string>{"a.bib", "b.json"});
    REQUIRE(document.comments.size() == 3);
    CHECK(document.comments[0].text == " one ");
    CHECK(document.comments[1].text == " two\nthree ");
    CHECK(document.comments[2].text == "four");
    CHECK(document.view(document.comments[1].span) == "<!-- two\nthree -->");
}

TEST_CASE("Markdown that would take md4c for ever") {
    const auto repeat = [](std::string_view unit, int times) {
        std::string out;
        for (int i = 0; i < times; ++i) out += unit;
        return out;
    };
    const std::string sources[] = {
        repeat("> ", 10000) + "x",
        repeat("- ", 10000) + "x",
        repeat("[", 200000),
        repeat("a [^b] c\n", 100000),
        repeat("[^", 100000),
        repeat("^[", 100000),
        repeat("![", 50000),
        repeat("<", 100000),
        repeat("<!--\n", 50000),
        repeat("[^a]: x\n", 100000),
        repeat("*a _b ", 50000),
        repeat("a [b] c\r\n", 100000),
        repeat("|a", 10000) + "|\n" + repeat("|---", 10000) + "|\n" + repeat("|b|\n", 50000),
    };
    for (const std::string& source : sources) {
        CAPTURE(source.substr(0, 20));
        CHECK(read_markdown(source).has_value());
    }
}
