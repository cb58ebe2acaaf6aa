#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "text/span.hpp"

namespace statlint {

/// The notes of a page: elements that hold text and that a link further up in the page points to.
struct HtmlNotes {
    std::unordered_set<std::string_view> ids;                        ///< "n1"
    std::unordered_map<std::uint32_t, std::string_view> by_position; ///< start of the note's start tag → its id
};

/// Looks through the page once, before it is read: whether a link's words are a marker depends on what it points to.
[[nodiscard]] HtmlNotes find_html_notes(std::string_view source, SourceSpan range);

} // namespace statlint
