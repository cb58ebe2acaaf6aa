#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/docx_fields.hpp"
#include "formats/docx_package.hpp"
#include "formats/xml_text.hpp"

namespace statlint {

/// Reads the text of a Word file: body, notes, text boxes, headers and footers, comments. Insertions that are tracked
/// count, deletions don't. Keeps references: package and trace must outlive it.
class DocxReader {
  public:
    explicit DocxReader(const DocxPackage& package, std::vector<TracedText>* trace = nullptr)
        : package_(package), text_(trace) {}

    [[nodiscard]] Result<Document> read() &&;

  private:
    /// Where the paragraphs that are being read stand.
    struct Place {
        const XmlPart* part = nullptr;
        std::string name{}; ///< "footnote 3", "header"; empty: the body, whose paragraphs are counted
        BlockKind kind = BlockKind::paragraph;
        std::string label{}; ///< of notes
        std::uint32_t table = no_block;
        std::uint32_t row = 0, column = 0;
        bool header_row = false;
    };
    struct Level {
        std::string list; ///< numId
        DocumentBuilder::NewList numbers;
        std::uint32_t latest = no_block;
    };
    struct Box {
        pugi::xml_node content; ///< a text box's paragraphs, or null
        std::string alt;        ///< words about a picture
        std::string place;
    };
    using Notes = std::vector<std::pair<std::string, std::string>>; ///< id in the file, label

    void blocks(pugi::xml_node parent);
    void paragraph(pugi::xml_node node);
    void table(pugi::xml_node node);
    void row(pugi::xml_node node, bool header);
    [[nodiscard]] Block block_for(pugi::xml_node properties, const DocxStyle& style);
    void make_list_item(Block& block, const std::string& list, int level);
    [[nodiscard]] const DocxStyle& style_of(pugi::xml_node properties) const;
    [[nodiscard]] std::uint32_t captioned_table(pugi::xml_node paragraph);

    void inlines(pugi::xml_node parent);
    void inline_element(pugi::xml_node node);
    void run(pugi::xml_node node);
    void run_content(pugi::xml_node node, bool raised);
    void words(pugi::xml_node node, bool raised);
    void hyperlink(pugi::xml_node node);
    void field_mark(pugi::xml_node node);
    void simple_field(pugi::xml_node node);
    void picture(pugi::xml_node node);
    void note_reference(pugi::xml_node node, bool endnote);

    void read_notes(const XmlPart& part, const Notes& notes, std::string_view name);
    void read_boxes();
    void read_margins(const std::vector<XmlPart>& parts, std::string_view name);
    void read_comments();
    /// Reads the paragraphs of `parent` as standing at `place`.
    void read_at(Place place, pugi::xml_node parent);

    const DocxPackage& package_;
    XmlText text_;
    Place place_;
    std::uint32_t paragraphs_ = 0;
    std::uint32_t tables_ = 0;
    bool joined_ = false; ///< the mark of the paragraph before was deleted: this one goes on with it
    std::vector<Level> levels_;
    std::vector<OpenField> fields_;
    std::vector<Box> boxes_;
    Notes footnotes_, endnotes_;
    std::map<std::string, std::uint32_t, std::less<>> commented_; ///< by comment id, where its words start in the text
};

} // namespace statlint
