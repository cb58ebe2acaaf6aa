#pragma once
#include <cstdint>
#include <span>

#include "text/numbered_strings.hpp"
#include "text/plain_row.hpp"

namespace statlint {

/// Rows of stems that share their beginnings (E. Fredkin, "Trie memory", 1960): a text is held against all of them at
/// once, so that a thousand titles that start with "The" cost as much as one.
class StemTree {
  public:
    static constexpr std::uint32_t none = NumberedStrings::none;
    static constexpr std::uint32_t root = 0;

    /// The node at which a row ends, made if need be. Nodes are numbered from 1.
    std::uint32_t add(std::span<const std::uint32_t> stems);

    /// The node behind another one, or `none`. Stem 0 is no stem.
    [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t stem) const {
        if (node == root) return stem < first_.size() ? first_[stem] : none;
        return steps_.empty() ? none : steps_[place_of(node, stem)].next;
    }
    [[nodiscard]] std::uint32_t size() const { return size_; } ///< one past the last node

    template <class Archive> void archive(Archive& archive) { archive(first_, steps_, steps_used_, size_); }

  private:
    struct Step {
        std::uint32_t node = none, stem = 0, next = none; ///< `next` is none where the place is free
    };

    [[nodiscard]] std::size_t place_of(std::uint32_t node, std::uint32_t stem) const;
    [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t stem);
    void grow();

    PlainRow<std::uint32_t> first_; ///< by stem: most words of a text start nothing, and this tells at once
    PlainRow<Step> steps_;          ///< open addressing, a power of two
    std::size_t steps_used_ = 0;
    std::uint32_t size_ = 1;
};

} // namespace statlint
