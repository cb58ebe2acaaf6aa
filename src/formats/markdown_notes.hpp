#pragma once
#include <string>
#include <string_view>

namespace statlint {

/// Stands for the colon of a footnote definition in the copy that is parsed.
inline constexpr char note_definition_mark = '\x01';

/// md4c knows no footnotes: "[^1]: https://…" is a link definition to it, which vanishes, and "[^1]" a link. In the
/// copy that this returns the colon of each definition is a mark, so that all of them stay text at their places. Empty
/// where there are none and the source can be parsed as it is.
[[nodiscard]] std::string mark_note_definitions(std::string_view source);

/// "[^id]" at the start of `text`: its label; empty where there is none.
[[nodiscard]] std::string_view note_label(std::string_view text);

/// "[12] " at the start of `text`, as reference lists have it: "12", else empty.
[[nodiscard]] std::string_view bracketed_number(std::string_view text);

} // namespace statlint
