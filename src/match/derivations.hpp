#pragma once
#include <string>
#include <vector>

#include "lexicon/prose.hpp"
#include "match/joining_words.hpp"
#include "match/statistic.hpp"
#include "text/index_range.hpp"

namespace statlint {

/// How a number was computed: a wording of rules/LANG/rules.toml, and what stands for its {names}.
struct Computation {
    std::string_view wording; ///< "change-less"
    std::vector<std::pair<std::string_view, std::string>> values;
};

/// A number of the draft that follows from others around it (a change, a share, a sum, a mean), or that its own
/// surroundings rule out.
struct Derivation {
    std::uint32_t statistic = none; ///< the computed one
    bool right = true;
    Computation computation;
    bool computed = true; ///< false for a number that is measured, but that its sample or interval cannot give
};

/// Finds those of the statistics of some blocks; tables must be in them as a whole. Statistics must be in reading
/// order, and the derivations are.
[[nodiscard]] std::vector<Derivation> find_derivations(Prose& prose, const std::vector<Statistic>& statistics,
                                                       const JoiningWords& joining, IndexRange blocks);

} // namespace statlint
