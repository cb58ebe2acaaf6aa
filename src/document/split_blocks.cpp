#include "document/split_blocks.hpp"

#include <algorithm>

namespace statlint {
namespace {

constexpr std::uint32_t longest_block =
    16384; ///< bytes; the longest paragraph of the prose that was looked at has 9,000

/// Where to cut `text`: behind the last full stop before the bound, else behind the last space.
std::uint32_t cut(std::string_view text) {
    const std::string_view start = text.substr(0, longest_block);
    for (const std::string_view mark : {std::string_view(". "), std::string_view(" ")}) {
        const std::size_t at = start.rfind(mark);
        if (at != std::string_view::npos && at > longest_block / 2) return static_cast<std::uint32_t>(at + mark.size());
    }
    // No space in all that: on a border of code points.
    std::uint32_t end = longest_block;
    while (end > 1 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
    return end;
}

} // namespace

void split_long_blocks(Document& document) {
    const auto is_long = [](const Block& block) { return block.text.size() > longest_block; };
    if (std::ranges::none_of(document.blocks, is_long)) return;
    std::vector<Block> blocks;
    std::vector<std::uint32_t> moved; // old index → index of its first part
    for (const Block& block : document.blocks) {
        moved.push_back(static_cast<std::uint32_t>(blocks.size()));
        Block rest = block;
        while (is_long(rest)) {
            Block part = rest;
            part.text.end = part.text.start + cut(document.view(rest.text));
            rest.text.start = part.text.end;
            blocks.push_back(std::move(part));
        }
        blocks.push_back(std::move(rest));
    }
    const auto follow = [&](std::uint32_t& index) {
        if (index != no_block && index < moved.size()) index = moved[index];
    };
    for (Block& block : blocks) {
        follow(block.heading);
        follow(block.lead_in);
    }
    for (Reference& reference : document.references) {
        follow(reference.block);
        while (reference.block + 1 < blocks.size() && reference.at.start >= blocks[reference.block + 1].text.start)
            ++reference.block;
    }
    document.blocks = std::move(blocks);
}

} // namespace statlint
