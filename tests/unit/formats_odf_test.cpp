#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"
#include "zip_file.hpp"

using namespace statlint;

namespace {

std::string open_document(std::string_view kind, std::string_view body) {
    return zip_file({{"mimetype", "application/vnd.oasis.opendocument." + std::string(kind)},
                     {"content.xml", fmt::format("<office:document-content><office:automatic-styles>"
                                                 "<style:style style:name=\"T1\"><style:text-properties "
                                                 "text:display=\"none\"/></style:style></office:automatic-styles>"
                                                 "<office:body><office:{0}>{1}</office:{0}></office:body>"
                                                 "</office:document-content>",
                                                 kind, body)}});
}

Document read(Result<Document> document) {
    if (!document) FAIL(document.error().message);
    check_document(*document);
    return *std::move(document);
}

} // namespace

TEST_CASE("the blocks of an OpenDocument text") {
    struct Row {
        std::string_view what, body, want;
    };
    const Row rows[] = {
        {"spans, spaces, breaks",
         "<text:p>It was 2<text:span>8</text:span>.5%<text:s/>of<text:line-break/>all</text:p>",
         "paragraph: It was 28.5% of all\n"},
        {"headings, hidden words, contents",
         "<text:h text:outline-level=\"2\">A</text:h><text:table-of-content><text:p>A "
         "3</text:p></text:table-of-content>"
         "<text:p>a<text:span text:style-name=\"T1\">99%</text:span></text:p>",
         "heading2: A\nparagraph: a\n"},
        {"tracked deletions",
         "<text:tracked-changes><text:changed-region><text:deletion><text:p>1 in 5</text:p></text:deletion>"
         "</text:changed-region></text:tracked-changes><text:p>1 in <text:change-start/>6<text:change-end/></text:p>",
         "paragraph: 1 in 6\n"},
        {"lists",
         "<text:p>L:</text:p><text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p>"
         "</text:list-item></text:list></text:list-item><text:list-item><text:p>c</text:p></text:list-item></"
         "text:list>",
         "paragraph: L:\nlist_item1 list=0 lead_in=0: a\nlist_item2 list=1 lead_in=1: b\nlist_item1 list=0 lead_in=0: "
         "c\n"},
        {"tables",
         "<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned=\"2\">"
         "<text:p>h</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>"
         "<table:table-row><table:table-cell/><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>"
         "</table:table>",
         "table_cell table=0 0,0 header: h\ntable_cell table=0 1,1: 1\n"},
        {"notes, comments, text boxes",
         "<text:p>6.7%<text:note "
         "text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>"
         "<text:p>Salter</text:p></text:note-body></text:note> of<office:annotation><dc:creator>Ann</dc:creator>"
         "<text:p>Sure?</text:p></office:annotation> men<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box>"
         "<svg:desc>pie</svg:desc></draw:frame></text:p>",
         "paragraph: 6.7% of men\nalt_text: pie\nparagraph: box\nfootnote #footnote 1: Salter\nparagraph: Sure?\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(outline(read(read_odt(open_document("text", row.body)))) == row.want);
    }
}

TEST_CASE("the slides of an OpenDocument presentation say where they are") {
    const Document document = read(read_odp(open_document(
        "presentation",
        "<draw:page><draw:frame presentation:class=\"title\" draw:name=\"T\"><draw:text-box><text:p>Who"
        "</text:p></draw:text-box></draw:frame><presentation:notes><draw:frame><draw:text-box><text:p>1 in 6"
        "</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>")));
    CHECK(outline(document) == "heading1: Who\nparagraph: 1 in 6\n");
    CHECK(document.location_of(0) == "slide 1, shape \"T\"");
    CHECK(document.location_of(4) == "slide 1, speaker notes, under \"Who\"");
}

TEST_CASE("OpenDocument files that can't be read") {
    const auto error_of = [](const Result<Document>& document) {
        REQUIRE(!document.has_value());
        return document.error().message;
    };
    CHECK(error_of(read_odt(open_document("presentation", ""))).find("another kind") != std::string::npos);
    CHECK(error_of(read_odt(zip_file({{"[Content_Types].xml", "<x/>"}}))).find("Microsoft") != std::string::npos);
    CHECK(error_of(read_odt(zip_file({{"content.xml", "\x01\x02"}, {"META-INF/manifest.xml", "<m:encryption-data/>"}})))
              .find("password") != std::string::npos);
    CHECK(error_of(read_odt(zip_file({{"content.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"}})))
              .find("entities") != std::string::npos);
}
