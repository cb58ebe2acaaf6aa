#include "citation/stem_tree.hpp"

namespace statlint {

std::uint32_t StemTree::add(std::span<const std::uint32_t> stems) {
    std::uint32_t node = root;
    for (const std::uint32_t stem : stems) node = child(node, stem);
    return node;
}

/// Where the step stands, or the free place where it would go.
std::size_t StemTree::place_of(std::uint32_t node, std::uint32_t stem) const {
    const std::size_t mask = steps_.size() - 1;
    std::size_t at = ((std::uint64_t{node} << 32u | stem) * 0x9e3779b97f4a7c15ull >> 32u) & mask;
    while (steps_[at].next != none && (steps_[at].node != node || steps_[at].stem != stem)) at = (at + 1) & mask;
    return at;
}

std::uint32_t StemTree::child(std::uint32_t node, std::uint32_t stem) {
    if (node == root) {
        while (first_.size() <= stem) first_.push_back(none);
        if (first_[stem] == none) first_.change()[stem] = size_++;
        return first_[stem];
    }
    if (steps_.size() < 2 * (steps_used_ + 1)) grow();
    const std::size_t place = place_of(node, stem);
    if (steps_[place].next == none) {
        steps_.change()[place] = {node, stem, size_++};
        ++steps_used_;
    }
    return steps_[place].next;
}

void StemTree::grow() {
    constexpr std::size_t least = 64;
    PlainRow<Step> before(steps_.empty() ? least : steps_.size() * 2);
    before.swap(steps_);
    for (const Step& step : before)
        if (step.next != none) steps_.change()[place_of(step.node, step.stem)] = step;
}

} // namespace statlint
