#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"

using namespace statlint;

namespace {

Document rst(std::string source) {
    return read_checked(read_rst, std::move(source));
}

} // namespace

TEST_CASE("the blocks of reStructuredText") {
    const OutlineRow rows[] = {
        {"nothing", "", ""},
        {"headings", "=\nA\n=\n\nOne\ntwo\n\nB *c*\n-----\nP\n\nC\n~~~\n\nD\n---\n",
         "heading1: A\nparagraph: One two\nheading2: B c\nparagraph: P\nheading3: C\nheading2: D\n"},
        {"a transition", "A\n\n----\n\nB\n", "paragraph: A\nparagraph: B\n"},
        {"emphasis leaves the text", "**1 in 6** *men* 2*3 **28.5**\\ % a \\* b *open",
         "paragraph: 1 in 6 men 2*3 28.5% a * b *open\n"},
        {"code is no prose",
         "A ``1 in 6`` b::\n\n   1 in 5\n\n::\n\n   x\n\n.. code-block:: c\n   :linenos:\n\n   1\n\nc\n",
         "paragraph: A b:\nparagraph: c\n"},
        {"roles", "5\\ :sup:`2` :math:`28.5\\%` :code:`x` :abbr:`CSA (child)` :cite:`a-1` :cite:t:`b`",
         "paragraph: 5² 28.5% CSA (child) [@a-1] @b\n"},
        {"list with lead-in", "We found:\n\n- one\n- two\n  wrapped\n\nafter\n",
         "paragraph: We found:\nlist_item1 list=0 lead_in=0: one\nlist_item1 list=0 lead_in=0: two wrapped\nparagraph: "
         "after\n"},
        {"a heading parts two lists", "- a\n\nB\n=\n\n- c\n",
         "list_item1 list=0: a\nheading1: B\nlist_item1 list=1: c\n"},
        {"two paragraphs in an item", "1. one\n\n   more\n\n2. two\n",
         "list_item1 list=0: one\nlist_item1 list=0: more\nlist_item1 list=0: two\n"},
        {"nested lists", "L:\n\n- a\n\n  - b\n\n- d\n",
         "paragraph: L:\nlist_item1 list=0 lead_in=0: a\nlist_item2 list=1 lead_in=1: b\nlist_item1 list=0 lead_in=0: "
         "d\n"},
        {"a year at the start of a line", "In\n\n2023. The\nnext\n", "paragraph: In\nparagraph: 2023. The next\n"},
        {"terms", "Term\n   d\n\n   e\n\nafter\n",
         "paragraph: Term\nlist_item1 list=0 lead_in=0: d\nlist_item1 list=0 lead_in=0: e\nparagraph: after\n"},
        {"quotation", "A\n\n   b\n\n   c\n\nd\n", "paragraph: A\nquote: b\nquote: c\nparagraph: d\n"},
        {"a quotation behind an empty comment", "- a\n\n..\n\n   b\n", "list_item1 list=0: a\nquote: b\n"},
        {"line block", "| one\n| two\n", "paragraph: one two\n"},
        {"fields", ":Author: A\n:Abstract: 1 in 6\n   men\n\nP\n",
         "paragraph: A\nparagraph: 1 in 6 men\nparagraph: P\n"},
        {"notes",
         "A [1]_ b [#]_ c [#x]_ [CIT2020]_.\n\n.. [1] One\n   *two*\n\n   three\n.. [#]\n   Four\n.. [#x] Five\n.. "
         "[CIT2020] "
         "Six\n",
         "paragraph: A b c .\nfootnote #1: One two\nfootnote #1: three\nfootnote ##1: Four\nfootnote #x: Five\n"
         "footnote #CIT2020: Six\n"},
        {"grid table",
         "+-----+-----+\n| a   | *b* |\n+=====+=====+\n| é 1 | 2   |\n| x   |     |\n+-----+-----+\n| 3         "
         "|\n+-----+-----+\n",
         "table_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\ntable_cell table=0 1,0: é 1 x\n"
         "table_cell table=0 1,1: 2\ntable_cell table=0 2,1: 3\n"},
        {"simple table with a caption",
         ".. table:: C\n\n   ======  =====\n   a       b\n   ======  =====\n   1 in 6  28.5%\n   é  men  x\n   ======  "
         "=====\n\nSource: S\n",
         "caption table=0: C\ntable_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\n"
         "table_cell table=0 1,0: 1 in 6\ntable_cell table=0 1,1: 28.5%\ntable_cell table=0 2,0: é men\n"
         "table_cell table=0 2,1: x\ncaption table=0: Source: S\n"},
        {"list table",
         ".. list-table:: C\n   :header-rows: 1\n\n   * - a\n     - b\n   * - 1\n       in 6\n     - 2\n\nP\n",
         "caption table=0: C\ntable_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\n"
         "table_cell table=0 1,0: 1 in 6\ntable_cell table=0 1,1: 2\nparagraph: P\n"},
        {"CSV table", ".. csv-table::\n   :header: a, b\n\n   1, \"2, 3\"\n\nP\n",
         "table_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\ntable_cell table=0 1,0: 1\n"
         "table_cell table=0 1,1: 2, 3\nparagraph: P\n"},
        {"pictures",
         ".. image:: x.png\n   :alt: One\n      in 6\n\n.. figure:: y.png\n   :alt: Y\n\n   Cap\n\n   Legend\n\nSee "
         "|z| "
         "w.\n\n.. |z| image:: z.png\n   :alt: Z\n",
         "alt_text: One in 6\nalt_text: Y\ncaption: Cap\ncaption: Legend\nparagraph: See w.\nalt_text: Z\n"},
        {"a figure says its words once", ".. figure:: y.png\n   :alt: Y z\n\n   Y\n   z\n", "caption: Y z\n"},
        {"directives with text", ".. note:: One\n   two\n\n   three\n\n.. topic:: T\n   :class: x\n\n   B\n\nP\n",
         "paragraph: One two\nparagraph: three\nparagraph: T\nparagraph: B\nparagraph: P\n"},
        {"substitutions", "A |b| and |c|.\n\n.. |b| replace:: child sexual abuse\n",
         "paragraph: A child sexual abuse and |c|.\n"},
        {"targets", ".. _x: http://y\n\nA\n\n__ http://z\n", "paragraph: A\n"},
        {"CRLF and BOM",
         "\xEF\xBB\xBF"
         "A\r\n=\r\n\r\none\r\ntwo\r\n",
         "heading1: A\nparagraph: one two\n"},
    };
    check_outlines(rows, rst);
}

TEST_CASE("notes, links, comments and bibliographies of reStructuredText") {
    CHECK(reference_outline(
              rst("A [1]_ `two *w* <http://x>`__ and word_ `q r`_\n\n.. _word: http://y\n.. _q r: http://z\n")) ==
          "1@A\nhttp://x=two *w*\nhttp://z=q r\n");
    const Document document =
        rst(".. statlint-disable-next-line : why\n\n:bibliography: a.bib\n\n.. bibliography:: b.bib\n\n"
            ".. raw:: html\n\n   <!-- statlint-disable x -->\n");
    REQUIRE(document.comments.size() == 2);
    CHECK(document.comments[0].text == " statlint-disable-next-line : why");
    CHECK(document.comments[1].text == " statlint-disable x ");
    CHECK(document.bibliographies == std::vector<std::string>{"a.bib", "b.bib"});
}

TEST_CASE("the way back to the source of reStructuredText") {
    const Document document = rst("- **1 in\n  6** men, 28.5\\ % x `28 <http://x>`_ y\n");
    CHECK(source_of(document, "1 in 6") == "1 in\n  6");
    CHECK(source_of(document, "6 men") == "6** men");
    CHECK(source_of(document, "28.5%") == "28.5\\ %");
    CHECK(source_of(document, "28 y") == "28 <http://x>`_ y");
}
