// Baselines and --diff-base: what was there before is left out, and nothing else.
#include <cstdlib>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/changed_lines.hpp"
#include "program.hpp"

using namespace statlint::tests;

namespace {

const std::string wrong = "One in five Australian men report sexual feelings towards children (Salter et al., 2023).\n";
const std::string other = "Just 35% of Australians experienced child sexual abuse (Mathews et al., 2023).\n";

bool git(const Playground& play, const std::string& arguments) {
    const std::string command = "cd '" + play.folder().string() +
                                "' && env -u GIT_DIR -u GIT_INDEX_FILE -u GIT_WORK_TREE GIT_CONFIG_NOSYSTEM=1 HOME=. "
                                "git -c user.name=t -c user.email=t@example.org " +
                                arguments + " >/dev/null 2>&1";
    return std::system(command.c_str()) == 0;
}

} // namespace

TEST_CASE("a baseline takes what there is, and lets nothing new through") {
    const Playground play;
    play.write("old/a.md", wrong);
    const Run made = play.run("check old --baseline base.json --write-baseline");
    CHECK(made.code == 0);
    CHECK(contains(made.err, "1 finding in the baseline"));
    const std::string first = slurp(play.folder() / "base.json");
    CHECK(nlohmann::json::parse(first)["findings"][0]["path"] == "old/a.md");
    const Run known = play.run("check old --baseline base.json");
    CHECK(known.code == 0);
    CHECK(contains(known.err, "1 finding of the baseline not shown"));
    // Lines move, words are set otherwise: it is the same finding.
    play.write("old/a.md", "# New\n\nWords.\n\nOne in *five* Australian men report\nsexual feelings towards children "
                           "(Salter et al., 2023).\n");
    CHECK(play.run("check old --baseline base.json").code == 0);
    // Another number, a second one like it, and the same sentence in another draft are new.
    play.write("old/a.md",
               "One in four Australian men report sexual feelings towards children (Salter et al., 2023).\n");
    CHECK(play.run("check old --baseline base.json").code == 1);
    play.write("old/a.md", wrong + "\n" + wrong);
    const Run twice = play.run("check old --baseline base.json");
    CHECK(twice.code == 1);
    CHECK(contains(twice.out, "old/a.md:3:1: error"));
    CHECK_FALSE(contains(twice.out, "old/a.md:1:1: error"));
    play.write("old/a.md", wrong);
    play.write("old/b.md", wrong);
    CHECK(play.run("check old --baseline base.json").code == 1);
    // A draft that was renamed keeps its own.
    std::filesystem::remove(play.folder() / "old/b.md");
    std::filesystem::rename(play.folder() / "old/a.md", play.folder() / "old/c.md");
    CHECK(play.run("check old --baseline base.json").code == 0);
    CHECK(play.run("check --baseline ../base.json .", "").code == 2); // that file is not there
}

TEST_CASE("a baseline is brought up to date for what was looked at, and reads the same again") {
    const Playground play;
    play.write("a.md", wrong);
    play.write("b.md", other);
    CHECK(play.run("check a.md b.md --baseline base.json --update-baseline").code == 0);
    const std::string both = slurp(play.folder() / "base.json");
    CHECK(play.run("check b.md a.md --baseline base.json --update-baseline").code == 0);
    CHECK(slurp(play.folder() / "base.json") == both);
    play.write("a.md", "Nothing.\n");
    CHECK(play.run("check a.md --baseline base.json --update-baseline").code == 0);
    const auto left = nlohmann::json::parse(slurp(play.folder() / "base.json"))["findings"];
    REQUIRE(left.size() == 1);
    CHECK(left[0]["path"] == "b.md");
    // Where something can't be checked, the baseline stays as it was.
    CHECK(play.run("check a.md gone.md --baseline base.json --update-baseline").code == 2);
    CHECK(nlohmann::json::parse(slurp(play.folder() / "base.json"))["findings"] == left);
}

TEST_CASE("a baseline that can't be read is trouble") {
    const Playground play;
    play.write("a.md", wrong);
    CHECK(play.run("check a.md --baseline gone.json").code == 2);
    for (const char* text :
         {"", "[]", "{}", "{\"version\":2,\"findings\":[]}", "{\"version\":1}", "not json",
          "{\"version\":1,\"findings\":[1]}", "{\"version\":1,\"findings\":[{\"path\":\"a.md\"}]}"}) {
        CAPTURE(text);
        play.write("base.json", text);
        CHECK(play.run("check a.md --baseline base.json").code == 2);
    }
    CHECK(play.run("check a.md --update-baseline").code == 2);
    CHECK(play.run("check a.md --baseline gone/base.json --update-baseline").code == 2);
}

TEST_CASE("hunks are read whatever the lines look like") {
    const auto files =
        statlint::read_hunks("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -3 +3,2 @@ head\n-old\n+++ b/y\n"
                             "+@@ -9 +9 @@\n\\ No newline at end of file\n@@ -9,2 +10,0 @@\n-a\n-b\n"
                             "diff --git a/z b/z\n--- a/z\n+++ \"b/\\303\\244 \\\"q\\\"\\t.md\"\n@@ -0,0 +1 @@\n+z\n"
                             "diff --git a/w b/w\n--- a/w\n+++ /dev/null\n@@ -1 +0,0 @@\n-w\n");
    REQUIRE(files.size() == 2);
    using Ranges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
    CHECK(files.at("x") == Ranges{{3, 4}, {10, 11}});
    CHECK(files.at("\xC3\xA4 \"q\"\t.md") == Ranges{{1, 1}});
}

TEST_CASE("--diff-base reports what a change touched") {
    const Playground play;
    if (!git(play, "init -q -b main")) {
        MESSAGE("skipped: needs git");
        return;
    }
    play.write("d/\xC3\xA4 \"old\".md", wrong + "\nWords.\n\n" + other + "\nThe end.\n");
    play.write("d/same.md", wrong);
    REQUIRE(git(play, "add -A"));
    REQUIRE(git(play, "commit -qm one"));
    const Run clean = play.run("check d --diff-base HEAD");
    CHECK(clean.code == 0);
    CHECK(contains(clean.err, "3 findings outside of what changed since HEAD not shown"));
    // A change elsewhere in the draft, in another line of the paragraph, a deletion.
    play.write("d/\xC3\xA4 \"old\".md", wrong + "\nOther words.\n\n" + other + "\nThe end.\n");
    CHECK(play.run("check d --diff-base HEAD").code == 0);
    play.write("d/\xC3\xA4 \"old\".md", wrong + "\nWords.\n\n" + other + "And more.\n\nThe end.\n");
    const Run paragraph = play.run("check d --diff-base HEAD");
    CHECK(paragraph.code == 1);
    CHECK(contains(paragraph.out, ".md:5:"));
    CHECK_FALSE(contains(paragraph.out, ".md:1:"));
    play.write("d/\xC3\xA4 \"old\".md", wrong + "\nWords.\n\n" + other + "\n");
    CHECK(play.run("check d --diff-base HEAD").code == 0);
    // Committed, staged and new drafts count, renames keep their lines.
    play.write("d/new.md", wrong);
    CHECK(contains(play.run("check d --diff-base HEAD").out, "d/new.md:1:1"));
    REQUIRE(git(play, "add -A"));
    CHECK(contains(play.run("check d --diff-base HEAD").out, "d/new.md:1:1"));
    REQUIRE(git(play, "commit -qm two"));
    CHECK(contains(play.run("check d --diff-base HEAD~1").out, "d/new.md:1:1"));
    CHECK(play.run("check d --diff-base HEAD").code == 0);
    REQUIRE(git(play, "mv d/same.md d/moved.md"));
    CHECK(play.run("check d/moved.md --diff-base HEAD").code == 0);
    // What the base branch did meanwhile is not this change's.
    REQUIRE(git(play, "checkout -qf -b topic HEAD~1"));
    CHECK(play.run("check d --diff-base main").code == 0);
    // What git has no lines for is reported as a whole.
    play.write("d/mac.md", "Words.\r\r" + wrong.substr(0, wrong.size() - 1) + "\r");
    REQUIRE(git(play, "add -A"));
    REQUIRE(git(play, "commit -qm mac"));
    play.write("d/mac.md", "Others.\r\r" + wrong.substr(0, wrong.size() - 1) + "\r");
    CHECK(play.run("check d/mac.md --diff-base HEAD").code == 1);
}

TEST_CASE("a --diff-base that git doesn't know is trouble, and nothing of it is run") {
    const Playground play;
    play.write("d.md", wrong);
    if (!git(play, "init -q -b main")) return;
    CHECK(play.run("check d.md --diff-base HEAD").code == 2); // no commit yet
    REQUIRE(git(play, "add -A"));
    REQUIRE(git(play, "commit -qm one"));
    CHECK(play.run("check d.md --diff-base=nosuch").code == 2);
    CHECK(play.run("check d.md --diff-base=--output=hacked").code == 2);
    CHECK(play.run("check d.md '--diff-base=$(touch hacked)'").code == 2);
    CHECK(play.run("check d.md --diff-base=").code == 2);
    // The repository's configuration chooses nothing.
    REQUIRE(git(play, "config core.fsmonitor 'touch hacked;'"));
    REQUIRE(git(play, "config diff.external 'touch hacked;'"));
    REQUIRE(git(play, "config diff.noprefix true"));
    REQUIRE(git(play, "config color.diff always"));
    play.write("d.md", "Words.\n\n" + wrong);
    CHECK(play.run("check d.md --diff-base HEAD").code == 0);
    play.write("d.md", "Words.\n\n" + other);
    CHECK(play.run("check d.md --diff-base HEAD").code == 1);
    CHECK_FALSE(std::filesystem::exists(play.folder() / "hacked"));
    const Playground outside;
    outside.write("d.md", wrong);
    CHECK(outside.run("check d.md --diff-base HEAD").code == 2);
}
