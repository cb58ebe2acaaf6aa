#pragma once
#include <vector>

#include "lexicon/prose.hpp"
#include "match/joining_words.hpp"
#include "quantity/quantity.hpp"

namespace statlint {

/// One thing that a sentence says with a number: usually one quantity, two where the second only says the first again
/// ("1 in 4 (23.7%)"). Indices of quantities are those of the vector that was given.
struct Claim {
    std::vector<std::uint32_t> quantities;
    std::uint32_t block = no_block;
    std::uint32_t sentence = 0;                  ///< index into BlockProse::sentences
    std::uint32_t first_word = 0, last_word = 0; ///< words of the number, without the hedge; end exclusive
};

/// Sorts the quantities of one block into claims. Quantities that belong to the wording of a measure ("more than 50
/// times", "under 18") or to a confidence interval make none.
[[nodiscard]] std::vector<Claim> make_claims(const BlockProse& prose, std::uint32_t block, const Document& document,
                                             const Lexicon& lexicon, const std::vector<Quantity>& quantities,
                                             const JoiningWords& joining, std::uint32_t first, std::uint32_t last);

} // namespace statlint
