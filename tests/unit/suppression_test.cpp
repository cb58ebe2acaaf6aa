// Comments that keep findings from being reported, and what is said of those that shouldn't.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "checked_draft.hpp"
#include "rules/suppression.hpp"
#include "text/line_index.hpp"

using namespace statlint;

namespace {

constexpr const char* wrong =
    "One in five Australian men report sexual feelings towards children (Salter et al., 2023).";

/// "3 value-mismatch", one finding a line; `today` may be empty.
std::string found(const std::string& text, const char* today = "2026-06-15", bool html = false) {
    Policy policy;
    policy.today = today;
    policy.severities["unreasoned-suppression"] = Severity::off;
    auto document = html ? read_html(text) : read_markdown(text);
    const Analysis analysis = analyse(std::move(*document), built_in(), policy);
    const LineIndex lines(analysis.document.source);
    std::string list;
    for (const Finding& finding : analysis.findings)
        list += fmt::format("{} {}\n", lines.locate(source_of(analysis.document, finding).start).line, finding.rule);
    return list;
}

struct Row {
    const char* before;
    const char* after;
    const char* found;
};

} // namespace

TEST_CASE("suppressions hold for what they name, where they say") {
    const Row table[] = {
        {"", "", "1 value-mismatch\n"},
        {"<!-- statlint-disable-next-line value-mismatch : why -->\n", "", ""},
        {"<!-- statlint-disable-next-line value-mismatch: why -->\n\n", "", ""}, // an empty line between blocks
        {"<!-- statlint-disable-next-line -->\n", "", ""},
        {"<!-- statlint-disable-next-line salter.feelings : by its figure -->\n", "", ""},
        {"<!-- statlint-disable-next-line wrong-page, value-mismatch : why -->\n", "", "1 unused-suppression\n"},
        {"<!-- statlint-disable-next-line wrong-page : why -->\n", "", "1 unused-suppression\n2 value-mismatch\n"},
        {"", " <!-- statlint-disable-line value-mismatch : why -->", ""},
        {"", "\n\n<!-- statlint-disable-file value-mismatch : why -->\n", ""},
        {"", "\n\n<!-- statlint-disable-line value-mismatch -->\n", "1 value-mismatch\n3 unused-suppression\n"},
        {"<!-- statlint-disable value-mismatch -->\n\n", "\n\n<!-- statlint-enable value-mismatch -->\n", ""},
        {"<!-- statlint-disable -->\n\n", "\n", ""}, // to the end of the draft
        {"<!-- statlint-disable value-mismatch -->\n<!-- statlint-enable value-mismatch -->\n\n", "",
         "1 unused-suppression\n4 value-mismatch\n"},
        {"", "\n\n<!-- statlint-enable -->\n", "1 value-mismatch\n3 unused-suppression\n"},
        {"<!-- statlint-disable-next-line value-mismatch -->\nSome words.\n\n", "",
         "1 unused-suppression\n4 value-mismatch\n"},
        {"<!-- statlint-disable-next-line value-mismach -->\n", "", "1 unused-suppression\n2 value-mismatch\n"},
        {"<!-- statlint-disabel-next-line value-mismatch -->\n", "", "1 unused-suppression\n2 value-mismatch\n"},
        {"<!-- statlint-disable-next-line value-mismatch : why until 2026-06-15 -->\n", "", ""}, // its last day
        {"<!-- statlint-disable-next-line value-mismatch : why until 2026-06-14. -->\n", "",
         "1 expired-suppression\n2 value-mismatch\n"},
        {"<!-- statlint-disable-next-line value-mismatch until 2026-06-14 -->\n", "",
         "1 expired-suppression\n2 value-mismatch\n"},
        {"<!-- statlint-disable-next-line value-mismatch : until 2026-02-30 -->\n", "",
         "1 unused-suppression\n2 value-mismatch\n"},
        {"<!-- statlint-disable-next-line value-mismatch : kept until it is reprinted -->\n", "", ""},
        {"<!-- about statlint-disable-next-line value-mismatch -->\n", "", "2 value-mismatch\n"},
        {"<!-- statlint-disable-next-line value-mismatch -->\n<!-- statlint-disable-next-line value-mismatch -->\n", "",
         "1 unused-suppression\n"},
    };
    for (const Row& row : table) {
        const std::string text = std::string(row.before) + wrong + row.after;
        CAPTURE(text);
        CHECK(found(text) == row.found);
    }
}

TEST_CASE("suppressions work inside list items, cells and notes, and in HTML") {
    CHECK(found(std::string("- a\n- ") + wrong + " <!-- statlint-disable-line : why -->\n").empty());
    CHECK(found(std::string("| a |\n|---|\n| ") + wrong + " <!-- statlint-disable-line : why --> |\n").empty());
    CHECK(found(std::string("See.[^1]\n\n[^1]: ") + wrong + " <!-- statlint-disable-line : why -->\n").empty());
    CHECK(found("<p>" + std::string(wrong) + "</p>", "", true) == "1 value-mismatch\n");
    CHECK(found("<!-- statlint-disable-next-line : why -->\n<p>" + std::string(wrong) + "</p>", "", true).empty());
    CHECK(found("<ul><li>" + std::string(wrong) + "<!-- statlint-disable-line : why --></li></ul>", "", true).empty());
}

TEST_CASE("comments are findings even where the draft has no number, and keep their reasons") {
    CHECK(found("Words.\n\n<!-- statlint-disable-file -->\n") == "3 unused-suppression\n");
    const Analysis analysis = check_draft("<!-- statlint-disable-next-line value-mismatch : as printed in 2019 -->\n" +
                                          std::string(wrong) + "\n");
    CHECK(analysis.findings.empty());
    REQUIRE(analysis.suppressed.size() == 1);
    CHECK(analysis.suppressed[0].finding.rule == "value-mismatch");
    CHECK(analysis.suppressed[0].reason == "as printed in 2019");
    // Without a date of today nothing runs out: the answer must not depend on the clock of who asks.
    CHECK(found("<!-- statlint-disable-next-line : x until 1999-01-01 -->\n" + std::string(wrong), "").empty());
}

TEST_CASE("a draft full of comments costs no more than its length") {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "<!-- statlint-disable value-mismach -->\n";
    for (int i = 0; i < 20'000; ++i) text += "<!-- statlint-disable value-mismatch : why -->\n";
    text += "\n";
    for (int i = 0; i < 200; ++i) text += std::string(wrong) + "\n\n";
    const std::string list = found(text);
    CHECK(list.find("unused-suppression") != std::string::npos);
    CHECK(list.find("value-mismatch") == std::string::npos);
}
