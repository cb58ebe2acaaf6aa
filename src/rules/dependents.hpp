#pragma once
#include "document/document_change.hpp"

namespace statlint {

/// What of a change others may look at.
struct Changed {
    IndexRange blocks;        ///< in the document as it is now
    std::uint8_t heading = 0; ///< the highest level of a heading that came, went or changed; 0 for none
    bool sources = false;     ///< the blocks cite something else, or hang together otherwise
};

/// The blocks whose numbers may be judged otherwise after a change, the changed ones included; a row of them, in which
/// tables are whole. Bounded by how far the surroundings of a number are read (match/context, citation/reach).
[[nodiscard]] IndexRange dependents(const Document& document, const Changed& changed);

} // namespace statlint
