#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"

using namespace statlint;

namespace {

Document asciidoc(std::string source) {
    return read_checked(read_asciidoc, std::move(source));
}

} // namespace

TEST_CASE("the blocks of AsciiDoc") {
    const OutlineRow rows[] = {
        {"nothing", "", ""},
        {"header", "= T\nA Name <a@x>\nv1, 2023\n:toc:\n// c\n\nP\n", "heading1: T\nparagraph: P\n"},
        {"headings", "== A *b*\n\nOne\ntwo\n\n=== B ===\nP\n\nC\n--\n\nQ\n",
         "heading2: A b\nparagraph: One two\nheading3: B\nparagraph: P\nheading2: C\nparagraph: Q\n"},
        {"formatting leaves the text", "*1 in 6* _men_ a**b**c #x# [.r]#y# 2*3 a_b_c x^2^ H~2~O \\*z* \"`q`\" 5 * 3",
         "paragraph: 1 in 6 men abc x y 2*3 a_b_c x² H2O *z* “q” 5 * 3\n"},
        {"code is no prose",
         "A `1 in 6` b\n\n----\n1 in 5\n----\n\n[source,c]\nx\n\n....\ny\n....\n\n indented\n\n```c\nz\n```\nc +\nd\n",
         "paragraph: A b\nparagraph: c d\n"},
        {"a block that never ends hides nothing", "----\nA\n", "paragraph: A\n"},
        {"entities and attributes", ":csa: child sexual abuse\n\n5{nbsp}% &#8217; {csa} {other} &frac12;",
         "paragraph: 5\u00a0% ’ child sexual abuse {other} ½\n"},
        {"list with lead-in", "We found:\n\n* one\n* two\nwrapped\n\nafter\n",
         "paragraph: We found:\nlist_item1 list=0 lead_in=0: one\nlist_item1 list=0 lead_in=0: two wrapped\nparagraph: "
         "after\n"},
        {"nested and continued", "* a\n** b\n+\nmore\n* [x] d\n\n[arabic]\n. e\n",
         "list_item1 list=0: a\nlist_item2 list=1 lead_in=0: b\nlist_item2 list=1 lead_in=0: more\n"
         "list_item1 list=0: d\nlist_item1 list=2: e\n"},
        {"a page at the start of a line", "* A (B,\np. 3)\n", "list_item1 list=0: A (B, p. 3)\n"},
        {"terms", "Term:: d\nUnit::\n  e\n",
         "paragraph: Term\nlist_item1 list=0 lead_in=0: d\nparagraph: Unit\n"
         "list_item1 list=0 lead_in=2: e\n"},
        {"quotations", "[quote, A]\nb\n\n____\nc\n\n* d\n____\n\ne\n",
         "quote: b\nquote: c\nlist_item1 list=0 lead_in=1: d\nparagraph: e\n"},
        {"admonitions and other blocks", "NOTE: a\n\n[TIP]\n====\nb\n====\n\n****\nc\n****\n",
         "paragraph: a\nparagraph: b\nparagraph: c\n"},
        {"table with a title",
         ".C\n[cols=\"1,1\",options=\"header\"]\n|===\n|a |*b*\n\n|1 in 6\n|28.5%\n2+|had x\n|y |\n|===\n\nSource: S\n",
         "caption table=0: C\ntable_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\n"
         "table_cell table=0 1,0: 1 in 6\ntable_cell table=0 1,1: 28.5%\ntable_cell table=0 2,0: had x\n"
         "table_cell table=0 3,0: y\ncaption table=0: Source: S\n"},
        {"a header by an empty line", "|===\n|a |b\n\n|1 |2\n|===\n",
         "table_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\ntable_cell table=0 1,0: 1\n"
         "table_cell table=0 1,1: 2\n"},
        {"CSV table", ",===\na,b\n1,2\n,===\n",
         "table_cell table=0 0,0: a\ntable_cell table=0 0,1: b\ntable_cell table=0 1,0: 1\ntable_cell table=0 1,1: "
         "2\n"},
        {"pictures", ".C\nimage::i.png[One in 6,400]\n\nSee image:j.png[alt=J] w\n",
         "caption: C\nalt_text: One in 6\nparagraph: See w\nalt_text: J\n"},
        {"notes", "A footnote:[One *two* https://x[y]] b.footnote:n[Three] c.footnote:n[]",
         "paragraph: A b. c.\nfootnote #footnote-1: One two y\nfootnote #n: Three\n"},
        {"keys", "cite:[salter-2023] cite:[a(12), b(see 3)] x", "paragraph: [@salter-2023] [@a, p. 12; @b, see 3] x\n"},
        {"formulas", "stem:[28.5\\%] latexmath:[$\\frac{1}{6}$]", "paragraph: 28.5% 1/6\n"},
        {"references", "See <<s>> and <<s,there>>.\n\n[bibliography]\n* [[[s]]] Salter 2023\n",
         "paragraph: See and there.\nfootnote #s: Salter 2023\n"},
        {"macros", "include::x.adoc[]\n\nimage::y[]\n\ntoc::[]\n\nP\n", "paragraph: P\n"},
        {"breaks", "a\n\n'''\n\n<<<\n\nb\n", "paragraph: a\nparagraph: b\n"},
        {"CRLF and BOM", "\xEF\xBB\xBF== A\r\n\r\none\r\ntwo\r\n", "heading2: A\nparagraph: one two\n"},
    };
    check_outlines(rows, asciidoc);
}

TEST_CASE("notes, links, comments and bibliographies of AsciiDoc") {
    CHECK(reference_outline(asciidoc("a https://x.org/a_b[two *words*^] link:http://y[z] https://w.org. <<s>>\n\n"
                                     "* [[[s]]] S\n")) ==
          "https://x.org/a_b=two words\nhttp://y=z\nhttps://w.org=https://w.org\ns@a two words z https://w.org.\n");
    const Document document =
        asciidoc(":bibtex-file: a.bib\n\n// statlint-disable-next-line : why\nA\n\n////\nx\n////\n");
    REQUIRE(document.comments.size() == 2);
    CHECK(document.comments[0].text == " statlint-disable-next-line : why");
    CHECK(document.comments[1].text == "x");
    CHECK(document.bibliographies == std::vector<std::string>{"a.bib"});
}

TEST_CASE("the way back to the source of AsciiDoc") {
    const Document document = asciidoc("* *1 in\n6* men, 28.5{nbsp}% x cite:[salter-2023]\n");
    CHECK(source_of(document, "1 in 6") == "1 in\n6");
    CHECK(source_of(document, "6 men") == "6* men");
    CHECK(source_of(document, "28.5\u00a0%") == "28.5{nbsp}%");
    CHECK(source_of(document, "salter-2023") == "salter-2023");
}
