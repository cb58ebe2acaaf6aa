#pragma once
#include <string>

#include "document/document.hpp"

namespace statlint {

[[nodiscard]] std::string_view name_of(BlockKind kind);

/// The blocks as they were read, one a line, with their place in the source; below them references and comments.
[[nodiscard]] std::string dump(const Document& document);

} // namespace statlint
