// Golden drafts: a folder with draft.* and expected.txt, which is what `statlint check --show=note draft.*` prints
// there and its exit code. STATLINT_REWRITE_GOLDEN=1 writes expected.txt anew: read the difference before it is kept.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "program.hpp"

using namespace statlint::tests;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> golden_drafts() {
    std::vector<fs::path> drafts;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(STATLINT_TESTS_DIR) / "golden"))
        if (entry.is_regular_file() && entry.path().stem() == "draft") drafts.push_back(entry.path());
    std::ranges::sort(drafts);
    return drafts;
}

std::string checked(const fs::path& draft) {
    const Run run = run_in(draft.parent_path(), "check --show=note " + draft.filename().string());
    return fmt::format("{}{}exit code {}\n", run.err, run.out, run.code);
}

} // namespace

TEST_CASE("golden drafts get the findings that were read and kept") {
    const std::vector<fs::path> drafts = golden_drafts();
    CHECK(drafts.size() > 1);
    const bool rewrite = std::getenv("STATLINT_REWRITE_GOLDEN") != nullptr;
    for (const fs::path& draft : drafts) {
        const fs::path expected = draft.parent_path() / "expected.txt";
        const std::string got = checked(draft);
        if (rewrite) std::ofstream(expected, std::ios::binary) << got;
        CAPTURE(draft.string());
        CHECK(fs::exists(expected));
        CHECK(got == slurp(expected));
    }
}
