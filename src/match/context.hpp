#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "citation/reach.hpp"
#include "lexicon/prose.hpp"
#include "match/claims.hpp"

namespace statlint {

/// How strongly the words around a claim say one concept, and where from.
struct Told {
    double weight = 0;      ///< 0-1
    std::string_view layer; ///< "clause", "sentence", "lead-in", "heading" …
    TextSpan span;          ///< the words
    double distance = 1e9;  ///< to the number, in the units of WordDistances; only where `same_sentence`
    bool same_sentence = false;
    bool owned = false; ///< no other number of the sentence stands nearer to these words
};

/// Distances between the words of one block: a step to the next word is short, one over a comma longer, one over
/// "while" or a semicolon longer still, and another number in between is a wall.
class WordDistances {
  public:
    WordDistances(const BlockProse& prose, const std::vector<Claim>& claims, const Lexicon& lexicon);
    /// From a claim's number to the words of a hit; what stands behind the number is a little nearer than what stands
    /// before it.
    [[nodiscard]] double between(const Claim& claim, const Hit& hit) const;
    /// True where no other number of the claim's sentence stands nearer to the hit than `mine`.
    [[nodiscard]] bool nearest(const std::vector<Claim>& claims, std::size_t which, const Hit& hit, double mine) const;

  private:
    std::vector<double> forward_; ///< cost from the first word up to each word, read from left to right
};

/// All that the surroundings say to one claim: concept → weight. Kept and reused from claim to claim.
class Context {
  public:
    explicit Context(const Lexicon& lexicon) : told_(lexicon.size()), says_(lexicon.size(), 0) {}

    void clear();
    void tell(ConceptId id, const Told& told); ///< keeps the stronger
    [[nodiscard]] const Told* find(ConceptId id) const;
    [[nodiscard]] bool says(ConceptId id) const { return says_[id] != 0; }
    [[nodiscard]] const std::vector<ConceptId>& concepts() const { return said_; }

  private:
    std::vector<Told> told_;
    std::vector<char> says_; ///< by concept: whether it was told; small enough to stay near
    std::vector<ConceptId> said_;
};

/// The block below a number that stands alone in its own, with so many words beside it: it says of what the number is.
[[nodiscard]] std::optional<std::uint32_t> block_below(Prose& prose, const Claim& claim, std::uint32_t words_beside);

/// Fills `context` with what the sentence, its neighbours, list, table and headings say to claim number `which` of the
/// block's claims.
void read_context(Prose& prose, const std::vector<Claim>& claims, std::size_t which, const WordDistances& distances,
                  Context& context);

} // namespace statlint
