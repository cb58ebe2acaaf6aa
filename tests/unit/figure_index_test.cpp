// A corpus may hold a hundred thousand figures: what a sentence is held against must not grow with it.
#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "checked_draft.hpp"
#include "rules/knowledge.hpp"

using namespace statlint;

namespace {

constexpr int count = 5000;
constexpr int topics = 1000;
constexpr int others = 769; // coprime: no two figures share both words

/// Figures that all need "children" and a wording that a few others share.
KnowledgePtr knowledge_of_many() {
    std::string figures;
    for (int i = 0; i < count; ++i)
        figures += fmt::format(
            "[[figure]]\nid = \"many.{0}\"\nmeasure = \"children zork{1} blee{3}\"\npopulation = \"children\"\n"
            "place = \"Australia\"\nwork = \"many-2020\"\n[[figure.statement]]\nvalue = \"{2}%\"\n"
            "work = \"many-2020\"\n",
            i, i % topics, 1 + i % 97, i % others);
    const std::string works = R"([{"id": "many-2020", "type": "report", "title": "A very long survey of zorks",
        "author": [{"family": "Zorkman"}], "issued": {"date-parts": [[2020]]}}])";
    auto loaded = load_knowledge({{"many.toml", figures}, {"works.json", works}}, true);
    REQUIRE_MESSAGE(loaded, (loaded ? "" : loaded.error().front().to_string()));
    return std::move(*loaded);
}

} // namespace

TEST_CASE("a word leads to few of many figures, and a word that all share to none of them") {
    const KnowledgePtr knowledge = knowledge_of_many();
    std::size_t filed = 0;
    std::size_t most = 0;
    for (ConceptId id = 0; id < knowledge->lexicon.size(); ++id) {
        filed += knowledge->figures.by_concept(id).size();
        most = std::max(most, knowledge->figures.by_concept(id).size());
    }
    CHECK(filed >= count);
    CHECK(most <= 20);
}

TEST_CASE("a sentence is held against the figures that it may be about, not against all") {
    const KnowledgePtr knowledge = knowledge_of_many();
    const Analysis analysis = analyse(*read_markdown("Of all Australian children, 45% have met zork17 or blee17."),
                                      *knowledge, Policy{}, true);
    REQUIRE(analysis.statistics.size() == 1);
    CHECK(!analysis.statistics.front().candidates.empty());
    CHECK(analysis.statistics.front().candidates.size() <= 20);
}
