#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/builder.hpp"
#include "formats/pdf_joining.hpp"
#include "formats/pdf_layout.hpp"
#include "formats/pdf_margins.hpp"
#include "formats/pdf_notes.hpp"
#include "formats/pdf_paragraphs.hpp"

namespace statlint {

/// What holds for the whole file.
struct PdfType {
    int body = 0;              ///< size that most of the text is set in
    int leading = 0;           ///< see find_leading
    std::vector<int> headings; ///< sizes of headings, the largest first
};

/// Writes flows of pages into a Document: paragraphs that go on over columns and pages are one, notes follow the
/// paragraph in which their page ends.
class PdfBlocks {
  public:
    PdfBlocks(const std::vector<PdfPage>& pages, const PdfNotes& notes, const PdfType& type)
        : pages_(pages), notes_(notes), type_(type), joiner_(pages), builder_(std::string()) {}

    void page(std::size_t index, const std::vector<PdfFlow>& flows);
    void margins(const std::vector<PdfMargin>& margins);
    [[nodiscard]] Document finish() &&;

  private:
    struct Level {
        int indent = 0;
        DocumentBuilder::NewList list;
        std::uint32_t latest = no_block;
    };

    void column(const std::vector<PdfLine>& lines);
    void table(const PdfFlow& flow);
    void notes_of(std::size_t page);
    void open_paragraph(const PdfParagraph& paragraph);
    void open_item(const PdfParagraph& paragraph);
    void add_line(std::string_view text);
    void close_paragraph();
    void write_waiting();
    void write(std::string_view text, std::size_t page);
    void write_raised(std::string_view raised, std::size_t page);
    /// "page ix (9), footnote 3".
    [[nodiscard]] std::string place(std::size_t page, std::string_view detail = {}) const;
    [[nodiscard]] bool follows_heading(const PdfLine& line) const;
    [[nodiscard]] std::uint8_t heading_level(const PdfParagraph& paragraph, std::span<const PdfLine> lines) const;

    const std::vector<PdfPage>& pages_;
    const PdfNotes& notes_;
    const PdfType& type_;
    LineJoiner joiner_;
    DocumentBuilder builder_;
    std::size_t page_ = 0; ///< that is being read
    std::size_t next_note_ = 0;
    std::size_t notes_until_ = 0; ///< pages before this one are finished
    std::uint32_t tables_ = 0;
    bool in_paragraph_ = false;
    bool in_heading_ = false;
    bool after_table_ = false; ///< its source may follow on the next page, before the notes
    PdfParagraph latest_;
    struct {
        std::size_t page = 0;
        int base = 0;
    } latest_line_;
    Block block_; ///< what the paragraph will be
    std::size_t waiting_page_ = 0;
    std::string waiting_; ///< the last line, until it is known what follows
    std::vector<Level> levels_;
};

} // namespace statlint
