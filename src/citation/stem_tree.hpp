#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "text/numbered_strings.hpp"

namespace statlint {

/// Rows of stems that share their beginnings (E. Fredkin, "Trie memory", 1960): a text is held against all of them at
/// once, so that a thousand titles that start with "The" cost as much as one.
class StemTree {
  public:
    static constexpr std::uint32_t none = NumberedStrings::none;
    static constexpr std::uint32_t root = 0;

    /// The node at which a row ends, made if need be. Nodes are numbered from 1.
    std::uint32_t add(std::span<const std::uint32_t> stems) {
        std::uint32_t node = root;
        for (const std::uint32_t stem : stems) node = child(node, stem);
        return node;
    }

    /// The node behind another one, or `none`. Stem 0 is no stem.
    [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t stem) const {
        if (node == root) return stem < first_.size() ? first_[stem] : none;
        const auto found = steps_.find({node, stem});
        return found == steps_.end() ? none : found->second;
    }

    template <class Archive> void archive(Archive& archive) { archive(first_, steps_, size_); }

  private:
    std::uint32_t child(std::uint32_t node, std::uint32_t stem) {
        if (node == root && first_.size() <= stem) first_.resize(stem + 1, none);
        std::uint32_t& next = node == root ? first_[stem] : steps_.try_emplace({node, stem}, none).first->second;
        if (next == none) next = size_++;
        return next;
    }

    std::vector<std::uint32_t> first_; ///< by stem: most words of a text start nothing, and this tells at once
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> steps_;
    std::uint32_t size_ = 1;
};

} // namespace statlint
