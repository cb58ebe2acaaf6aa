// Which figure a statistic is about, on sentences made for it: figures that could be taken for each other, and
// statistics of other countries, studies and years, which must stay alone.
#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "checked_draft.hpp"
#include "lexicon/precompiled.hpp"

using namespace statlint;

namespace {

/// The lines of a file of tests/matching, without remarks.
std::vector<std::string> lines_of(const char* name) {
    std::ifstream file(std::string(STATLINT_TESTS_DIR) + "/matching/" + name);
    REQUIRE(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        if (!line.empty() && line.front() != '#') lines.push_back(line);
    return lines;
}

std::string draft_of(std::string text) {
    constexpr std::string_view line_break = "\u23CE";
    for (std::size_t at = text.find(line_break); at != std::string::npos; at = text.find(line_break, at))
        text.replace(at, line_break.size(), "\n");
    return text;
}

/// "acms.csa-girls+ acms.csa-boys-": the statistics that are about a figure.
std::string figures_in(const Analysis& analysis) {
    std::string found;
    for (const Statistic& s : analysis.statistics) {
        if (s.figure == none || s.restated != none) continue;
        found += (found.empty() ? "" : " ") + corpus_of(built_in()).figures[s.figure].id;
        found += s.verdict == Verdict::verified ? "+" : "-";
    }
    return found;
}

} // namespace

TEST_CASE("figures that could be taken for each other are told apart") {
    const std::vector<std::string> lines = lines_of("siblings.txt");
    CHECK(lines.size() >= 50);
    for (const std::string& line : lines) {
        const std::size_t mark = line.find(" :: ");
        REQUIRE(mark != std::string::npos);
        const std::string draft = draft_of(line.substr(mark + 4));
        CAPTURE(draft);
        CHECK(figures_in(check_draft(draft)) == line.substr(0, mark));
    }
}

TEST_CASE("statistics of other countries, studies and years are left alone") {
    const std::vector<std::string> lines = lines_of("elsewhere.txt");
    CHECK(lines.size() >= 60);
    for (const std::string& line : lines) {
        CAPTURE(line);
        CHECK(figures_in(check_draft(draft_of(line))).empty());
    }
}

TEST_CASE("each concept of the lexicon is said by its words, and not by near ones") {
    auto [lexicon, stems] = unpack_lexicon(precompiled_lexicon());
    WordReader reader(stems);
    const auto says = [&](const std::string& text, ConceptId wanted) {
        std::vector<Word> words;
        reader.read(text, 0, words);
        std::vector<Hit> hits;
        lexicon.find_hits(words, 0, hits);
        return std::ranges::any_of(hits, [&](const Hit& hit) { return hit.concept_id == wanted; });
    };
    std::vector<bool> tested(lexicon.size());
    for (const std::string& line : lines_of("concepts.txt")) {
        const std::size_t colon = line.find(": ");
        const std::size_t bars = line.find(" || ");
        REQUIRE(bars != std::string::npos);
        CAPTURE(line);
        const ConceptId id = lexicon.find(line.substr(0, colon));
        REQUIRE(id != none);
        tested[id] = true;
        CHECK(says(line.substr(colon + 2, bars - colon - 2), id));
        CHECK(!says(line.substr(bars + 4), id));
    }
    // How a number is said (manner) is tested where it matters, with the sentences above.
    for (ConceptId id = 0; id < lexicon.size(); ++id) {
        const ConceptKind kind = lexicon[id].kind;
        if (kind != ConceptKind::topic && kind != ConceptKind::who && kind != ConceptKind::where) continue;
        CAPTURE(lexicon[id].id);
        CHECK(tested[id]);
    }
}
