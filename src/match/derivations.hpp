#pragma once
#include <string>
#include <vector>

#include "lexicon/prose.hpp"
#include "match/joining_words.hpp"
#include "match/statistic.hpp"

namespace statlint {

/// A number of the draft that follows from others around it (a change, a share, a sum, a mean), or that its own
/// surroundings rule out.
struct Derivation {
    std::uint32_t statistic = none; ///< the computed one
    bool right = true;
    std::string computation; ///< "75 is 16.7 % less than 90: 15 percentage points"
    bool computed = true;    ///< false for a number that is measured, but that its sample or interval cannot give
};

/// Finds them. Statistics must be in reading order.
[[nodiscard]] std::vector<Derivation> find_derivations(Prose& prose, const std::vector<Statistic>& statistics,
                                                       const JoiningWords& joining);

} // namespace statlint
