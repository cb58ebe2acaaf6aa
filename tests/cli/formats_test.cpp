// The output formats of check: each consumer's columns on lines that are not ASCII, its escapes, and several at once.
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "program.hpp"

using namespace statlint::tests;
using nlohmann::json;

namespace {

// Before the number stand a letter of two bytes, and an emoji of four bytes and two UTF-16 units.
constexpr const char* draft = "caf\xC3\xA9 \xF0\x9F\x98\x80 One in five Australian men report sexual feelings towards "
                              "children (Salter et al., 2023).\n";
constexpr int utf16 = 9, bytes = 12, size = 11;

} // namespace

TEST_CASE("SARIF: columns in UTF-16 units, rules, fingerprints, fixes, notifications") {
    const Playground play;
    play.write("d/\xC3\xA4 b.md", draft);
    const Run run = play.run("check --format=sarif . gone.md");
    CHECK(run.code == 2);
    const json log = json::parse(run.out);
    CHECK(log["version"] == "2.1.0");
    const json& one = log["runs"][0];
    CHECK(one["columnKind"] == "utf16CodeUnits");
    REQUIRE(one["results"].size() == 1);
    const json& result = one["results"][0];
    CHECK(result["ruleId"] == "value-mismatch");
    CHECK(result["level"] == "error");
    const json& place = result["locations"][0]["physicalLocation"];
    CHECK(place["artifactLocation"]["uri"] == "d/%C3%A4%20b.md");
    CHECK(place["region"]["startLine"] == 1);
    CHECK(place["region"]["startColumn"] == utf16);
    CHECK(place["region"]["endColumn"] == utf16 + size);
    CHECK(place["region"]["snippet"]["text"] == "One in five");
    CHECK(result["partialFingerprints"]["statlint/v1"].get<std::string>().size() == 32);
    const json& change = result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    CHECK(change["deletedRegion"]["startColumn"] == utf16);
    CHECK(change["insertedContent"]["text"] == "One in six");
    CHECK(one["tool"]["driver"]["rules"].size() > 10);
    CHECK(one["invocations"][0]["executionSuccessful"] == false);
    CHECK(contains(one["invocations"][0]["toolExecutionNotifications"].dump(), "gone.md"));
}

TEST_CASE("GitHub annotations count code points, and draft text can't start a command") {
    const Playground play;
    play.write("a,b%:c.md", draft);
    const Run run = play.run("check --format=github .");
    CHECK(contains(run.out,
                   "::error file=a%2Cb%25%3Ac.md,line=1,endLine=1,col=8,endColumn=19,title=statlint value-mismatch::"
                   "\"One in five\" should be"));
    for (std::size_t at = run.out.find("\n::"); at != std::string::npos; at = run.out.find("\n::", at + 1))
        CHECK(run.out.compare(at + 1, 7, "::error") == 0);
    CHECK(contains(run.out, "1 statistic: 1 matched"));
    // A sign of the draft that the message repeats is escaped too.
    play.write("per.md", "28 percent of Australians experienced child sexual abuse (Salter et al., 2023).\n");
    const Run escaped = play.run("check --format=github per.md");
    CHECK_FALSE(contains(escaped.out, "28.5% "));
}

TEST_CASE("GitLab: lines, relative paths, and a fingerprint of its own for each of two equal findings") {
    const Playground play;
    play.write("x.md", std::string(draft) + "\n" + draft);
    play.write("y.md", draft);
    const json report = json::parse(play.run("check --format=gitlab ./x.md ./y.md gone.md").out);
    REQUIRE(report.size() >= 4);
    std::vector<std::string> fingerprints;
    for (const json& issue : report) {
        CHECK(issue["description"].is_string());
        CHECK(issue["check_name"].is_string());
        CHECK(contains("info minor major critical blocker", issue["severity"].get<std::string>()));
        CHECK_FALSE(issue["location"]["path"].get<std::string>().starts_with("./"));
        CHECK(issue["location"]["lines"]["begin"].get<int>() >= 1);
        fingerprints.push_back(issue["fingerprint"]);
    }
    std::ranges::sort(fingerprints);
    CHECK(std::ranges::adjacent_find(fingerprints) == fingerprints.end());
    CHECK(report[0]["location"]["lines"]["begin"] == 1);
    CHECK(json::parse(play.run("check --format=gitlab gone.md").out).size() == 1);
    play.write("clean.md", "Nothing.\n");
    CHECK(json::parse(play.run("check --format=gitlab clean.md").out).empty());
    CHECK(json::parse(play.run("check --format=gitlab clean.md gone.md").out).size() == 1);
}

TEST_CASE("Checkstyle counts code points, and what XML can't hold is replaced") {
    const Playground play;
    play.write("a&\"<b>.md", draft);
    const Run run = play.run("check --format=checkstyle .");
    CHECK(contains(run.out, "<file name=\"a&amp;&quot;&lt;b&gt;.md\">"));
    CHECK(contains(run.out, "line=\"1\" column=\"8\" severity=\"error\" message=\"&quot;One in five&quot; should be"));
    CHECK(contains(run.out, "source=\"statlint.value-mismatch\""));
    CHECK(contains(play.run("check --format=checkstyle 'a\x01.md'").out, "<file name=\"a\xEF\xBF\xBD.md\">"));
}

TEST_CASE("JUnit: a statistic is a test, and one that nobody judged was skipped") {
    const Playground play;
    play.write("d.md", std::string(draft) + "\nAbout 40% of our tomatoes were late.\n");
    const Run run = play.run("check --format=junit d.md gone.md");
    CHECK(contains(run.out, "<testsuite name=\"d.md\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\">"));
    CHECK(contains(run.out, "<testcase classname=\"d.md\" name=\"One in five at 1:8\">"));
    CHECK(contains(run.out, "<skipped message="));
    CHECK(contains(run.out, "<error type=\"unchecked\" message=\"gone.md: no such file or folder\">"));
    // What does not fail the run fails no test.
    CHECK(contains(play.run("check --format=junit --fail-on=error --show=note d.md").out, "failures=\"1\""));
    play.write(".statlint.toml", "[severity]\nvalue-mismatch = \"warning\"\n");
    const Run lax = play.run("check --format=junit --fail-on=error d.md");
    CHECK(contains(lax.out, "failures=\"0\""));
    CHECK(contains(lax.out, "<system-out>warning [value-mismatch]"));
}

TEST_CASE("rdjsonl counts bytes, and offers the change") {
    const Playground play;
    play.write("d.md", draft);
    const Run run = play.run("check --format=rdjsonl d.md");
    const json line = json::parse(run.out);
    const json& range = line["location"]["range"];
    CHECK(range["start"] == json({{"line", 1}, {"column", bytes}}));
    CHECK(range["end"] == json({{"line", 1}, {"column", bytes + size}}));
    CHECK(line["severity"] == "ERROR");
    CHECK(line["code"]["value"] == "value-mismatch");
    CHECK(line["suggestions"][0]["text"] == "One in six");
    CHECK(line["suggestions"][0]["range"] == range);
}

TEST_CASE("several reports beside the text, each whole, and the same as on standard output") {
    const Playground play;
    play.write("d.md", draft);
    const Run run = play.run("check d.md --output r.sarif --output gitlab=gl.json --output=junit=j.xml --output r.txt");
    CHECK(run.code == 1);
    CHECK(contains(run.out, "d.md:1:8: error"));
    CHECK(slurp(play.folder() / "r.sarif") == play.run("check d.md --format=sarif").out);
    CHECK(slurp(play.folder() / "gl.json") == play.run("check d.md --format=gitlab").out);
    CHECK(slurp(play.folder() / "j.xml") == play.run("check d.md --format=junit").out);
    CHECK(slurp(play.folder() / "r.txt") == run.out);
    // Nothing is left beside them, and a second run replaces them.
    CHECK(play.run("check d.md --output r.sarif --quiet").code == 1);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(play.folder())) ++files;
    CHECK(files == 5);
    CHECK(play.run("audit d.md --output a.csv").code == 0);
    CHECK(slurp(play.folder() / "a.csv") == play.run("audit d.md --format=csv").out);
}

TEST_CASE("a report that can't be written, or would overwrite a draft, is trouble") {
    const Playground play;
    play.write("d.md", draft);
    play.write("page.html", "<p>Nothing.</p>");
    CHECK(play.run("check d.md --output sarif=gone/r.sarif").code == 2);
    CHECK(play.run("check d.md --output sarif=.").code == 2);
    CHECK(play.run("check d.md --output sarif=/dev/full").code == 2);
    CHECK(play.run("check d.md --output pdf=r.pdf").code == 2);
    CHECK(play.run("check d.md --output r.xml").code == 2); // Checkstyle or JUnit?
    CHECK(play.run("check d.md --output sarif=").code == 2);
    CHECK(play.run("check d.md --output sarif=r --output junit=./r").code == 2);
    CHECK(play.run("check d.md --output text=d.md").code == 2);
    CHECK(play.run("check d.md --output text=./sub/../d.md").code == 2);
    CHECK(slurp(play.folder() / "d.md") == draft);
}

TEST_CASE("the fingerprint of a finding moves with neither lines nor layout") {
    const Playground play;
    const auto print_of = [&](const std::string& text) {
        play.write("d.md", text);
        return json::parse(play.run("check --format=sarif d.md").out)["runs"][0]["results"][0]["partialFingerprints"];
    };
    const std::string sentence = "One in five Australian men's reports are of sexual feelings towards children.";
    const json base = print_of(sentence + "\n");
    CHECK(print_of("# Title\n\nAnother paragraph.\n\n" + sentence + "\n") == base);
    CHECK(
        print_of("One in five Australian men\xE2\x80\x99s **reports**\nare of sexual feelings  towards children.\n") ==
        base);
    CHECK(print_of("One in four Australian men's reports are of sexual feelings towards children.\n") != base);
}
