#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/pdf_layout.hpp"

namespace statlint {

/// A note at the foot of a page, or at the end of the document.
struct PdfNote {
    std::size_t page = 0;       ///< index
    std::string label;          ///< as printed: "3", "*"
    std::string name;           ///< what refers to it: "footnote 3"; one of its own for each note
    std::vector<PdfLine> lines; ///< without the label
};

/// The notes of a document, taken out of the flows of its pages.
class PdfNotes {
  public:
    /// `body` is the size of the type that most of the text is set in.
    PdfNotes(std::vector<std::vector<PdfFlow>>& pages, int body);

    [[nodiscard]] const std::vector<PdfNote>& all() const { return notes_; }
    /// What a raised mark on a page refers to, or null: the note of that page, or else the nearest after it.
    [[nodiscard]] const PdfNote* find(std::size_t page, std::string_view label) const;

  private:
    using Labels = std::map<std::string, std::vector<std::size_t>, std::less<>>; ///< label → pages
    void take(PdfFlow& flow, std::size_t page, const Labels& marks, int body);

    std::vector<PdfNote> notes_;
    Labels by_label_; ///< label → indices of notes
};

/// The labels in a raised stretch of text: "1", "2,3", "*". Empty where it is something else ("st", "1–4").
[[nodiscard]] std::vector<std::string_view> note_labels(std::string_view raised);

} // namespace statlint
