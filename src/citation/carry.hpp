#pragma once
#include <algorithm>
#include <span>
#include <vector>

#include "citation/citation.hpp"
#include "citation/work_names.hpp"
#include "lexicon/prose.hpp"

namespace statlint {

/// "The same study found …", "ibid.": the work that a section named last goes on. Blocks are given in their order.
class CarriedWorks {
  public:
    CarriedWorks(const Prose& prose, const WorkNames& names)
        : document_(prose.document()), names_(&names), carry_(prose.lexicon().find("carry")),
          ibid_(prose.lexicon().find("ibid")), house_(prose.lexicon().find("house-before")),
          same_house_(prose.lexicon().find("same-house")), named_(names.corpus().works.size(), false) {}

    /// Appends what carries on in a block, whose own citations are those of `found` from `start` on, in their order.
    /// Where nothing goes on and nothing starts, the block's sentences need not be read.
    void carry_on(std::uint32_t block, const BlockProse& read, std::size_t start, std::vector<Citation>& found);
    [[nodiscard]] bool holds_works() const { return any_named_; }
    /// Takes note of a block whose citations are known, those that carry on included.
    void pass(const Block& block, std::span<const Citation> citations);
    [[nodiscard]] bool carries_on(const BlockProse& read) const;
    /// Whether both would carry on the same works.
    [[nodiscard]] bool agrees_with(const CarriedWorks& other) const {
        return last_ == other.last_ && named_ == other.named_;
    }

  private:
    struct Named {
        std::uint8_t level;
        std::vector<WorkIndex> works;
        bool operator==(const Named&) const = default;
    };
    void enter(const Block& block);

    void note_before(const Sentence& sentence, const BlockProse& read, std::uint32_t index,
                     std::span<const Citation> named, std::vector<Citation>& carried);
    [[nodiscard]] std::vector<Locator> lone_pages(const Sentence& sentence) const;
    [[nodiscard]] std::vector<WorkIndex> of_house(const Sentence& sentence, const BlockProse& read,
                                                  const Hit& hit) const;
    [[nodiscard]] std::vector<WorkIndex> carried_by(const Hit& hit, std::span<const Hit> hits) const;
    void note(std::span<const WorkIndex> works);

    const Document& document_;
    const WorkNames* names_;
    ConceptId carry_, ibid_, house_, same_house_;
    std::vector<Named> last_; ///< the work named last, by depth of section
    bool any_named_ = false;
    std::vector<bool> named_; ///< works named anywhere before
};

} // namespace statlint
