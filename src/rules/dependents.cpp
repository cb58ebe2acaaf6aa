#include "rules/dependents.hpp"

#include <algorithm>

#include "citation/reach.hpp"

namespace statlint {
namespace {

constexpr std::uint32_t near = blocks_around + 1;
constexpr std::uint32_t far = 101;   ///< blocks: how far citations of the same section are looked for
constexpr std::uint32_t bytes = 500; ///< behind the change: "it" that takes up two numbers of the block before

class Widening {
  public:
    Widening(const Document& document, const Changed& changed)
        : blocks_(document.blocks), changed_(changed), first_(changed.blocks.first), last_(changed.blocks.last) {}

    IndexRange run() {
        const auto count = static_cast<std::uint32_t>(blocks_.size());
        // A heading speaks to all that stands under it.
        if (changed_.heading > 0)
            while (last_ < count &&
                   !(blocks_[last_].kind == BlockKind::heading && blocks_[last_].level <= changed_.heading))
                ++last_;
        // Lists below a paragraph, and lists in their items, belong to it.
        while (last_ < count && leads(blocks_[last_])) ++last_;
        whole_tables();
        const std::uint32_t reach = changed_.sources ? far : near;
        if (changed_.sources)
            while (first_ > 0 && (blocks_[first_ - 1].list != no_block || blocks_[first_ - 1].table != no_block))
                --first_; // all of them look at what stands behind the list
        first_ -= std::min(first_, reach);
        last_ += std::min(count - last_, reach);
        const std::uint32_t end = changed_.blocks.last > 0 ? blocks_[changed_.blocks.last - 1].text.end : 0;
        while (last_ < count && blocks_[last_].text.start < end + bytes) ++last_;
        whole_tables();
        return {first_, last_};
    }

  private:
    [[nodiscard]] bool leads(const Block& block) const {
        return block.lead_in != no_block && block.lead_in >= changed_.blocks.first;
    }

    void whole_tables() {
        const auto in_table = [&](std::uint32_t block) {
            return block < blocks_.size() && blocks_[block].table != no_block;
        };
        while (first_ > 0 && in_table(first_ - 1)) --first_;
        while (in_table(last_)) ++last_;
    }

    const std::vector<Block>& blocks_;
    const Changed& changed_;
    std::uint32_t first_, last_;
};

} // namespace

IndexRange dependents(const Document& document, const Changed& changed) {
    return Widening(document, changed).run();
}

} // namespace statlint
