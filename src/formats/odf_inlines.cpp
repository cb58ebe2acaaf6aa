// What stands inside a paragraph of an OpenDocument file: spans, links, notes, comments, frames.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "formats/annotation.hpp"
#include "formats/odf_reader.hpp"

namespace statlint {

namespace {

/// Fields whose value is made by the layout, and what is not shown.
bool is_left_out(std::string_view name) {
    constexpr std::array<std::string_view, 8> names{"page-number",      "page-count",       "hidden-text",
                                                    "hidden-paragraph", "tracked-changes",  "annotation-end",
                                                    "script",           "page-continuation"};
    return std::ranges::find(names, name) != names.end();
}

} // namespace

void OdfReader::inlines(pugi::xml_node parent, bool raised) {
    for (const pugi::xml_node node : parent.children()) {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
            if (raised)
                text_.superscript(node.value(), node);
            else
                text_.text(node.value(), node);
        } else if (node.type() == pugi::node_element) {
            element(node, raised);
        }
    }
}

void OdfReader::element(pugi::xml_node node, bool raised) {
    const std::string_view name = local_name(node);
    if (is_left_out(name)) return;
    if (name == "span") return span(node, raised);
    if (name == "s" || name == "tab" || name == "line-break") return text_.space();
    if (name == "note") return note(node);
    if (name == "annotation") {
        const std::string author = text_below(child(node, "creator"));
        if (author == annotation_author) return;
        std::string place = fmt::format("comment {}", ++comments_);
        if (!author.empty()) place += " by " + author;
        std::string words;
        for (const pugi::xml_node one : node.children())
            if (local_name(one) == "p" || local_name(one) == "list") words += text_below(one);
        text_.blocks().add_comment({text_.next_word(), text_.next_word()}, words);
        annotations_.push_back({.content = node, .name = std::move(place), .label = {}, .alt = {}});
        return;
    }
    if (name == "frame" || name == "custom-shape" || name == "rect" || name == "g") {
        shape(node);
        return text_.space();
    }
    if (name == "a") {
        text_.blocks().begin_link(std::string(attribute(node, "href")));
        inlines(node, raised);
        return text_.blocks().end_link();
    }
    if (name == "ruby") return inlines(child(node, "ruby-base"), raised);
    inlines(node, raised);
}

void OdfReader::span(pugi::xml_node node, bool raised) {
    const std::string_view name = attribute(node, "style-name");
    if (base_style(name) == "Source_20_Text") return text_.space();
    const auto style = styles_.find(name);
    if (style != styles_.end() && style->second.hidden) return;
    inlines(node, raised || (style != styles_.end() && style->second.raised) || base_style(name) == "Superscript");
}

void OdfReader::note(pugi::xml_node node) {
    const bool endnote = attribute(node, "note-class") == "endnote";
    const std::string label =
        fmt::format("{} {}", endnote ? "endnote" : "footnote", ++(endnote ? endnotes_ : footnotes_));
    text_.blocks().add_note_reference(label, {});
    notes_.push_back({.content = child(node, "note-body"), .name = label, .label = label, .alt = {}});
}

void OdfReader::shape(pugi::xml_node node) {
    const std::string where =
        place_.name.empty() ? fmt::format("text box at paragraph {}", paragraphs_ + 1) : place_.name;
    if (const pugi::xml_node words = child(node, "desc"); words && !text_below(words).empty())
        boxes_.push_back({.content = {}, .name = where, .label = {}, .alt = text_below(words)});
    if (local_name(node) == "g") {
        for (const pugi::xml_node one : node.children()) shape(one);
    } else if (local_name(node) != "frame") {
        boxes_.push_back({.content = node, .name = where, .label = {}, .alt = {}});
    } else if (const pugi::xml_node box = child(node, "text-box")) {
        boxes_.push_back({.content = box, .name = where, .label = {}, .alt = {}});
    }
}

void OdfReader::read_asides(std::vector<Aside>& asides, BlockKind kind) {
    std::vector<Aside> reading;
    reading.swap(asides);
    for (const Aside& aside : reading) {
        if (aside.content) {
            Place place{.name = aside.name, .kind = kind};
            place.label = aside.label;
            read_at(std::move(place), aside.content);
            continue;
        }
        Block block;
        block.kind = BlockKind::alt_text;
        block.location = aside.name;
        text_.blocks().boundary();
        text_.blocks().set_next(std::move(block));
        text_.text(aside.alt);
        text_.blocks().boundary();
    }
}

} // namespace statlint
