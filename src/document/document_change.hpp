#pragma once
#include <optional>

#include "document/document.hpp"
#include "text/index_range.hpp"

namespace statlint {

/// How a document came out of an earlier one: some blocks in a row gave way to others. What stands before them is the
/// same; what stands behind them is the same, moved, but for the headings that it stands under.
struct DocumentChange {
    IndexRange before;           ///< the blocks that gave way, in the earlier document
    IndexRange after;            ///< what came for them; starts where `before` does
    std::uint32_t text_from = 0; ///< offset in the earlier text from which on it moved
    std::uint32_t text_by = 0;   ///< added to those offsets, modulo 2^32
    std::uint32_t blocks_by = 0; ///< the same for the indices of the blocks behind
};

/// Compares two documents. Blocks on the lines that changed count as changed, whatever their text is. Nothing where the
/// documents differ in what belongs to no block (the title).
[[nodiscard]] std::optional<DocumentChange> find_change(const Document& before, const Document& after);

} // namespace statlint
