// Annotated copies: comments on the exact words, and nothing else changed.
#include <doctest/doctest.h>

#include "formats/annotation.hpp"
#include "formats/format.hpp"
#include "formats/zip_archive.hpp"
#include "zip_file.hpp"

using namespace statlint;

namespace {

constexpr std::string_view relationships = R"(<R><R Id="a" Type="x/officeDocument" Target="word/document.xml"/></R>)";

using Parts = std::map<std::string, std::string>;

Parts word_parts(const std::string& body) {
    return {{"[Content_Types].xml", "<Types xmlns=\"t\"></Types>"},
            {"_rels/.rels", std::string(relationships)},
            {"word/document.xml",
             "<?xml version=\"1.0\"?>\r\n<w:document xmlns:w=\"http://w\"><w:body>" + body + "</w:body></w:document>"},
            {"word/media/a.png", std::string("\x89PNG\0\r\n", 7)}};
}

/// What stands in the parts of a copy with a comment on each of the words. All other parts must be as they were.
Parts annotated(const Parts& parts, const char* format, const std::vector<std::string>& words,
                std::size_t outside = 0) {
    const std::string bytes = zip_file(parts);
    const auto document = format_by_name(format)->read(bytes);
    REQUIRE(document.has_value());
    std::vector<Annotation> annotations;
    for (const std::string& one : words) {
        const auto at = static_cast<std::uint32_t>(document->text.find(one));
        REQUIRE(at < document->text.size());
        annotations.push_back({{at, at + static_cast<std::uint32_t>(one.size())}, "<" + one + ">\nnote"});
    }
    const auto copy = format_by_name(format)->annotate(bytes, annotations);
    REQUIRE(copy.has_value());
    CHECK(copy->placed == words.size() - outside);
    CHECK(copy->outside == outside);
    // The copy reads as the draft does: comments of ours are no part of it.
    const auto again = format_by_name(format)->read(copy->bytes);
    REQUIRE(again.has_value());
    CHECK(again->text == document->text);
    auto archive = ZipArchive::open(copy->bytes);
    REQUIRE(archive.has_value());
    Parts found;
    for (const std::string& name : archive->names()) found[name] = *archive->read(name);
    for (const auto& [name, content] : parts) {
        CAPTURE(name);
        if (name.ends_with("document.xml") || name.ends_with("content.xml") || name.ends_with("comments.xml") ||
            name.ends_with("notes.xml") || name.ends_with("document.xml.rels") || name == "[Content_Types].xml")
            CHECK(found.at(name).size() >= content.size());
        else
            CHECK(found.at(name) == content);
    }
    return found;
}

std::string body_of(const Parts& parts) {
    const std::string& xml = parts.at("word/document.xml");
    const std::size_t start = xml.find("<w:body>") + 8;
    return xml.substr(start, xml.rfind("</w:body>") - start);
}

std::string start_mark(int id) {
    return "<w:commentRangeStart w:id=\"" + std::to_string(id) + "\"/>";
}
std::string end_mark(int id) {
    const std::string number = std::to_string(id);
    return "<w:commentRangeEnd w:id=\"" + number + "\"/><w:r><w:commentReference w:id=\"" + number + "\"/></w:r>";
}

} // namespace

TEST_CASE("marks in a Word file stand around the words, whatever runs they are in") {
    struct Row {
        std::string_view what;
        std::string body;
        std::vector<std::string> words;
        std::string want;
    };
    const std::string keep = " xml:space=\"preserve\"";
    const Row rows[] = {
        {"a whole run",
         "<w:p><w:r><w:t>1 in 5</w:t></w:r></w:p>",
         {"1 in 5"},
         "<w:p>" + start_mark(0) + "<w:r><w:t>1 in 5</w:t></w:r>" + end_mark(0) + "</w:p>"},
        {"in the midst of one, with its properties and attributes",
         "<w:p><w:r w:rsid='>'><w:rPr><w:b/></w:rPr><w:t>of 1 in 5 men</w:t></w:r></w:p>",
         {"1 in 5"},
         "<w:p><w:r w:rsid='>'><w:rPr><w:b/></w:rPr><w:t" + keep + ">of </w:t></w:r>" + start_mark(0) +
             "<w:r w:rsid='>'><w:rPr><w:b/></w:rPr><w:t" + keep + ">1 in 5</w:t></w:r>" + end_mark(0) +
             "<w:r w:rsid='>'><w:rPr><w:b/></w:rPr><w:t" + keep + "> men</w:t></w:r></w:p>"},
        {"over several runs, with entities before",
         "<w:p><w:r><w:t>a &amp; &#8217; 1 i</w:t></w:r><w:r><w:t>n</w:t></w:r><w:r><w:t" + keep +
             "> 5%</w:t></w:r></w:p>",
         {"1 in 5"},
         "<w:p><w:r><w:t" + keep + ">a &amp; &#8217; </w:t></w:r>" + start_mark(0) + "<w:r><w:t" + keep +
             ">1 i</w:t></w:r><w:r><w:t>n</w:t></w:r><w:r><w:t" + keep + "> 5</w:t></w:r>" + end_mark(0) + "<w:r><w:t" +
             keep + ">%</w:t></w:r></w:p>"},
        {"what was said about blanks stays",
         "<w:p><w:r><w:t xml:space=\"default\">of 1 in 5</w:t></w:r></w:p>",
         {"1 in 5"},
         "<w:p><w:r><w:t xml:space=\"default\">of </w:t></w:r>" + start_mark(0) + "<w:r><w:t" + keep +
             ">1 in 5</w:t></w:r>" + end_mark(0) + "</w:p>"},
        {"two that touch",
         "<w:p><w:r><w:t>1 in 52 in 5</w:t></w:r></w:p>",
         {"1 in 5", "2 in 5"},
         "<w:p>" + start_mark(0) + "<w:r><w:t" + keep + ">1 in 5</w:t></w:r>" + end_mark(0) + "<w:r><w:t" + keep +
             "></w:t></w:r>" + start_mark(1) + "<w:r><w:t" + keep + ">2 in 5</w:t></w:r>" + end_mark(1) + "</w:p>"},
        {"in a table, an insertion, a link",
         "<w:tbl><w:tr><w:tc><w:p><w:ins w:id=\"9\"><w:r><w:t>1 in 5</w:t></w:r></w:ins></w:p></w:tc></w:tr></w:tbl>",
         {"1 in 5"},
         "<w:tbl><w:tr><w:tc><w:p><w:ins w:id=\"9\">" + start_mark(0) + "<w:r><w:t>1 in 5</w:t></w:r>" + end_mark(0) +
             "</w:ins></w:p></w:tc></w:tr></w:tbl>"},
        {"a run with more than the words",
         "<w:p><w:r><w:t>x</w:t><w:tab/><w:t>1 in 5</w:t><w:br/></w:r></w:p>",
         {"1 in 5"},
         "<w:p><w:r><w:t>x</w:t><w:tab/><w:t" + keep + "></w:t></w:r>" + start_mark(0) + "<w:r><w:t" + keep +
             ">1 in 5</w:t></w:r>" + end_mark(0) + "<w:r><w:t" + keep + "></w:t><w:br/></w:r></w:p>"},
        {"in a text box: at the picture",
         "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>1 in "
         "5</w:t></w:r></w:p></w:txbxContent>"
         "</w:pict></w:r></w:p>",
         {"1 in 5"},
         "<w:p><w:r><w:t>a</w:t></w:r>" + start_mark(0) +
             "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>1 in 5</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>" +
             end_mark(0) + "</w:p>"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(body_of(annotated(word_parts(row.body), "docx", row.words)) == row.want);
    }
}

TEST_CASE("the comments of a Word file are added to those that are there") {
    Parts parts = word_parts("<w:p><w:r><w:t>1 in 5</w:t></w:r></w:p>");
    const Parts made = annotated(parts, "docx", {"1 in 5"});
    CHECK(made.at("word/comments.xml").find("<w:p><w:r><w:t xml:space=\"preserve\">&lt;1 in 5&gt;</w:t></w:r></w:p>") !=
          std::string::npos);
    CHECK(made.at("[Content_Types].xml").find("PartName=\"/word/comments.xml\"") != std::string::npos);
    CHECK(made.at("word/_rels/document.xml.rels").find("Target=\"comments.xml\"") != std::string::npos);

    parts["word/_rels/document.xml.rels"] = "<R><R Id=\"c\" Type=\"x/comments\" Target=\"notes.xml\"/><R Id=\"f\" "
                                            "Type=\"x/footnotes\" Target=\"f.xml\"/></R>";
    parts["word/f.xml"] =
        "<w:footnotes><w:footnote w:id=\"7\"><w:p><w:r><w:t>2 in 5</w:t></w:r></w:p></w:footnote></w:footnotes>";
    parts["word/document.xml"] =
        "<w:document xmlns:w=\"http://w\"><w:body><w:p><w:r><w:t>1 in 5</w:t></w:r><w:r><w:rPr/>"
        "<w:footnoteReference w:id=\"7\"/></w:r></w:p></w:body></w:document>";
    for (const bool closed : {false, true}) {
        const std::string there =
            "<x:comment x:id=\"4\" x:author=\"Ann\"><x:p><x:r><x:t>3 in 5</x:t></x:r></x:p></x:comment>";
        parts["word/notes.xml"] = closed ? "<x:comments xmlns:x=\"http://w\"/>"
                                         : "<x:comments xmlns:x=\"http://w\">" + there + "</x:comments>";
        std::vector<std::string> words{"1 in 5", "2 in 5"};
        if (!closed) words.emplace_back("3 in 5");
        const Parts added = annotated(parts, "docx", words, closed ? 0 : 1);
        const int id = closed ? 0 : 5;
        const std::string& comments = added.at("word/notes.xml");
        CHECK(comments.find("<x:comment x:id=\"" + std::to_string(id) + "\" x:author=\"statlint\"") !=
              std::string::npos);
        CHECK(comments.ends_with("</x:comment></x:comments>"));
        if (!closed) CHECK(comments.find(there) != std::string::npos);
        CHECK(added.at("word/_rels/document.xml.rels") == parts.at("word/_rels/document.xml.rels"));
        CHECK(added.at("[Content_Types].xml") == parts.at("[Content_Types].xml"));
        // Words in a note: at its mark.
        CHECK(body_of(added) == "<w:p>" + start_mark(id) + "<w:r><w:t>1 in 5</w:t></w:r>" + end_mark(id) +
                                    start_mark(id + 1) + "<w:r><w:rPr/><w:footnoteReference w:id=\"7\"/></w:r>" +
                                    end_mark(id + 1) + "</w:p>");
    }
}

TEST_CASE("without findings the copy is the draft") {
    const Parts parts = word_parts("<w:p><w:r><w:t>words</w:t></w:r></w:p>");
    CHECK(annotated(parts, "docx", {}) == parts);
}

TEST_CASE("comments in an OpenDocument text") {
    const auto content = [](std::string_view body) {
        return Parts{{"mimetype", "application/vnd.oasis.opendocument.text"},
                     {"content.xml", "<office:document-content><office:body><office:text>" + std::string(body) +
                                         "</office:text></office:body></office:document-content>"}};
    };
    const auto text_of = [](const Parts& parts) {
        const std::string& xml = parts.at("content.xml");
        const std::size_t start = xml.find("<office:text>") + 13;
        std::string text = xml.substr(start, xml.rfind("</office:text>") - start);
        for (std::size_t at = 0; (at = text.find(" xmlns:", at)) != std::string::npos;)
            text.erase(at, text.find('"', text.find('"', at) + 1) + 1 - at);
        return text;
    };
    const auto mark = [](int number, const std::string& words, bool range) {
        return "<office:annotation" + (range ? " office:name=\"statlint" + std::to_string(number) + "\"" : "") +
               "><dc:creator>statlint</dc:creator><text:p>&lt;" + words +
               "&gt;</text:p><text:p>note</text:p></office:annotation>";
    };
    const std::string end = "<office:annotation-end office:name=\"statlint1\"/>";
    CHECK(
        text_of(annotated(content("<text:p>a &amp; 1 <text:span>in 5</text:span> men</text:p>"), "odt", {"1 in 5"})) ==
        "<text:p>a &amp; " + mark(1, "1 in 5", true) + "1 <text:span>in 5" + end + "</text:span> men</text:p>");
    CHECK(text_of(annotated(
              content("<text:p>a<text:note text:note-class=\"footnote\"><text:note-body><text:p>1 in 5</text:p>"
                      "</text:note-body></text:note></text:p>"),
              "odt", {"1 in 5"})) == "<text:p>a" + mark(1, "1 in 5", false) +
                                         "<text:note text:note-class=\"footnote\"><text:note-body><text:p>1 in "
                                         "5</text:p></text:note-body></text:note></text:p>");
    annotated(content("<text:p>a<office:annotation><dc:creator>Ann</dc:creator><text:p>1 in "
                      "5</text:p></office:annotation></text:p>"),
              "odt", {"1 in 5"}, 1);
}
