#pragma once
#include "document/builder.hpp"

namespace statlint {

/// What holds for the text at one place of a format that is read line by line; a list, an item, a quotation or a note
/// changes it for what is in it.
struct BlockContext {
    BlockKind kind = BlockKind::paragraph;
    bool in_item = false;
    std::uint8_t depth = 0; ///< of lists
    std::uint32_t list = no_block;
    std::uint32_t lead_in = no_block;
    std::uint32_t item_first = 0;   ///< the blocks there were when the item began
    std::uint32_t table = no_block; ///< of captions
    std::string label;              ///< of notes

    [[nodiscard]] Block block() const {
        Block block;
        block.kind = kind;
        if (kind == BlockKind::list_item) {
            block.level = depth;
            block.list = list;
            block.lead_in = lead_in;
        } else if (kind == BlockKind::caption) {
            block.table = table;
        } else if (kind == BlockKind::footnote) {
            block.label = label;
        }
        return block;
    }

    /// The first item of a list that begins here; an item has text, and lists in it are led in to by it.
    void begin_list(DocumentBuilder& builder) {
        const DocumentBuilder::NewList made = builder.begin_list(in_item, item_first, lead_in);
        list = made.number;
        lead_in = made.lead_in;
        if (depth < 255) ++depth;
    }
    void begin_item(const DocumentBuilder& builder) {
        kind = BlockKind::list_item;
        in_item = true;
        item_first = builder.block_count();
    }
};

} // namespace statlint
