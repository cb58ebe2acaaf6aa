#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace statlint {

/// Text that stands in the source in another form (escapes, quoted-printable, indented lines), and the way back. In its
/// pieces `text` counts in the decoded text.
struct DecodedText {
    std::string text;
    std::vector<Piece> pieces;

    /// Bytes of the source as they are.
    void append(std::string_view source, SourceSpan span);
    /// What stands for a stretch of the source.
    void append(std::string_view words, std::string_view source, SourceSpan span);
    /// A stretch of another decoded text.
    void append(const DecodedText& other, std::size_t start, std::size_t end);
    /// The pieces of one stretch of the decoded text, which begins at `at` in a text of yours.
    void add_pieces(std::uint32_t start, std::uint32_t end, std::uint32_t at, std::vector<Piece>& out) const;
    /// The stretch of source that a stretch was decoded from.
    [[nodiscard]] SourceSpan to_source(std::uint32_t start, std::uint32_t end) const;
};

} // namespace statlint
