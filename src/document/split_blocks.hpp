#pragma once
#include "document/document.hpp"

namespace statlint {

/// Splits blocks that are longer than anybody writes (a file that is one line of many megabytes), so that what is done
/// within a block stays cheap. A split is made behind a full stop, else at a space.
void split_long_blocks(Document& document);

} // namespace statlint
