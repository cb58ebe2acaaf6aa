// PowerPoint: the slides in their order, their shapes, tables and speaker notes.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "formats/docx_package.hpp"
#include "formats/xml_text.hpp"

namespace statlint {

Result<Document> read_pptx(std::string bytes);

namespace {

class PptxReader {
  public:
    PptxReader(ZipArchive& archive, XmlPart presentation) : archive_(archive), presentation_(std::move(presentation)) {}

    Result<Document> read() && {
        std::uint32_t number = 0;
        for (const pugi::xml_node id : child(presentation_.root(), "sldIdLst").children()) {
            const auto name = presentation_.targets.find(relationship(id));
            if (name == presentation_.targets.end()) continue;
            if (auto read = slide(name->second, fmt::format("slide {}", ++number)); !read)
                return tl::unexpected(read.error());
        }
        return std::move(text_).finish();
    }

  private:
    /// A slide has an id of its own beside that of the relationship: the one with a prefix counts.
    static std::string_view relationship(pugi::xml_node node) {
        for (const pugi::xml_attribute& one : node.attributes())
            if (std::string_view(one.name()).ends_with(":id")) return one.value();
        return {};
    }

    Result<void> slide(const std::string& name, const std::string& place) {
        const auto part = read_part(archive_, name);
        if (!part) return tl::unexpected(part.error());
        text_.blocks().leave_headings();
        shapes_of(*part, place, false);
        for (const auto& [id, type] : part->types) {
            if (type != "notesSlide" || !archive_.has(part->targets.at(id))) continue;
            const auto notes = read_part(archive_, part->targets.at(id));
            if (!notes) return tl::unexpected(notes.error());
            shapes_of(*notes, place + ", speaker notes", true);
        }
        return {};
    }

    void shapes_of(const XmlPart& part, const std::string& place, bool notes) {
        part_ = &part;
        shapes(child(child(part.root(), "cSld"), "spTree"), place, notes);
        part_ = nullptr;
    }

    void shapes(pugi::xml_node tree, const std::string& place, bool notes) {
        for (const pugi::xml_node node : tree.children()) {
            const std::string_view name = local_name(node);
            if (name == "grpSp") shapes(node, place, notes);
            if (name == "AlternateContent")
                shapes(child(node, child(node, "Choice") ? "Choice" : "Fallback"), place, notes);
            if (name == "sp" || name == "graphicFrame" || name == "pic") shape(node, place, notes);
        }
    }

    void shape(pugi::xml_node node, const std::string& slide, bool notes) {
        pugi::xml_node about; // nvSpPr, nvGraphicFramePr, nvPicPr
        for (const pugi::xml_node one : node.children())
            if (local_name(one).starts_with("nv")) about = one;
        const pugi::xml_node properties = child(about, "cNvPr");
        const std::string_view kind = attribute(child(child(about, "nvPr"), "ph"), "type");
        if (kind == "sldNum" || kind == "sldImg" || kind == "dt") return;
        const std::string_view name = attribute(properties, "name");
        const std::string place = name.empty() ? slide : fmt::format("{}, shape \"{}\"", slide, name);
        const bool title = !notes && (kind == "title" || kind == "ctrTitle");
        paragraphs(child(node, "txBody"), title ? BlockKind::heading : BlockKind::paragraph, place);
        if (const pugi::xml_node rows = child(child(child(node, "graphic"), "graphicData"), "tbl")) table(rows, place);
        if (const std::string_view alt = attribute(properties, "descr"); !alt.empty()) {
            Block block;
            block.kind = BlockKind::alt_text;
            block.location = place;
            text_.blocks().boundary();
            text_.blocks().set_next(std::move(block));
            text_.text(alt);
            text_.blocks().boundary();
        }
    }

    void paragraphs(pugi::xml_node body, BlockKind kind, const std::string& place) {
        Block block;
        block.kind = kind;
        block.level = kind == BlockKind::heading ? 1 : 0;
        block.location = place;
        paragraphs(body, block);
    }

    void paragraphs(pugi::xml_node body, const Block& like) {
        for (const pugi::xml_node node : body.children()) {
            if (local_name(node) != "p") continue;
            text_.blocks().boundary();
            text_.blocks().set_next(like);
            for (const pugi::xml_node one : node.children()) run(one);
            text_.blocks().boundary();
        }
    }

    void run(pugi::xml_node node) {
        const std::string_view name = local_name(node);
        if (name == "br") return text_.space();
        if (name == "fld" && attribute(node, "type") == "slidenum") return;
        if (name != "r" && name != "fld") return;
        const pugi::xml_node properties = child(node, "rPr");
        const auto link = part_->targets.find(attribute(child(properties, "hlinkClick"), "id"));
        if (link != part_->targets.end()) text_.blocks().begin_link(link->second);
        const std::string_view raised = attribute(properties, "baseline");
        int percent = 0;
        std::from_chars(raised.data(), raised.data() + raised.size(), percent);
        for (const pugi::xml_node words : child(node, "t").children()) {
            if (percent > 0)
                text_.superscript(words.value(), words);
            else
                text_.text(words.value(), words);
        }
        if (link != part_->targets.end()) text_.blocks().end_link();
    }

    void table(pugi::xml_node node, const std::string& place) {
        Block cell;
        cell.kind = BlockKind::table_cell;
        cell.table = text_.blocks().begin_table();
        const bool first_row = attribute(child(node, "tblPr"), "firstRow") == "1";
        for (const pugi::xml_node row : node.children()) {
            if (local_name(row) != "tr") continue;
            const std::uint32_t first = text_.blocks().block_count();
            cell.column = 0;
            cell.header = first_row && cell.row == 0;
            for (const pugi::xml_node one : row.children()) {
                if (local_name(one) != "tc") continue;
                cell.location = fmt::format("{}, row {}, column {}", place, cell.row + 1, cell.column + 1);
                paragraphs(child(one, "txBody"), cell);
                ++cell.column; // a spanned cell is followed by empty ones
            }
            text_.blocks().end_row(first);
            ++cell.row;
        }
        text_.blocks().end_table();
    }

    ZipArchive& archive_;
    XmlPart presentation_;
    XmlText text_;
    const XmlPart* part_ = nullptr;
};

} // namespace

Result<Document> read_pptx(std::string bytes) {
    auto archive = ZipArchive::open(bytes);
    if (!archive) return tl::unexpected(archive.error());
    const auto main = main_part(*archive, "ppt");
    if (!main) return tl::unexpected(main.error());
    auto presentation = read_part(*archive, *main);
    if (!presentation) return tl::unexpected(presentation.error());
    return PptxReader(*archive, std::move(*presentation)).read();
}

} // namespace statlint
