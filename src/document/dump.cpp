#include "document/dump.hpp"

#include <iterator>

#include <fmt/format.h>

#include "text/line_index.hpp"

namespace statlint {

std::string_view name_of(BlockKind kind) {
    switch (kind) {
    case BlockKind::heading:
        return "heading";
    case BlockKind::paragraph:
        return "paragraph";
    case BlockKind::list_item:
        return "list_item";
    case BlockKind::table_cell:
        return "table_cell";
    case BlockKind::caption:
        return "caption";
    case BlockKind::footnote:
        return "footnote";
    case BlockKind::quote:
        return "quote";
    case BlockKind::alt_text:
        return "alt_text";
    }
    return "?";
}

namespace {

std::string place(const LineIndex& lines, SourceSpan span) {
    const Position start = lines.locate(span.start);
    const Position end = lines.locate(span.end);
    return fmt::format("{}:{}-{}:{}", start.line, start.column, end.line, end.column);
}

std::string attributes(const Block& block) {
    std::string out;
    const auto add = [&](std::string_view name, std::uint32_t value) {
        if (value != no_block) fmt::format_to(std::back_inserter(out), " {}={}", name, value);
    };
    add("heading", block.heading);
    if (block.level > 0) add("level", block.level);
    add("lead_in", block.lead_in);
    add("list", block.list);
    add("table", block.table);
    if (block.kind == BlockKind::table_cell) fmt::format_to(std::back_inserter(out), " {},{}", block.row, block.column);
    if (block.header) out += " header";
    if (!block.location.empty()) fmt::format_to(std::back_inserter(out), " ({})", block.location);
    if (!block.label.empty()) fmt::format_to(std::back_inserter(out), " label={}", block.label);
    return out;
}

} // namespace

std::string dump(const Document& document) {
    const LineIndex lines(document.source);
    std::string out;
    const auto put = [&]<class... Args>(fmt::format_string<Args...> format, Args&&... args) {
        fmt::format_to(std::back_inserter(out), format, std::forward<Args>(args)...);
    };
    if (!document.title.empty()) put("title {}\n", document.title);
    for (const std::string& file : document.bibliographies) put("bibliography {}\n", file);
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const Block& block = document.blocks[i];
        put("{} {} {}{} | {}\n", i, name_of(block.kind), place(lines, document.to_source(block.text)),
            attributes(block), document.view(block.text));
    }
    for (const Reference& reference : document.references) {
        const bool link = reference.kind == Reference::Kind::link;
        put("{} {} block={} -> {} | {}\n", link ? "link" : "note", place(lines, reference.source), reference.block,
            reference.target, document.view(reference.at));
    }
    for (const Comment& comment : document.comments) put("comment {} |{}\n", place(lines, comment.span), comment.text);
    return out;
}

} // namespace statlint
