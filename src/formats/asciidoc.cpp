#include <algorithm>
#include <array>
#include <charconv>

#include "formats/asciidoc_reader.hpp"
#include "formats/format.hpp"
#include "formats/lexing.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::size_t deepest_list = 50;
constexpr std::size_t deepest_block = 50;
constexpr std::uint32_t widest_table = 1000;

/// What a line of AsciiDoc is, alone or by what it starts with.
struct Start {
    enum class Kind : std::uint8_t {
        text,
        heading,
        bullet,
        number,
        comment,
        attribute,
        style,
        title,
        rule,
        continuation,
        delimiter,
        table,
        picture,
        block_macro
    } kind = Kind::text;
    std::uint32_t size = 0;       ///< with the blanks behind it
    std::string_view marker = {}; ///< without them
};

namespace grammar {

using namespace tao::pegtl;

struct behind : plus<blank> {};
struct stars : rep_min_max<1, 5, one<'*'>> {};
struct dots : rep_min_max<1, 5, one<'.'>> {};
struct bullet : sor<stars, one<'-'>, string<'\xE2', '\x80', '\xA2'>> {};
struct number
    : sor<dots, seq<plus<digit>, one<'.'>>, seq<alpha, one<'.'>>, seq<one<'<'>, sor<plus<digit>, one<'.'>>, one<'>'>>> {
};
struct heading : sor<rep_min_max<1, 6, one<'='>>, rep_min_max<1, 6, one<'#'>>> {};
struct comment : seq<two<'/'>, not_at<one<'/'>>> {};
struct attribute
    : seq<one<':'>, opt<one<'!'>>, alnum, star<sor<alnum, one<'-', '_', '!'>>>, one<':'>, sor<blank, eof>> {};
struct style : seq<one<'['>, at<sor<alnum, one<'_', '.', '#', '%', '{', ',', '"', '\'', '[', ']'>>>, until<eof>> {};
struct title : seq<one<'.'>, not_at<one<' ', '.', '\t'>>, any> {};
struct rule : seq<sor<three<'\''>, three<'<'>, seq<three<'*'>, not_at<one<'*'>>>, seq<three<'-'>, not_at<one<'-'>>>>,
                  star<one<'\'', '<'>>, eof> {};
struct continuation : seq<one<'+'>, eof> {};
struct fence : sor<seq<three<'-'>, plus<one<'-'>>>, seq<three<'.'>, plus<one<'.'>>>, seq<three<'='>, plus<one<'='>>>,
                   seq<three<'*'>, plus<one<'*'>>>, seq<three<'_'>, plus<one<'_'>>>, seq<three<'+'>, plus<one<'+'>>>,
                   seq<three<'/'>, plus<one<'/'>>>, two<'-'>> {};
struct code_fence : seq<three<'`'>, star<not_one<'`'>>> {};
struct delimiter : seq<sor<fence, code_fence>, eof> {};
struct table : seq<one<'|', ',', ':', '!'>, three<'='>, eof> {};
struct picture : seq<TAO_PEGTL_STRING("image::"), plus<not_one<'['>>, one<'['>> {};
struct block_macro : seq<alpha, plus<sor<alnum, one<'_', '-'>>>, two<':'>, star<not_one<'[', ' '>>, one<'['>> {};
struct start : sor<delimiter, table, rule, seq<heading, behind>, seq<bullet, behind>, seq<number, behind>, comment,
                   attribute, style, title, continuation, picture, block_macro> {};

// "Term:: what it means"
struct term_mark : sor<rep_min_max<2, 4, one<':'>>, two<';'>> {};
struct term : plus<not_at<seq<term_mark, sor<blank, eof>>>, any> {};
struct described : seq<term, term_mark, star<blank>> {};

} // namespace grammar

template <class Rule> struct action : tao::pegtl::nothing<Rule> {};
template <> struct action<grammar::bullet> : becomes_with_marker<Start::Kind::bullet> {};
template <> struct action<grammar::number> : becomes_with_marker<Start::Kind::number> {};
template <> struct action<grammar::heading> : becomes_with_marker<Start::Kind::heading> {};
template <> struct action<grammar::comment> : becomes_with_marker<Start::Kind::comment> {};
template <> struct action<grammar::attribute> : becomes_with_marker<Start::Kind::attribute> {};
template <> struct action<grammar::style> : becomes_with_marker<Start::Kind::style> {};
template <> struct action<grammar::title> : becomes_with_marker<Start::Kind::title> {};
template <> struct action<grammar::rule> : becomes_with_marker<Start::Kind::rule> {};
template <> struct action<grammar::continuation> : becomes_with_marker<Start::Kind::continuation> {};
template <> struct action<grammar::delimiter> : becomes_with_marker<Start::Kind::delimiter> {};
template <> struct action<grammar::table> : becomes_with_marker<Start::Kind::table> {};
template <> struct action<grammar::picture> : becomes_with_marker<Start::Kind::picture> {};
template <> struct action<grammar::block_macro> : becomes_with_marker<Start::Kind::block_macro> {};

Start read_start(std::string_view line) {
    Start start;
    start.size = read_token<grammar::start, action>(line, start);
    if (start.size == 0) return {};
    if (start.kind == Start::Kind::style && !line.ends_with(']')) return {};
    if (start.kind == Start::Kind::block_macro && !line.ends_with(']')) return {};
    return start;
}

struct Described {
    std::string_view term, mark;
    std::uint32_t size = 0;
};
template <class Rule> struct described_action : tao::pegtl::nothing<Rule> {};
template <> struct described_action<grammar::term> {
    template <class In> static void apply(const In& in, Described& found) { found.term = in.string_view(); }
};
template <> struct described_action<grammar::term_mark> {
    template <class In> static void apply(const In& in, Described& found) { found.mark = in.string_view(); }
};

Described read_description(std::string_view line) {
    if (line.find("::") == std::string_view::npos && line.find(";;") == std::string_view::npos) return {};
    Described found;
    found.size = read_token<grammar::described, described_action>(line, found);
    return found.size > 0 ? found : Described{};
}

/// Whether a block of this style is no prose.
bool hides(std::string_view style) {
    constexpr std::array<std::string_view, 12> names{"source",    "listing",   "literal", "stem",
                                                     "latexmath", "asciimath", "pass",    "mermaid",
                                                     "plantuml",  "graphviz",  "ditaa",   "comment"};
    const std::string_view name = style.substr(0, style.find_first_of(",%#."));
    return std::ranges::find(names, name) != names.end();
}

/// "Title" above "-----", as wide as it is.
int underlined_level(std::string_view title, std::string_view line) {
    const std::size_t level = std::string_view("=-~^+").find(line.empty() ? ' ' : line[0]);
    if (level == std::string_view::npos || line.find_first_not_of(line[0]) != std::string_view::npos) return 0;
    const auto width = static_cast<std::ptrdiff_t>(utf8_length(title).code_points);
    const bool fits = line.size() >= 2 && std::abs(std::ssize(line) - width) <= 1;
    return fits ? static_cast<int>(level) + 1 : 0;
}

} // namespace

AsciidocReader::AsciidocReader(std::string bytes)
    : builder_(std::move(bytes)), lines_(split_lines(builder_.source())), inlines_(builder_) {}

Document AsciidocReader::read() && {
    find_references();
    std::size_t line = 0;
    while (line < lines_.size() && (blank(line) || view(line).starts_with("//"))) ++line;
    if (line < lines_.size() && view(line).starts_with("= ")) {
        for (std::size_t before = 0; before < line; ++before)
            if (!blank(before)) (void)element(before);
        line = document_header(line);
    } else {
        line = 0;
    }
    while (line < lines_.size()) {
        if (!blank(line)) {
            keeps_blank_ = false;
            line = element(line);
            after_blank_ = after_blank_ && keeps_blank_;
            continue;
        }
        builder_.boundary();
        after_blank_ = true;
        ++line;
    }
    builder_.set_bibliographies(std::move(bibliographies_));
    return std::move(builder_).finish();
}

/// "[[[name]]]" at the start of an item.
void AsciidocReader::find_references() {
    const std::string_view source = builder_.source();
    for (std::size_t at = source.find("[[["); at != std::string_view::npos; at = source.find("[[[", at + 3)) {
        constexpr std::size_t longest = 100;
        const std::string_view rest = source.substr(at + 3, longest);
        const std::string_view name = rest.substr(0, rest.find_first_of(",[]\n"));
        if (!name.empty()) inlines_.add_reference(name);
    }
}

/// The title, then up to two lines of authors and revision, and attributes.
std::size_t AsciidocReader::document_header(std::size_t line) {
    SourceSpan text = lines_[line].text;
    text.start += 2;
    Block title;
    title.kind = BlockKind::heading;
    title.level = 1;
    builder_.set_next(std::move(title));
    inlines_.read(text);
    builder_.boundary();
    int people = 0;
    for (++line; !blank(line); ++line) {
        const Start::Kind kind = read_start(view(line)).kind;
        if (kind == Start::Kind::attribute)
            attribute_entry(line);
        else if (kind == Start::Kind::comment)
            (void)element(line);
        else if (kind != Start::Kind::text || ++people > 2)
            break;
    }
    return line;
}

// ---- elements

std::size_t AsciidocReader::element(std::size_t line) {
    const std::string_view text = view(line);
    const Start start = read_start(text);
    const SourceSpan span = lines_[line].text;
    keeps_blank_ = start.kind == Start::Kind::comment || start.kind == Start::Kind::attribute ||
                   start.kind == Start::Kind::style || start.kind == Start::Kind::title;
    if (start.kind != Start::Kind::text && start.kind != Start::Kind::comment) builder_.boundary();
    switch (start.kind) {
    case Start::Kind::heading:
        return heading(line, static_cast<std::uint32_t>(start.marker.size()), {span.start + start.size, span.end});
    case Start::Kind::bullet:
    case Start::Kind::number:
        return item(line, start.marker, start.size);
    case Start::Kind::comment:
        builder_.add_comment(span, text.substr(2));
        return line + 1;
    case Start::Kind::attribute:
        attribute_entry(line);
        return line + 1;
    case Start::Kind::style:
        attributes(line);
        return line + 1;
    case Start::Kind::title:
        title(line);
        return line + 1;
    case Start::Kind::rule:
        builder_.interrupt();
        lists_.clear();
        return line + 1;
    case Start::Kind::continuation:
        continued_ = true;
        return line + 1;
    case Start::Kind::delimiter:
        return delimiter(line);
    case Start::Kind::table:
        return table(line);
    case Start::Kind::picture:
        picture(line);
        return line + 1;
    case Start::Kind::block_macro:
        return line + 1;
    case Start::Kind::text:
        break;
    }
    if (const Described found = read_description(text); !found.term.empty() && !found.mark.empty()) {
        const SourceSpan term{span.start, span.start + static_cast<std::uint32_t>(found.term.size())};
        return description(line, term, found.mark, {span.start + found.size, span.end});
    }
    if (!blank(line + 1) && lists_.empty())
        if (const int level = underlined_level(text, view(line + 1)); level > 0)
            return heading(line + 1, static_cast<std::uint32_t>(level), span);
    // Behind an empty line a paragraph belongs to no item, unless "+" or its indentation says so.
    const bool indented = lines_[line].indent > 0;
    if (after_blank_ && !continued_ && !indented) lists_.clear();
    const bool hidden = hides(style_) || (after_blank_ && indented && lists_.empty());
    if (hidden) {
        style_ = {};
        builder_.interrupt();
        while (!blank(line)) ++line;
        return line;
    }
    return paragraph(line, span);
}

bool AsciidocReader::starts_block(std::size_t line) const {
    using enum Start::Kind;
    const Start start = read_start(view(line));
    if (start.kind == comment) return true;
    // "p. 12" may just have come to stand at the start of a line.
    const bool letter = start.kind == number && start.marker.size() == 2 && start.marker[0] >= 'A';
    if (letter) return std::ranges::find(lists_, "a", &List::marker) != lists_.end();
    if (start.kind == bullet || start.kind == number) return !lists_.empty();
    return start.kind == delimiter || start.kind == table || start.kind == continuation ||
           (start.kind == style && !lists_.empty()) || (!lists_.empty() && !read_description(view(line)).mark.empty());
}

/// From `start` on the line up to a blank line, or to what can stand directly below text.
std::size_t AsciidocReader::paragraph(std::size_t line, SourceSpan start) {
    std::size_t last = line;
    while (!blank(last + 1) && !starts_block(last + 1)) ++last;
    SourceSpan region{start.start, std::max(start.end, lines_[last].text.end)};
    constexpr std::array<std::string_view, 5> labels{"NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "};
    for (const std::string_view label : labels)
        if (builder_.slice(region).starts_with(label)) region.start += static_cast<std::uint32_t>(label.size());
    BlockContext own = context();
    if (style_.starts_with("quote") || style_.starts_with("verse")) {
        if (own.kind == BlockKind::paragraph) own.kind = BlockKind::quote;
    }
    style_ = {};
    continued_ = false;
    // A comment may stand between two lines of a paragraph.
    if (!builder_.in_block()) builder_.set_next(own.block());
    inlines_.read(region);
    builder_.space({});
    return last + 1;
}

std::size_t AsciidocReader::heading(std::size_t line, std::uint32_t level, SourceSpan text) {
    lists_.clear();
    style_ = {};
    std::string_view words = builder_.slice(text);
    // "== Title =="
    const std::size_t last = words.find_last_not_of('=');
    if (last != std::string_view::npos && last + 1 < words.size() && words[last] == ' ')
        text.end = text.start + static_cast<std::uint32_t>(last);
    Block heading;
    heading.kind = BlockKind::heading;
    heading.level = static_cast<std::uint8_t>(level);
    builder_.boundary();
    builder_.set_next(std::move(heading));
    inlines_.read(text);
    builder_.boundary();
    return line + 1;
}

void AsciidocReader::attribute_entry(std::size_t line) {
    const std::string_view text = view(line);
    const std::size_t colon = text.find(':', 1);
    const std::string_view name = text.substr(1, colon - 1);
    std::string_view value = text.substr(colon + 1);
    value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
    if (name == "bibtex-file" || name == "bibliography-database" || name == "bibliography")
        bibliographies_.emplace_back(value);
    else
        inlines_.define(name, value);
}

void AsciidocReader::attributes(std::size_t line) {
    const std::string_view text = view(line);
    if (text.starts_with("[[")) return; // an anchor
    style_ = text.substr(1, text.size() - 2);
}

/// ".Title" of the block that follows: a caption, where that is a table or a picture.
void AsciidocReader::title(std::size_t line) {
    BlockContext caption = context();
    std::size_t next = line + 1;
    while (next < lines_.size() && next < line + 5 && (blank(next) || view(next).starts_with('['))) ++next;
    const Start::Kind kind = blank(next) ? Start::Kind::text : read_start(view(next)).kind;
    if (kind == Start::Kind::table || kind == Start::Kind::picture) {
        caption.kind = BlockKind::caption;
        caption.table = kind == Start::Kind::table ? builder_.next_table() : no_block;
    }
    SourceSpan text = lines_[line].text;
    ++text.start;
    put(caption, text);
}

void AsciidocReader::put(const BlockContext& context, SourceSpan region) {
    builder_.boundary();
    builder_.set_next(context.block());
    inlines_.read(region);
    builder_.boundary();
}

void AsciidocReader::picture(std::size_t line) {
    const std::string_view text = view(line);
    const SourceSpan span = lines_[line].text;
    const auto open = static_cast<std::uint32_t>(text.find('['));
    BlockContext alt;
    alt.kind = BlockKind::alt_text;
    style_ = {};
    put(alt, asciidoc_alt(builder_.source(), {span.start + open + 1, text.ends_with(']') ? span.end - 1 : span.end}));
}

// ---- delimited blocks

/// The line that closes what a line opens; the number of lines where none does.
std::size_t AsciidocReader::closing(std::size_t line) {
    const std::string_view mark = view(line).starts_with("```") ? std::string_view("```") : view(line);
    const auto known = closings_.find(mark);
    if (known != closings_.end() && known->second > line) return known->second;
    std::size_t end = line + 1;
    while (end < lines_.size() && view(end) != mark) ++end;
    return closings_[mark] = end;
}

std::size_t AsciidocReader::delimiter(std::size_t line) {
    const std::string_view mark = view(line);
    const auto open = std::ranges::find(open_, mark, &Delimited::mark);
    if (open != open_.end()) {
        context_ = open->around;
        lists_ = std::move(open->lists);
        open_.erase(open, open_.end());
        return line + 1;
    }
    const bool code = mark[0] == '`' || mark[0] == '+' || mark[0] == '/' || (mark[0] == '-' && mark != "--") ||
                      mark[0] == '.' || hides(style_);
    if (code) {
        const std::size_t end = closing(line);
        style_ = {};
        continued_ = false;
        if (end == lines_.size()) return line + 1; // it never ends: all behind it would be hidden
        if (mark[0] == '/') return comment_block(line, end);
        builder_.interrupt();
        return end + 1;
    }
    if (open_.size() >= deepest_block) return line + 1;
    if (after_blank_ && !continued_) lists_.clear();
    open_.push_back({mark, context_, lists_});
    context_ = context();
    lists_.clear();
    if (mark[0] == '_' || style_.starts_with("quote")) {
        context_.kind = BlockKind::quote;
        context_.in_item = false;
    }
    style_ = {};
    continued_ = false;
    return line + 1;
}

std::size_t AsciidocReader::comment_block(std::size_t line, std::size_t end) {
    const SourceSpan inside{lines_[line + 1].text.start,
                            std::max(lines_[line + 1].text.start, lines_[end - 1].text.end)};
    if (end > line + 1) builder_.add_comment({lines_[line].text.start, lines_[end].text.end}, builder_.slice(inside));
    return end + 1;
}

// ---- lists

void AsciidocReader::begin_list(std::string_view marker) {
    const bool styled = !style_.empty(); // "[arabic]" begins a list of its own
    if (styled && after_blank_ && !continued_ && marker.size() == 1) lists_.clear();
    style_ = {};
    continued_ = false;
    const auto open = std::ranges::find(lists_, marker, &List::marker);
    const bool same = open != lists_.end() && !styled;
    if (same) {
        lists_.erase(open + 1, lists_.end());
        builder_.boundary();
    } else if (open != lists_.end() || lists_.size() < deepest_list) {
        lists_.erase(open, lists_.end());
        List list{std::string(marker), context()};
        list.item.begin_list(builder_);
        lists_.push_back(std::move(list));
    }
    lists_.back().item.begin_item(builder_);
}

std::size_t AsciidocReader::item(std::size_t line, std::string_view marker, std::uint32_t size) {
    const bool digits = marker[0] >= '0' && marker[0] <= '9';
    const bool letter = marker.size() == 2 && !digits && marker[1] == '.' && marker[0] != '.';
    begin_list(digits ? "1" : letter ? "a" : marker);
    SourceSpan text = lines_[line].text;
    text.start += size;
    const std::string_view words = builder_.slice(text);
    if (words.starts_with("[ ] ") || words.starts_with("[x] ") || words.starts_with("[*] ")) text.start += 4;
    if (words.starts_with("[[[")) {
        // An entry of a list of references.
        const std::size_t end = words.find("]]]");
        const std::string_view name = words.substr(3, words.find_first_of(",]") - 3);
        if (end != std::string_view::npos) {
            lists_.back().item.kind = BlockKind::footnote;
            lists_.back().item.label = std::string(name);
            text.start += static_cast<std::uint32_t>(end) + 3;
        }
    }
    return paragraph(line, text);
}

std::size_t AsciidocReader::description(std::size_t line, SourceSpan term, std::string_view mark, SourceSpan words) {
    if (after_blank_ && !continued_ && std::ranges::find(lists_, mark, &List::marker) == lists_.end()) lists_.clear();
    BlockContext around = context();
    const auto open = std::ranges::find(lists_, mark, &List::marker);
    if (open != lists_.end()) around = open == lists_.begin() ? context_ : (open - 1)->item;
    if (around.kind == BlockKind::list_item) around.kind = BlockKind::paragraph;
    put(around, term);
    const std::uint32_t lead_in = builder_.latest_block();
    begin_list(mark);
    lists_.back().item.lead_in = lead_in;
    if (!words.empty()) return paragraph(line, words);
    if (blank(line + 1) || starts_block(line + 1)) return line + 1;
    return paragraph(line + 1, lines_[line + 1].text);
}

// ---- tables

namespace {

/// "2+|", "3*|", "a|": what stands before the bar of a cell.
struct CellFormat {
    std::uint32_t size = 0;    ///< bytes
    std::uint32_t columns = 1; ///< that it covers
};

CellFormat cell_format(std::string_view before) {
    const std::string_view text = before.substr(before.find_last_of(" \t") + 1);
    // A number is one only with "+" or "*" behind it, a letter only alone: "1 in 6|" and "had|" are text.
    const std::string_view head = text.substr(0, text.size() - std::min<std::size_t>(text.size(), 1));
    if (text.empty() || std::string_view("+*<>^aehlmsdv").find(text.back()) == std::string_view::npos) return {};
    if (head.find_first_not_of("0123456789.+*<>^") != std::string_view::npos) return {};
    CellFormat format{static_cast<std::uint32_t>(text.size()), 1};
    if (text.find('+') != std::string_view::npos)
        std::from_chars(text.data(), text.data() + text.size(), format.columns);
    format.columns = std::clamp(format.columns, 1U, 100U);
    return format;
}

std::uint32_t columns_of(std::string_view style) {
    const std::size_t at = style.find("cols=");
    if (at == std::string_view::npos) return 0;
    std::string_view list = style.substr(at + 5);
    const bool quoted = list.starts_with('"');
    if (quoted) list.remove_prefix(1);
    list = list.substr(0, list.find_first_of(quoted ? "\"" : ",]"));
    std::uint32_t columns = 0;
    while (columns < widest_table) {
        const std::string_view one = list.substr(0, list.find_first_of(",;"));
        std::uint32_t times = 1;
        if (const std::size_t star = one.find('*'); star != std::string_view::npos)
            std::from_chars(one.data(), one.data() + star, times);
        columns += std::clamp(times, 1U, widest_table);
        if (one.size() == list.size()) break;
        list.remove_prefix(one.size() + 1);
    }
    return columns;
}

} // namespace

std::size_t AsciidocReader::table(std::size_t line) {
    const char bar = view(line)[0];
    const std::size_t end = closing(line);
    std::uint32_t columns = columns_of(style_);
    const bool separated = bar == ',' || bar == ':';
    bool header = style_.find("header") != std::string_view::npos;
    std::size_t first = line + 1;
    while (first < end && blank(first)) ++first;
    // An empty line behind the first row, and none before it, makes that the header.
    if (style_.find("noheader") == std::string_view::npos && first == line + 1 && first + 1 < end && blank(first + 1))
        header = true;
    style_ = {};
    continued_ = false;
    Block cell;
    cell.kind = BlockKind::table_cell;
    cell.table = builder_.begin_table();
    std::uint32_t row_first = builder_.block_count(), in_row = 0;
    const auto end_row = [&] {
        builder_.end_row(row_first);
        row_first = builder_.block_count();
        ++cell.row;
        cell.column = in_row = 0;
    };
    std::vector<SourceSpan> parts;
    std::uint32_t covers = 1;
    bool open = false;
    const auto put_cell = [&] {
        if (!open) return;
        cell.header = header && cell.row == 0;
        builder_.set_next(cell);
        for (const SourceSpan part : parts) {
            inlines_.read(part);
            builder_.space({});
        }
        builder_.boundary();
        parts.clear();
        cell.column += covers;
        if (columns > 0 && cell.column >= columns) end_row();
    };
    for (std::size_t at = first; at < end; ++at) {
        if (blank(at)) continue;
        SourceSpan rest = lines_[at].text;
        const std::string_view text = view(at);
        if (separated) {
            for (bool more = true; more;) {
                put_cell();
                const std::size_t comma = builder_.slice(rest).find(bar);
                more = comma != std::string_view::npos;
                SourceSpan part{rest.start, more ? rest.start + static_cast<std::uint32_t>(comma) : rest.end};
                rest.start = more ? part.end + 1 : rest.end;
                parts.push_back(part);
                open = true;
            }
            put_cell();
            open = false;
            end_row();
            continue;
        }
        std::uint32_t bars = 0;
        for (std::size_t from = 0;;) {
            const std::size_t next = text.find(bar, from);
            if (next != std::string_view::npos && next > 0 && text[next - 1] == '\\') {
                from = next + 1;
                continue;
            }
            const bool last = next == std::string_view::npos;
            const std::string_view before =
                text.substr(rest.start - lines_[at].text.start,
                            last ? std::string_view::npos : next - (rest.start - lines_[at].text.start));
            const CellFormat format = last ? CellFormat{} : cell_format(before);
            const SourceSpan part{rest.start, rest.start + static_cast<std::uint32_t>(before.size()) - format.size};
            if (!part.empty() && open) parts.push_back(part);
            if (last) break;
            put_cell();
            open = true;
            covers = format.columns;
            bars += covers;
            rest.start = lines_[at].text.start + static_cast<std::uint32_t>(next) + 1;
            from = next + 1;
        }
        if (columns == 0 && bars > 0) columns = std::min(bars, widest_table);
    }
    put_cell();
    if (cell.column > 0) end_row();
    builder_.end_table();
    return std::min(end + 1, lines_.size());
}

Result<Document> read_asciidoc(std::string bytes) {
    if (const Result<void> checked = check_text(bytes); !checked) return tl::unexpected(checked.error());
    return AsciidocReader(std::move(bytes)).read();
}

} // namespace statlint
