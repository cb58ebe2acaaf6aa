#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace statlint {

enum class BlockKind : std::uint8_t {
    heading,
    paragraph,
    list_item, ///< the item's own text; nested lists are blocks of their own
    table_cell,
    caption,  ///< of a table or figure; also a "Source: …" line that a format marks as such
    footnote, ///< the text of a note, wherever it stands in the source
    quote,    ///< a paragraph inside a block quotation
    alt_text, ///< of an image
};

inline constexpr std::uint32_t no_block = 0xffffffff;

/// A run of prose that a reader takes in as one: its text, and how it hangs together with others.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    TextSpan text;
    std::uint32_t heading = no_block; ///< the nearest heading above, for a heading its parent; index into blocks
    std::uint8_t level = 0;           ///< headings: 1-6; list items: nesting depth from 1
    std::uint32_t lead_in = no_block; ///< list items: the paragraph before the list, or the item that holds the list
    std::uint32_t list = no_block;    ///< list items: number of the list in the document, from 0
    std::uint32_t table = no_block;   ///< cells and table captions: number of the table in the document, from 0
    std::uint32_t row = 0;            ///< cells: 0-based
    std::uint32_t column = 0;         ///< cells: 0-based
    bool header = false;              ///< cells: stands in a header row
    std::string label;                ///< footnotes: what refers to it ("1", "money"); HTML: the id that is linked to
    std::string location;             ///< containers and data: "paragraph 12", "slide 3", "posts[2].text"; else empty
};

/// A place in the text that points to a note, a bibliography entry or the web: "[^1]", `<a href="#n1">1</a>`, a link.
/// Footnote markers are not in the text, so `at` may be empty; of a link it spans the linked words.
struct Reference {
    enum class Kind : std::uint8_t { footnote, link } kind = Kind::footnote;
    TextSpan at;
    std::uint32_t block = no_block; ///< the block that holds it
    std::string target; ///< footnote label, or URL ("#n1" is resolved to the footnote n1 where there is one)
    SourceSpan source;  ///< the marker with its brackets; of a link the linked words
};

/// A comment in the source (`<!-- … -->`, in LaTeX `% …`), for suppressions. `text` is what stands between its marks.
struct Comment {
    SourceSpan span;
    std::string text;
};

/// What the source of a document is.
enum class SourceForm : std::uint8_t {
    draft,     ///< text with its markup: it has lines and columns, and words can be changed in it
    encoded,   ///< the same, but words may stand there in another form: escapes, quoted-printable
    extracted, ///< what was taken out of a container, whose lines nobody sees; it can't be written back
};

/// One stretch of text and the stretch of source that it was read from. Where the two have the same size they are the
/// same bytes, or white space for white space; where not (an entity, an escape) the text came from the source as a
/// whole.
struct Piece {
    TextSpan text;
    SourceSpan source;
};

/// A draft as rules see it: prose, its structure, and the way back to the source. Made by a format, then only read.
/// Blocks are in reading order and don't overlap; between two blocks the text holds one newline. Within a block a
/// soft line break is a space.
class Document {
  public:
    std::string source; ///< the bytes as read; in containers (DOCX, PDF) the extracted text, which is then also `text`
    SourceForm form = SourceForm::draft;
    std::string text;
    std::vector<Block> blocks;
    std::vector<Piece> pieces; ///< ascending in both spaces, except that footnotes may come out of source order
    std::vector<Reference> references;
    std::vector<Comment> comments;
    std::string title;                       ///< front matter or <title>; empty where there is none
    std::vector<std::string> bibliographies; ///< files named by the front matter

    [[nodiscard]] std::string_view view(TextSpan span) const {
        return std::string_view(text).substr(span.start, span.size());
    }
    [[nodiscard]] std::string_view view(SourceSpan span) const {
        return std::string_view(source).substr(span.start, span.size());
    }
    /// The block that holds a place of the text, or no_block where there is none.
    [[nodiscard]] std::uint32_t block_at(std::uint32_t at) const;
    /// Where a reader of the file finds a place, if line and column don't tell: "paragraph 12, under "Prevalence"".
    [[nodiscard]] std::string location_of(std::uint32_t at) const;
    /// The stretch of source that a stretch of text was read from, markup between its first and last byte included.
    [[nodiscard]] SourceSpan to_source(TextSpan span) const;

  private:
    [[nodiscard]] SourceSpan place_of(std::uint32_t at) const;
};

/// Makes the text itself the source, where nobody could find a place in the file.
void become_extracted(Document& document);

} // namespace statlint
