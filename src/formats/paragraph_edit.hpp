#pragma once
#include <optional>
#include <string>

#include "document/document.hpp"
#include "formats/format.hpp"

namespace statlint {

/// What reading `source` would give, made from an earlier reading where the two differ within one plain paragraph: only
/// that is read again. Nothing, and `source` as it was, where the change may reach further, or the format knows no
/// plain paragraphs. Long blocks are split, in both.
[[nodiscard]] std::optional<Document> edit_paragraph(const Document& before, std::string& source, const Format& format);

} // namespace statlint
