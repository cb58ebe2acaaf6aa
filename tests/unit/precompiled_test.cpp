// What the build compiled of rules/ and corpus/ must check as their texts do: a member that is left out of an
// `archive` shows here.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "checked_draft.hpp"
#include "lexicon/precompiled.hpp"
#include "rules/precompiled.hpp"

using namespace statlint;
namespace fs = std::filesystem;

namespace {

std::string told(const Knowledge& knowledge, std::string text) {
    const Analysis analysis = analyse(*read_markdown(std::move(text)), knowledge, Policy{});
    std::string lines;
    for (const Finding& finding : analysis.findings)
        lines += fmt::format("{} {} {}\n", finding.span.start, finding.rule, finding.message);
    for (const Statistic& one : analysis.statistics)
        lines += fmt::format("{} {} {} {}\n", one.quantity.span.start, one.figure, one.score, name(one.verdict));
    return lines;
}

} // namespace

TEST_CASE("what the build compiled checks as rules/ and corpus/ do") {
    auto lexicon = read_embedded_lexicon();
    REQUIRE(lexicon);
    auto read = read_knowledge({}, true, std::move(lexicon->first), std::move(lexicon->second));
    REQUIRE(read);
    std::size_t drafts = 0;
    for (const std::string_view folder : {"golden", "accuracy", "samples"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(STATLINT_TESTS_DIR) / folder)) {
            if (entry.path().extension() != ".md") continue;
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string text{std::istreambuf_iterator<char>(file), {}};
            CAPTURE(entry.path().string());
            CHECK(told(built_in(), text) == told(**read, text));
            ++drafts;
        }
    }
    CHECK(drafts > 10);
}
