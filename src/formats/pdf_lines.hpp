#pragma once
#include <string>
#include <vector>

#include "formats/pdf_pages.hpp"

namespace statlint {

/// Around a stretch of a line's text that stands raised: "2023).\x01" "1\x02 Next".
inline constexpr char raised_begin = '\x01';
inline constexpr char raised_end = '\x02';

/// Words on one line of one column: a line of a paragraph, a cell's line, a list's label with its words.
struct PdfLine {
    PdfBox box;   ///< of the words that stand on the line; raised ones are smaller
    int base = 0; ///< where its letters stand
    int size = 0; ///< height of its type, ascent to descent
    std::string text;
    int first_word = 0;   ///< width of its first word
    std::size_t page = 0; ///< index
};

/// The lines of a page, and its height.
struct PdfPageLines {
    std::vector<PdfLine> lines; ///< from top to bottom
    int height = 0;
};

/// "•", "1.", "(a)", "[12]": what stands before the words of a list item, of a note, of an entry.
[[nodiscard]] bool is_list_label(std::string_view text);

/// Puts the words of a sheet together to lines, from top to bottom. What stands far apart on one height is two lines.
/// Entries of a table of contents ("Chapter 3 ..... 17") are left out.
[[nodiscard]] std::vector<PdfLine> find_pdf_lines(const PdfSheet& sheet, std::size_t page);

} // namespace statlint
