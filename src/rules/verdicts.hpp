#pragma once
#include "rules/analysis.hpp"
#include "rules/knowledge.hpp"
#include "text/index_range.hpp"

namespace statlint {

/// Decides of some statistics, with their figures and derivations known, how they stand to the corpus: their verdict,
/// the citations in reach, and what to write.
void settle_verdicts(Analysis& analysis, const Knowledge& knowledge, const Policy& policy, IndexRange statistics);

} // namespace statlint
