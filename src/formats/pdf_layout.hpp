#pragma once
#include <vector>

#include "formats/pdf_lines.hpp"

namespace statlint {

/// What is read as one, from top to bottom: a column of text, or a table.
struct PdfFlow {
    std::vector<PdfLine> lines;                          ///< of a column
    std::vector<std::vector<std::vector<PdfLine>>> rows; ///< of a table: rows, cells (also empty ones), lines

    [[nodiscard]] bool is_table() const { return !rows.empty(); }
};

/// Distance from line to line within a paragraph, in hundredths of the type's size.
[[nodiscard]] int find_leading(const std::vector<PdfPageLines>& pages);

/// Cuts the lines of a page, sorted from top to bottom, into columns and tables, in the order in which they are read.
[[nodiscard]] std::vector<PdfFlow> lay_out(std::vector<PdfLine> lines, int leading);

/// Puts together tables that go on over pages and repeat their first row there, and the row that was parted.
void join_tables(std::vector<std::vector<PdfFlow>>& pages);

} // namespace statlint
