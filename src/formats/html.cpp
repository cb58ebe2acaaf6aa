#include "formats/html.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "formats/entities.hpp"
#include "formats/format.hpp"
#include "formats/html_markers.hpp"
#include "formats/html_notes.hpp"
#include "formats/html_tokens.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

/// What holds for the text at one place in the page. An element that is opened may change it for its content.
struct Context {
    enum class Words : std::uint8_t { shown, marker, hidden } words = Words::shown;
    BlockKind kind = BlockKind::paragraph;
    bool note = false; ///< inside a footnote, whatever the elements in it are
    bool superscript = false;
    bool in_head_rows = false;
    bool header = false;
    bool term = false; ///< in a `<dt>`
    bool in_item = false;
    std::uint8_t level = 0; ///< of a heading
    std::uint8_t list_depth = 0;
    std::uint32_t lead_in = no_block;
    std::uint32_t list = no_block;
    std::uint32_t item_first = 0; ///< the blocks there were when the list item began
    std::uint32_t table = no_block;
    std::uint32_t column = 0;
    std::string_view label;
};

struct OpenElement {
    const HtmlElement* element;
    std::string_view name;
    Context around;
};

struct OpenTable {
    std::uint32_t number = 0;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t row_first = 0; ///< the blocks there were when the row began
    bool in_row = false;
    std::vector<std::uint32_t> below; ///< by column, the rows that a cell with a rowspan still covers
};

constexpr std::size_t deepest_search = 256;
constexpr std::uint32_t widest_span = 1000;

bool same_name(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

std::uint32_t read_span(std::string_view text) {
    std::uint32_t value = 1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp(value, 1U, widest_span);
}

class HtmlReader {
  public:
    HtmlReader(DocumentBuilder& builder, SourceSpan range, const Block& base)
        : builder_(builder), tokenizer_(builder.source(), range), notes_(find_html_notes(builder.source(), range)),
          end_(range.end), base_(base) {
        context_.kind = base.kind;
        context_.lead_in = base.lead_in;
        context_.list = base.list;
        context_.list_depth = base.kind == BlockKind::list_item ? base.level : 0;
        context_.label = base_.label;
        xhtml_ = builder.source().starts_with("<?xml");
    }

    void read() {
        for (HtmlToken token = tokenizer_.next(); token.kind != HtmlToken::Kind::end; token = tokenizer_.next()) {
            switch (token.kind) {
            case HtmlToken::Kind::text:
                text(token.span);
                break;
            case HtmlToken::Kind::start_tag:
                start(token);
                break;
            case HtmlToken::Kind::end_tag:
                end(token);
                break;
            case HtmlToken::Kind::comment:
                comment(token.span);
                break;
            default:
                break;
            }
        }
        while (!open_.empty()) pop();
        builder_.boundary();
    }

  private:
    void text(SourceSpan span);
    void run(SourceSpan span);
    void entity(SourceSpan& rest);
    void comment(SourceSpan span);
    void title(SourceSpan span);

    void start(const HtmlToken& token);
    void start_block(const HtmlToken& token, const HtmlAttributes& attributes);
    void start_inline(const HtmlToken& token, const HtmlAttributes& attributes);
    [[nodiscard]] bool stands_apart(const HtmlToken& token) const;
    void start_link(const HtmlToken& token, const HtmlAttributes& attributes);
    void start_cell(bool header, const HtmlAttributes& attributes);
    void start_list();
    void start_note(const HtmlToken& token);
    void image(const HtmlToken& token, const HtmlAttributes& attributes);
    void end(const HtmlToken& token);
    void leave(const OpenElement& element);

    void push(const HtmlToken& token) {
        open_.push_back({token.element, token.name, context_});
        ++open_count_[static_cast<std::size_t>(token.element->tag)];
    }
    void pop();
    void pop_to(std::size_t size) {
        while (open_.size() > size) pop();
    }
    void close_implied(const HtmlElement& element);
    void close_nearest(std::initializer_list<HtmlTag> tags, std::initializer_list<HtmlTag> stops);
    void end_row();

    [[nodiscard]] std::string_view ahead(std::uint32_t from, std::string_view close) const;
    [[nodiscard]] Block block() const;
    void boundary() {
        builder_.boundary();
        builder_.set_next(block());
    }

    DocumentBuilder& builder_;
    HtmlTokenizer tokenizer_;
    HtmlNotes notes_;
    std::uint32_t end_;
    Block base_;
    Context context_;
    std::vector<OpenElement> open_;
    std::array<std::uint32_t, static_cast<std::size_t>(HtmlTag::ul) + 1> open_count_{};
    std::vector<OpenTable> tables_;
    std::uint32_t term_ = no_block; ///< the latest `<dt>`
    bool in_title_ = false;
    SourceSpan inline_end_; ///< the end tag of an inline element that came last
    bool xhtml_ = false;
};

// ---- text

void HtmlReader::text(SourceSpan span) {
    if (in_title_) return title(span);
    if (context_.words != Context::Words::shown) return;
    if (context_.superscript) {
        append_superscript(builder_, span);
        return;
    }
    run(span);
}

constexpr std::array<bool, 256> may_end_run = [] {
    std::array<bool, 256> made{};
    for (const unsigned char c : {'&', ' ', '\n', '\t', '\r', '\f'}) made[c] = true;
    return made;
}();

constexpr std::uint32_t chunk = 32; ///< bytes

/// Whether nothing ends a run in a chunk: no entity, and no white space but single blanks and line ends; the byte
/// behind it is looked at, too. Without a branch for each byte, so that the compiler takes many at once.
bool is_plain(const char* text, bool& newlines) {
    unsigned ends = 0;
    unsigned breaks = 0;
    for (std::uint32_t i = 0; i < chunk; ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(text[i + 1]);
        const unsigned line_end = c == '\n' ? 1 : 0;
        breaks |= line_end;
        ends |= (c == '&' ? 1U : 0U) | ((c < ' ' ? 1U : 0U) & (line_end ^ 1U)) |
                ((c <= ' ' ? 1U : 0U) & (next <= ' ' ? 1U : 0U));
    }
    if (ends == 0) newlines |= breaks != 0;
    return ends == 0;
}

/// Passes white space on as `space` and the words between as runs. A single blank or line end is left inside a run, so
/// that a paragraph is as few pieces as possible.
void HtmlReader::run(SourceSpan span) {
    const std::string_view source = builder_.source();
    std::uint32_t at = span.start;
    while (at < span.end) {
        if (is_html_space(source[at])) {
            const std::uint32_t gap = at;
            while (at < span.end && is_html_space(source[at])) ++at;
            builder_.space({gap, at});
            continue;
        }
        if (source[at] == '&') {
            SourceSpan rest{at, span.end};
            entity(rest);
            at = rest.start;
            continue;
        }
        const std::uint32_t words = at;
        bool newlines = false;
        for (++at; at + chunk < span.end && is_plain(source.data() + at, newlines);) at += chunk;
        for (;; ++at) {
            while (at < span.end && !may_end_run[static_cast<unsigned char>(source[at])]) ++at;
            if (at == span.end) break;
            const char c = source[at];
            if (c == '&') break;
            const bool single = at + 1 < span.end && !is_html_space(source[at + 1]);
            if (!single || (c != ' ' && c != '\n')) break;
            newlines |= c == '\n';
        }
        builder_.append({words, at}, newlines);
    }
}

void HtmlReader::entity(SourceSpan& rest) {
    const Entity entity = read_entity(builder_.slice(rest), true);
    const auto size = static_cast<std::uint32_t>(std::max<std::size_t>(entity.size, 1));
    const SourceSpan span{rest.start, rest.start + size};
    rest.start += size;
    if (entity.size == 0) {
        builder_.append(span);
    } else if (entity.text.size() == 1 && is_html_space(entity.text[0])) {
        builder_.space(span);
    } else {
        builder_.append(entity.text, span);
    }
}

void HtmlReader::title(SourceSpan span) {
    std::string title;
    for (const char c : decode_entities(builder_.slice(span))) {
        if (!is_html_space(c))
            title.push_back(c);
        else if (!title.empty() && title.back() != ' ')
            title.push_back(' ');
    }
    if (title.ends_with(' ')) title.pop_back();
    builder_.set_title(std::move(title));
}

void HtmlReader::comment(SourceSpan span) {
    std::string_view text = builder_.slice(span).substr(4);
    if (text.ends_with("-->")) text.remove_suffix(3);
    builder_.add_comment(span, text);
}

Block HtmlReader::block() const {
    Block block = base_;
    block.kind = context_.note ? BlockKind::footnote : context_.kind;
    block.label = std::string(context_.label);
    block.level = 0;
    block.list = block.lead_in = block.table = no_block;
    if (block.kind == BlockKind::list_item) {
        block.level = context_.list_depth;
        block.list = context_.list;
        block.lead_in = context_.lead_in;
    } else if (block.kind == BlockKind::paragraph && context_.term) {
        block.lead_in = context_.lead_in;
    } else if (block.kind == BlockKind::heading) {
        block.level = context_.level;
    } else if (block.kind == BlockKind::table_cell && !tables_.empty()) {
        block.table = context_.table;
        block.row = tables_.back().row;
        block.column = context_.column;
        block.header = context_.header;
    } else if (block.kind == BlockKind::caption) {
        block.table = context_.table;
    }
    return block;
}

// ---- elements

void HtmlReader::pop() {
    const OpenElement element = open_.back();
    open_.pop_back();
    --open_count_[static_cast<std::size_t>(element.element->tag)];
    leave(element);
    context_ = element.around;
    if (element.element->block) boundary();
}

/// Before the context of an element goes.
void HtmlReader::leave(const OpenElement& element) {
    switch (element.element->tag) {
    case HtmlTag::title:
        in_title_ = false;
        break;
    case HtmlTag::a:
        builder_.end_link();
        break;
    case HtmlTag::tr:
        end_row();
        break;
    case HtmlTag::table:
        end_row();
        builder_.end_table();
        if (!tables_.empty()) tables_.pop_back();
        break;
    case HtmlTag::dt:
        builder_.boundary();
        term_ = builder_.latest_block();
        break;
    case HtmlTag::code: {
        const std::uint32_t at = builder_.span_of(element.name).start;
        builder_.space({at, at}); // what was left out keeps its neighbours apart
        break;
    }
    default:
        break;
    }
}

void HtmlReader::end(const HtmlToken& token) {
    const HtmlTag tag = token.element->tag;
    if (!token.element->block) inline_end_ = token.span;
    if (tag == HtmlTag::br) return builder_.space(token.span);
    if (open_count_[static_cast<std::size_t>(tag)] == 0) {
        if (token.element->block) boundary();
        return;
    }
    const bool table_part = tag == HtmlTag::table || tag == HtmlTag::tr || tag == HtmlTag::tbody ||
                            tag == HtmlTag::thead || tag == HtmlTag::tfoot;
    const std::size_t limit = open_.size() > deepest_search ? open_.size() - deepest_search : 0;
    for (std::size_t i = open_.size(); i-- > limit;) {
        const OpenElement& open = open_[i];
        if (open.element->tag == tag && same_name(open.name, token.name)) return pop_to(i);
        // "</b>" doesn't end a paragraph that was opened inside it, nor a stray "</div>" the cell around it.
        if (open.element->block && !token.element->block && tag != HtmlTag::a && open.element->prose) return;
        const HtmlTag at = open.element->tag;
        if (at == HtmlTag::table && tag != HtmlTag::table) return;
        if ((at == HtmlTag::td || at == HtmlTag::th) && !table_part) return;
    }
}

/// Ends the nearest open element of `tags` unless one of `stops` lies between.
void HtmlReader::close_nearest(std::initializer_list<HtmlTag> tags, std::initializer_list<HtmlTag> stops) {
    const auto holds = [](std::initializer_list<HtmlTag> list, HtmlTag tag) {
        return std::find(list.begin(), list.end(), tag) != list.end();
    };
    const std::size_t limit = open_.size() > deepest_search ? open_.size() - deepest_search : 0;
    for (std::size_t i = open_.size(); i-- > limit;) {
        if (holds(tags, open_[i].element->tag)) return pop_to(i);
        if (holds(stops, open_[i].element->tag)) return;
    }
}

/// HTML lets many end tags be left out: what the start of `element` ends.
void HtmlReader::close_implied(const HtmlElement& element) {
    const auto count = [&](HtmlTag tag) { return open_count_[static_cast<std::size_t>(tag)]; };
    using enum HtmlTag;
    if (count(p) > 0) {
        // A paragraph ends at the next block; only inline elements can be open inside it.
        std::size_t i = open_.size();
        const std::size_t limit = i > deepest_search ? i - deepest_search : 0;
        while (i > limit && !open_[i - 1].element->block) --i;
        if (i > limit && open_[i - 1].element->tag == p) pop_to(i - 1);
    }
    if (heading_level(element.tag) > 0 && !open_.empty() && heading_level(open_.back().element->tag) > 0) pop();
    if (element.tag == li && count(li) > 0) close_nearest({li}, {ul, ol, table, td, th, aside});
    if ((element.tag == dt || element.tag == dd) && count(dt) + count(dd) > 0) {
        close_nearest({dt, dd}, {dl, table, td, th});
    }
    if (element.tag == td || element.tag == th) close_nearest({td, th}, {table, tr});
    if (element.tag == tr) close_nearest({tr}, {table});
    if (element.tag == tbody || element.tag == thead || element.tag == tfoot) {
        close_nearest({tbody, thead, tfoot}, {table});
    }
    if (element.tag == HtmlTag::tr || element.tag == tbody || element.tag == thead || element.tag == tfoot) {
        close_nearest({caption}, {table, tr});
    }
    if (element.tag == a && count(a) > 0) builder_.end_link();
}

void HtmlReader::start(const HtmlToken& token) {
    const HtmlElement& element = *token.element;
    const HtmlAttributes attributes =
        token.attributes.size() > 2 ? read_attributes(token.attributes) : HtmlAttributes{};
    if (element.block) close_implied(element);
    if (element.empty) {
        if (element.block) {
            boundary();
            builder_.interrupt();
        } else if (element.tag == HtmlTag::br) {
            builder_.space(token.span);
        } else if (element.tag == HtmlTag::img) {
            image(token, attributes);
        }
        return;
    }
    if (element.block) builder_.boundary();
    push(token);
    // The title of a picture in SVG lies in what is hidden.
    in_title_ = element.tag == HtmlTag::title && context_.words == Context::Words::shown;
    if (!element.prose || attributes.hidden) context_.words = Context::Words::hidden;
    if (element.block)
        start_block(token, attributes);
    else
        start_inline(token, attributes);
    if (!notes_.by_position.empty()) start_note(token);
    if (element.block) builder_.set_next(block());
    if (xhtml_ && token.self_closing) pop();
}

void HtmlReader::start_note(const HtmlToken& token) {
    const auto note = notes_.by_position.find(token.span.start);
    if (note == notes_.by_position.end()) return;
    context_.note = true;
    context_.label = note->second;
}

void HtmlReader::start_block(const HtmlToken& token, const HtmlAttributes& attributes) {
    using enum HtmlTag;
    const HtmlTag tag = token.element->tag;
    if (heading_level(tag) > 0) {
        context_.kind = BlockKind::heading;
        context_.level = heading_level(tag);
        return;
    }
    switch (tag) {
    case ul:
    case ol:
        start_list();
        break;
    case li:
        if (context_.list == no_block) start_list();
        context_.kind = BlockKind::list_item;
        context_.in_item = true;
        context_.item_first = builder_.block_count();
        break;
    case dl:
        start_list();
        break;
    case dt:
        context_.kind = BlockKind::paragraph;
        context_.term = true;
        break;
    case dd:
        if (context_.list == no_block) start_list();
        context_.term = false;
        context_.kind = BlockKind::list_item;
        context_.lead_in = term_;
        context_.in_item = true;
        context_.item_first = builder_.block_count();
        break;
    case blockquote:
        if (context_.kind == BlockKind::paragraph) context_.kind = BlockKind::quote;
        break;
    case table:
        tables_.push_back({.number = builder_.begin_table(), .below = {}});
        context_.table = tables_.back().number;
        context_.kind = BlockKind::paragraph;
        context_.in_head_rows = context_.in_item = false;
        break;
    case thead:
        context_.in_head_rows = true;
        break;
    case tr:
        if (!tables_.empty()) {
            tables_.back().row_first = builder_.block_count();
            tables_.back().in_row = true;
        }
        break;
    case td:
    case th:
        start_cell(tag == th || context_.in_head_rows, attributes);
        break;
    case caption:
    case figcaption:
        context_.kind = BlockKind::caption;
        break;
    case pre:
        builder_.interrupt();
        break;
    default:
        break;
    }
}

void HtmlReader::start_list() {
    const DocumentBuilder::NewList list = builder_.begin_list(context_.in_item, context_.item_first, context_.lead_in);
    context_.lead_in = list.lead_in;
    context_.list = list.number;
    if (context_.list_depth < 255) ++context_.list_depth;
}

void HtmlReader::start_cell(bool header, const HtmlAttributes& attributes) {
    if (tables_.empty()) return;
    OpenTable& table = tables_.back();
    table.in_row = true;
    const auto covered = [&] { return table.column < table.below.size() && table.below[table.column] > 0; };
    while (covered()) --table.below[table.column++];
    context_.kind = BlockKind::table_cell;
    context_.header = header;
    context_.column = table.column;
    context_.in_item = false;
    const std::uint32_t columns = read_span(attributes.colspan);
    const std::uint32_t rows = read_span(attributes.rowspan);
    if (rows > 1 && table.column + columns <= widest_span) {
        if (table.below.size() < table.column + columns) table.below.resize(table.column + columns);
        std::fill_n(table.below.begin() + table.column, columns, rows - 1);
    }
    table.column += columns;
}

void HtmlReader::end_row() {
    if (tables_.empty() || !tables_.back().in_row) return;
    OpenTable& table = tables_.back();
    for (; table.column < table.below.size(); ++table.column) {
        if (table.below[table.column] > 0) --table.below[table.column];
    }
    builder_.end_row(table.row_first);
    ++table.row;
    table.column = 0;
    table.in_row = false;
    table.row_first = builder_.block_count();
}

// ---- inline elements

/// The source from `from` to the first `close`, if that is near.
std::string_view HtmlReader::ahead(std::uint32_t from, std::string_view close) const {
    constexpr std::uint32_t near = 400;
    const std::string_view text = builder_.slice({from, std::min(end_, from + near)});
    const std::size_t end = text.find(close);
    return end == std::string_view::npos ? std::string_view{} : text.substr(0, end);
}

/// "<b>15.1%</b><span>have had": set apart by style, so apart in the text; but "<b>1</b><i>5</i>%" is one number.
bool HtmlReader::stands_apart(const HtmlToken& token) const {
    if (inline_end_.end != token.span.start || inline_end_.empty() || token.element->tag == HtmlTag::sup) return false;
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto figure = [](char c) { return (c >= '0' && c <= '9') || c == '%'; };
    const std::string_view before = builder_.slice({0, inline_end_.start});
    const std::string_view after = builder_.slice({token.span.end, std::min(end_, token.span.end + 3)});
    if (before.size() < 3 || after.size() < 3) return false;
    // Words, so that units ("3.5</b><i>m</i>") and initials ("<b>T</b><i>he") stay with their neighbours.
    const bool word_after = letter(after[0]) && letter(after[1]) && (letter(after[2]) || after[2] == ' ');
    const bool word_before = std::ranges::all_of(before.substr(before.size() - 3), letter);
    return (figure(before.back()) && word_after) || (word_before && (figure(after.front()) || word_after));
}

void HtmlReader::start_inline(const HtmlToken& token, const HtmlAttributes& attributes) {
    if (stands_apart(token)) builder_.space({token.span.start, token.span.start});
    if (token.element->tag == HtmlTag::a) {
        start_link(token, attributes);
    } else if (token.element->tag == HtmlTag::sup) {
        // In "<sup>[<a href="#n1">1</a>]</sup>" the brackets are marker too.
        const std::string_view inside = ahead(token.span.end, "</sup");
        const bool marker = !notes_.ids.empty() && inside.find("href=") != std::string_view::npos &&
                            inside.find('#') != std::string_view::npos && bare_text(inside).size() <= 12;
        if (!marker)
            context_.superscript = true;
        else if (context_.words == Context::Words::shown)
            context_.words = Context::Words::marker;
    }
}

void HtmlReader::start_link(const HtmlToken& token, const HtmlAttributes& attributes) {
    if (attributes.href.empty() || context_.words == Context::Words::hidden) return;
    const bool fragment = attributes.href.starts_with('#');
    const std::string_view id = attributes.href.substr(fragment ? 1 : 0);
    const std::string words = bare_text(ahead(token.span.end, "</a"));
    if (fragment && notes_.ids.contains(id)) {
        if (context_.words == Context::Words::marker || looks_like_marker(words)) {
            builder_.add_note_reference(std::string(id), token.span);
            context_.words = Context::Words::marker;
        } else {
            builder_.begin_link(std::string(id), Reference::Kind::footnote);
        }
    } else if (fragment && context_.note && (looks_like_arrow(words) || looks_like_marker(words))) {
        context_.words = Context::Words::marker;
    } else {
        builder_.begin_link(decode_entities(attributes.href));
    }
}

void HtmlReader::image(const HtmlToken& token, const HtmlAttributes& attributes) {
    if (attributes.alt.empty() || context_.words != Context::Words::shown) return;
    Block alt;
    alt.kind = BlockKind::alt_text;
    builder_.space(token.span);
    builder_.begin_aside(std::move(alt));
    run(builder_.span_of(attributes.alt));
    builder_.end_aside();
}

} // namespace

void read_html_part(DocumentBuilder& builder, SourceSpan range, const Block& base) {
    builder.boundary();
    builder.set_next(base);
    HtmlReader(builder, range, base).read();
}

Result<Document> read_html(std::string bytes) {
    if (const Result<void> checked = check_text(bytes); !checked) return tl::unexpected(checked.error());
    DocumentBuilder builder(std::move(bytes));
    const auto end = static_cast<std::uint32_t>(builder.source().size());
    read_html_part(builder, {text_start(builder.source()), end}, {});
    return std::move(builder).finish();
}

} // namespace statlint
