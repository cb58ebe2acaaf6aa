#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"
#include "zip_file.hpp"

using namespace statlint;

namespace {

using Parts = std::map<std::string, std::string>;

std::string word_xml(std::string_view root, std::string_view content) {
    return fmt::format(R"(<?xml version="1.0"?><w:{0} xmlns:w="w" xmlns:r="r" xmlns:wp="wp" xmlns:mc="mc">{1}</w:{0}>)",
                       root, content);
}

/// A Word file with this body; further parts are named by the last word of their relationship's type.
std::string docx(std::string_view body, const Parts& more = {}) {
    Parts parts{{"_rels/.rels", R"(<R><R Id="a" Type="x/officeDocument" Target="word/document.xml"/></R>)"},
                {"word/document.xml", word_xml("document", fmt::format("<w:body>{}</w:body>", body))},
                {"word/styles.xml",
                 word_xml("styles",
                          R"(<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>
</w:style><w:style w:styleId="T"><w:name w:val="toc 1"/></w:style><w:style w:styleId="C"><w:name w:val="caption"/></w:style>
<w:style w:styleId="B"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>)")}};
    std::string relationships = R"(<R Id="link" Type="x/hyperlink" TargetMode="External" Target="https://a.org/x"/>)"
                                R"(<R Id="s" Type="x/styles" Target="styles.xml"/>)";
    for (const auto& [type, content] : more) {
        parts["word/" + type + ".xml"] = word_xml(type, content);
        relationships += fmt::format(R"(<R Id="{0}" Type="x/{0}" Target="{0}.xml"/>)", type);
    }
    parts["word/_rels/document.xml.rels"] = "<R>" + relationships + "</R>";
    return zip_file(parts);
}

Document read(std::string bytes) {
    Result<Document> document = read_docx(std::move(bytes));
    if (!document) FAIL(document.error().message);
    check_document(*document);
    CHECK(document->source == document->text);
    return *std::move(document);
}

std::string error_of(std::string bytes) {
    const Result<Document> document = read_docx(std::move(bytes));
    REQUIRE(!document.has_value());
    return document.error().message;
}

std::string p(std::string_view runs) {
    return fmt::format("<w:p>{}</w:p>", runs);
}
std::string r(std::string_view words) {
    return fmt::format(R"(<w:r><w:t xml:space="preserve">{}</w:t></w:r>)", words);
}
std::string field(std::string_view code, std::string_view result) {
    return fmt::format(R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>)",
                       code, result);
}

} // namespace

TEST_CASE("the blocks of a Word file") {
    struct Row {
        std::string_view what;
        std::string body;
        std::string_view want;
    };
    const Row rows[] = {
        {"nothing", "", ""},
        {"runs that split a number are one", p(r("It was 2") + r("8") + r(".5%") + "<w:proofErr/>" + r(" of  all ")),
         "paragraph: It was 28.5% of all\n"},
        {"tabs, breaks, hyphens",
         p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>15</w:t><w:noBreakHyphen/><w:t>17</w:t></w:r>"),
         "paragraph: a b 15-17\n"},
        {"hidden text",
         p(r("a") + R"(<w:r><w:rPr><w:vanish/></w:rPr><w:t>99%</w:t></w:r>)"
                    R"(<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>b</w:t></w:r>)"),
         "paragraph: ab\n"},
        {"insertions count, deletions don't",
         p(r("1 in ") + "<w:del>" + "<w:r><w:delText>5</w:delText></w:r></w:del><w:ins>" + r("6") + "</w:ins>" +
           r(" men") + "<w:moveFrom>" + r(" gone") + "</w:moveFrom>"),
         "paragraph: 1 in 6 men\n"},
        {"a deleted paragraph mark joins two paragraphs",
         "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("One ") + "</w:p>" + p(r("sentence.")) + p(r("Next.")),
         "paragraph: One sentence.\nparagraph: Next.\n"},
        {"headings by style and by outline level",
         R"(<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>)" + r("A") +
             R"(</w:p><w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>)" + r("B") + "</w:p>" + p(r("c")),
         "heading1: A\nheading2: B\nparagraph: c\n"},
        {"contents and page numbers are no prose",
         R"(<w:p><w:pPr><w:pStyle w:val="T"/></w:pPr>)" + r("A 3") + "</w:p>" + p(field("TOC \\o", r("B 4"))) +
             p(r("c") + field(" PAGE ", r("12")) + R"(<w:fldSimple w:instr="NUMPAGES">)" + r("13") + "</w:fldSimple>"),
         "paragraph: c\n"},
        {"lists",
         p(r("Lead:")) + R"(<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>)" + r("a") +
             R"(</w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="9"/></w:numPr></w:pPr>)" + r("b") +
             R"(</w:p><w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>)" + r("c") + "</w:p>",
         "paragraph: Lead:\nlist_item1 list=0 lead_in=0: a\nlist_item2 list=1 lead_in=1: b\n"
         "list_item1 list=0 lead_in=0: c\n"},
        {"tables: header, spans, merged cells",
         R"(<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr>)" + r("Shares") +
             R"(</w:p><w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>)" +
             p(r("h")) + "</w:tc><w:tc>" + p(r("i")) +
             R"(</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>)" + p(r("1")) + "</w:tc><w:tc>" +
             p(r("2")) + p(r("3")) + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("") +
             "</w:tc><w:tc>" + p(r("4")) + "</w:tc></w:tr></w:tbl>" + p(r("Source: S")),
         "caption table=0: Shares\ntable_cell table=0 0,0 header: h\ntable_cell table=0 0,2 header: i\n"
         "table_cell table=0 1,0: 1\ntable_cell table=0 1,1: 2\ntable_cell table=0 1,1: 3\ntable_cell table=0 2,1: 4\n"
         "caption table=0: Source: S\n"},
        {"text boxes, once, and words about pictures, behind their paragraph",
         p(r("a") + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:docPr descr=\"A pie\"/><w:txbxContent>" +
           p(r("b")) + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + p(r("b")) +
           "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + r(" c")),
         "paragraph: a c\nalt_text: A pie\nparagraph: b\n"},
        {"citation fields show their result, not their code",
         p(r("x ") + field(R"(ADDIN ZOTERO_ITEM CSL_CITATION {"formattedCitation":"99%"})", r("(Salter, 2023)")) +
           field("CITATION Sal23 \\l 3081 ", r(" (ACMS)")) +
           field("ADDIN EN.CITE <EndNote>9</EndNote>",
                 R"(<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3,4</w:t></w:r>)")),
         "paragraph: x (Salter, 2023) (ACMS)[3,4]\n"},
        {"raised digits", p(r("10 m") + R"(<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>)"),
         "paragraph: 10 m²\n"},
        {"a field that is never ended", p(R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)") + p(r("12%")),
         "paragraph: 12%\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(outline(read(docx(row.body))) == row.want);
    }
}

TEST_CASE("notes, comments, headers of a Word file are read, and say where they stand") {
    const std::string note = R"(<w:footnote w:id="5">)" + p(r("Salter 2023.")) + "</w:footnote>";
    const Document document = read(
        docx(p(r("1 in 6 men") + R"(<w:r><w:footnoteReference w:id="5"/></w:r>)" + r(".")) +
                 p(R"(<w:commentRangeStart w:id="1"/><w:hyperlink r:id="link">)" + r("a report") + "</w:hyperlink>"),
             {{"footnotes", note},
              {"comments", R"(<w:comment w:id="1" w:author="Ann">)" + p(r("Sure?")) + "</w:comment>"},
              {"header", p(r("Draft"))}}));
    CHECK(outline(document) == "paragraph: 1 in 6 men.\nparagraph: a report\nfootnote #footnote 1: Salter 2023.\n"
                               "paragraph: Draft\nparagraph: Sure?\n");
    CHECK(reference_outline(document) == "footnote 1@1 in 6 men\nhttps://a.org/x=a report\n");
    std::string places;
    for (const Block& block : document.blocks) places += block.location + "\n";
    CHECK(places == "paragraph 1\nparagraph 2\nfootnote 1\nheader\ncomment 1 by Ann\n");
    REQUIRE(document.comments.size() == 1);
    CHECK(document.comments[0].text == "Sure?");
    CHECK(document.comments[0].span.start == document.blocks[1].text.start);
}

TEST_CASE("hostile and damaged Word files are refused") {
    const std::string good = docx(p(r("12%")));
    CHECK(error_of("").find("empty") != std::string::npos);
    CHECK(error_of(good.substr(0, good.size() / 2)).find("truncated") != std::string::npos);
    CHECK(error_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").find("password") != std::string::npos);
    CHECK(error_of("just words").find("not a zip") != std::string::npos);
    CHECK(error_of("%PDF-1.7").find("PDF") != std::string::npos);
    CHECK(error_of(zip_file({{"inner.docx", good}})).find("without the document") != std::string::npos);
    CHECK(error_of(zip_file({{"../../evil", "x"}})).find("leads out") != std::string::npos);
    CHECK(error_of(zip_file({{"mimetype", "x"}, {"content.xml", "<x/>"}})).find("OpenDocument") != std::string::npos);
    SUBCASE("a part that unpacks to far more than it is") {
        CHECK(error_of(docx(p(r(std::string(20'000'000, 'a'))))).find("fold") != std::string::npos);
        CHECK(error_of(docx(p(r(std::string(40'000'000, 'a'))))).find("MiB") != std::string::npos);
    }
    SUBCASE("entities") {
        const std::string bomb = "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                                 "<w:document><w:body><w:p><w:r><w:t>&a;&b;</w:t></w:r></w:p></w:body></w:document>";
        CHECK(error_of(zip_file({{"_rels/.rels", R"(<R><R Id="a" Type="x/officeDocument" Target="word/d.xml"/></R>)"},
                                 {"word/d.xml", bomb}}))
                  .find("entities") != std::string::npos);
    }
    SUBCASE("deep nesting") {
        std::string deep, end;
        for (int i = 0; i < 100'000; ++i) {
            deep += fmt::format("<w:ins w:id=\"{}\">", i * 7919 % 100'003);
            end += "</w:ins>";
        }
        CHECK(error_of(docx(deep + end)).find("nests") != std::string::npos);
    }
    SUBCASE("every byte changed or cut gives a document or an error") {
        for (std::size_t i = 0; i < good.size(); i += 3) {
            std::string bad = good;
            bad[i] = static_cast<char>(bad[i] ^ 0x5A);
            (void)read_docx(bad);
            (void)read_docx(good.substr(0, i));
        }
    }
}
