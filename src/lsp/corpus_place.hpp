#pragma once
#include "corpus/corpus.hpp"
#include "lsp/protocol.hpp"

namespace statlint::lsp {

/// The Location at which a figure or work is defined. The built-in corpus has no files: it is written into the user's
/// cache, read-only, when somebody first asks for it. Null where that can't be done.
[[nodiscard]] Json place_of(const Figure& figure);
[[nodiscard]] Json place_of(const Work& work, const Corpus& corpus);

} // namespace statlint::lsp
