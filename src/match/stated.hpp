#pragma once
#include <span>

#include "lexicon/prose.hpp"
#include "match/statistic.hpp"
#include "text/index_range.hpp"

namespace statlint {

/// The figure that a statistic was matched to, which the sentences behind it carry on: also where mark_unstated has
/// taken it away.
[[nodiscard]] FigureIndex matched_figure(const Statistic& statistic);

/// Clears Statistic::stated where the draft names a number without standing by it: in a question, as a mistake that it
/// puts right, or right behind a "not". A wrong number behind a "not", or behind the right one, loses its figure, and
/// so does one that the draft only supposes. `part` holds whole blocks of the statistics.
void mark_unstated(Prose& prose, const Corpus& corpus, std::span<Statistic> statistics, IndexRange part);

} // namespace statlint
