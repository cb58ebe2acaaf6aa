#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"

using namespace statlint;

namespace {

Document html(std::string source) {
    return read_checked(read_html, std::move(source));
}

} // namespace

TEST_CASE("the blocks of HTML") {
    const OutlineRow rows[] = {
        {"nothing", "", ""},
        {"no text", "<!doctype html><html><head><meta charset=utf-8></head><body><hr></body></html>", ""},
        {"white space", "<p> One\n two&nbsp; \t three <b> four</b>\n</p>\n five ",
         "paragraph: One two\u00a0 three four\nparagraph: five\n"},
        {"inline tags don't split", "<p><b>1</b> in <i>6</i> <span>m</span>en", "paragraph: 1 in 6 men\n"},
        {"what style sets apart",
         "<div><b>15.1%</b><span>have had</span></div><div><b>1 in 20</b><i>of us</i></div><p><b>1</b><i>5</i>% and "
         "<i>3.5</i><b>m</b>, <b>T</b><i>he</i>, <b>points</b><span>know</span>",
         "paragraph: 15.1% have had\nparagraph: 1 in 20 of us\nparagraph: 15% and 3.5m, The, points know\n"},
        {"block tags do", "<div>a<p>b</p>c</div><section>d</section>",
         "paragraph: a\nparagraph: b\nparagraph: c\nparagraph: d\n"},
        {"a line break is a space", "<p>a<br>b<br/>c</p>", "paragraph: a b c\n"},
        {"entities", "<p>27&thinsp;217 &amp; 5&#37; &#x2019; &#150; &lt;b> &amp;amp; A&B &copy 1 &nosuch; a < b",
         "paragraph: 27\u2009217 & 5% ’ – <b> &amp; A&B © 1 &nosuch; a < b\n"},
        {"no prose",
         "<style>p{}</style><script>'<p>1</p>'</script><nav>x</nav><template>y</template><noscript>z</noscript>"
         "<p hidden>1</p><p aria-hidden='true'>2</p><p style='color: red; DISPLAY : none'>3</p><p>a <code>4</code>b "
         "<svg><text>5</text></svg>c</p><textarea><p>6</textarea><select><option>7</select>",
         "paragraph: a b c\n"},
        {"paragraphs without end tags", "<p>a<p>b<h2>c</h2><p>d<ul><li>e<li>f</ul>g",
         "paragraph: a\nparagraph: b\nheading2: c\nparagraph: d\nlist_item1 list=0 lead_in=3: e\n"
         "list_item1 list=0 lead_in=3: f\nparagraph: g\n"},
        {"nested lists", "<p>L:</p><ol><li>a<ul><li>b</li></ul>c</li><li><p>d</p><p>e</p></li></ol>",
         "paragraph: L:\nlist_item1 list=0 lead_in=0: a\nlist_item2 list=1 lead_in=1: b\n"
         "list_item1 list=0 lead_in=0: c\nlist_item1 list=0 lead_in=0: d\nlist_item1 list=0 lead_in=0: e\n"},
        {"table",
         "<table><caption>C</caption><tr><th>a<th>b<tr><th rowspan=2>1<td>2<tr><td>3<tr><td colspan=2>4<td>5</table>"
         "<p>Source: S",
         "caption table=0: C\ntable_cell table=0 0,0 header: a\ntable_cell table=0 0,1 header: b\n"
         "table_cell table=0 1,0: 1\ntable_cell table=0 1,1: 2\ntable_cell table=0 2,1: 3\n"
         "table_cell table=0 3,0: 4\ntable_cell table=0 3,2: 5\ncaption table=0: Source: S\n"},
        {"thead",
         "<table><thead><tr><td></td><td>a</td></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
         "table_cell table=0 0,1 header: a\ntable_cell table=0 1,0: 1\ntable_cell table=0 1,1: 2\n"},
        {"quotation, figure, terms",
         "<blockquote><p>q</p></blockquote><figure><img src=x alt='Pic &amp; two'><figcaption>f</figcaption></figure>"
         "<dl><dt>t</dt><dd>d</dd></dl>",
         "quote: q\nalt_text: Pic & two\ncaption: f\nparagraph: t\nlist_item1 list=0 lead_in=3: d\n"},
        {"stray and unclosed tags", "</div><p>a</b></i><b>b</p></td>c</b><div>d",
         "paragraph: ab\nparagraph: c\nparagraph: d\n"},
        {"a tag that never ends is text", "<p>a <b>1</b> b<i x=\"", "paragraph: a 1 b<i x=\"\n"},
        {"superscripts", "<p>27,217<sup>1</sup> 10<sup>6</sup> 1<sup>st</sup>", "paragraph: 27,217¹ 10⁶ 1st\n"},
        {"upper case", "<P>A <B>b</B><UL><LI>c</UL>", "paragraph: A b\nlist_item1 list=0 lead_in=0: c\n"},
    };
    check_outlines(rows, html);
}

TEST_CASE("notes of a page") {
    struct Row {
        std::string_view what;
        std::string_view source;
        std::string_view blocks;
        std::string_view references;
    };
    const Row rows[] = {
        {"marker in sup", "<p>27,217.<sup><a href=\"#n1\">1</a></sup> x</p><ol><li id=n1>Note, 2023.</ol>",
         "paragraph: 27,217. x\nfootnote #n1: Note, 2023.\n", "n1@27,217.\n"},
        {"brackets around the marker",
         "<p>A<sup>[<a href='#n1'>1</a>, <a href='#n2'>2</a>]</sup></p><p id=n1>One</p><div id=n2><p>Two</p></div>",
         "paragraph: A\nfootnote #n1: One\nfootnote #n2: Two\n", "n1@A\nn2@A\n"},
        {"words stay", "<p>See <a href='#n1'>the note</a>.</p><p id=n1>One</p>",
         "paragraph: See the note.\nfootnote #n1: One\n", "n1=the note\n"},
        {"the way back", "<p id=r1>A<a href='#n1'>[1]</a></p><ol><li id=n1><p>One <a href='#r1'>↩</a></p></li></ol>",
         "paragraph: A\nfootnote #n1: One\n", "n1@A\n"},
        {"named anchor",
         "<p>A<a href='#_ftn1' name='_ftnref1'>[1]</a></p><div id=ftn1><p><a href='#_ftnref1' "
         "name='_ftn1'>[1]</a> One</p></div>",
         "paragraph: A\nfootnote #_ftn1: One\n", "_ftn1@A\n"},
        {"a section is no note", "<p><a href='#s'>1</a></p><div id=s><h2>S</h2><p>x</p></div>",
         "paragraph: 1\nheading2: S\nparagraph: x\n", "#s=1\n"},
        {"an anchor alone is no note", "<p><a href='#s'>Go</a></p><p id=s><a href='#t'>x</a></p>",
         "paragraph: Go\nparagraph: x\n", "#s=Go\n#t=x\n"},
        {"links", "<p>a <a href='http://x/?a&amp;b'> b <i>c</i> </a> d", "paragraph: a b c d\n", "http://x/?a&b=b c\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const Document document = html(std::string(row.source));
        CHECK(outline(document) == row.blocks);
        CHECK(reference_outline(document) == row.references);
    }
}

TEST_CASE("title and comments of a page") {
    const Document document =
        html("\xEF\xBB\xBF<html><head><title> A &amp;\n b</title></head><body><!-- x --><p>a<!--y-->b<!--></body>");
    CHECK(document.title == "A & b");
    REQUIRE(document.comments.size() >= 2);
    CHECK(document.comments[0].text == " x ");
    CHECK(document.view(document.comments[1].span) == "<!--y-->");
    CHECK(outline(document) == "paragraph: ab\n");
}

TEST_CASE("an unclosed title does not hide the page's places") {
    CHECK(outline(html("<svg><title>x</title></svg><p>y")) == "paragraph: y\n");
}

TEST_CASE("a statistic's place in HTML") {
    const std::string source =
        "<p>of <strong>13&nbsp;hours</strong>, <em>27&thinsp;217</em> <b>1</b> in\n<b>6</b>.</p>";
    const Document document = html(source);
    const auto source_of = [&](std::string_view words) {
        const auto at = static_cast<std::uint32_t>(document.text.find(words));
        return std::string(document.view(document.to_source({at, at + static_cast<std::uint32_t>(words.size())})));
    };
    CHECK(source_of("13\u00a0hours") == "13&nbsp;hours");
    CHECK(source_of("27\u2009217") == "27&thinsp;217");
    CHECK(source_of("1 in 6") == "1</b> in\n<b>6");
}

TEST_CASE("HTML that nests or repeats without end") {
    const auto repeat = [](std::string_view unit, int times) {
        std::string out;
        for (int i = 0; i < times; ++i) out += unit;
        return out;
    };
    const std::string sources[] = {
        repeat("<div>", 100000) + "x",
        repeat("<ul><li>", 100000) + "x",
        repeat("<table><tr><td>", 50000) + "x",
        repeat("<b><div>", 100000) + repeat("</b>", 100000),
        repeat("<font a=1>", 100000) + repeat("<p>x", 100000),
        "<p>" + repeat("<div>", 100000) + repeat("</p>", 100000) + repeat("</span>", 100000),
        repeat("<a ", 200000),
        repeat("<a b=\"", 100000),
        repeat("<!--", 100000),
        repeat("&a", 200000),
        "<table>" + repeat("<tr><td rowspan=1000 colspan=1000>x", 20000),
        "<a href=\"#x\">1</a>" + repeat("<div id=x>", 100000) + "t",
    };
    for (const std::string& source : sources) {
        CAPTURE(source.substr(0, 20));
        CHECK(read_html(source).has_value());
    }
}
