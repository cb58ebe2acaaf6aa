#pragma once
#include <string>
#include <string_view>

namespace statlint {

/// Stands for the colon of a footnote definition in the copy that is parsed.
inline constexpr char note_definition_mark = '\x01';

/// A copy of the source, byte for byte at the same places, in which md4c can't go wrong; empty where it can't anyway.
///  - md4c knows no footnotes: "[^1]: https://…" is a link definition to it, which vanishes, and "[^1]" a link. The
///  colon
///    of each definition becomes a mark, so that all of them stay text.
///  - It fills each row of a table up to the header's width, without a bound: a table of more than 128 columns is none
///    (as in later versions of md4c).
///  - For each "[" it looks through the lines of its paragraph: a paragraph of very many lines becomes one line.
[[nodiscard]] std::string amend_markdown(std::string_view source);

/// "[^id]" at the start of `text`: its label; empty where there is none.
[[nodiscard]] std::string_view note_label(std::string_view text);

/// "[12] " at the start of `text`, as reference lists have it: "12", else empty.
[[nodiscard]] std::string_view bracketed_number(std::string_view text);

/// See Format::is_plain_paragraph: lines that each start with a letter, without a character that Markdown, or what
/// statlint reads in it, gives a meaning to.
[[nodiscard]] bool is_plain_markdown(std::string_view lines);

} // namespace statlint
