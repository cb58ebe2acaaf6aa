// What stands inside a paragraph of a Word file: runs, fields, links, notes, changes, pictures.
#include <algorithm>

#include <fmt/format.h>

#include "formats/docx_reader.hpp"

namespace statlint {

namespace {

bool is_number_list(std::string_view text) {
    return !text.empty() && text.find_first_of("0123456789") != std::string_view::npos &&
           text.find_first_not_of("0123456789,-–— ") == std::string_view::npos;
}

} // namespace

void DocxReader::inlines(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) inline_element(node);
}

void DocxReader::inline_element(pugi::xml_node node) {
    const std::string_view name = local_name(node);
    if (name == "r") return run(node);
    if (name == "hyperlink") return hyperlink(node);
    if (name == "fldSimple") return simple_field(node);
    if (name == "del" || name == "moveFrom" || name == "pPr" || name == "sdtPr") return;
    if (name == "AlternateContent") return inlines(child(node, child(node, "Choice") ? "Choice" : "Fallback"));
    if (name == "commentRangeStart") {
        commented_.emplace(attribute(node, "id"), text_.next_word());
        return;
    }
    if (name == "f" && child(node, "num")) { // a fraction of a formula
        inlines(child(node, "num"));
        text_.text("/");
        return inlines(child(node, "den"));
    }
    inlines(node); // insertions, smart tags, content controls, formulas
}

void DocxReader::run(pugi::xml_node node) {
    const pugi::xml_node properties = child(node, "rPr");
    if (is_on(properties, "vanish") || is_on(properties, "webHidden")) return;
    const auto style = package_.styles.find(attribute(child(properties, "rStyle"), "val"));
    if (style != package_.styles.end() && (style->second.name == "verbatim char" || style->second.name == "html code"))
        return text_.space();
    const bool raised = attribute(child(properties, "vertAlign"), "val") == "superscript";
    for (const pugi::xml_node one : node.children()) run_content(one, raised);
}

void DocxReader::run_content(pugi::xml_node node, bool raised) {
    const std::string_view name = local_name(node);
    if (name == "fldChar") return field_mark(node);
    if (name == "instrText") {
        if (!fields_.empty() && !fields_.back().in_result) fields_.back().code += text_below(node);
        return;
    }
    // Inside a field's code, and in the result of a field that is no prose.
    const bool hidden = std::ranges::any_of(
        fields_, [](const OpenField& field) { return !field.in_result || field.kind == FieldKind::omitted; });
    if (hidden) return;
    if (name == "t") return words(node, raised);
    if (name == "tab" || name == "br" || name == "cr" || name == "ptab") return text_.space();
    if (name == "noBreakHyphen") return text_.text("-");
    if (name == "footnoteReference") return note_reference(node, false);
    if (name == "endnoteReference") return note_reference(node, true);
    if (name == "drawing" || name == "pict" || name == "object") return picture(node);
    if (name == "AlternateContent") {
        for (const pugi::xml_node one : child(node, child(node, "Choice") ? "Choice" : "Fallback").children())
            run_content(one, raised);
    } else if (name == "ruby") {
        inlines(child(node, "rubyBase"));
    }
}

void DocxReader::words(pugi::xml_node node, bool raised) {
    const bool cited = std::ranges::any_of(fields_, [](const OpenField& f) { return f.kind == FieldKind::citation; });
    for (const pugi::xml_node part : node.children()) {
        const std::string_view value = part.value();
        if (raised && cited && is_number_list(value)) {
            // Raised numbers of a citation program point into the reference list, as "[3]" does.
            text_.text("[");
            text_.text(value, part);
            text_.text("]");
        } else if (raised) {
            text_.superscript(value, part);
        } else {
            text_.text(value, part);
        }
    }
}

void DocxReader::hyperlink(pugi::xml_node node) {
    const auto target = place_.part->targets.find(attribute(node, "id"));
    const std::string_view anchor = attribute(node, "anchor");
    if (target != place_.part->targets.end())
        text_.blocks().begin_link(target->second);
    else if (!anchor.empty())
        text_.blocks().begin_link("#" + std::string(anchor));
    inlines(node);
    text_.blocks().end_link();
}

void DocxReader::field_mark(pugi::xml_node node) {
    const std::string_view type = attribute(node, "fldCharType");
    if (type == "begin") {
        if (fields_.size() < 64) fields_.emplace_back();
    } else if (fields_.empty()) {
        return;
    } else if (type == "separate") {
        OpenField& field = fields_.back();
        field.in_result = true;
        field.kind = field_kind(field.code);
        if (field.kind == FieldKind::link) text_.blocks().begin_link(field_link(field.code));
    } else if (type == "end") {
        if (fields_.back().kind == FieldKind::link) text_.blocks().end_link();
        fields_.pop_back();
    }
}

void DocxReader::simple_field(pugi::xml_node node) {
    OpenField field{.code = std::string(attribute(node, "instr")), .in_result = true};
    field.kind = field_kind(field.code);
    const bool link = field.kind == FieldKind::link;
    if (link) text_.blocks().begin_link(field_link(field.code));
    fields_.push_back(std::move(field));
    inlines(node);
    fields_.pop_back();
    if (link) text_.blocks().end_link();
}

/// Text boxes and words about pictures are read behind the paragraph that holds them.
void DocxReader::picture(pugi::xml_node node) {
    const std::string where = place_.name.empty() && place_.table == no_block
                                  ? fmt::format("paragraph {}", paragraphs_ + 1)
                                  : (place_.name.empty() ? fmt::format("table {}", tables_) : place_.name);
    const auto search = [&](auto&& self, pugi::xml_node at) -> void {
        const std::string_view name = local_name(at);
        if (name == "txbxContent") {
            boxes_.push_back({.content = at, .alt = {}, .place = "text box at " + where});
            return;
        }
        if (name == "AlternateContent") return self(self, child(at, child(at, "Choice") ? "Choice" : "Fallback"));
        const std::string_view alt = name == "docPr"   ? attribute(at, "descr")
                                     : name == "shape" ? attribute(at, "alt")
                                                       : "";
        if (!alt.empty()) boxes_.push_back({.content = {}, .alt = std::string(alt), .place = "picture in " + where});
        for (const pugi::xml_node one : at.children()) self(self, one);
    };
    search(search, node);
    text_.space();
}

void DocxReader::note_reference(pugi::xml_node node, bool endnote) {
    Notes& notes = endnote ? endnotes_ : footnotes_;
    std::string label = std::to_string(notes.size() + 1);
    text_.blocks().add_note_reference((endnote ? "endnote " : "footnote ") + label, {});
    notes.emplace_back(attribute(node, "id"), std::move(label));
}

} // namespace statlint
