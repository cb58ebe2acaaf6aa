#pragma once
#include <span>

#include "lexicon/prose.hpp"
#include "match/statistic.hpp"

namespace statlint {

/// Clears Statistic::stated where the draft names a number without standing by it: in a question, as a mistake that it
/// puts right, or right behind a "not". A wrong number behind a "not" loses its figure.
void mark_unstated(Prose& prose, std::span<Statistic> statistics);

} // namespace statlint
