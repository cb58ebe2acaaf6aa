#pragma once
#include <span>
#include <vector>

#include "match/statistic.hpp"

namespace statlint {

/// Gives each claim of a sentence its figure, one figure to one claim, so that the total of the scores is the largest.
/// `candidates[i]` are those of claim i, best first, all above the threshold. Answers the index of the chosen candidate
/// for each claim, or -1.
[[nodiscard]] std::vector<int> assign(const std::vector<std::span<const Candidate>>& candidates);

} // namespace statlint
