// Paragraphs, lists, tables and slides of an OpenDocument file; what stands inside a paragraph is in odf_inlines.cpp.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "formats/odf_reader.hpp"

namespace statlint {

namespace {

std::uint32_t count(pugi::xml_node node, std::string_view name) {
    const std::string_view text = attribute(node, name);
    std::uint32_t value = 1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp(value, 1U, 1000U);
}

} // namespace

OdfReader::OdfReader(const OdfPackage& package, std::vector<TracedText>* trace) : package_(package), text_(trace) {
    if (package.styles) read_styles(package.styles->document_element());
    read_styles(package.content->document_element());
}

void OdfReader::read_styles(pugi::xml_node root) {
    for (const char* group : {"styles", "automatic-styles"}) {
        for (const pugi::xml_node node : child(root, group).children()) {
            if (local_name(node) != "style") continue;
            const pugi::xml_node words = child(node, "text-properties");
            styles_[std::string(attribute(node, "name"))] = {
                .parent = std::string(attribute(node, "parent-style-name")),
                .hidden = attribute(words, "display") == "none",
                .raised = attribute(words, "text-position").starts_with("super")};
        }
    }
}

/// Automatic styles ("P12") stand for a named one that they vary.
std::string_view OdfReader::base_style(std::string_view name) const {
    for (int steps = 0; steps < 20; ++steps) {
        const auto style = styles_.find(name);
        if (style == styles_.end() || style->second.parent.empty()) return name;
        const bool automatic = name.size() < 6 && name.find_first_of("0123456789") != std::string_view::npos;
        if (!automatic) return name;
        name = style->second.parent;
    }
    return name;
}

Result<Document> OdfReader::read() && {
    if (package_.meta)
        text_.blocks().set_title(text_below(child(child(package_.meta->document_element(), "meta"), "title")));
    const pugi::xml_node body = child(package_.content->document_element(), "body");
    if (const pugi::xml_node presentation = child(body, "presentation")) {
        slides(presentation);
    } else {
        read_at({}, child(body, "text"));
    }
    read_asides(notes_, BlockKind::footnote);
    if (package_.styles) {
        for (const pugi::xml_node page : child(package_.styles->document_element(), "master-styles").children()) {
            for (const char* margin : {"header", "footer"}) {
                text_.blocks().leave_headings();
                if (local_name(page) == "master-page" && child(page, margin))
                    read_at({.name = margin}, child(page, margin));
            }
        }
    }
    for (Aside& annotation : annotations_) {
        text_.blocks().leave_headings();
        read_at({.name = annotation.name}, annotation.content);
    }
    return std::move(text_).finish();
}

void OdfReader::read_at(Place place, pugi::xml_node parent) {
    std::swap(place_, place);
    text_.blocks().boundary();
    blocks(parent);
    text_.blocks().boundary();
    std::swap(place_, place);
}

void OdfReader::blocks(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) block(node);
}

void OdfReader::block(pugi::xml_node node) {
    const std::string_view name = local_name(node);
    if (name == "p" || name == "h") return paragraph(node);
    if (name == "list") return list(node);
    if (name == "table") return table(node);
    if (name == "bibliography") return blocks(child(node, "index-body"));
    if (name == "section" || name == "numbered-paragraph" || name == "index-title" || name == "text-box") {
        if (attribute(node, "display") != "none") blocks(node);
        return;
    }
    if (name == "frame" || name == "g" || name == "custom-shape" || name == "rect") {
        shape(node);
        read_asides(boxes_, BlockKind::paragraph);
    }
    // What is left out: tracked deletions, contents and other indexes, forms, declarations.
}

Block OdfReader::block_for(pugi::xml_node node) {
    Block block;
    block.kind = place_.kind;
    block.label = place_.label;
    block.location = place_.name;
    const std::string_view style = base_style(attribute(node, "style-name"));
    if (place_.table != no_block) {
        block.kind = BlockKind::table_cell;
        block.table = place_.table;
        block.row = place_.row;
        block.column = place_.column;
        block.header = place_.header_row || style == "Table_20_Heading";
        block.location += fmt::format("{}table {}, row {}, column {}", place_.name.empty() ? "" : ", ", tables_,
                                      place_.row + 1, place_.column + 1);
        return block;
    }
    if (place_.name.empty()) block.location = fmt::format("paragraph {}", paragraphs_ + 1);
    if (place_.kind == BlockKind::heading) block.level = 1; // a slide's title
    if (place_.kind != BlockKind::paragraph) return block;
    if (local_name(node) == "h" || style == "Title") {
        block.kind = BlockKind::heading;
        block.level = static_cast<std::uint8_t>(std::min(count(node, "outline-level"), 6U));
    } else if (place_.in_item) {
        block.kind = BlockKind::list_item;
        block.level = place_.depth;
        block.list = place_.list;
        block.lead_in = place_.lead_in;
    } else if (style.ends_with("Caption") || style == "Table" || style == "Illustration" || style == "Figure" ||
               style == "FigureCaption" || style == "TableCaption") {
        block.kind = BlockKind::caption;
        const auto is_table = [](pugi::xml_node other) { return local_name(other) == "table"; };
        if (is_table(node.next_sibling()))
            block.table = text_.blocks().next_table();
        else if (is_table(node.previous_sibling()))
            block.table = text_.blocks().next_table() - 1;
    } else if (style == "Quotations") {
        block.kind = BlockKind::quote;
    }
    return block;
}

void OdfReader::paragraph(pugi::xml_node node) {
    const std::string_view style = base_style(attribute(node, "style-name"));
    DocumentBuilder& builder = text_.blocks();
    builder.boundary();
    if (style == "Preformatted_20_Text") return builder.interrupt();
    builder.set_next(block_for(node));
    const std::uint32_t before = builder.block_count();
    inlines(node, false);
    builder.boundary();
    if (builder.block_count() > before && place_.name.empty() && place_.table == no_block) ++paragraphs_;
    read_asides(boxes_, BlockKind::paragraph);
}

void OdfReader::list(pugi::xml_node node) {
    const Place around = place_;
    const DocumentBuilder::NewList made = text_.blocks().begin_list(place_.in_item, place_.item_first, place_.lead_in);
    place_.list = made.number;
    place_.lead_in = made.lead_in;
    if (place_.depth < 9) ++place_.depth;
    for (const pugi::xml_node item : node.children()) {
        if (local_name(item) != "list-item" && local_name(item) != "list-header") continue;
        place_.in_item = true;
        place_.item_first = text_.blocks().block_count();
        const Place here = place_;
        blocks(item);
        place_ = here;
    }
    place_ = around;
}

void OdfReader::table(pugi::xml_node node) {
    const Place around = place_;
    place_.in_item = false;
    place_.table = text_.blocks().begin_table();
    ++tables_;
    place_.row = 0;
    rows(node, false);
    text_.blocks().end_table();
    place_ = around;
}

void OdfReader::rows(pugi::xml_node parent, bool header) {
    for (const pugi::xml_node one : parent.children()) {
        const std::string_view name = local_name(one);
        if (name == "table-row") row(one, header);
        if (name == "table-header-rows") rows(one, true);
        if (name == "table-rows" || name == "table-row-group") rows(one, header);
    }
}

void OdfReader::row(pugi::xml_node node, bool header) {
    const std::uint32_t first = text_.blocks().block_count();
    place_.column = 0;
    place_.header_row = header;
    for (const pugi::xml_node cell : node.children()) {
        const std::string_view name = local_name(cell);
        if (name != "table-cell" && name != "covered-table-cell") continue;
        if (name == "table-cell") {
            const Place here = place_;
            blocks(cell);
            place_ = here;
        }
        place_.column = std::min(place_.column + count(cell, "number-columns-repeated"), 100'000U);
    }
    text_.blocks().end_row(first);
    ++place_.row;
}

// ---- presentations

void OdfReader::slides(pugi::xml_node presentation) {
    std::uint32_t number = 0;
    for (const pugi::xml_node page : presentation.children()) {
        if (local_name(page) != "page") continue;
        const std::string slide = fmt::format("slide {}", ++number);
        text_.blocks().leave_headings();
        for (const pugi::xml_node node : page.children()) {
            if (local_name(node) != "notes")
                slide_shape(node, slide);
            else
                for (const pugi::xml_node note : node.children()) slide_shape(note, slide + ", speaker notes");
        }
    }
}

void OdfReader::slide_shape(pugi::xml_node node, const std::string& slide) {
    if (local_name(node) == "g") {
        for (const pugi::xml_node one : node.children()) slide_shape(one, slide);
        return;
    }
    const std::string_view name = attribute(node, "name"), kind = attribute(node, "class");
    if (kind == "page" || kind == "page-number") return;
    Place place{.name = name.empty() ? slide : fmt::format("{}, shape \"{}\"", slide, name)};
    if (kind == "title" && slide.find(',') == std::string::npos) place.kind = BlockKind::heading;
    for (const pugi::xml_node one : node.children()) {
        const std::string_view part = local_name(one);
        if (part == "text-box") read_at(place, one);
        if (part == "table") {
            std::swap(place_, place);
            table(one);
            std::swap(place_, place);
        }
    }
    if (local_name(node) != "frame") read_at(place, node);
    if (const pugi::xml_node words = child(node, "desc")) {
        Block block;
        block.kind = BlockKind::alt_text;
        block.location = place.name;
        text_.blocks().boundary();
        text_.blocks().set_next(std::move(block));
        text_.text(text_below(words));
        text_.blocks().boundary();
    }
}

} // namespace statlint
