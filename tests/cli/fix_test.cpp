// The files that `statlint fix` writes.
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "cli/atomic_write.hpp"
#include "program.hpp"
#include "report/unified_diff.hpp"

using namespace statlint;
using namespace statlint::tests;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view wrong =
    "# Facts\r\n\r\nOne in five Australian men report sexual feelings towards children (Salter et al., 2023).\n\nEnd";
constexpr std::string_view right =
    "# Facts\r\n\r\nOne in six Australian men report sexual feelings towards children (Salter et al., 2023).\n\nEnd";

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("fix writes the file, keeps its mode and its links, and finds nothing afterwards") {
    const Playground here;
    here.write("texts/draft.md", wrong);
    const fs::path file = here.folder() / "texts/draft.md";
    fs::create_symlink("texts/draft.md", here.folder() / "link.md");
    ::chmod(file.c_str(), 0640);

    const Run preview = here.run("fix --diff link.md");
    CHECK(preview.code == 1);
    CHECK(contains(preview.out, "--- a/link.md\n+++ b/link.md\n@@ -1,5 +1,5 @@\n"));
    CHECK(contains(preview.out, "-One in five"));
    CHECK(contains(preview.out, "\\ No newline at end of file\n"));
    CHECK(content(file) == wrong);

    const Run run = here.run("fix link.md");
    CHECK(run.code == 0);
    CHECK(run.err == "statlint: 1 fix made in 1 file\n");
    CHECK(content(file) == right);
    CHECK(fs::is_symlink(here.folder() / "link.md"));
    struct stat info{};
    REQUIRE(::stat(file.c_str(), &info) == 0);
    CHECK((info.st_mode & 07777U) == 0640U);
    CHECK(std::distance(fs::directory_iterator(here.folder() / "texts"), {}) == 1);

    CHECK(here.run("fix --diff .").code == 0);
    CHECK(here.run("fix .").err == "statlint: nothing to fix\n");
}

TEST_CASE("the diff is one that patch takes") {
    const Playground here;
    here.write("draft.md", wrong);
    here.write("more.md", std::string(wrong) + "\n");
    (void)here.run("fix --diff . >changes.diff");
    const Run patched = here.run("--version >/dev/null; patch -p1 --dry-run --binary <changes.diff");
    CHECK(patched.code == 0);
}

TEST_CASE("fix reads standard input and writes standard output") {
    const Playground here;
    const Run run = here.run("fix --stdin-filename draft.md -", wrong);
    CHECK(run.code == 0);
    CHECK(run.out == right);
    CHECK(here.run("fix -", "nothing").out == "nothing");
}

TEST_CASE("a file that was changed meanwhile, or can't be written, is left alone") {
    const Playground here;
    here.write("draft.md", wrong);
    const std::string path = (here.folder() / "draft.md").string();
    const auto refused = replace_content(path, "what it held before", right);
    REQUIRE_FALSE(refused.has_value());
    CHECK(contains(refused.error().message, "changed by somebody else"));
    CHECK(content(path) == wrong);
    CHECK(std::distance(fs::directory_iterator(here.folder()), {}) == 1);
    CHECK(replace_content(path, wrong, right).has_value());
    CHECK(content(path) == right);
    CHECK_FALSE(replace_content((here.folder() / "missing.md").string(), "", "x").has_value());
    CHECK_FALSE(replace_content(here.folder().string(), "", "x").has_value());

    const Run missing = here.run("fix missing.md draft.md");
    CHECK(missing.code == 2);
    CHECK(contains(missing.err, "missing.md: no such file"));
}

TEST_CASE("unified diffs") {
    CHECK(unified_diff("a\n", "a\n", "f").empty());
    CHECK(unified_diff("a\nb\nc\n", "a\nB\nc\n", "f") == "--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
    CHECK(unified_diff("", "a\n", "f") == "--- a/f\n+++ b/f\n@@ -0,0 +1 @@\n+a\n");
    CHECK(unified_diff("a\nb\n", "b\n", "f") == "--- a/f\n+++ b/f\n@@ -1,2 +1 @@\n-a\n b\n");
    CHECK(unified_diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n", "f") ==
          "--- a/f\n+++ b/f\n@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n");
}
