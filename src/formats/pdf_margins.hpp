#pragma once
#include <vector>

#include "formats/pdf_lines.hpp"

namespace statlint {

/// A running head or foot, where it stands for the first time.
struct PdfMargin {
    std::size_t page = 0; ///< index
    std::string text;
};

/// Takes out of the pages what is repeated from page to page in their margins, and page numbers; gives each head and
/// foot once.
[[nodiscard]] std::vector<PdfMargin> take_margins(std::vector<PdfPageLines>& pages);

} // namespace statlint
