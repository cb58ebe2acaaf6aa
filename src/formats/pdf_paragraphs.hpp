#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "formats/pdf_lines.hpp"

namespace statlint {

/// Lines of a flow that belong together: [first, last).
struct PdfParagraph {
    std::size_t first = 0, last = 0;
    int size = 0;           ///< of its type
    int indent = 0;         ///< of its first line
    std::string_view label; ///< of list items: "•", "2."
    bool open = false;      ///< it may go on in the next column or on the next page
};

/// Splits the lines of a column into paragraphs: by space, size, list labels, indents, and lines that end early.
/// `leading` as find_leading gives it.
[[nodiscard]] std::vector<PdfParagraph> find_paragraphs(std::span<const PdfLine> lines, int leading);

/// True where the lines of a column go on with a paragraph that was left open.
[[nodiscard]] bool goes_on(const PdfParagraph& before, const PdfParagraph& next, std::string_view words);

} // namespace statlint
