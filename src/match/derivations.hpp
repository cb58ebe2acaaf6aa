#pragma once
#include <string>
#include <vector>

#include "lexicon/prose.hpp"
#include "match/statistic.hpp"

namespace statlint {

/// A number of the draft that is computed from others of the same sentence: a change, a share, a sum, a mean.
struct Derivation {
    std::uint32_t statistic = none; ///< the computed one
    bool right = true;
    std::string computation; ///< "75 is 16.7 % less than 90: 15 percentage points"
};

/// Finds them. Statistics must be in reading order.
[[nodiscard]] std::vector<Derivation> find_derivations(Prose& prose, const std::vector<Statistic>& statistics);

} // namespace statlint
