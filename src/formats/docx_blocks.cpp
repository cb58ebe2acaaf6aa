// Paragraphs, lists and tables of a Word file; what stands inside a paragraph is read by docx_inlines.cpp.
#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "formats/annotation.hpp"
#include "formats/docx_reader.hpp"

namespace statlint {

namespace {

int number(std::string_view text, int otherwise) {
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Deleted, or moved elsewhere, with change tracking.
bool is_deleted(std::string_view name) {
    return name == "del" || name == "moveFrom";
}

bool is_code(const DocxStyle& style) {
    return style.name == "source code" || style.name == "html preformatted";
}

bool is_caption(const DocxStyle& style) {
    return style.name == "caption" || style.name.ends_with(" caption") || style.name == "captioned figure";
}

bool is_quote(const DocxStyle& style) {
    return style.name == "quote" || style.name == "intense quote" || style.name == "block text";
}

int heading_level_of(const DocxStyle& style, pugi::xml_node properties) {
    const int own = number(attribute(child(properties, "outlineLvl"), "val"), -1);
    if (own >= 0 && own < 9) return own + 1;
    if (style.name == "title") return 1;
    if (style.outline >= 0 && style.outline < 9) return style.outline + 1;
    return style.name.starts_with("heading ") ? number(std::string_view(style.name).substr(8), 0) : 0;
}

/// The elements that stand between a paragraph and what it captions don't count.
pugi::xml_node next_block(pugi::xml_node node) {
    do node = node.next_sibling();
    while (node && local_name(node) != "p" && local_name(node) != "tbl");
    return node;
}

pugi::xml_node block_before(pugi::xml_node node) {
    do node = node.previous_sibling();
    while (node && local_name(node) != "p" && local_name(node) != "tbl");
    return node;
}

bool is_contents(pugi::xml_node sdt) {
    const pugi::xml_node gallery = child(child(child(sdt, "sdtPr"), "docPartObj"), "docPartGallery");
    return attribute(gallery, "val") == "Table of Contents";
}

} // namespace

Result<Document> DocxReader::read() && {
    text_.blocks().set_title(package_.title);
    read_at({.part = &package_.document}, child(package_.document.root(), "body"));
    if (package_.footnotes) read_notes(package_.footnotes, footnotes_, "footnote");
    if (package_.endnotes) read_notes(package_.endnotes, endnotes_, "endnote");
    read_margins(package_.headers, "header");
    read_margins(package_.footers, "footer");
    read_comments();
    return std::move(text_).finish();
}

void DocxReader::read_at(Place place, pugi::xml_node parent) {
    std::swap(place_, place);
    fields_.clear();
    levels_.clear();
    blocks(parent);
    text_.blocks().boundary();
    joined_ = false;
    std::swap(place_, place);
}

void DocxReader::blocks(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) {
        const std::string_view name = local_name(node);
        if (name == "p") {
            paragraph(node);
        } else if (name == "tbl") {
            table(node);
        } else if (name == "sdt") {
            if (!is_contents(node)) blocks(child(node, "sdtContent"));
        } else if (name == "AlternateContent") {
            blocks(child(node, child(node, "Choice") ? "Choice" : "Fallback"));
        } else if (name == "ins" || name == "moveTo" || name == "smartTag" || name == "customXml") {
            blocks(node);
        }
    }
}

const DocxStyle& DocxReader::style_of(pugi::xml_node properties) const {
    static const DocxStyle none{};
    const auto found = package_.styles.find(attribute(child(properties, "pStyle"), "val"));
    return found != package_.styles.end() ? found->second : none;
}

void DocxReader::paragraph(pugi::xml_node node) {
    const pugi::xml_node properties = child(node, "pPr");
    const DocxStyle& style = style_of(properties);
    if (style.name.starts_with("toc ")) return;
    DocumentBuilder& builder = text_.blocks();
    if (is_code(style)) {
        builder.boundary();
        builder.interrupt();
        return;
    }
    if (!joined_ || !builder.in_block()) {
        builder.boundary();
        Block block = block_for(properties, style);
        if (block.kind == BlockKind::caption) block.table = captioned_table(node);
        builder.set_next(std::move(block));
    }
    const std::uint32_t before = builder.block_count();
    inlines(node);
    // A field code ends in the paragraph in which it begins; if it doesn't, what follows must not be taken for code.
    std::erase_if(fields_, [](const OpenField& field) { return !field.in_result; });
    joined_ = std::ranges::any_of(child(properties, "rPr").children(),
                                  [](pugi::xml_node mark) { return is_deleted(local_name(mark)); });
    if (!joined_) builder.boundary();
    if (builder.block_count() > before) {
        if (place_.name.empty() && place_.table == no_block) ++paragraphs_;
        if (!levels_.empty()) levels_.back().latest = before;
    }
    if (!joined_) read_boxes();
}

Block DocxReader::block_for(pugi::xml_node properties, const DocxStyle& style) {
    Block block;
    block.kind = place_.kind;
    block.label = place_.label;
    block.location = place_.name;
    if (place_.table != no_block) {
        block.table = place_.table;
        block.row = place_.row;
        block.column = place_.column;
        block.header = place_.header_row;
        block.location += fmt::format("{}table {}, row {}, column {}", place_.name.empty() ? "" : ", ", tables_,
                                      place_.row + 1, place_.column + 1);
        return block;
    }
    if (place_.name.empty()) block.location = fmt::format("paragraph {}", paragraphs_ + 1);
    if (block.kind != BlockKind::paragraph) return block;
    const pugi::xml_node list = child(properties, "numPr");
    std::string number_id(attribute(child(list, "numId"), "val"));
    if (!list) number_id = style.list;
    if (const int level = heading_level_of(style, properties); level > 0) {
        block.kind = BlockKind::heading;
        block.level = static_cast<std::uint8_t>(std::min(level, 6));
    } else if (!number_id.empty() && number_id != "0") {
        make_list_item(block, number_id, number(attribute(child(list, "ilvl"), "val"), style.list_level));
        return block;
    } else if (is_caption(style)) {
        block.kind = BlockKind::caption;
    } else if (is_quote(style)) {
        block.kind = BlockKind::quote;
    }
    levels_.clear();
    return block;
}

void DocxReader::make_list_item(Block& block, const std::string& list, int level) {
    const auto depth = static_cast<std::size_t>(std::clamp(level, 0, 8)) + 1;
    if (levels_.size() > depth) levels_.resize(depth);
    // At the outermost level another number id is another list; deeper ones have ids of their own.
    if (levels_.size() == 1 && depth == 1 && levels_.front().list != list) levels_.clear();
    if (levels_.size() < depth) {
        Level made{.list = list, .numbers = text_.blocks().begin_list(), .latest = no_block};
        if (!levels_.empty()) made.numbers.lead_in = levels_.back().latest;
        levels_.push_back(std::move(made));
    }
    block.kind = BlockKind::list_item;
    block.level = static_cast<std::uint8_t>(levels_.size());
    block.list = levels_.back().numbers.number;
    block.lead_in = levels_.back().numbers.lead_in;
}

std::uint32_t DocxReader::captioned_table(pugi::xml_node paragraph) {
    if (local_name(next_block(paragraph)) == "tbl") return text_.blocks().next_table();
    if (local_name(block_before(paragraph)) == "tbl") return text_.blocks().next_table() - 1;
    return no_block;
}

void DocxReader::table(pugi::xml_node node) {
    DocumentBuilder& builder = text_.blocks();
    joined_ = false;
    levels_.clear();
    const Place around = place_;
    place_.table = builder.begin_table();
    ++tables_;
    place_.row = 0;
    std::size_t rows = 0;
    for (const pugi::xml_node one : node.children()) rows += local_name(one) == "tr" ? 1U : 0U;
    const pugi::xml_node look = child(child(node, "tblPr"), "tblLook");
    // The newer attribute, or the bit of the older one.
    const bool first_row = attribute(look, "firstRow") == "1" ||
                           (attribute(look, "firstRow").empty() && (number(attribute(look, "val"), 0) & 0x20) != 0);
    for (const pugi::xml_node one : node.children()) {
        const std::string_view name = local_name(one);
        if (name == "tr") {
            const pugi::xml_node properties = child(one, "trPr");
            if (child(properties, "del")) continue;
            row(one, is_on(properties, "tblHeader") || (first_row && place_.row == 0 && rows > 1));
        } else if (name == "sdt") {
            for (const pugi::xml_node inside : child(one, "sdtContent").children())
                if (local_name(inside) == "tr") row(inside, false);
        }
    }
    builder.end_table();
    place_ = around;
}

void DocxReader::row(pugi::xml_node node, bool header) {
    const std::uint32_t first = text_.blocks().block_count();
    const BlockKind kind = place_.kind;
    place_.column = static_cast<std::uint32_t>(
        std::clamp(number(attribute(child(child(node, "trPr"), "gridBefore"), "val"), 0), 0, 1000));
    place_.header_row = header;
    for (pugi::xml_node cell : node.children()) {
        if (local_name(cell) == "sdt") cell = child(child(cell, "sdtContent"), "tc");
        if (local_name(cell) != "tc") continue;
        const pugi::xml_node properties = child(cell, "tcPr");
        const pugi::xml_node merged = child(properties, "vMerge");
        const bool goes_on = merged && attribute(merged, "val") != "restart";
        if (!goes_on) {
            place_.kind = BlockKind::table_cell;
            const Place here = place_; // a table in the cell has rows of its own
            blocks(cell);
            place_ = here;
        }
        place_.column +=
            static_cast<std::uint32_t>(std::clamp(number(attribute(child(properties, "gridSpan"), "val"), 1), 1, 1000));
    }
    text_.blocks().end_row(first);
    place_.kind = kind;
    ++place_.row;
}

void DocxReader::read_notes(const XmlPart& part, const Notes& notes, std::string_view name) {
    std::map<std::string_view, pugi::xml_node> by_id;
    for (const pugi::xml_node note : part.root().children()) by_id.emplace(attribute(note, "id"), note);
    for (const auto& [id, label] : notes) {
        const auto note = by_id.find(id);
        if (note == by_id.end()) continue;
        Place place{.part = &part, .name = fmt::format("{} {}", name, label), .kind = BlockKind::footnote};
        place.label = place.name;
        read_at(std::move(place), note->second);
    }
}

void DocxReader::read_boxes() {
    std::vector<Box> boxes;
    boxes.swap(boxes_);
    for (const Box& box : boxes) {
        if (box.content) {
            const std::vector<Level> levels = levels_;
            read_at({.part = place_.part, .name = box.place}, box.content);
            levels_ = levels;
        } else {
            Block block;
            block.kind = BlockKind::alt_text;
            block.location = box.place;
            text_.blocks().set_next(std::move(block));
            text_.text(box.alt);
            text_.blocks().boundary();
        }
    }
}

void DocxReader::read_margins(const std::vector<XmlPart>& parts, std::string_view name) {
    std::vector<std::string> seen; // first page, even and odd pages mostly say the same
    for (const XmlPart& part : parts) {
        std::string words = text_below(part.root());
        if (std::ranges::find(seen, words) != seen.end()) continue;
        seen.push_back(std::move(words));
        text_.blocks().leave_headings();
        read_at({.part = &part, .name = std::string(name)}, part.root());
    }
}

void DocxReader::read_comments() {
    if (!package_.comments) return;
    std::uint32_t count = 0;
    for (const pugi::xml_node comment : package_.comments.root().children()) {
        if (local_name(comment) != "comment") continue;
        const std::string_view author = attribute(comment, "author");
        if (author == annotation_author) continue;
        std::string name = fmt::format("comment {}", ++count);
        if (!author.empty()) name += fmt::format(" by {}", author);
        text_.blocks().leave_headings();
        read_at({.part = &package_.comments, .name = std::move(name)}, comment);
        if (const auto at = commented_.find(attribute(comment, "id")); at != commented_.end())
            text_.blocks().add_comment({at->second, at->second}, text_below(comment));
    }
}

} // namespace statlint
