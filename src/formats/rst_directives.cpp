// What ".. name::" does in reStructuredText.
#include <algorithm>
#include <array>

#include "formats/rst_reader.hpp"

namespace statlint {

namespace {

/// What an author's words don't stand in.
constexpr std::array<std::string_view, 34> not_prose{
    "code",    "code-block", "sourcecode",   "literalinclude", "highlight",      "parsed-literal",   "math",
    "include", "toctree",    "contents",     "index",          "meta",           "graphviz",         "plot",
    "mermaid", "uml",        "digraph",      "role",           "default-role",   "replace",          "unicode",
    "date",    "sectnum",    "target-notes", "productionlist", "doctest",        "testcode",         "testoutput",
    "ipython", "automodule", "autoclass",    "autofunction",   "tabularcolumns", "section-numbering"};

/// Those whose first line is a title of its own.
constexpr std::array<std::string_view, 7> titled{"topic",    "admonition", "sidebar", "rubric",
                                                 "centered", "dropdown",   "tab"};

template <class Names> bool holds(const Names& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// Words with each gap as one blank, to be compared.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool white = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!white)
            out.push_back(c);
        else if (!out.empty() && out.back() != ' ')
            out.push_back(' ');
    }
    return out;
}

} // namespace

std::size_t RstReader::directive(std::size_t line, std::string_view name, SourceSpan argument) {
    builder_.boundary();
    if (holds(not_prose, name)) {
        builder_.interrupt();
        return behind_block(line);
    }
    if (name == "raw") return raw(line);
    if (name == "bibliography") {
        if (!argument.empty()) bibliographies_.emplace_back(builder_.slice(argument));
        return behind_block(line);
    }
    if (name == "image" || name == "figure") {
        if (name == "figure") return figure(line);
        Block alt;
        alt.kind = BlockKind::alt_text;
        block(std::move(alt), option(line, "alt"));
        return behind_block(line);
    }
    const bool table = name == "table" || name == "list-table" || name == "csv-table";
    if (table && !argument.empty()) {
        Block caption;
        caption.kind = BlockKind::caption;
        caption.table = builder_.next_table();
        block(std::move(caption), argument);
    }
    if (name == "list-table") return list_table(line);
    if (name == "csv-table") return csv_table(line);
    if (table || holds(titled, name)) {
        if (!table && !argument.empty()) block(context().block(), argument);
        argument.start = argument.end;
    }
    return prose_directive(line, argument);
}

/// An admonition, an epigraph, a container, one that is not known: what is indented below it is text.
std::size_t RstReader::prose_directive(std::size_t line, SourceSpan argument) {
    const std::uint32_t indent = lines_[line].indent;
    const std::size_t next = drop_options(line);
    if (!push(indent + 1, true, context())) return behind_block(line);
    if (argument.empty()) return next;
    const bool more = next < lines_.size() && next == line + 1 && !blank(next) && lines_[next].indent > indent;
    lines_[line] = {argument, more ? lines_[next].indent : indent + 1};
    if (!more) { // a paragraph of its own
        block(context().block(), argument);
        return next;
    }
    return line;
}

std::size_t RstReader::figure(std::size_t line) {
    const SourceSpan alt = option(line, "alt");
    const std::uint32_t indent = lines_[line].indent;
    const std::size_t body = drop_options(line);
    std::size_t first = body;
    while (first < lines_.size() && blank(first)) ++first;
    std::size_t last = first;
    while (!blank(last + 1) && lines_[last + 1].indent > indent) ++last;
    const bool captioned = !blank(first) && lines_[first].indent > indent;
    const SourceSpan caption = captioned ? SourceSpan{lines_[first].text.start, lines_[last].text.end} : SourceSpan{};
    // The same words twice are said once.
    if (plain(builder_.slice(alt)) != plain(builder_.slice(caption))) {
        Block words;
        words.kind = BlockKind::alt_text;
        block(std::move(words), alt);
    }
    BlockContext inside = context();
    inside.kind = BlockKind::caption;
    inside.table = no_block;
    return push(indent + 1, true, std::move(inside)) ? body : behind_block(line);
}

/// Raw HTML may hold comments that switch rules off.
std::size_t RstReader::raw(std::size_t line) {
    const std::size_t next = behind_block(line);
    const SourceSpan region{lines_[line].text.start, std::max(lines_[line].text.end, lines_[next - 1].text.end)};
    const std::string_view html = builder_.slice(region);
    for (std::size_t at = html.find("<!--"); at != std::string_view::npos; at = html.find("<!--", at)) {
        const std::size_t end = html.find("-->", at + 4);
        if (end == std::string_view::npos) break;
        const auto start = region.start + static_cast<std::uint32_t>(at);
        builder_.add_comment({start, region.start + static_cast<std::uint32_t>(end) + 3},
                             html.substr(at + 4, end - at - 4));
        at = end;
    }
    if (html.find("statlint-") == std::string_view::npos) builder_.interrupt();
    return next;
}

/// The value of ":name: value" directly below a directive; it may go over several lines.
SourceSpan RstReader::option(std::size_t line, std::string_view name) const {
    const std::uint32_t indent = lines_[line].indent;
    for (++line; !blank(line) && lines_[line].indent > indent; ++line) {
        const std::string_view text = view(line);
        if (!text.starts_with(':') || !text.substr(1).starts_with(name) ||
            !text.substr(name.size() + 1).starts_with(':'))
            continue;
        SourceSpan value = lines_[line].text;
        value.start = std::min(value.end, value.start + static_cast<std::uint32_t>(name.size()) + 2);
        const std::uint32_t own = lines_[line].indent;
        for (; !blank(line + 1) && lines_[line + 1].indent > own; ++line) value.end = lines_[line + 1].text.end;
        while (!value.empty() && builder_.source()[value.start] == ' ') ++value.start;
        return value;
    }
    return {};
}

/// The line behind the options of a directive.
std::size_t RstReader::drop_options(std::size_t line) {
    const std::uint32_t indent = lines_[line].indent;
    ++line;
    if (blank(line) || !view(line).starts_with(':')) return line;
    while (!blank(line) && lines_[line].indent > indent) ++line;
    return line;
}

} // namespace statlint
