#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "text/error.hpp"

namespace statlint {

/// A rectangle on a page, in hundredths of a point from its upper left corner.
struct PdfBox {
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    [[nodiscard]] int width() const { return x1 - x0; }
    [[nodiscard]] int height() const { return y1 - y0; }
    /// Where letters stand: poppler's boxes reach from the font's ascent to its descent.
    [[nodiscard]] int base() const { return y0 + height() * 78 / 100; }
    void cover(const PdfBox& other);
};

struct PdfWord {
    PdfBox box;
    std::string_view text;
    bool space_after = false;
};

/// The words that run in one direction on a page, as if that were upright.
struct PdfSheet {
    int width = 0, height = 0;
    std::vector<PdfWord> words; ///< in poppler's order
};

struct PdfPage {
    int number = 0; ///< from 1
    std::string label;
    std::vector<PdfSheet> sheets; ///< the one with most words first

    /// "page 9"; where it is labelled otherwise, "page ix (9)".
    [[nodiscard]] std::string name() const;
};

/// Reads what statlint-pdf wrote, which is not trusted: error where it is not of that form. Texts point into `output`.
[[nodiscard]] Result<std::vector<PdfPage>> read_pdf_pages(std::string_view output);

} // namespace statlint
