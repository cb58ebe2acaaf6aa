#pragma once
#include "lexicon/prose.hpp"
#include "match/claims.hpp"

namespace statlint {

inline constexpr std::uint32_t longest_hedge = 3; ///< words

/// The words that say of whom or what a number is given: "1 in 6 [Australian men]", "42% of [children who were
/// abused]", "Of [Australian men], 1 in 6". Word indices; empty where the sentence says it nowhere.
struct BasePhrase {
    std::uint32_t first = 0, last = 0; ///< with a relative clause, if there is one
    std::uint32_t head_last = 0;       ///< end of the noun phrase before the relative clause

    [[nodiscard]] bool empty() const { return last <= first; }
    [[nodiscard]] bool holds(const Hit& hit) const { return hit.first >= first && hit.first < last; }
};

/// Looks behind the number, then at the front of its sentence, and for "twice as likely" at its subject.
[[nodiscard]] BasePhrase find_base(const BlockProse& prose, const Claim& claim, const Lexicon& lexicon,
                                   bool multiplier = false);

/// Behind the number alone: what a count counts ("74 [initiatives]").
[[nodiscard]] BasePhrase find_counted(const BlockProse& prose, const Claim& claim, const Lexicon& lexicon);

} // namespace statlint
