#pragma once
#include <optional>
#include <span>
#include <vector>

#include "match/context.hpp"
#include "match/figure_finder.hpp"
#include "match/scope.hpp"
#include "match/statistic.hpp"

namespace statlint {

/// A need that a figure of a number near by has met: "28.5% were abused as children. One girl in three, one boy in
/// five."
struct CarriedNeed {
    std::uint32_t need = 0; ///< see FigureNeeds::shared
    double weight = 0;      ///< 0-1
};

/// All that is known about one claim when figures are held against it.
struct ClaimFacts {
    const BlockProse* prose = nullptr;
    const Claim* claim = nullptr;
    const Quantity* quantity = nullptr; ///< the first of the claim
    const Context* context = nullptr;
    ClaimScope scope;
    const BlockProse* prose_below =
        nullptr;            ///< of a number that stands alone, as on a card: the block that says of what
    ClaimScope scope_below; ///< and the scope that is read there
    BasePhrase counted;
    std::vector<double> works;        ///< by work: how near it is cited or named, 0-1
    std::span<const WorkIndex> named; ///< works that the draft names anywhere
    bool cites_overview = false;
    bool nothing_cited = false;    ///< neither such a work nor one of the corpus is cited near
    bool cites_other = false;      ///< a work that the corpus does not have is cited in the same sentence
    bool cites_other_here = false; ///< and no work of the corpus is
    bool cites_other_next = false; ///< the citation next behind the number is of such a work
    bool source_elsewhere = false; ///< words in the sentence announce such a work
    bool own_before = false;       ///< the writer spoke of their own in a sentence before this one
    bool label = false;            ///< an item of a list that names whom or what the number is about, and no more
    bool own = false;              ///< words in the sentence are the writer's own ("our survey")
    bool own_noun = false;         ///< and stand right before the number: "our threshold of $1,000"
    bool points_back = false;      ///< its sentence opens with "it", "of them"
    bool one_claim = false;        ///< no other claim in the sentence
    std::span<const CarriedNeed> carried;
    std::span<const WorkIndex> told_of; ///< works that other figures of the sentence come from
};

/// From this nearness on (see ClaimFacts::works) a work counts as named for a claim.
inline constexpr double works_named = 0.6;

/// A value that nobody hits by chance: exactly right, it stands in for a need that no words meet.
[[nodiscard]] bool tells_by_itself(const Quantity& draft);

/// Whether something else could: a work cited near, or a figure before.
[[nodiscard]] bool may_rescue(const ClaimFacts& facts, const std::vector<WorkIndex>& named);

/// Whether the words around a claim, and the works cited, leave it open that a figure is meant: a cheap first look, for
/// which `scope` may still be empty. Where it says no, score_figure has no value.
[[nodiscard]] bool may_be_about(const ClaimFacts& facts, const Corpus& corpus, const FigureFinder& figures,
                                FigureIndex figure, const Lexicon& lexicon);

/// Holds one figure against one claim: no value where it can't be about it. With `explain` the evidence is kept.
[[nodiscard]] std::optional<Candidate> score_figure(const ClaimFacts& facts, const Corpus& corpus,
                                                    const FigureFinder& figures, FigureIndex figure,
                                                    const Lexicon& lexicon, bool explain);

/// Below this a match is not good enough to speak of; set by what a false alarm costs (see tests/accuracy).
inline constexpr double default_confidence = 0.56;
/// A match that falls short of the threshold by no more than this is worth a human look, but no finding.
inline constexpr double near_miss_margin = 0.16;

} // namespace statlint
