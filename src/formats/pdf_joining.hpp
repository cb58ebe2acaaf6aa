#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/pdf_pages.hpp"

namespace statlint {

/// Takes hyphens at line ends out again where typesetting put them in, and leaves those that belong to a word:
/// "preva-" "lence", but "1-in-" "10", "twenty-" "five", "AI-" "generated". What the file has on one line elsewhere
/// decides; else it was typesetting.
class LineJoiner {
  public:
    explicit LineJoiner(const std::vector<PdfPage>& pages) : pages_(&pages) {}

    /// What goes between a line and the next: a blank or nothing. Cuts the hyphen off `line` where it is not the
    /// word's.
    [[nodiscard]] std::string_view join(std::string& line, std::string_view next);

  private:
    void read_words();
    [[nodiscard]] bool knows(const std::string& word) const;

    const std::vector<PdfPage>* pages_;
    bool read_ = false;
    std::vector<std::uint64_t> words_; ///< hashes of the words of the file, sorted
};

/// Ligatures, full-width forms and the like as plain letters; soft hyphens within a line and glyphs without a meaning
/// are left out. Superscripts and fractions stay as they are.
void clean_pdf_text(std::string& text);

} // namespace statlint
