#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"
#include "zip_file.hpp"

using namespace statlint;

namespace {

std::string shape(const std::string& kind, const std::string& name, const std::string& paragraphs) {
    return "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"" + name + "\"/><p:nvPr><p:ph type=\"" + kind +
           "\"/></p:nvPr></p:nvSpPr><p:txBody>" + paragraphs + "</p:txBody></p:sp>";
}

std::string words(const std::string& text) {
    return "<a:p><a:r><a:rPr/><a:t>" + text + "</a:t></a:r></a:p>";
}

std::string slide(const std::string& shapes) {
    return "<p:sld><p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld></p:sld>";
}

std::map<std::string, std::string> presentation(const std::string& shapes) {
    return {{"_rels/.rels", R"(<R><R Id="a" Type="x/officeDocument" Target="ppt/presentation.xml"/></R>)"},
            {"ppt/presentation.xml", "<p:presentation><p:sldIdLst><p:sldId id=\"256\" r:id=\"s2\"/><p:sldId id=\"257\" "
                                     "r:id=\"s1\"/></p:sldIdLst></p:presentation>"},
            {"ppt/_rels/presentation.xml.rels", R"(<R><R Id="s1" Type="x/slide" Target="slides/slide1.xml"/>)"
                                                R"(<R Id="s2" Type="x/slide" Target="slides/slide2.xml"/></R>)"},
            {"ppt/slides/slide2.xml", slide(shapes)},
            {"ppt/slides/slide1.xml", slide(shape("body", "B", words("last")))}};
}

Document read(const std::map<std::string, std::string>& parts) {
    Result<Document> document = format_by_name("pptx")->read(zip_file(parts));
    if (!document) FAIL(document.error().message);
    check_document(*document);
    return *std::move(document);
}

} // namespace

TEST_CASE("the words of PowerPoint slides, in the slides' order") {
    struct Row {
        std::string_view what;
        std::string shapes, want;
    };
    const Row rows[] = {
        {"a title and runs that split a number",
         shape("title", "T", words("Who")) +
             shape("body", "B",
                   "<a:p><a:r><a:t>28</a:t></a:r><a:r><a:t>.5%</a:t></a:r><a:br/>"
                   "<a:fld type=\"slidenum\"><a:t>7</a:t></a:fld><a:r><a:t>of all</a:t></a:r></a:p>"),
         "heading1: Who\nparagraph: 28.5% of all\n"},
        {"numbers and dates of the slide", shape("sldNum", "N", words("3")) + shape("dt", "D", words("1 May")), ""},
        {"raised numbers",
         shape("body", "B", "<a:p><a:r><a:t>6.7%</a:t></a:r><a:r><a:rPr baseline=\"30000\"/><a:t>2</a:t></a:r></a:p>"),
         "paragraph: 6.7%²\n"},
        {"a table",
         "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tblPr firstRow=\"1\"/><a:tr><a:tc><a:txBody>" +
             words("Who") + "</a:txBody></a:tc><a:tc><a:txBody>" + words("Share") +
             "</a:txBody></a:tc></a:tr><a:tr><a:tc/><a:tc><a:txBody>" + words("1 in 6") +
             "</a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>",
         "table_cell table=0 0,0 header: Who\ntable_cell table=0 0,1 header: Share\ntable_cell table=0 1,1: 1 in 6\n"},
        {"a group, and words about a picture",
         "<p:grpSp>" + shape("body", "B", words("a")) +
             "</p:grpSp><p:pic><p:nvPicPr><p:cNvPr descr=\"pie: 15.1%\"/></p:nvPicPr></p:pic>",
         "paragraph: a\nalt_text: pie: 15.1%\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(outline(read(presentation(row.shapes))) == row.want + "paragraph: last\n");
    }
}

TEST_CASE("places in PowerPoint, speaker notes and links") {
    auto parts = presentation(
        shape("title", "T", words("Who")) +
        shape("body", "B", "<a:p><a:r><a:rPr><a:hlinkClick r:id=\"l\"/></a:rPr><a:t>ACMS</a:t></a:r></a:p>"));
    parts["ppt/slides/_rels/slide2.xml.rels"] =
        R"(<R><R Id="l" Type="x/hyperlink" TargetMode="External" Target="http://x.y"/>)"
        R"(<R Id="n" Type="x/notesSlide" Target="../notesSlides/n.xml"/></R>)";
    parts["ppt/notesSlides/n.xml"] = slide(shape("body", "N", words("say 1 in 6")));
    const Document document = read(parts);
    CHECK(outline(document) == "heading1: Who\nparagraph: ACMS\nparagraph: say 1 in 6\nparagraph: last\n");
    CHECK(reference_outline(document) == "http://x.y=ACMS\n");
    CHECK(document.location_of(0) == "slide 1, shape \"T\"");
    CHECK(document.location_of(9) == "slide 1, speaker notes, shape \"N\", under \"Who\"");
    CHECK(document.location_of(static_cast<std::uint32_t>(document.text.size())) == "slide 2, shape \"B\"");
}

TEST_CASE("PowerPoint files that can't be read") {
    const auto error_of = [](const std::map<std::string, std::string>& parts) {
        const auto document = format_by_name("pptx")->read(zip_file(parts));
        REQUIRE(!document.has_value());
        return document.error().message;
    };
    auto parts = presentation("");
    parts.erase("ppt/slides/slide2.xml");
    CHECK(error_of(parts).find("slide2.xml") != std::string::npos);
    parts["ppt/slides/slide2.xml"] = "<p:sld>";
    CHECK(error_of(parts).find("broken XML") != std::string::npos);
    CHECK(error_of({{"_rels/.rels", R"(<R><R Id="a" Type="x/officeDocument" Target="word/document.xml"/></R>)"},
                    {"word/document.xml", "<a/>"}})
              .find("Word file") != std::string::npos);
}
