#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/xml_part.hpp"
#include "formats/xml_text.hpp"

namespace statlint {

/// The XML parts of an OpenDocument file.
struct OdfPackage {
    std::unique_ptr<pugi::xml_document> content, styles, meta; ///< the last two may be missing

    /// `wanted` is the last word of the media type: "text" or "presentation".
    [[nodiscard]] static Result<OdfPackage> open(ZipArchive& archive, std::string_view wanted);
};

/// Reads the text of an OpenDocument text or presentation. Keeps references: package and trace must outlive it.
class OdfReader {
  public:
    explicit OdfReader(const OdfPackage& package, std::vector<TracedText>* trace = nullptr);

    [[nodiscard]] Result<Document> read() &&;

  private:
    struct Style {
        std::string parent;
        bool hidden = false, raised = false;
    };
    struct Place {
        std::string name{}; ///< "footnote 3", "slide 2"; empty: the body, whose paragraphs are counted
        BlockKind kind = BlockKind::paragraph;
        std::string label{};
        std::uint32_t table = no_block, row = 0, column = 0;
        bool header_row = false;
        bool in_item = false;
        std::uint8_t depth = 0; ///< of lists
        std::uint32_t list = no_block, lead_in = no_block, item_first = 0;
    };
    struct Aside { ///< what is read behind the paragraph, or at the end
        pugi::xml_node content;
        std::string name, label;
        std::string alt;
    };

    void read_styles(pugi::xml_node root);
    [[nodiscard]] std::string_view base_style(std::string_view name) const;

    void blocks(pugi::xml_node parent);
    void block(pugi::xml_node node);
    void paragraph(pugi::xml_node node);
    [[nodiscard]] Block block_for(pugi::xml_node node);
    void list(pugi::xml_node node);
    void table(pugi::xml_node node);
    void rows(pugi::xml_node parent, bool header);
    void row(pugi::xml_node node, bool header);

    void inlines(pugi::xml_node parent, bool raised);
    void element(pugi::xml_node node, bool raised);
    void span(pugi::xml_node node, bool raised);
    void note(pugi::xml_node node);
    void shape(pugi::xml_node node);
    void read_asides(std::vector<Aside>& asides, BlockKind kind);
    void read_at(Place place, pugi::xml_node parent);

    void slides(pugi::xml_node presentation);
    void slide_shape(pugi::xml_node node, const std::string& slide);

    const OdfPackage& package_;
    XmlText text_;
    std::map<std::string, Style, std::less<>> styles_;
    Place place_;
    std::uint32_t paragraphs_ = 0, tables_ = 0, comments_ = 0;
    std::uint32_t footnotes_ = 0, endnotes_ = 0;
    std::vector<Aside> boxes_, notes_, annotations_;
};

} // namespace statlint
