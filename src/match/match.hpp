#pragma once
#include <span>
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

/// How many blocks with statistics it takes until what is carried on has faded, and how far two of them may stand
/// apart.
inline constexpr std::uint32_t blocks_carried_on = 7;
inline constexpr std::uint32_t most_blocks_on = 3;

/// The quantities of some blocks in a row.
struct BlockQuantities {
    std::uint32_t first_block = 0;
    std::vector<Quantity> quantities;
    std::vector<std::uint32_t> starts; ///< for each block where its quantities start, and one more at the end
};

/// Blocks that cite and say that all figures of the draft come from there.
[[nodiscard]] std::vector<std::uint32_t> document_wide_blocks(Prose& prose, std::span<const Citation> citations);

/// Finds for each quantity the figure that it is said to be. Statistics come in reading order; quantities that belong
/// to a measure's wording are none. `citations` are those of the whole document, `document_wide` its blocks of that
/// name; `before` is what was found in the blocks before those that are read, as far as it may carry on.
[[nodiscard]] std::vector<Statistic> match_figures(Prose& prose, const Corpus& corpus, const FigureFinder& figures,
                                                   const BlockQuantities& read, const std::vector<Citation>& citations,
                                                   std::vector<std::uint32_t> document_wide, const CitationWords& words,
                                                   const JoiningWords& joining, const MatchOptions& options,
                                                   std::span<const Statistic> before = {});

} // namespace statlint
