// What scripts rely on: exit codes, formats, what is walked, which configuration holds.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "program.hpp"

using namespace statlint::tests;
using nlohmann::json;

namespace {

constexpr const char* wrong_draft = "One in five Australian men report sexual feelings towards children "
                                    "(Salter et al., 2023).\n";
constexpr const char* right_draft = "One in six Australian men report sexual feelings towards children "
                                    "(Salter et al., 2023).\n";

std::vector<json> lines_of(const std::string& text) {
    std::vector<json> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(json::parse(text.substr(at, end - at)));
        at = end + 1;
    }
    return lines;
}

} // namespace

TEST_CASE("exit codes: clean, findings, and the fail level") {
    const Playground play;
    play.write("right.md", right_draft);
    play.write("wrong.md", wrong_draft);
    CHECK(play.run("check right.md").code == 0);
    CHECK(play.run("check wrong.md").code == 1);
    CHECK(play.run("wrong.md").code == 1);
    CHECK(play.run("--format=jsonl wrong.md").code == 1);
    CHECK(play.run("audit wrong.md").code == 0);
    CHECK(play.run("--version").code == 0);
    CHECK(play.run("--help").code == 0);
    play.write(".statlint.toml", "[severity]\nvalue-mismatch = \"warning\"\n");
    CHECK(play.run("check --fail-on=error wrong.md").code == 0);
    play.write(".statlint.toml", "[severity]\nvalue-mismatch = \"note\"\n");
    CHECK(play.run("check wrong.md").code == 0);
    const Run noted = play.run("check --fail-on=note wrong.md");
    CHECK(noted.code == 1);
    CHECK(contains(noted.out, "[value-mismatch]")); // what fails a run is shown
}

TEST_CASE("the text report shows place, line, mark, and coverage") {
    const Playground play;
    play.write("wrong.md", "\n" + std::string(wrong_draft));
    const Run run = play.run("wrong.md");
    CAPTURE(run.out);
    CHECK(contains(run.out, "wrong.md:2:1: error: "));
    CHECK(contains(run.out, "    2 | One in five Australian men"));
    CHECK(contains(run.out, "\n      | ^~~~"));
    CHECK(contains(run.out, "1 statistic: 1 matched to a figure (0 verified, 1 misquoted), 0 left unjudged, 0 files"));
    CHECK_FALSE(contains(run.out, "\033["));
    CHECK(contains(play.run("--color=always wrong.md").out, "\033[1;31merror"));
    CHECK_FALSE(contains(play.run("--quiet wrong.md").out, "1 statistic"));
}

TEST_CASE("audit --format=jsonl has its keys, and byte offsets into the source") {
    const Playground play;
    const std::string text = "\xEF\xBB\xBF"
                             "Caf\xC3\xA9. <b>One in five</b> Australian men report sexual feelings towards "
                             "children (Salter et al., 2023).\n";
    play.write("draft.md", text);
    const auto lines = lines_of(play.run("audit --format=jsonl draft.md").out);
    REQUIRE(lines.size() == 1);
    const json& line = lines[0];
    CHECK(line["path"] == "draft.md");
    CHECK(line["line"] == 1);
    CHECK(line["column"] == 10);
    const auto start = line["start"].get<std::size_t>(), end = line["end"].get<std::size_t>();
    CHECK(text.substr(start, end - start) == "One in five");
    CHECK(line["text"] == "One in five");
    CHECK(line["quantity"]["kind"] == "ratio");
    CHECK(line["quantity"]["value"] == 0.2);
    CHECK(line["quantity"]["hedge"] == "none");
    CHECK(line["figure"] == "salter.feelings");
    CHECK(line["verdict"] == "misquoted");
    CHECK(line["rules"] == json::array({"value-mismatch"}));
    CHECK(line["cited"] == json::array({"salter-2023"}));
    CHECK(line["expected"].is_string());
    CHECK(line["score"].is_number());
}

TEST_CASE("the json formats are one object, whatever happened") {
    const Playground play;
    play.write("a.md", wrong_draft);
    play.write("b.md", right_draft);
    const json check = json::parse(play.run("check --format=json a.md b.md gone.md").out);
    REQUIRE(check["files"].size() == 2);
    REQUIRE(check["files"][0]["findings"].size() == 2); // wrong, and not what the other draft says
    CHECK(check["files"][0]["findings"][0]["rule"] == "value-mismatch");
    CHECK(check["coverage"]["statistics"] == 2);
    CHECK(check["errors"][0]["path"] == "gone.md");
    CHECK(json::parse(play.run("audit --format=json .").out)["files"].size() == 2);
    CHECK(json::parse(play.run("extract --format=json .").out)["files"].size() == 2);
    CHECK(json::parse(play.run("check --format=json gone.md").out)["files"].empty());
}

TEST_CASE("folders are walked in order, without what is hidden or ignored") {
    const Playground play;
    for (const char* path :
         {"b.md", "a/z.md", "a/.hidden/x.md", ".x.md", "build/x.md", "a/skip.md", "a/keep.md", "c.csv"})
        play.write(path, "There were 12 of them and 40% left.\n");
    play.write(".gitignore", "build/\na/*.md\n!keep.md\n");
    play.write("a/.statlintignore", "!z.md\n");
    std::filesystem::create_directory_symlink("..", play.folder() / "a" / "loop");
    std::vector<std::string> paths;
    for (const json& line : lines_of(play.run("extract --format=jsonl .").out)) {
        const auto path = line["path"].get<std::string>();
        if (paths.empty() || paths.back() != path) paths.push_back(path);
    }
    CHECK(paths == std::vector<std::string>{"a/keep.md", "a/z.md", "b.md"});
    CHECK(play.run("extract --format=jsonl . b.md a/z.md").out ==
          play.run("extract --format=jsonl .").out); // each once
    CHECK(contains(play.run("check --exclude='a/**' .").out, "2 files skipped"));
}

TEST_CASE("the nearest configuration holds for each file") {
    const Playground play;
    play.write("strict/wrong.md", wrong_draft);
    play.write("lax/deep/wrong.md", wrong_draft);
    play.write("lax/.statlint.toml", "ignore = [\"old.md\"]\n[[override]]\nglob = \"deep/*\"\n"
                                     "severity = { value-mismatch = \"off\" }\n");
    play.write("lax/old.md", wrong_draft);
    CHECK(play.run("check strict").code == 1);
    CHECK(play.run("check lax").code == 0);
    const Run both = play.run("check strict lax");
    CHECK(both.code == 1);
    CHECK(contains(both.out, "strict/wrong.md:1:1: error"));
    CHECK_FALSE(contains(both.out, "lax/deep/wrong.md"));
    CHECK(contains(both.out, "1 file skipped"));
}

TEST_CASE("coverage can be a gate") {
    const Playground play;
    play.write("draft.md", std::string(right_draft) + "\nAbout 40% of our tomatoes were late.\n");
    CHECK(play.run("check draft.md").code == 0);
    const Run run = play.run("check --min-coverage=0.9 draft.md");
    CHECK(run.code == 1);
    CHECK(contains(run.err, "coverage 50.0% is below the 90.0%"));
    play.write(".statlint.toml", "min-coverage = 0.9\n");
    CHECK(play.run("check draft.md").code == 1);
    CHECK(play.run("check --min-coverage=0.1 draft.md").code == 0);
}

TEST_CASE("standard input, with the name that an editor gives it") {
    const Playground play;
    const Run run = play.run("check - --stdin-filename=posts/draft.md", wrong_draft);
    CHECK(run.code == 1);
    CHECK(contains(run.out, "posts/draft.md:1:1: error"));
    CHECK(contains(play.run("-", wrong_draft).out, "<stdin>:1:1: error"));
    CHECK(play.run("check - --stdin-filename=draft.xyz", wrong_draft).code == 2);
}

TEST_CASE("extract answers line by line") {
    const Playground play;
    const Run run = play.run("extract --ndjson", "{\"id\":7,\"text\":\"caf\xC3\xA9 28.5% *x*\"}\n\n"
                                                 "{\"id\":\"b\",\"text\":\"\"}\nno json\n{\"id\":1}\n");
    CHECK(run.code == 2);
    const auto lines = lines_of(run.out);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0]["id"] == 7);
    REQUIRE(lines[0]["quantities"].size() == 1);
    CHECK(lines[0]["quantities"][0]["start"] == 6);
    CHECK(lines[0]["quantities"][0]["end"] == 11);
    CHECK(lines[0]["quantities"][0]["kind"] == "percent");
    CHECK(lines[0]["quantities"][0]["value"] == 0.285);
    CHECK(lines[1]["quantities"].empty());
    CHECK(contains(run.err, "<stdin>:4: not a JSON object"));
    CHECK(contains(run.err, "<stdin>:5: "));
}

TEST_CASE("explain shows a rule, and why a statistic was judged so") {
    const Playground play;
    play.write("draft.md", wrong_draft);
    CHECK(contains(play.run("explain value-mismatch").out, "value-mismatch (error)"));
    CHECK(contains(play.run("explain value-mismach").err, "did you mean"));
    const Run run = play.run("explain draft.md:1");
    CAPTURE(run.out);
    CHECK(run.code == 0);
    CHECK(contains(run.out, "\"One in five\" is misquoted"));
    CHECK(contains(run.out, "figure: salter.feelings"));
    CHECK(contains(run.out, "considered:"));
    CHECK(play.run("explain draft.md:1:3").out == run.out);
    CHECK(contains(play.run("explain draft.md:1:40").out, "no statistic here"));
    CHECK(play.run("explain draft.md:99").code == 2);
}

TEST_CASE("the corpus can be looked into") {
    const Playground play;
    CHECK(contains(play.run("corpus check").out, "no errors"));
    CHECK(contains(play.run("corpus list salter-2023").out, "salter.feelings"));
    CHECK(contains(play.run("corpus show salter.feelings").out, "printed as \"1 in 6\""));
    CHECK(contains(play.run("corpus show aic-prevention.media-reach").out, "p. ix"));
    CHECK(contains(play.run("corpus search sexual feelings").out, "salter.feelings"));
    CHECK(contains(play.run("corpus cite iwf.images").out, "2023"));
    CHECK(play.run("corpus test").code == 0);
}

TEST_CASE("a run gives the same bytes every time") {
    const Playground play;
    for (int i = 0; i < 40; ++i) play.write("d" + std::to_string(i) + ".md", i % 2 == 0 ? wrong_draft : right_draft);
    const Run first = play.run("check --format=json .");
    for (int i = 0; i < 5; ++i) CHECK(play.run("check --format=json .").out == first.out);
}

TEST_CASE("the version says which corpus is built in") {
    const Playground play;
    const Run run = play.run("--version");
    CHECK(run.code == 0);
    CHECK(run.out.starts_with("statlint "));
    CHECK(contains(run.out, "\ncorpus "));
    CHECK(contains(run.out, " figures, "));
    const std::size_t hash = run.out.find("\nsha256 ");
    REQUIRE(hash != std::string::npos);
    CHECK(run.out.find_first_not_of("0123456789abcdef", hash + 8) == hash + 8 + 64);
}

TEST_CASE("audit is a table whose columns stand under each other, and a harmless spreadsheet") {
    const Playground play;
    play.write("d.md", "Caf\xC3\xA9: one in five Australian men report sexual feelings towards children "
                       "(Salter et al., 2023).\n\nAbout 40% of tomatoes, and 28.5% of Australians experienced child "
                       "sexual abuse (Mathews et al., 2023).\n");
    const Run run = play.run("audit d.md");
    CAPTURE(run.out);
    CHECK(contains(run.out, "d.md\n  line  number         verdict     figure\n"));
    CHECK(contains(run.out, "  1:7   one in five  \xE2\x9C\x97 misquoted   salter.feelings  write \"1 in 6\""));
    CHECK(contains(run.out, "  3:28  28.5%        \xE2\x9C\x93 verified    acms.csa"));
    CHECK_FALSE(contains(run.out, "\033["));
    CHECK(contains(play.run("audit --color=always d.md").out, "\033[1;31m"));
    play.write("=1+2.md", right_draft);
    CHECK(contains(play.run("audit --format=csv '=1+2.md'").out, "\r\n'=1+2.md,1,1,"));
}
