// statlint init, and the files by which other programs run statlint.
#include <sstream>

#include <doctest/doctest.h>

#include "formats/format.hpp"
#include "program.hpp"

using namespace statlint::tests;

TEST_CASE("init writes configuration, pre-commit entry and workflow, and they hold") {
    const Playground play;
    const Run run = play.run("init --action example/statlint@v1");
    CHECK(run.code == 0);
    CHECK(
        contains(run.out, "wrote .statlint.toml\nwrote .pre-commit-config.yaml\nwrote .github/workflows/statlint.yml"));
    CHECK(contains(slurp(play.folder() / ".pre-commit-config.yaml"), "entry: statlint check"));
    CHECK(contains(slurp(play.folder() / ".pre-commit-config.yaml"), "files: \\.("));
    CHECK(contains(slurp(play.folder() / ".github/workflows/statlint.yml"), "uses: example/statlint@v1"));
    play.write("d.md", "Nothing is counted here.\n");
    CHECK(play.run("check d.md").code == 0); // the configuration can be read
    CHECK(contains(play.run("init other").err, "no such folder"));
    CHECK(play.run("init other").code == 2);
}

TEST_CASE("init never writes over what is there, and says what to add") {
    const Playground play;
    play.write(".pre-commit-config.yaml", "repos: []\n");
    play.write(".gitlab-ci.yml", "stages: [x]\n");
    std::filesystem::create_symlink("gone.toml", play.folder() / ".statlint.toml");
    const Run run = play.run("init");
    CHECK(run.code == 0);
    CHECK(contains(run.out, "kept .statlint.toml"));
    CHECK(contains(run.out, "kept .pre-commit-config.yaml; add to it:"));
    CHECK(contains(run.out, "kept .gitlab-ci.yml; add to it:"));
    CHECK(contains(run.out, "codequality: gl-code-quality-report.json"));
    CHECK(slurp(play.folder() / ".pre-commit-config.yaml") == "repos: []\n");
    CHECK(slurp(play.folder() / ".gitlab-ci.yml") == "stages: [x]\n");
    CHECK_FALSE(std::filesystem::exists(play.folder() / "gone.toml"));
    CHECK_FALSE(std::filesystem::exists(play.folder() / ".github"));

    const Playground twice;
    CHECK(twice.run("init --ci=none").code == 0);
    const std::string first = slurp(twice.folder() / ".pre-commit-config.yaml");
    const Run again = twice.run("init --ci=none");
    CHECK(again.out == "kept .statlint.toml\nkept .pre-commit-config.yaml\n");
    CHECK(slurp(twice.folder() / ".pre-commit-config.yaml") == first);
    // A folder where a file has to go.
    const Playground blocked;
    blocked.write(".github", "a file\n");
    CHECK(blocked.run("init").code == 2);
}

TEST_CASE("pre-commit hands over only files that statlint can read") {
    const std::string hooks = slurp(std::filesystem::path(STATLINT_TESTS_DIR) / ".." / ".pre-commit-hooks.yaml");
    const std::size_t open = hooks.find("\\.("), close = hooks.find(")$");
    REQUIRE(close != std::string::npos);
    std::istringstream names(hooks.substr(open + 3, close - open - 3));
    std::string name;
    int count = 0;
    while (std::getline(names, name, '|')) {
        CAPTURE(name);
        CHECK(statlint::format_by_path("draft." + name) != nullptr);
        ++count;
    }
    CHECK(count > 10);
}
