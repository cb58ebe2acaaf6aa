#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"

using namespace statlint;

namespace {

Document org(std::string source) {
    return read_checked(read_org, std::move(source));
}

} // namespace

TEST_CASE("the blocks of Org") {
    const OutlineRow rows[] = {
        {"nothing", "", ""},
        {"title and keywords", "#+TITLE: T *x*\n#+author: A\n#+options: toc:nil\n\nP\n",
         "heading1: T x\nparagraph: P\n"},
        {"headings",
         "* TODO [#A] A /b/ :t:u:\n:PROPERTIES:\n:X: 1 in 6\n:END:\nSCHEDULED: <2023-01-01>\nOne\ntwo\n** B\nP\n",
         "heading1: A b\nparagraph: One two\nheading2: B\nparagraph: P\n"},
        {"emphasis leaves the text", "*1 in 6* /men/ _x_ +y+ 2*3 a/b and/or *28.5*% x^{2} H_{2}O a_b",
         "paragraph: 1 in 6 men x y 2*3 a/b and/or *28.5*% x² H2O a_b\n"},
        {"code is no prose",
         "A =1 in 6= b ~c~ d\n\n#+begin_src c\n1 in 5\n#+end_src\n: "
         "fixed\n#+BEGIN_EXAMPLE\nx\n#+END_EXAMPLE\ne\\\\\nf\n",
         "paragraph: A b d\nparagraph: e f\n"},
        {"a block that never ends hides nothing", "#+begin_src c\nA\n", "paragraph: A\n"},
        {"dashes, entities, formulas", "1--2 --- \\nbsp{}x \\(28.5\\%\\) $1/6$ $5 and $6",
         "paragraph: 1–2 — \u00a0x 28.5% 1/6 $5 and $6\n"},
        {"list with lead-in", "We found:\n- one\n- two\n  wrapped\nafter\n",
         "paragraph: We found:\nlist_item1 list=0 lead_in=0: one\nlist_item1 list=0 lead_in=0: two wrapped\nparagraph: "
         "after\n"},
        {"nested lists", "- a\n  + b\n\n    more\n- [X] d\n\n1. e\n2) [@5] f\n",
         "list_item1 list=0: a\nlist_item2 list=1 lead_in=0: b\nlist_item2 list=1 lead_in=0: more\nlist_item1 list=0: "
         "d\n"
         "list_item1 list=2: e\nlist_item1 list=2: f\n"},
        {"terms", "- Term :: d\n- U :: e\n",
         "paragraph: Term\nlist_item1 list=0 lead_in=0: d\nparagraph: U\nlist_item1 list=0 lead_in=2: e\n"},
        {"quotation", "#+begin_quote\na\n\nb\n#+end_quote\nc\n\n#+begin_center\nd\n#+end_center\n",
         "quote: a\nquote: b\nparagraph: c\nparagraph: d\n"},
        {"table with a caption", "#+caption: C\n| a | *b* |\n|---+---|\n| 1 in 6 | 28.5% |\n#+TBLFM: x\n\nSource: S\n",
         "caption table=0: C\ntable_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\n"
         "table_cell table=0 1,0: 1 in 6\ntable_cell table=0 1,1: 28.5%\ncaption table=0: Source: S\n"},
        {"a table without a header", "| a |\n|---|\n", "table_cell table=0 0,0: a\n"},
        {"pictures", "#+attr_html: :alt One in 6 :width 5\n#+caption: C\n[[file:i.png]]\n",
         "alt_text: One in 6\ncaption: C\n"},
        {"notes", "A[fn:1] b[fn::Two *x*] c[fn:n:Three]\n\n[fn:1] One\nmore\n\nagain\n\n\nP\n",
         "paragraph: A b c\nfootnote #footnote-1: Two x\nfootnote #n: Three\nfootnote #1: One more\nfootnote #1: "
         "again\n"
         "paragraph: P\n"},
        {"keys", "[cite:@salter-2023 p. 12; see @b] [cite/t:@c] [cite/t:@d p. 3] x",
         "paragraph: [@salter-2023 p. 12; see @b] @c @d [p. 3] x\n"},
        {"a page at the start of a line", "A [cite:@b\np. 3] c\n", "paragraph: A [@b p. 3] c\n"},
        {"comments", "a\n# x\nb\n#+begin_comment\n1 in 6\n#+end_comment\nc\n", "paragraph: a b\nparagraph: c\n"},
        {"rules", "a\n-----\nb\n", "paragraph: a\nparagraph: b\n"},
        {"CRLF and BOM", "\xEF\xBB\xBF* A\r\n\r\none\r\ntwo\r\n", "heading1: A\nparagraph: one two\n"},
    };
    check_outlines(rows, org);
}

TEST_CASE("notes, links, comments and bibliographies of Org") {
    CHECK(reference_outline(
              org("a[fn:1] [[https://x.org/a_b][two /words/]] [[http://y]] <http://z> https://w.org. [[#in][in]]\n")) ==
          "1@a\nhttps://x.org/a_b=two words\nhttp://y=http://y\nhttp://z=http://z\nhttps://w.org=https://w.org\n");
    const Document document = org("#+bibliography: a.bib\n# statlint-disable-next-line : why\nA\n"
                                  "#+begin_export html\n<!-- statlint-disable x -->\n#+end_export\n");
    REQUIRE(document.comments.size() == 2);
    CHECK(document.comments[0].text == " statlint-disable-next-line : why");
    CHECK(document.comments[1].text == " statlint-disable x ");
    CHECK(document.bibliographies == std::vector<std::string>{"a.bib"});
}

TEST_CASE("the way back to the source of Org") {
    const Document document = org("- *1 in\n  6* men, 28.5\\nbsp{}% x [cite:@salter-2023 p. 12]\n");
    CHECK(source_of(document, "1 in 6") == "1 in\n  6");
    CHECK(source_of(document, "6 men") == "6* men");
    CHECK(source_of(document, "28.5\u00a0%") == "28.5\\nbsp{}%");
    CHECK(source_of(document, "p. 12") == "p. 12");
}
