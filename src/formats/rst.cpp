#include <algorithm>

#include "formats/format.hpp"
#include "formats/lexing.hpp"
#include "formats/rst_reader.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::size_t deepest_level = 200;

/// What a line of reStructuredText starts with.
struct Start {
    enum class Kind : std::uint8_t {
        text,
        bullet,
        number,
        explicit_mark,
        field,
        line_block,
        anonymous,
        doctest
    } kind = Kind::text;
    std::uint32_t size = 0;       ///< with the blanks behind it
    std::string_view marker = {}; ///< "-", "(a)": bullets and numbers
};

namespace grammar {

using namespace tao::pegtl;

struct behind : sor<plus<blank>, eof> {};
struct bullet : sor<one<'*', '+', '-'>, string<'\xE2', '\x80', '\xA2'>, string<'\xE2', '\x80', '\xA3'>> {};
struct ordinal : sor<plus<digit>, one<'#'>, plus<one<'i', 'v', 'x', 'I', 'V', 'X'>>, alpha> {};
struct number : sor<seq<one<'('>, ordinal, one<')'>>, seq<ordinal, one<'.', ')'>>> {};
struct explicit_mark : seq<two<'.'>> {};
struct field_name : seq<not_at<space>, plus<sor<seq<one<'\\'>, any>, not_one<':'>>>> {};
struct field : seq<one<':'>, field_name, one<':'>> {};
struct line_block : one<'|'> {};
struct anonymous : two<'_'> {};
struct doctest : three<'>'> {};
struct start : sor<seq<bullet, behind>, seq<number, behind>, seq<explicit_mark, behind>, seq<field, behind>,
                   seq<line_block, behind>, seq<anonymous, behind>, seq<doctest, behind>> {};

} // namespace grammar

template <class Rule> struct action : tao::pegtl::nothing<Rule> {};
template <> struct action<grammar::bullet> : becomes_with_marker<Start::Kind::bullet> {};
template <> struct action<grammar::number> : becomes_with_marker<Start::Kind::number> {};
template <> struct action<grammar::explicit_mark> : becomes_with_marker<Start::Kind::explicit_mark> {};
template <> struct action<grammar::field> : becomes_with_marker<Start::Kind::field> {};
template <> struct action<grammar::line_block> : becomes_with_marker<Start::Kind::line_block> {};
template <> struct action<grammar::anonymous> : becomes_with_marker<Start::Kind::anonymous> {};
template <> struct action<grammar::doctest> : becomes_with_marker<Start::Kind::doctest> {};

Start read_start(std::string_view line) {
    Start start;
    start.size = read_token<grammar::start, action>(line, start);
    return start.size > 0 ? start : Start{};
}

/// "=====": the same mark all along.
bool is_adornment(std::string_view line) {
    constexpr std::string_view marks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    return !line.empty() && marks.find(line[0]) != std::string_view::npos &&
           line.find_first_not_of(line[0]) == std::string_view::npos;
}

bool adorns(std::string_view adornment, std::string_view title) {
    return is_adornment(adornment) && (adornment.size() >= 4 || adornment.size() >= utf8_length(title).code_points);
}

/// The kind of list that a marker belongs to: "a." and "b." to the same, "1)" to another.
std::string list_kind(std::string_view marker) {
    std::string kind;
    for (const char c : marker) {
        const bool digit = (c >= '0' && c <= '9') || c == '#';
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const char of = digit ? '1' : letter ? 'a' : c;
        if (kind.empty() || kind.back() != of) kind.push_back(of);
    }
    return kind;
}

} // namespace

RstReader::RstReader(std::string bytes)
    : builder_(std::move(bytes)), lines_(split_lines(builder_.source())), inlines_(builder_, definitions_), levels_(1) {
}

Document RstReader::read() && {
    for (std::size_t line = 0; line < lines_.size(); ++line) define(line);
    for (std::size_t line = 0; line < lines_.size();) {
        if (blank(line)) {
            ++line;
            continue;
        }
        const std::uint32_t indent = lines_[line].indent;
        while (levels_.size() > 1 && indent < levels_.back().indent) levels_.pop_back();
        Level& level = levels_.back();
        if (level.flexible) level.indent = indent;
        level.flexible = false;
        if (indent > level.indent) {
            BlockContext quoted = level.context;
            if (quoted.kind == BlockKind::paragraph) quoted.kind = BlockKind::quote;
            level.list_marker.clear();
            push(indent, false, std::move(quoted));
        }
        line = element(line);
    }
    builder_.set_bibliographies(std::move(bibliographies_));
    return std::move(builder_).finish();
}

/// ".. _name: https://…", ".. |name| replace:: words"
void RstReader::define(std::size_t line) {
    const std::string_view text = view(line);
    if (!text.starts_with(".. ")) return;
    const std::string_view rest = text.substr(3);
    if (rest.starts_with('_')) {
        const bool quoted = rest.starts_with("_`");
        const std::size_t colon = quoted ? rest.find("`:") : rest.find(": ");
        if (colon == std::string_view::npos) return;
        const std::size_t start = quoted ? 2 : 1;
        const std::size_t address = rest.find_first_not_of(' ', colon + (quoted ? 2 : 1));
        if (address == std::string_view::npos) return;
        definitions_.targets.emplace(rst_target_name(rest.substr(start, colon - start)), rest.substr(address));
    } else if (rest.starts_with('|')) {
        const std::size_t close = rest.find('|', 1);
        if (close == std::string_view::npos) return;
        const std::string name(rest.substr(1, close - 1));
        constexpr std::string_view replace = " replace:: ";
        const std::size_t at = lines_[line].text.start + 3 + close + 1;
        if (rest.substr(close + 1).starts_with(replace))
            definitions_.replacements.emplace(
                name, SourceSpan{static_cast<std::uint32_t>(at + replace.size()), lines_[line].text.end});
        else if (rest.substr(close + 1).starts_with(" image::"))
            definitions_.pictures.emplace(name, option(line, "alt"));
    }
}

// ---- levels

bool RstReader::push(std::uint32_t indent, bool flexible, BlockContext context) {
    if (levels_.size() >= deepest_level) return false;
    Level level;
    level.indent = indent;
    level.flexible = flexible;
    level.context = std::move(context);
    levels_.push_back(std::move(level));
    return true;
}

void RstReader::block(Block block, SourceSpan region) {
    builder_.boundary();
    builder_.set_next(std::move(block));
    inlines_.read(region);
    builder_.boundary();
}

/// The line behind what is indented below a line.
std::size_t RstReader::behind_block(std::size_t line) const {
    const std::uint32_t indent = lines_[line].indent;
    for (++line; line < lines_.size(); ++line)
        if (!blank(line) && lines_[line].indent <= indent) break;
    return line;
}

// ---- elements

std::size_t RstReader::element(std::size_t line) {
    const std::string_view text = view(line);
    const bool next_blank = blank(line + 1);
    const Start start = read_start(text);
    if (text.starts_with("+-") || text.starts_with("+=")) return grid_table(line);
    if (text.starts_with("==") && text.find(" =") != std::string_view::npos &&
        text.find_first_not_of("= ") == std::string_view::npos)
        return simple_table(line);
    const auto between_lines = [&] {
        return is_adornment(text) && !blank(line + 2) && view(line + 2)[0] == text[0] &&
               adorns(view(line + 2), view(line + 1));
    };
    const bool title = lines_[line].indent == 0 && !next_blank && (adorns(view(line + 1), text) || between_lines());
    if (title) return section(line);
    if (start.kind == Start::Kind::bullet && text != "--") return item(line, start.marker, start.size);
    if (start.kind == Start::Kind::number) {
        // "2023. The" may just have come to stand at the start of a line.
        const bool goes_on = !next_blank && lines_[line + 1].indent <= lines_[line].indent &&
                             read_start(view(line + 1)).kind != Start::Kind::number;
        if (!goes_on) return item(line, start.marker, start.size);
    }
    levels_.back().list_marker.clear();
    if (is_adornment(text) && text.size() >= 4 && next_blank) {
        builder_.boundary();
        builder_.interrupt();
        return line + 1;
    }
    switch (start.kind) {
    case Start::Kind::explicit_mark:
        return explicit_markup(line);
    case Start::Kind::field:
        return field(line);
    case Start::Kind::line_block:
        return line_block(line);
    case Start::Kind::anonymous:
        return line + 1;
    case Start::Kind::doctest:
        while (!blank(line)) ++line;
        builder_.interrupt();
        return line;
    default:
        return paragraph(line);
    }
}

std::size_t RstReader::section(std::size_t line) {
    const bool above = is_adornment(view(line)) && !blank(line + 2) && adorns(view(line + 2), view(line + 1)) &&
                       view(line)[0] == view(line + 2)[0];
    const std::size_t title = line + (above ? 1 : 0);
    const std::pair adornment{view(title + 1)[0], above};
    auto level = std::ranges::find(adornments_, adornment);
    if (level == adornments_.end()) level = adornments_.insert(level, adornment);
    Block heading;
    heading.kind = BlockKind::heading;
    heading.level = static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(level - adornments_.begin() + 1, 6));
    levels_.back().list_marker.clear();
    block(std::move(heading), lines_[title].text);
    return title + 2;
}

std::size_t RstReader::paragraph(std::size_t line) {
    if (blank(line)) return line + 1;
    std::size_t last = line;
    while (!blank(last + 1) && lines_[last + 1].indent == lines_[line].indent) ++last;
    if (last == line && !blank(line + 1) && lines_[line + 1].indent > lines_[line].indent &&
        !view(line).ends_with("::"))
        return definition(line);
    SourceSpan region{lines_[line].text.start, lines_[last].text.end};
    const bool literal = view(last).ends_with("::");
    if (literal) region.end -= view(last) == "::" || view(last).ends_with(" ::") ? 2 : 1;
    builder_.boundary();
    builder_.set_next(context().block());
    inlines_.read(region);
    builder_.boundary();
    return literal ? skip_literal(last + 1, lines_[line].indent) : last + 1;
}

/// A term, and indented below it what it means.
std::size_t RstReader::definition(std::size_t line) {
    Level& level = levels_.back();
    BlockContext term = level.context;
    if (term.kind != BlockKind::footnote) term.kind = BlockKind::paragraph;
    block(term.block(), lines_[line].text);
    BlockContext inside = level.context;
    inside.begin_list(builder_);
    inside.lead_in = builder_.latest_block();
    inside.begin_item(builder_);
    push(lines_[line + 1].indent, false, std::move(inside));
    return line + 1;
}

std::size_t RstReader::skip_literal(std::size_t line, std::uint32_t indent) {
    while (line < lines_.size() && blank(line)) ++line;
    builder_.interrupt();
    if (blank(line)) return line;
    const std::string_view quoting = view(line).substr(0, 1);
    if (lines_[line].indent <= indent) {
        if (std::string_view("!\"#$%&+>|~").find(quoting) == std::string_view::npos) return line;
        while (!blank(line) && view(line).starts_with(quoting)) ++line;
        return line;
    }
    while (line < lines_.size() && (blank(line) || lines_[line].indent > indent)) ++line;
    return line;
}

/// Takes the marker off the line, whose rest is read one level deeper.
std::size_t RstReader::item(std::size_t line, std::string_view marker, std::uint32_t size) {
    if (levels_.size() >= deepest_level) return paragraph(line);
    Level& level = levels_.back();
    builder_.boundary();
    if (const std::string kind = list_kind(marker); level.list_marker != kind) {
        level.list = level.context;
        level.list.begin_list(builder_);
        level.list_marker = kind;
    }
    BlockContext inside = level.list;
    inside.begin_item(builder_);
    SourceLine& rest = lines_[line];
    rest.text.start += size;
    rest.indent += static_cast<std::uint32_t>(utf8_length(std::string_view(marker)).code_points) + size -
                   static_cast<std::uint32_t>(marker.size());
    push(rest.indent + (rest.text.empty() ? 1 : 0), rest.text.empty(), std::move(inside));
    return rest.text.empty() ? line + 1 : line;
}

/// ":Author: …": the name is no prose; what stands behind it is.
std::size_t RstReader::field(std::size_t line) {
    const Start start = read_start(view(line));
    const std::string_view name = start.marker;
    if (name == ":bibliography:") {
        const std::string_view file = view(line).substr(start.size);
        if (!file.empty()) bibliographies_.emplace_back(file);
        return behind_block(line);
    }
    SourceLine& rest = lines_[line];
    rest.text.start += start.size;
    push(rest.indent + 1, true, context());
    if (rest.text.empty()) return line + 1;
    // Its next lines are indented as the first of them is.
    const bool more = !blank(line + 1) && lines_[line + 1].indent > rest.indent;
    rest.indent = more ? lines_[line + 1].indent : rest.indent + 1;
    return line;
}

std::size_t RstReader::line_block(std::size_t line) {
    builder_.boundary();
    builder_.set_next(context().block());
    for (; !blank(line); ++line) {
        const Start start = read_start(view(line));
        SourceSpan text = lines_[line].text;
        if (start.kind == Start::Kind::line_block) text.start += start.size;
        inlines_.read(text);
        builder_.space({});
    }
    builder_.boundary();
    return line;
}

// ---- explicit markup

std::size_t RstReader::explicit_markup(std::size_t line) {
    const std::string_view text = view(line);
    const std::string_view rest = text.substr(std::min<std::size_t>(text.find_first_not_of(' ', 2), text.size()));
    const auto size = static_cast<std::uint32_t>(text.size() - rest.size());
    if (rest.starts_with('_') || rest.starts_with('|')) return behind_block(line);
    if (rest.starts_with('[')) {
        const std::size_t close = rest.find(']');
        const std::string_view label = rest.substr(1, close == std::string_view::npos ? 0 : close - 1);
        if (!label.empty() && label.find(' ') == std::string_view::npos)
            return note(line, label, size + static_cast<std::uint32_t>(close) + 1);
    }
    const std::size_t colons = rest.find("::");
    if (colons != std::string_view::npos && colons > 0 &&
        rest.substr(0, colons).find_first_not_of(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.+") == std::string_view::npos) {
        SourceSpan argument = lines_[line].text;
        argument.start += size + static_cast<std::uint32_t>(colons) + 2;
        while (!argument.empty() && builder_.source()[argument.start] == ' ') ++argument.start;
        return directive(line, rest.substr(0, colons), argument);
    }
    return comment(line);
}

std::size_t RstReader::note(std::size_t line, std::string_view label, std::uint32_t size) {
    BlockContext inside;
    inside.kind = BlockKind::footnote;
    inside.label = label == "#"   ? "#" + std::to_string(++auto_notes_)
                   : label == "*" ? "*" + std::to_string(++symbol_notes_)
                                  : std::string(label.substr(label.starts_with('#') ? 1 : 0));
    builder_.boundary();
    SourceLine& rest = lines_[line];
    push(rest.indent + 1, true, std::move(inside));
    rest.text.start += size;
    while (!rest.text.empty() && builder_.source()[rest.text.start] == ' ') ++rest.text.start;
    if (rest.text.empty()) return line + 1;
    const bool more = !blank(line + 1) && lines_[line + 1].indent > rest.indent;
    rest.indent = more ? lines_[line + 1].indent : rest.indent + 1;
    return line;
}

std::size_t RstReader::comment(std::size_t line) {
    // ".." alone comments nothing: it keeps a quotation from the list before it.
    const bool empty = view(line) == ".." && blank(line + 1);
    const std::size_t next = empty ? line + 1 : behind_block(line);
    std::size_t last = next - 1;
    while (last > line && blank(last)) --last;
    const SourceSpan span{lines_[line].text.start, lines_[last].text.end};
    builder_.add_comment(span, builder_.slice(span).substr(2));
    return next;
}

Result<Document> read_rst(std::string bytes) {
    if (const Result<void> checked = check_text(bytes); !checked) return tl::unexpected(checked.error());
    return RstReader(std::move(bytes)).read();
}

} // namespace statlint
