#pragma once
#include <algorithm>
#include <span>
#include <vector>

#include "citation/citation.hpp"
#include "lexicon/prose.hpp"

namespace statlint {

/// "The same study found …", "ibid.": the work that a section named last goes on. Blocks are given in their order.
class CarriedWorks {
  public:
    explicit CarriedWorks(const Prose& prose)
        : document_(prose.document()), carry_(prose.lexicon().find("carry")), ibid_(prose.lexicon().find("ibid")) {}

    /// Appends what carries on in a block, whose own citations are those of `found` from `start` on, in their order.
    /// Where nothing goes on and nothing starts, the block's sentences need not be read.
    void carry_on(std::uint32_t block, const BlockProse& read, std::size_t start, std::vector<Citation>& found);
    [[nodiscard]] bool holds_works() const {
        return std::ranges::any_of(last_, [](const Named& named) { return !named.works.empty(); });
    }
    /// Takes note of a block whose citations are known, those that carry on included.
    void pass(const Block& block, std::span<const Citation> citations);
    [[nodiscard]] bool carries_on(const BlockProse& read) const;
    /// Whether both would carry on the same works.
    [[nodiscard]] bool agrees_with(const CarriedWorks& other) const { return last_ == other.last_; }

  private:
    struct Named {
        std::uint8_t level;
        std::vector<WorkIndex> works;
        bool operator==(const Named&) const = default;
    };
    void enter(const Block& block);

    void note_before(const Sentence& sentence, const BlockProse& read, std::uint32_t index,
                     std::span<const Citation> named, std::vector<Citation>& carried);

    const Document& document_;
    ConceptId carry_, ibid_;
    std::vector<Named> last_; ///< the work named last, by depth of section
};

} // namespace statlint
