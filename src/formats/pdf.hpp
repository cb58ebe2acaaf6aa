#pragma once
#include "document/document.hpp"
#include "formats/pdf_pages.hpp"

namespace statlint {

/// The Document that the words of a PDF make: read_pdf without the program, for tests.
[[nodiscard]] Document document_of(std::vector<PdfPage> pages);

} // namespace statlint
