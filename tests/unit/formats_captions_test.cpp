#include <doctest/doctest.h>

#include "document_outline.hpp"
#include "formats/format.hpp"

using namespace statlint;

namespace statlint {
Result<Document> read_captions(std::string bytes);
}

namespace {

Document captions(std::string bytes) {
    Result<Document> document = read_captions(std::move(bytes));
    if (!document) FAIL(document.error().message);
    check_document(*document);
    return *std::move(document);
}

} // namespace

TEST_CASE("cues become sentences, and sentences paragraphs where speaker or pause part them") {
    struct Row {
        std::string_view what, source, want;
    };
    const Row rows[] = {
        {"numbers and times are no words; a sentence runs over cues",
         "1\n00:00:01,000 --> 00:00:02,500\nAbout 1 in\n\n2\n00:00:02,500 --> 00:00:04,000\n6 men\nagree.\n",
         "paragraph: About 1 in 6 men agree.\n"},
        {"carriage returns, a byte order mark, no blank line between two cues",
         "\xEF\xBB\xBF"
         "1\r\n00:00:01,000 --> 00:00:02,000\r\n28.5%\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nof all\r\n",
         "paragraph: 28.5% of all\n"},
        {"a pause after a sentence",
         "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:02,100 --> 00:00:03,000\nTwo.\n\n"
         "3\n00:00:10,000 --> 00:00:11,000\nThree\n\n4\n00:00:20,000 --> 00:00:21,000\nand four.\n",
         "paragraph: One. Two.\nparagraph: Three and four.\n"},
        {"speakers of a dialogue", "1\n00:00:01,000 --> 00:00:02,000\n- Is it 5?\n- No, 6.\n",
         "paragraph: Is it 5?\nparagraph: No, 6.\n"},
        {"looks", "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>1</i>5% <font color=\"#fff\">of</font> 3 < 4 & 5\n",
         "paragraph: 15% of 3 < 4 & 5\n"},
        {"WebVTT: head, names, notes, styles, voices, times inside, entities",
         "WEBVTT - A film\nKind: captions\n\nSTYLE\n::cue { color: 5% }\n\nNOTE 99% done\nof it\n\n"
         "intro\n00:01.000 --> 00:02.000 align:start\n<v Anna>1 in <00:01.500>6<c.x> men</c>\n\n"
         "00:02.000 --> 00:03.000\n<v Anna>agree &amp; act.\n\n00:03.000 --> 00:04.000\n<v Ben>28.5%\n",
         "paragraph: 1 in 6 men agree & act.\nparagraph: 28.5%\n"},
        {"nothing", "WEBVTT\n", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(outline(captions(std::string(row.source))) == row.want);
    }
}

TEST_CASE("a note reaches to the times of its cue") {
    const Document document =
        captions("WEBVTT\n\nNOTE statlint-disable-next-line\n\n1\n00:01.000 --> 00:02.000\n1 in 5\n");
    REQUIRE(document.comments.size() == 1);
    CHECK(document.comments[0].text == " statlint-disable-next-line");
    CHECK(document.view(document.comments[0].span).ends_with("00:02.000"));
}

TEST_CASE("prose is no captions") {
    CHECK(read_captions("One in five.\n").error().message.find("no line of times") != std::string::npos);
    CHECK(read_captions("WEBVTT\n\nwords\n").error().message.find("no line of times") != std::string::npos);
    CHECK(read_captions("").has_value());
    // Nothing of it hangs or breaks.
    for (const char* part :
         {"1\n00:00:01,000 --> 00:00:02,000\n", "NOTE\n\n", "<v ", "<", "{\\", "&", "- ", "\n", "-->"}) {
        std::string source = "WEBVTT\n\n1\n00:00:01,000 --> 00:00:02,000\n";
        for (int i = 0; i < 20'000; ++i) source += part;
        CHECK(read_captions(source).has_value());
    }
}
