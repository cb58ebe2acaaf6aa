// PDF from what statlint-pdf writes on: lines, columns, paragraphs, notes, tables. Poppler is not needed here.
#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/pdf.hpp"
#include "pdf_sheet.hpp"

using namespace statlint;

namespace {

Document read(const std::string& output) {
    auto pages = read_pdf_pages(output);
    REQUIRE(pages.has_value());
    Document document = document_of(std::move(*pages));
    check_document(document);
    CHECK(document.source == document.text);
    return document;
}

Document read(const PdfSheetWriter& sheet) {
    return read(sheet.text());
}

} // namespace

TEST_CASE("a PDF's lines become paragraphs, by space, short lines and indents") {
    PdfSheetWriter sheet;
    sheet.lines(72, 100,
                {"The study asked 8,503 people about their", "childhood and found what nobody had", "counted before."});
    sheet.lines(72, 142, {"Short lines end a paragraph in which more", "words would have fitted."});
    sheet.lines(72, 200, {"A gap does as well, and so does the size of", "the type."});
    CHECK(outline(read(sheet)) ==
          "paragraph: The study asked 8,503 people about their childhood and found what nobody had counted before.\n"
          "paragraph: Short lines end a paragraph in which more words would have fitted.\n"
          "paragraph: A gap does as well, and so does the size of the type.\n");
}

TEST_CASE("hyphens at line ends: typesetting's go, the writer's stay") {
    struct Row {
        const char *first, *second, *text;
    };
    for (const Row& row :
         {Row{"the preva-", "lence of", "the prevalence of"}, Row{"a 1-in-", "10 chance", "a 1-in-10 chance"},
          Row{"twenty-", "five men", "twenty-five men"}, Row{"two-", "thirds of", "two-thirds of"},
          Row{"one-", "in-five men", "one-in-five men"}, Row{"seven-", "teen men", "seventeen men"},
          Row{"AI-", "generated", "AI-generated"}, Row{"COVID-", "19 came", "COVID-19 came"},
          Row{"from 10-", "12 of", "from 10-12 of"}, Row{"Anglo-", "Australian", "Anglo-Australian"},
          Row{"state-of-the-", "art", "state-of-the-art"}, Row{"reha\u00AD", "bilitate", "rehabilitate"},
          Row{"10 \u2013", "12 men", "10 \u2013 12 men"}, Row{"preva\u2010", "lence", "prevalence"}}) {
        PdfSheetWriter sheet;
        sheet.lines(72, 400, {row.first, row.second});
        const Document document = read(sheet);
        CHECK_MESSAGE(document.text == row.text, document.text);
    }
    // What the file has within a line decides.
    PdfSheetWriter sheet;
    sheet.lines(72, 100,
                {"so-called live-streamed abuse is live-", "streamed, and rehabilitated is reha-", "bilitated."});
    CHECK(read(sheet).text == "so-called live-streamed abuse is live-streamed, and rehabilitated is rehabilitated.");
}

TEST_CASE("ligatures and odd glyphs become letters, superscripts stay") {
    PdfSheetWriter sheet;
    sheet.put(72, 100, 12, "\uFB01nding \uFB02ow o\uFB03ce \uFF11\uFF12 10 m\u00B2 \u00BD");
    CHECK(read(sheet).text == "finding flow office 12 10 m\u00B2 \u00BD");
}

TEST_CASE("columns are read one after the other, and paragraphs go on over them and over pages") {
    PdfSheetWriter sheet("ix");
    sheet.put(72, 80, 20, "A title over both columns of the page");
    sheet.lines(72, 120,
                {"The left column starts with", "a paragraph that goes on for", "quite some lines until the",
                 "end of the column without"});
    sheet.lines(320, 120,
                {"a full stop, so that 1 in 6 is", "said in the right column of", "the page. And then another",
                 "sentence goes over to page"});
    sheet.page("x");
    sheet.lines(72, 120, {"number ten, where 28.5% of", "them stand in its text."});
    const Document document = read(sheet);
    CHECK(outline(document) ==
          "heading1: A title over both columns of the page\n"
          "paragraph: The left column starts with a paragraph that goes on for quite some lines until the end of the "
          "column "
          "without a full stop, so that 1 in 6 is said in the right column of the page. And then another sentence goes "
          "over to page number ten, where 28.5% of them stand in its text.\n");
    const auto place = [&](std::string_view words) {
        return document.location_of(static_cast<std::uint32_t>(document.text.find(words)));
    };
    CHECK(place("1 in 6") == "page ix (1) to page x (2), under \"A title over both columns of the page\"");
    CHECK(place("A title") == "page ix (1)");
}

TEST_CASE("justified lines with wide blanks are lines, and no table") {
    std::string words;
    for (int line = 0; line < 4; ++line)
        for (int word = 0; word < 5; ++word)
            words += fmt::format("{} {} 2500 1440 {} word{}\n", 7200 + word * 4900, 10000 + line * 1400,
                                 word < 4 ? 1 : 0, line);
    CHECK(outline(read("statlint-pdf 1\npage 1 60000 80000 1\n" + words + "end\n")) ==
          "paragraph: word0 word0 word0 word0 word0 word1 word1 word1 word1 word1 word2 word2 word2 word2 word2 word3 "
          "word3 "
          "word3 word3 word3\n");
}

TEST_CASE("a justified line that poppler takes apart is one where its neighbours reach as far") {
    PdfSheetWriter sheet;
    sheet.put(72, 100, 12, "The study of the year highlights the very"); // ends at 297
    sheet.put(72, 114, 12, "urgent");
    sheet.put(150, 114, 12, "need");
    sheet.put(216, 114, 12, "for");
    sheet.put(255, 114, 12, "support"); // 42 wide
    sheet.put(72, 128, 12, "of children.");
    CHECK(read(sheet).text == "The study of the year highlights the very urgent need for support of children.");
}

TEST_CASE("raised marks point to the notes at the foot of their page") {
    PdfSheetWriter sheet;
    sheet.lines(72, 90, {"Text of the usual size, so that it is known which size that is."});
    sheet.lines(72, 130, {"One in six men do."});
    sheet.put(168, 126, 7, "1");
    sheet.put(72, 700, 7, "1");
    sheet.put(80, 704, 10, "Salter et al. (2023), who asked 1,945");
    sheet.put(72, 716, 10, "men.");
    sheet.page("2");
    sheet.lines(72, 100, {"Two in six."});
    sheet.put(132, 96, 7, "1");
    sheet.put(72, 704, 10, "1 Another note.");
    const Document document = read(sheet);
    CHECK(outline(document) == "paragraph: Text of the usual size, so that it is known which size that is.\n"
                               "paragraph: One in six men do.\n"
                               "footnote #footnote 1: Salter et al. (2023), who asked 1,945 men.\n"
                               "paragraph: Two in six.\n"
                               "footnote #footnote 1 (2): Another note.\n");
    CHECK(reference_outline(document) == "footnote 1@One in six men do.\nfootnote 1 (2)@Two in six.\n");
    CHECK(document.location_of(static_cast<std::uint32_t>(document.text.find("Another"))) == "page 2, footnote 1 (2)");
}

TEST_CASE("raised numbers without a note stay raised numbers, and other raised letters are letters") {
    PdfSheetWriter sheet;
    sheet.put(72, 100, 12, "the 21");
    sheet.put(105, 96, 7, "st");
    sheet.put(116, 100, 12, "century has 27,217");
    sheet.put(218, 96, 7, "12");
    sheet.put(229, 100, 12, "pictures");
    CHECK(read(sheet).text == "the 21st century has 27,217\u00B9\u00B2 pictures");
}

TEST_CASE("what is printed on each page is read once, and page numbers not at all") {
    PdfSheetWriter sheet("i");
    const char* const texts[] = {"One page goes on to the next one and", "then to the one after that, where",
                                 "it comes to an end."};
    for (int page = 1; page <= 3; ++page) {
        if (page > 1) sheet.page(std::string(static_cast<std::size_t>(page), 'i'));
        sheet.put(72, 40, 9, "Annual report: 28.5% of Australians");
        sheet.put(72, 200, 12, texts[page - 1]);
        sheet.put(page * 100, 770, 9, fmt::format("Page {} of 4", page));
    }
    const Document document = read(sheet);
    CHECK(outline(document) ==
          "paragraph: One page goes on to the next one and then to the one after that, where it comes to an end.\n"
          "paragraph: Annual report: 28.5% of Australians\n");
    CHECK(document.location_of(document.blocks.back().text.start) == "page i (1), head or foot");
}

TEST_CASE("lists: bullets, numbers, levels, and the paragraph that leads in") {
    PdfSheetWriter sheet;
    sheet.lines(72, 100, {"The study found:"});
    sheet.put(84, 120, 12, "\u2022");
    sheet.lines(108, 120, {"6.7% of Australian men knowingly engage with", "such material"});
    sheet.put(108, 148, 12, "\uF0A7");
    sheet.lines(132, 148, {"an inner item"});
    sheet.put(84, 162, 12, "\u2022");
    sheet.lines(108, 162, {"another one"});
    sheet.lines(72, 190, {"1. First of a numbered list", "2. Second"});
    CHECK(outline(read(sheet)) ==
          "paragraph: The study found:\n"
          "list_item1 list=0 lead_in=0: 6.7% of Australian men knowingly engage with such material\n"
          "list_item2 list=1 lead_in=1: an inner item\n"
          "list_item1 list=0 lead_in=0: another one\n"
          "list_item1 list=2: First of a numbered list\n"
          "list_item1 list=2: Second\n");
}

TEST_CASE("a table has rows and columns, wrapped cells and a caption") {
    PdfSheetWriter sheet;
    sheet.lines(72, 100, {"The numbers of a year stand in the table that follows here."});
    sheet.lines(72, 130, {"Table 1: Children and adults"});
    sheet.put(72, 160, 12, "Philippines, 2022");
    sheet.put(306, 160, 12, "Children and adults");
    sheet.put(72, 180, 12, "Children trafficked to produce new");
    sheet.put(306, 180, 12, "almost half a million");
    sheet.put(72, 194, 12, "abuse material");
    sheet.put(72, 214, 12, "Adults who did");
    sheet.put(306, 214, 12, "nearly 250,000");
    sheet.lines(72, 250, {"Source: International Justice Mission (2023)."});
    CHECK(outline(read(sheet)) == "paragraph: The numbers of a year stand in the table that follows here.\n"
                                  "caption table=0: Table 1: Children and adults\n"
                                  "table_cell table=0 0,0 header: Philippines, 2022\n"
                                  "table_cell table=0 0,1 header: Children and adults\n"
                                  "table_cell table=0 1,0: Children trafficked to produce new abuse material\n"
                                  "table_cell table=0 1,1: almost half a million\n"
                                  "table_cell table=0 2,0: Adults who did\n"
                                  "table_cell table=0 2,1: nearly 250,000\n"
                                  "caption table=0: Source: International Justice Mission (2023).\n");
}

TEST_CASE("entries of a table of contents are no prose") {
    PdfSheetWriter sheet;
    sheet.lines(72, 100, {"Chapter 3 ................. 17", "Chapter 4 . . . . . . . xi"});
    sheet.lines(72, 160, {"Text."});
    CHECK(read(sheet).text == "Text.");
}

TEST_CASE("a large number and the words below it are one statement") {
    PdfSheetWriter sheet;
    sheet.lines(72, 300, {"Text of the usual size, so that it is known which size that is."});
    sheet.put(72, 100, 36, "28.5%");
    sheet.put(72, 120, 12, "of Australians");
    CHECK(outline(read(sheet)).starts_with("heading1: Text") == false);
    CHECK(outline(read(sheet)).find("28.5% of Australians\n") != std::string::npos);
}

TEST_CASE("tiles beside each other are read one by one, centred as they are") {
    PdfSheetWriter sheet;
    sheet.put(90, 100, 30, "1 in 6");
    sheet.put(80, 120, 12, "men report such feelings");
    sheet.put(300, 100, 30, "28.5%");
    sheet.put(290, 120, 12, "experienced abuse");
    sheet.put(280, 134, 12, "when they were children");
    sheet.lines(72, 200, {"Text of the usual size, so that it is known which size that is."});
    CHECK(outline(read(sheet)) == "paragraph: 1 in 6 men report such feelings\n"
                                  "paragraph: 28.5% experienced abuse when they were children\n"
                                  "paragraph: Text of the usual size, so that it is known which size that is.\n");
}

TEST_CASE("columns of numbers that stand flush right are columns of a table") {
    PdfSheetWriter sheet;
    sheet.lines(72, 100, {"Girls", "Boys", "All of them"});
    sheet.put(300, 100, 12, "193,277");
    sheet.put(330, 114, 12, "74");
    sheet.put(312, 128, 12, "1,488");
    sheet.put(400, 100, 12, "37.3%");
    sheet.put(400, 114, 12, "18.8%");
    sheet.put(406, 128, 12, "100%");
    const Document document = read(sheet);
    REQUIRE(document.blocks.size() == 9);
    CHECK(document.blocks[8].row == 2);
    CHECK(document.blocks[8].column == 2);
    CHECK(document.blocks[8].location == "page 1, table 1, row 3, column 3");
}

TEST_CASE("a table that goes on over a page and repeats its head there is one, and so is the row that is parted") {
    PdfSheetWriter sheet;
    sheet.lines(72, 100, {"Some text before the table, on two lines that stand", "as far apart as lines do."});
    for (int page = 1; page <= 2; ++page) {
        if (page == 2) sheet.page("2");
        const double base = page == 1 ? 640 : 200;
        sheet.put(72, base, 12, "Philippines, 2022");
        sheet.put(306, base, 12, "Children and adults");
        sheet.put(72, base + 20, 12, page == 1 ? "Children who were made to produce" : "new material");
        if (page == 1) sheet.put(306, base + 20, 12, "almost half a million");
        if (page == 2) sheet.put(72, base + 40, 12, "Adults who did");
        if (page == 2) sheet.put(306, base + 40, 12, "nearly 250,000");
    }
    const Document document = read(sheet);
    CHECK(outline(document) ==
          "paragraph: Some text before the table, on two lines that stand as far apart as lines do.\n"
          "table_cell table=0 0,0 header: Philippines, 2022\n"
          "table_cell table=0 0,1 header: Children and adults\n"
          "table_cell table=0 1,0: Children who were made to produce new material\n"
          "table_cell table=0 1,1: almost half a million\n"
          "table_cell table=0 2,0: Adults who did\n"
          "table_cell table=0 2,1: nearly 250,000\n");
    CHECK(document.blocks.back().location == "page 2, table 1, row 3, column 2");
}

TEST_CASE("notes of a printed web page stand in a list and lead back") {
    PdfSheetWriter sheet;
    sheet.lines(72, 300, {"One in six men do."});
    sheet.put(168, 296, 10, "1");
    sheet.lines(72, 400, {"1. Salter et al. (2023), who asked men. \u21A9"});
    CHECK(outline(read(sheet)) ==
          "paragraph: One in six men do.\nfootnote #footnote 1: Salter et al. (2023), who asked men.\n");
}

TEST_CASE("words that are turned are read by themselves") {
    PdfSheetWriter sheet;
    sheet.lines(72, 100, {"Upright text."});
    std::string text = sheet.text();
    text.insert(text.size() - 4, "2000 45000 1200 4000 3 Turned\n2000 49300 1200 4000 2 text.\n");
    CHECK(outline(read(text)) == "paragraph: Upright text.\nparagraph: Turned text.\n");
}

TEST_CASE("a page of very many words takes no time that grows with their square") {
    std::string marks, hyphens, columns;
    for (int i = 0; i < 60000; ++i) {
        marks += fmt::format("{} {} 400 600 0 1\n{} {} 600 1200 0 word\n", 100 + i % 700 * 1000, i * 30,
                             600 + i % 700 * 1000, i * 30);
        hyphens += fmt::format("100 {} 3000 1200 0 pre-\n", i * 30);
        columns += fmt::format("{} {} 600 1200 0 w\n", i % 300 * 2500, i / 300 * 1400);
    }
    for (const std::string& words : {marks, hyphens, columns})
        CHECK_FALSE(read_pdf_pages("statlint-pdf 1\npage 1 60000 80000 1\n" + words + "end\n")
                        .map([](std::vector<PdfPage> pages) { return document_of(std::move(pages)).text; })
                        .value_or("")
                        .empty());
}

TEST_CASE("what statlint-pdf writes is not trusted") {
    for (const char* bad :
         {"", "statlint-pdf 2\nend\n", "statlint-pdf 1\n", "statlint-pdf 1\n1 2 3 4 0 word\nend\n",
          "statlint-pdf 1\npage 1 2 3 1\n1 2 3 4 0\nend\n", "statlint-pdf 1\npage 1 2 3 1\n1 2 3 4 8 x\nend\n",
          "statlint-pdf 1\npage 1 2 3 1\n1 2 3 4 -1 x\nend\n",
          "statlint-pdf 1\npage 1 2 3 1\n1 2 3 99999999999 0 x\nend\n",
          "statlint-pdf 1\npage 1 2 3 1\n1 2 3 2000000000 0 x\nend\n",
          "statlint-pdf 1\npage 1 2 3 1\n1 2 3 4 0 \xFF\nend\n", "statlint-pdf 1\npage x\nend\n"})
        CHECK_MESSAGE(!read_pdf_pages(bad).has_value(), bad);
    // Boxes that make no sense make no sense of the text, but nothing worse.
    for (const char* odd : {"0 0 0 0 0 a\n0 0 0 0 0 b\n", "-2000000 -2000000 2000000 2000000 6 a\n5 5 -7 -7 1 b\n",
                            "2000000 2000000 2000000 2000000 0 \u2022\n2000000 2000000 1 1 0 b\n"}) {
        const Document document = read("statlint-pdf 1\npage 1 0 -5 1\n" + std::string(odd) + "end\n");
        CHECK(document.text.find('b') != std::string::npos);
    }
}
