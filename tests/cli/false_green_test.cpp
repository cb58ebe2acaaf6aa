// Traps in which checkers of text ended green (peers' issue trackers), each of which must end otherwise here. See
// bad_input_test.cpp for what is plainly broken.
#include <doctest/doctest.h>
#include <unistd.h>

#include "program.hpp"

using namespace statlint::tests;

namespace {

constexpr const char* wrong =
    "One in five Australian men report sexual feelings towards children (Salter et al., 2023).\n";
constexpr const char* clean = "Nothing is counted here.\n";

} // namespace

TEST_CASE("a mistyped path is not checked as a text, in any format and whatever stands beside it") {
    const Playground play;
    play.write("ok.md", clean);
    for (const char* format :
         {"text", "json", "jsonl", "sarif", "github", "gitlab", "checkstyle", "junit", "rdjsonl", "html"}) {
        CAPTURE(format);
        const std::string option = std::string("--format=") + format + " ";
        const Run run = play.run("check " + option + "ok.md drafst/");
        CHECK(run.code == 2);
        CHECK(contains(run.err, "drafst/: no such file"));
        // The report itself says so to who reads only that; lines of findings and text have standard error for it.
        if (std::string(format) != "text" && std::string(format) != "jsonl") CHECK(contains(run.out, "drafst"));
    }
    CHECK(play.run("check 'One in five Australian men report sexual feelings towards children'").code == 2);
}

TEST_CASE("an unsupported type is said, alone and beside others") {
    const Playground play;
    play.write("ok.md", clean);
    play.write("draft.pages", wrong);
    CHECK(play.run("check draft.pages").code == 2);
    CHECK(play.run("check ok.md draft.pages").code == 2);
    CHECK(play.run("audit ok.md draft.pages").code == 2);
}

TEST_CASE("findings stay findings when the report goes into a file") {
    const Playground play;
    play.write("wrong.md", wrong);
    CHECK(play.run("check wrong.md --output r.sarif").code == 1);
    CHECK(play.run("check wrong.md --output r.html --quiet").code == 1);
    CHECK(play.run("check wrong.md --output sarif=/dev/full").code == 2);
}

TEST_CASE("a file that can't be read fails the run, even when all others are fine") {
    const Playground play;
    play.write("a.md", clean);
    play.write("b.md", std::string("caf\xE9 12%\n"));
    play.write("c.md", clean);
    CHECK(play.run("check .").code == 2);
    CHECK(play.run("check a.md b.md c.md --fail-on=error").code == 2);
    std::filesystem::remove(play.folder() / "b.md");
    play.write("locked.md", clean);
    std::filesystem::permissions(play.folder() / "locked.md", std::filesystem::perms::none);
    if (geteuid() == 0)
        MESSAGE("skipped: root reads every file");
    else
        CHECK(play.run("check .").code == 2);
}

TEST_CASE("no file is too long, and a finding at its end is found") {
    const Playground play;
    std::string text;
    while (text.size() < 3'000'000) text += "Plain words without a number, one after the other.\n\n";
    play.write("long.md", text + wrong);
    CHECK(play.run("check long.md").code == 1);
}

TEST_CASE("a change that can't be told from git is no empty change") {
    const Playground play;
    play.write("wrong.md", wrong);
    CHECK(play.run("check wrong.md --diff-base origin/main").code == 2);
    CHECK(play.run("check wrong.md --baseline baseline.json").code == 2);
}

TEST_CASE("a format, option, rule or configuration that is not there is no default") {
    const Playground play;
    play.write("ok.md", clean);
    CHECK(play.run("check ok.md --format=pdf").code == 2);
    CHECK(play.run("check ok.md --output report.pdf").code == 2);
    CHECK(play.run("check ok.md --fail-on=never").code == 2);
    CHECK(play.run("check ok.md --fail-level=error").code == 2);
    CHECK(play.run("check ok.md --config gone.toml").code == 2);
    CHECK(play.run("check ok.md --corpus gone").code == 2);
    play.write(".statlint.toml", "[severity]\nvalue-mismach = \"error\"\n");
    CHECK(play.run("check ok.md").code == 2);
}

TEST_CASE("quoted statistics are the point") {
    const Playground play;
    play.write("q.md",
               "\"One in five Australian men report sexual feelings towards children\" (Salter et al., 2023).\n");
    play.write("b.md", std::string("> ") + wrong);
    CHECK(play.run("check q.md").code == 1);
    CHECK(play.run("check b.md").code == 1);
}

TEST_CASE("results come in one order, however many threads there are") {
    const Playground play;
    for (int i = 0; i < 60; ++i) play.write("d" + std::to_string(i) + ".md", i % 3 == 0 ? wrong : clean);
    const Run first = play.run("check --format=sarif .");
    for (int i = 0; i < 5; ++i) CHECK(play.run("check --format=sarif .").out == first.out);
}

TEST_CASE("characters are read as they are: letters and fractions beyond ASCII change no number") {
    const Playground play;
    play.write("d.md", "Caf\xC3\xA9s sold \xC2\xBC of 33 cakes to \xC3\x84nne.\n");
    const Run run = play.run("extract --format=jsonl d.md");
    CHECK(contains(run.out, "\"value\":0.25"));
    CHECK(contains(run.out, "\"value\":33"));
    CHECK_FALSE(contains(run.out, "60"));
}

TEST_CASE("what was not judged is counted in every report that people read") {
    const Playground play;
    play.write("d.md", "About 40% of tomatoes.\n");
    CHECK(contains(play.run("check d.md").out, "1 left unjudged"));
    CHECK(contains(play.run("audit d.md").out, "1 left unjudged"));
    CHECK(contains(play.run("check --format=github d.md").out, "1 left unjudged"));
    CHECK(contains(play.run("check --format=html d.md").out, "0 of 1 statistic matched"));
    CHECK(contains(play.run("check --format=junit d.md").out, "skipped=\"1\""));
    CHECK(contains(play.run("check --format=sarif d.md").out, "\"unjudged\":1"));
    CHECK(play.run("check --min-coverage=0.5 d.md").code == 1);
}
