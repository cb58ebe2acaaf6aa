#include <algorithm>
#include <array>

#include "formats/format.hpp"
#include "formats/lexing.hpp"
#include "formats/org_reader.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::size_t deepest_list = 50;
constexpr std::uint32_t widest_table = 1000;

/// What a line of Org is.
struct Start {
    enum class Kind : std::uint8_t {
        text,
        heading,
        item,
        keyword,
        block_begin,
        block_end,
        comment,
        fixed_width,
        drawer,
        table,
        note,
        rule,
        planning
    } kind = Kind::text;
    std::uint32_t size = 0;     ///< with the blanks behind it
    std::string_view name = {}; ///< of a block, keyword or note
};

namespace grammar {

using namespace tao::pegtl;

struct behind : sor<plus<blank>, eof> {};
struct heading : seq<plus<one<'*'>>, plus<blank>> {};
struct bullet : sor<one<'-', '+'>, seq<plus<digit>, one<'.', ')'>>> {};
struct counter : seq<one<'['>, one<'@'>, plus<alnum>, one<']'>, star<blank>> {};
struct checkbox : seq<one<'['>, one<' ', 'X', 'x', '-'>, one<']'>, plus<blank>> {};
struct item : seq<bullet, behind, opt<counter>, opt<checkbox>> {};
struct name : plus<sor<alnum, one<'_', '-'>>> {};
struct block_begin : seq<TAO_PEGTL_ISTRING("#+begin_"), name> {};
struct block_end : seq<TAO_PEGTL_ISTRING("#+end_"), name> {};
struct keyword
    : seq<one<'#'>, one<'+'>, name, opt<seq<one<'['>, star<not_one<']'>>, one<']'>>>, one<':'>, star<blank>> {};
struct comment : seq<one<'#'>, behind> {};
struct fixed_width : seq<one<':'>, behind> {};
struct drawer : seq<one<':'>, name, one<':'>, eof> {};
struct table : one<'|'> {};
struct note : seq<TAO_PEGTL_STRING("[fn:"), name, one<']'>, star<blank>> {};
struct rule : seq<rep_min<5, one<'-'>>, eof> {};
struct planning : seq<sor<TAO_PEGTL_STRING("SCHEDULED:"), TAO_PEGTL_STRING("DEADLINE:"), TAO_PEGTL_STRING("CLOSED:"),
                          TAO_PEGTL_STRING("CLOCK:")>> {};
struct start
    : sor<heading, rule, item, block_begin, block_end, keyword, comment, fixed_width, drawer, table, note, planning> {};

} // namespace grammar

template <class Rule> struct action : tao::pegtl::nothing<Rule> {};
template <> struct action<grammar::heading> : becomes<Start::Kind::heading> {};
template <> struct action<grammar::item> : becomes<Start::Kind::item> {};
template <> struct action<grammar::block_begin> : becomes<Start::Kind::block_begin> {};
template <> struct action<grammar::block_end> : becomes<Start::Kind::block_end> {};
template <> struct action<grammar::keyword> : becomes<Start::Kind::keyword> {};
template <> struct action<grammar::comment> : becomes<Start::Kind::comment> {};
template <> struct action<grammar::fixed_width> : becomes<Start::Kind::fixed_width> {};
template <> struct action<grammar::drawer> : becomes<Start::Kind::drawer> {};
template <> struct action<grammar::table> : becomes<Start::Kind::table> {};
template <> struct action<grammar::note> : becomes<Start::Kind::note> {};
template <> struct action<grammar::rule> : becomes<Start::Kind::rule> {};
template <> struct action<grammar::planning> : becomes<Start::Kind::planning> {};
template <> struct action<grammar::name> {
    template <class Input> static void apply(const Input& in, Start& start) { start.name = in.string_view(); }
};

Start read_start(std::string_view line) {
    Start start;
    start.size = read_token<grammar::start, action>(line, start);
    return start.size > 0 ? start : Start{};
}

} // namespace

OrgReader::OrgReader(std::string bytes)
    : builder_(std::move(bytes)), lines_(split_lines(builder_.source())), inlines_(builder_) {}

Document OrgReader::read() && {
    for (std::size_t line = 0; line < lines_.size();) {
        if (blank(line)) {
            builder_.boundary();
            ++blank_lines_;
            ++line;
            continue;
        }
        // Two empty lines end lists and notes.
        if (blank_lines_ >= 2) {
            lists_.clear();
            if (context_.kind == BlockKind::footnote) context_ = {};
        }
        while (!lists_.empty() && lines_[line].indent < lists_.back().indent) lists_.pop_back();
        line = element(line);
        blank_lines_ = 0;
    }
    builder_.set_bibliographies(std::move(bibliographies_));
    return std::move(builder_).finish();
}

void OrgReader::put(const BlockContext& context, SourceSpan region) {
    builder_.boundary();
    builder_.set_next(context.block());
    inlines_.read(region);
    builder_.boundary();
}

std::size_t OrgReader::element(std::size_t line) {
    const Start start = read_start(view(line));
    const SourceSpan span = lines_[line].text;
    const bool margin = lines_[line].indent == 0;
    if (start.kind != Start::Kind::text && start.kind != Start::Kind::comment) builder_.boundary();
    if (start.kind != Start::Kind::keyword) table_before_ = table_before_ && start.kind == Start::Kind::comment;
    switch (start.kind) {
    case Start::Kind::heading:
        if (margin) return heading(line);
        return item(line, start.size);
    case Start::Kind::item:
        return item(line, start.size);
    case Start::Kind::keyword:
        return keyword(line);
    case Start::Kind::block_begin:
        return block(line, start.name);
    case Start::Kind::block_end:
        context_ = {};
        return line + 1;
    case Start::Kind::comment:
        builder_.add_comment(span, view(line).substr(1));
        return line + 1;
    case Start::Kind::fixed_width:
    case Start::Kind::rule:
    case Start::Kind::planning:
        builder_.interrupt();
        return line + 1;
    case Start::Kind::drawer:
        return drawer(line);
    case Start::Kind::table:
        return table(line);
    case Start::Kind::note:
        if (margin) return note(line, start.name);
        break;
    case Start::Kind::text:
        break;
    }
    while (!lists_.empty() && lines_[line].indent <= lists_.back().indent) lists_.pop_back();
    return paragraph(line, span);
}

bool OrgReader::starts_block(std::size_t line) const {
    const Start::Kind kind = read_start(view(line)).kind;
    if (kind == Start::Kind::heading || kind == Start::Kind::note) return lines_[line].indent == 0;
    return kind != Start::Kind::text;
}

std::size_t OrgReader::paragraph(std::size_t line, SourceSpan text) {
    std::size_t last = line;
    while (!blank(last + 1) && !starts_block(last + 1) &&
           (lists_.empty() || lines_[last + 1].indent > lists_.back().indent))
        ++last;
    if (!builder_.in_block()) builder_.set_next(context().block());
    inlines_.read({text.start, std::max(text.end, lines_[last].text.end)});
    builder_.space({});
    // A comment may stand between two lines of a paragraph; anything else ends it.
    if (!blank(last + 1) && !view(last + 1).starts_with('#')) builder_.boundary();
    return last + 1;
}

/// "** TODO [#A] Words :tag:"
std::size_t OrgReader::heading(std::size_t line) {
    lists_.clear();
    context_ = {};
    SourceSpan text = lines_[line].text;
    const auto stars = static_cast<std::uint32_t>(view(line).find_first_not_of('*'));
    text.start += read_start(view(line)).size;
    for (const std::string_view word : {"TODO ", "DONE ", "COMMENT "})
        if (builder_.slice(text).starts_with(word)) text.start += static_cast<std::uint32_t>(word.size());
    if (const std::string_view words = builder_.slice(text);
        words.starts_with("[#") && words.substr(3).starts_with("] "))
        text.start += 5;
    const std::string_view words = builder_.slice(text);
    const std::size_t tags = words.rfind(" :");
    if (words.ends_with(':') && tags != std::string_view::npos && words.find(' ', tags + 1) == std::string_view::npos)
        text.end = text.start + static_cast<std::uint32_t>(tags);
    Block heading;
    heading.kind = BlockKind::heading;
    heading.level = static_cast<std::uint8_t>(std::min(stars, 6U));
    builder_.set_next(std::move(heading));
    inlines_.read(text);
    builder_.boundary();
    return line + 1;
}

// ---- keywords and blocks

std::size_t OrgReader::keyword(std::size_t line) {
    const Start start = read_start(view(line));
    const std::string name = lower_case(start.name);
    SourceSpan value = lines_[line].text;
    value.start += start.size;
    if (name == "title" || name == "subtitle") {
        Block title;
        title.kind = BlockKind::heading;
        title.level = name == "title" ? 1 : 2;
        builder_.set_next(std::move(title));
        inlines_.read(value);
        builder_.boundary();
    } else if (name == "caption") {
        caption(line, value);
    } else if (name == "bibliography") {
        if (!value.empty()) bibliographies_.emplace_back(builder_.slice(value));
    } else if (name == "attr_html") {
        const std::string_view text = builder_.slice(value);
        const std::size_t alt = text.find(":alt ");
        if (alt != std::string_view::npos) {
            const std::size_t end = std::min(text.find(" :", alt + 5), text.size());
            BlockContext words;
            words.kind = BlockKind::alt_text;
            put(words,
                {value.start + static_cast<std::uint32_t>(alt) + 5, value.start + static_cast<std::uint32_t>(end)});
        }
    }
    return line + 1;
}

/// Above its table or picture; below a table where nothing follows that it could belong to.
void OrgReader::caption(std::size_t line, SourceSpan text) {
    std::size_t next = line + 1;
    while (!blank(next) && view(next).starts_with("#+")) ++next;
    BlockContext caption = context();
    caption.kind = BlockKind::caption;
    if (!blank(next) && view(next).starts_with('|'))
        caption.table = builder_.next_table();
    else if (table_before_ && blank(next))
        caption.table = builder_.next_table() - 1;
    put(caption, text);
}

/// The line "#+end_…", or the number of lines. That there is none is found out once.
std::size_t OrgReader::find_end(std::size_t line, std::string_view name) {
    const std::string wanted = lower_case(name);
    const auto known = ends_.find(wanted);
    if (known != ends_.end() && known->second > line) return known->second;
    std::size_t end = line + 1;
    for (; end < lines_.size(); ++end) {
        const std::string_view text = view(end);
        if (!text.starts_with("#+") && !text.starts_with(':')) continue;
        if (lower_case(text.substr(0, wanted.size())) == wanted) break;
    }
    return ends_[wanted] = end;
}

std::size_t OrgReader::block(std::size_t line, std::string_view written) {
    const std::string name = lower_case(written);
    constexpr std::array<std::string_view, 7> hidden{"src", "example", "export", "comment", "html", "latex", "ascii"};
    if (std::ranges::find(hidden, name) != hidden.end()) {
        const std::size_t end = find_end(line, "#+end_" + name);
        if (end == lines_.size()) return line + 1; // it never ends: all behind it would be hidden
        const SourceSpan inside{lines_[line].text.end, std::max(lines_[line].text.end, lines_[end - 1].text.end)};
        if (name == "comment")
            builder_.add_comment({lines_[line].text.start, lines_[end].text.end}, builder_.slice(inside));
        else if (name == "html" || name == "export")
            comments_in(inside);
        else
            builder_.interrupt();
        return end + 1;
    }
    if (name == "quote") {
        lists_.clear();
        context_.kind = BlockKind::quote;
    }
    return line + 1;
}

/// Raw HTML may hold comments that switch rules off.
void OrgReader::comments_in(SourceSpan html) {
    const std::string_view text = builder_.slice(html);
    for (std::size_t at = text.find("<!--"); at != std::string_view::npos; at = text.find("<!--", at)) {
        const std::size_t end = text.find("-->", at + 4);
        if (end == std::string_view::npos) break;
        builder_.add_comment(
            {html.start + static_cast<std::uint32_t>(at), html.start + static_cast<std::uint32_t>(end) + 3},
            text.substr(at + 4, end - at - 4));
        at = end;
    }
}

std::size_t OrgReader::drawer(std::size_t line) {
    const std::size_t end = find_end(line, ":end:");
    return end == lines_.size() ? line + 1 : end + 1;
}

// ---- lists, notes and tables

std::size_t OrgReader::item(std::size_t line, std::uint32_t size) {
    const std::uint32_t indent = lines_[line].indent;
    builder_.boundary();
    // "1." behind "-" begins another list.
    const char kind = view(line)[0] == '-' || view(line)[0] == '+' || view(line)[0] == '*' ? '-' : '1';
    if (!lists_.empty() && indent == lists_.back().indent && kind != lists_.back().mark) lists_.pop_back();
    if (lists_.empty() || indent > lists_.back().indent) {
        if (lists_.size() >= deepest_list) return paragraph(line, lines_[line].text);
        List list{indent, kind, context()};
        list.item.begin_list(builder_);
        lists_.push_back(std::move(list));
    }
    SourceSpan text = lines_[line].text;
    text.start += std::min(size, text.size());
    // "- Term :: what it means"
    const std::string_view words = builder_.slice(text);
    const std::size_t mark = words.find(" :: ");
    if (mark != std::string_view::npos) {
        BlockContext term = lists_.back().item;
        term.kind = BlockKind::paragraph;
        put(term, {text.start, text.start + static_cast<std::uint32_t>(mark)});
        lists_.back().item.lead_in = builder_.latest_block();
        text.start += static_cast<std::uint32_t>(mark) + 4;
    }
    lists_.back().item.begin_item(builder_);
    return paragraph(line, text);
}

std::size_t OrgReader::note(std::size_t line, std::string_view label) {
    lists_.clear();
    context_ = {};
    context_.kind = BlockKind::footnote;
    context_.label = label;
    SourceSpan text = lines_[line].text;
    text.start += read_start(view(line)).size;
    return paragraph(line, text);
}

std::size_t OrgReader::table(std::size_t line) {
    Block cell;
    cell.kind = BlockKind::table_cell;
    cell.table = builder_.begin_table();
    cell.header = true;
    const std::uint32_t table_first = builder_.block_count();
    bool rows_below = false;
    for (; !blank(line) && view(line).starts_with('|'); ++line) {
        if (view(line).starts_with("|-")) {
            if (cell.row > 0) cell.header = false;
            continue;
        }
        rows_below = rows_below || !cell.header;
        SourceSpan rest = lines_[line].text;
        const std::uint32_t row_first = builder_.block_count();
        cell.column = 0;
        for (++rest.start; !rest.empty() && cell.column < widest_table; ++cell.column) {
            const std::string_view text = builder_.slice(rest);
            const auto end = rest.start + static_cast<std::uint32_t>(std::min(text.find('|'), text.size()));
            builder_.set_next(cell);
            inlines_.read({rest.start, end});
            builder_.boundary();
            rest.start = std::min(end + 1, rest.end);
        }
        builder_.end_row(row_first);
        ++cell.row;
    }
    if (!rows_below) builder_.end_row(table_first, false);
    builder_.end_table();
    table_before_ = true;
    return line;
}

Result<Document> read_org(std::string bytes) {
    if (const Result<void> checked = check_text(bytes); !checked) return tl::unexpected(checked.error());
    return OrgReader(std::move(bytes)).read();
}

} // namespace statlint
