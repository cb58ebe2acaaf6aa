// Whatever a user feeds in: a clear message with its place, exit code 2, nothing lost, no crash. Several of these are
// traps in which other checkers end green.
#include <doctest/doctest.h>

#include "program.hpp"

using namespace statlint::tests;

namespace {

constexpr const char* wrong_draft = "One in five Australian men report sexual feelings towards children "
                                    "(Salter et al., 2023).\n";
constexpr const char* clean_draft = "Nothing is counted here.\n";

/// Each message stands on a line of its own in the one form.
void check_message(const Run& run, const std::string& place, const std::string& part) {
    CAPTURE(run.out);
    CAPTURE(run.err);
    CHECK(run.code == 2);
    CHECK(contains(run.err, "statlint: error: " + place));
    CHECK(contains(run.err, part));
}

} // namespace

TEST_CASE("a path that is not there is no string to check, and no clean run") {
    const Playground play;
    check_message(play.run("check missing.md"), "missing.md: ", "no such file");
    check_message(play.run("missing.md"), "missing.md: ", "no such file");
    check_message(play.run("audit missing.md"), "missing.md: ", "no such file");
    check_message(play.run("extract missing.md"), "missing.md: ", "no such file");
    check_message(play.run("explain missing.md:3"), "missing.md: ", "no such file");
}

TEST_CASE("one bad path does not hide what the others have") {
    const Playground play;
    play.write("wrong.md", wrong_draft);
    const Run run = play.run("check missing.md wrong.md");
    check_message(run, "missing.md: ", "no such file");
    CHECK(contains(run.out, "wrong.md:1:"));
    CHECK(contains(run.out, "[value-mismatch]"));
}

TEST_CASE("a file of an unknown format is an error when it is named, and passed over in a folder") {
    const Playground play;
    play.write("notes.xyz", clean_draft);
    play.write("draft.md", clean_draft);
    check_message(play.run("check notes.xyz"), "notes.xyz: ", "unknown format");
    CHECK(play.run("check .").code == 0);
    CHECK(play.run("check --format-in=text notes.xyz").code == 0);
    check_message(play.run("check --format-in=docxx notes.xyz"), "--format-in", "unknown value");
}

TEST_CASE("a folder without drafts is an error") {
    const Playground play;
    play.write("data/table.csv", "1,2\n");
    play.write("hidden/.draft.md", wrong_draft);
    play.write("ignored/.gitignore", "*.md\n");
    play.write("ignored/draft.md", wrong_draft);
    for (const char* folder : {"data", "hidden", "ignored"}) {
        CAPTURE(folder);
        check_message(play.run(std::string("check ") + folder), folder, "no drafts");
    }
}

TEST_CASE("an unreadable file in a folder fails the run") {
    const Playground play;
    play.write("ok.md", clean_draft);
    std::filesystem::create_symlink("gone.md", play.folder() / "link.md");
    check_message(play.run("check ."), "link.md: ", "leads nowhere");
}

TEST_CASE("an empty file is read, and says so") {
    const Playground play;
    play.write("empty.md", "");
    play.write("empty.txt", "");
    play.write("empty.html", "");
    for (const char* name : {"empty.md", "empty.txt", "empty.html"}) {
        CAPTURE(name);
        const Run run = play.run(std::string("check ") + name);
        CHECK(run.code == 0);
        CHECK(contains(run.out, "0 statistics"));
        CHECK(run.err.empty());
    }
}

TEST_CASE("a binary file and invalid UTF-8 are refused, with line and column") {
    const Playground play;
    using namespace std::string_literals;
    play.write("binary.md", "\x7F"s + "ELF\x02\x01\0\0\0"s);
    play.write("latin.txt", "first line\ncaf\xE9 12%\n");
    play.write("latin.html", "<p>caf\xE9 12%</p>");
    play.write("ok.md", wrong_draft);
    check_message(play.run("check binary.md"), "binary.md:1:7: ", "");
    check_message(play.run("check latin.txt"), "latin.txt:2:4: ", "");
    check_message(play.run("check latin.html"), "latin.html:1:7: ", "");
    const Run run = play.run("check .");
    check_message(run, "latin.txt:2:4: ", "");
    CHECK(contains(run.out, "ok.md:1:"));
    CHECK(contains(run.out, "3 files skipped"));
}

TEST_CASE("a line of 200 MB is checked to its end") {
    const Playground play;
    std::string text;
    text.reserve(200'100'000);
    while (text.size() < 200'000'000) text += "plain words without a number, one after the other and no end; ";
    text += wrong_draft;
    play.write("long.txt", text);
    text = {};
    const Run run = play.run("check long.txt");
    CAPTURE(run.err);
    CHECK(run.code == 1);
    CHECK(run.out.size() < 2000); // the snippet is cut
    CHECK(contains(run.out, "long.txt:1:2000"));
}

TEST_CASE("10,000 nested lists and quotes don't overflow anything") {
    const Playground play;
    std::string list, quote(10'000, '>'), html;
    for (int depth = 0; depth < 10'000; ++depth) list += "- ";
    for (int depth = 0; depth < 10'000; ++depth) html += "<ul><li>";
    play.write("list.md", list + wrong_draft);
    play.write("quote.md", quote + wrong_draft);
    play.write("list.html", html + wrong_draft);
    for (const char* name : {"list.md", "quote.md", "list.html"}) {
        CAPTURE(name);
        const Run run = play.run(std::string("check ") + name);
        CAPTURE(run.err);
        CHECK(run.code >= 0);
        CHECK(run.code <= 2);
        CHECK(run.code != 127);
    }
}

TEST_CASE("a corpus with a mistake says where, and nothing is checked against it") {
    struct Row {
        const char* text;
        const char* place;
    };
    constexpr Row table[] = {
        {"[[figure]\nid = \"x\"\n", "own/own.toml:1:"},                          // a typo
        {"[[figure]]\nid = \"own.a\"\nmeazure = \"x\"\n", "own/own.toml:3:1: "}, // an unknown key
        {"[[figure]]\nid = \"own.a\"\nmeasure = \"m\"\n[[figure.statement]]\nvalue = \"plenty\"\n"
         "work = \"salter-2023\"\n",
         "own/own.toml:5:9: "}, // no value
        {"[[figure]]\nid = \"salter.feelings\"\nmeasure = \"m\"\n[[figure.statement]]\nvalue = \"1 in 6\"\n"
         "work = \"salter-2023\"\n",
         "own/own.toml:2:"}, // a duplicate id
        {"[[figure]]\nid = \"own.a\"\nmeasure = \"m\"\n[[figure.statement]]\nvalue = \"1 in 6\"\n"
         "work = \"nobody-1999\"\n",
         "own/own.toml:6:8: "}, // an unknown work
    };
    for (const Row& row : table) {
        CAPTURE(row.text);
        const Playground play;
        play.write("own/own.toml", row.text);
        play.write("draft.md", clean_draft);
        check_message(play.run("check --corpus own draft.md"), row.place, "");
        check_message(play.run("corpus check own"), row.place, "");
    }
}

TEST_CASE("a corpus that is not there, or has no files") {
    const Playground play;
    play.write("draft.md", clean_draft);
    std::filesystem::create_directory(play.folder() / "empty");
    check_message(play.run("check --corpus gone draft.md"), "gone: ", "no such file");
    check_message(play.run("check --corpus empty draft.md"), "empty: ", "no corpus files");
    play.write(".statlint.toml", "corpora = [\"gone\"]\n");
    check_message(play.run("check draft.md"), ".statlint.toml:1:12: ", "\"gone\": no such file");
}

TEST_CASE("a configuration with a mistake stops only what it holds for") {
    const Playground play;
    play.write("good/wrong.md", wrong_draft);
    play.write("bad/draft.md", clean_draft);
    play.write("bad/.statlint.toml", "fail-on = \"error\"\n[severity]\nvalue-mismach = \"off\"\n");
    const Run run = play.run("check good bad");
    check_message(run, "bad/.statlint.toml:3:1: ", "did you mean");
    CHECK(contains(run.out, "good/wrong.md:1:"));
    check_message(play.run("check --config gone.toml good"), "gone.toml: ", "no such file");
}

TEST_CASE("wrong usage is exit code 2") {
    const Playground play;
    play.write("draft.md", clean_draft);
    for (const char* arguments :
         {"", "check --nope draft.md", "check --format=jsn draft.md", "check --fail-on=never draft.md",
          "check --min-coverage=80 draft.md", "explain no-such-rule", "explain", "corpus", "corpus show no.such",
          "corpus test no.such"}) {
        CAPTURE(arguments);
        const Run run = play.run(arguments);
        CHECK(run.code == 2);
        CHECK((run.err.starts_with("statlint: error: ") || *arguments == '\0'));
    }
}

TEST_CASE("a report that can't be written is no success") {
    if (!std::filesystem::exists("/dev/full")) return;
    const Playground play;
    play.write("draft.md", clean_draft);
    const Run run = play.run("check draft.md >/dev/full 2>&1; exit $?; : ");
    CHECK(run.code == 2);
}

TEST_CASE("a source text that can't be used is named with its line") {
    const Playground play;
    play.write("draft.md", clean_draft);
    play.write(".statlint.toml", "[sources]\nacms-2032 = \"a.txt\"\n");
    check_message(play.run("check draft.md"), ".statlint.toml:2:1: ", "did you mean \"acms-2023\"");
    play.write(".statlint.toml", "[sources]\nacms-2023 = \"gone.txt\"\n");
    check_message(play.run("check draft.md"), ".statlint.toml:2:13: ", "gone.txt");
    play.write(".statlint.toml", "[sources]\nacms-2023 = 3\n");
    check_message(play.run("check draft.md"), ".statlint.toml:2:13: ", "path");
}

TEST_CASE("a bibliography that the configuration names and nobody can read fails the run") {
    const Playground play;
    play.write("draft.md", clean_draft);
    play.write(".statlint.toml", "[citation]\nbibliography = [\"refs.bib\", \"refs.json\"]\n");
    play.write("refs.json", "[{\"id\": 1,]");
    play.write("refs.bib", "@book{a, title = {x}}\n@book{a, title = {y}}\n@book{b, title = {open\n");
    const Run run = play.run("check draft.md");
    check_message(run, "refs.bib:2:1: ", "defined twice");
    check_message(run, "refs.bib:3:1: ", "never closed");
    check_message(run, "refs.json:1:", "");
}

TEST_CASE("a bibliography of 50 MB is read in a moment, closed or not") {
    const Playground play;
    play.write("draft.md", "28.5% of Australians were sexually abused as children [@k7].\n");
    play.write(".statlint.toml", "[citation]\nbibliography = [\"refs.bib\"]\n");
    for (const bool closed : {true, false}) {
        std::string text;
        for (int i = 0; text.size() < 50'000'000; ++i)
            text += "@article{k" + std::to_string(i) + ", title = {Some title of an article}, year = {2020}, note = {" +
                    std::string(160, 'x') + (closed ? "}}\n" : "\n");
        play.write("refs.bib", text);
        const Run run = play.run("check draft.md");
        CAPTURE(run.err.substr(0, 300));
        CHECK(run.code == (closed ? 1 : 2));
        CHECK(run.err.size() < 10'000);
    }
}

TEST_CASE("a broken bibliography of several drafts is told once") {
    const Playground place;
    place.write("refs.bib", "@book{x, title={never closed\n");
    for (const char* draft : {"a.md", "b.md"})
        place.write(draft, "---\nbibliography: refs.bib\n---\nNo number here.\n");
    const Run run = place.run("check .");
    CHECK(run.code == 2);
    const std::size_t first = run.err.find("refs.bib:1:1: an entry whose braces are never closed");
    CHECK(first != std::string::npos);
    CHECK(run.err.find("refs.bib:1:1", first + 1) == std::string::npos);
}
