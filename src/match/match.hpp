#pragma once
#include <vector>

#include "citation/citation.hpp"
#include "lexicon/prose.hpp"
#include "match/figure_finder.hpp"
#include "match/joining_words.hpp"
#include "match/statistic.hpp"

namespace statlint {

struct MatchOptions {
    double min_confidence = 0; ///< 0: the built-in threshold
    Reach reach = Reach::paragraph;
    bool explain = false; ///< keep the evidence and the candidates that lost
};

/// Finds for each quantity of a document the figure that it is said to be. `blocks` holds for each block where its
/// quantities start in `quantities`, and one more entry at the end. Statistics come in reading order; quantities that
/// belong to a measure's wording are none.
[[nodiscard]] std::vector<Statistic> match_figures(Prose& prose, const Corpus& corpus, const FigureFinder& figures,
                                                   const std::vector<Quantity>& quantities,
                                                   const std::vector<std::uint32_t>& blocks,
                                                   const std::vector<Citation>& citations, const CitationWords& words,
                                                   const JoiningWords& joining, const MatchOptions& options);

} // namespace statlint
