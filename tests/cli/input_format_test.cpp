// Which format a draft is read in: what the command line says, else the configuration, else the name, else the content.
#include <doctest/doctest.h>

#include "../unit/zip_file.hpp"
#include "program.hpp"

using namespace statlint;
using namespace statlint::tests;

namespace {

const std::string wrong = "One in five Australian men report sexual feelings towards children (Salter et al., 2023).";
const std::string yaml = "posts:\n  - text: \"" + wrong + "\"\n";

} // namespace

TEST_CASE("data is read where it is named, and in a folder only where the configuration says so") {
    const Playground play;
    play.write("draft.md", wrong + "\n");
    play.write("ci/build.yml", "broken: [\n");
    play.write("social/may.yaml", yaml);
    play.write("package.json", "{\"description\": \"" + wrong + "\"}");
    CHECK(contains(play.run("check --format=jsonl social/may.yaml").out, "\"location\":\"posts[0].text\""));
    CHECK(contains(play.run("check social/may.yaml").out, "social/may.yaml:2:12: error"));
    CHECK(contains(play.run("check package.json").out, "package.json:1:18: error"));
    const Run all = play.run("check .");
    CHECK(all.code == 1);
    CHECK_FALSE(contains(all.out + all.err, "social"));
    play.write(".statlint.toml", "[[override]]\nglob = \"social/*.yaml\"\nformat = \"yaml\"\n");
    const Run configured = play.run("check .");
    CHECK(contains(configured.out, "social/may.yaml:2:12: error"));
    CHECK_FALSE(contains(configured.out + configured.err, "build.yml"));
    CHECK_FALSE(contains(configured.out + configured.err, "package.json"));
    CHECK(play.run("check ci/build.yml").code == 2);
    const Run empty = play.run("check ci");
    CHECK(empty.code == 2);
    CHECK(contains(empty.err, "[[override]]"));
}

TEST_CASE("the configuration gives a format to any name, and --format-in goes before it") {
    const Playground play;
    play.write("notes.draft", "# " + wrong + "\n");
    CHECK(play.run("check notes.draft").code == 2);
    play.write(".statlint.toml", "[[override]]\nglob = \"*.draft\"\nformat = \"markdown\"\n");
    CHECK(contains(play.run("check .").out, "notes.draft:1:3: error"));
    CHECK(contains(play.run("check notes.draft").out, "notes.draft:1:3: error"));
    CHECK(contains(play.run("check --stdin-filename=notes.draft -", wrong).out, "notes.draft:1:1: error"));
    CHECK(play.run("check --format-in=json notes.draft").code == 2);
    play.write(".statlint.toml", "[[override]]\nglob = \"*.draft\"\nformat = \"markdwon\"\n");
    const Run typo = play.run("check notes.draft");
    CHECK(typo.code == 2);
    CHECK(contains(typo.err, ".statlint.toml:3:10"));
    CHECK(contains(typo.err, "markdown"));
}

TEST_CASE("content tells the format where no name does") {
    const std::string docx =
        zip_file({{"_rels/.rels", R"(<R><R Id="a" Type="x/officeDocument" Target="word/document.xml"/></R>)"},
                  {"word/document.xml", "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>" + wrong +
                                            "</w:t></w:r></w:p></w:body></w:document>"}});
    const struct {
        const char *name, *bytes_are;
        std::string bytes;
    } rows[] = {
        {"page", "html", "<!-- c -->\n<!DOCTYPE html><p title=\"1 in 9 boys\">" + wrong},
        {"page.bak", "html", "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<html><p>" + wrong},
        {"letter", "docx", docx},
        {"film", "captions", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + wrong + "\n"},
        {"film.sub", "captions", "1\n00:00:01,000 --> 00:00:02,000\n" + wrong + "\n"},
        {"tree", "json", "{\"a\": \"" + wrong + "\"}"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.bytes_are);
        const Playground play;
        play.write(row.name, row.bytes);
        const Run run = play.run(std::string("check ") + row.name);
        CHECK(run.code == 1);
        CHECK(contains(run.out, "One in five"));
        CHECK(contains(play.run("check -", row.bytes).out, "One in five"));
    }
    const Playground play;
    play.write("README", wrong);
    play.write("archive", zip_file({{"a.txt", wrong}}));
    play.write("empty", "");
    for (const char* name : {"README", "archive", "empty"}) {
        const Run run = play.run(std::string("check ") + name);
        CHECK(run.code == 2);
        CHECK(contains(run.err, "unknown format"));
    }
}

TEST_CASE("a name that the content belies is an error that says what the file is") {
    const Playground play;
    play.write("a.txt", zip_file({{"word/document.xml", "x"}}));
    play.write("b.md", "%PDF-1.7\n\xFF\xFE");
    play.write("c.docx", "%PDF-1.7\n");
    play.write("d.srt", wrong);
    const Run run = play.run("check a.txt b.md c.docx d.srt");
    CHECK(run.code == 2);
    CHECK(contains(run.err, "a.txt: is a zip file"));
    CHECK(contains(run.err, "b.md: is a PDF"));
    CHECK(contains(run.err, "c.docx: is a PDF"));
    CHECK(contains(run.err, "d.srt: has no line of times"));
}

TEST_CASE("fix writes into data only what comes out as it was meant") {
    const Playground play;
    play.write("a.json", "{\"a\": \"\\u201cOne\\u201d: " + wrong + "\"}\n");
    CHECK(play.run("fix a.json").code == 0);
    CHECK(contains(slurp(play.folder() / "a.json"), "\\u201cOne\\u201d: One in six Australian men"));
    // A number over two captions is left alone, times and all.
    const std::string film =
        "1\n00:00:01,000 --> 00:00:02,000\nOne in\n\n2\n00:00:02,000 --> 00:00:03,000\nfive" + wrong.substr(11) + "\n";
    play.write("b.srt", film);
    CHECK(contains(play.run("check b.srt").out, "b.srt:3:1: error"));
    CHECK(play.run("fix --suggested b.srt").code == 0);
    const std::string fixed = slurp(play.folder() / "b.srt");
    CHECK(contains(fixed, "00:00:02,000 --> 00:00:03,000"));
    CHECK(contains(fixed, "six Australian men"));
}

TEST_CASE("a note of WebVTT suppresses what its cue says") {
    const Playground play;
    play.write("a.vtt", "WEBVTT\n\nNOTE statlint-disable-next-line value-mismatch : the speaker's own words\n\n1\n"
                        "00:01.000 --> 00:02.000\n" +
                            wrong + "\n");
    const Run run = play.run("check a.vtt");
    CHECK(run.code == 0);
    CHECK(contains(run.out, "1 finding suppressed"));
}
