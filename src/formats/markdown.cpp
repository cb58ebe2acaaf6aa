#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <md4c.h>

#include "document/builder.hpp"
#include "formats/entities.hpp"
#include "formats/format.hpp"
#include "formats/front_matter.hpp"
#include "formats/html.hpp"
#include "formats/html_markers.hpp"
#include "formats/html_tokens.hpp"
#include "formats/markdown_source.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

/// What holds for the text at one place; a list, an item, a quotation or a table changes it for what is in it.
struct Context {
    BlockKind kind = BlockKind::paragraph;
    bool in_item = false;
    bool header = false;
    std::uint8_t depth = 0;
    std::uint32_t list = no_block;
    std::uint32_t lead_in = no_block;
    std::uint32_t item_first = 0; ///< the blocks there were when the item began
};

class MarkdownReader {
  public:
    explicit MarkdownReader(std::string bytes) : builder_(std::move(bytes)) {}
    Result<Document> read() &&;

  private:
    static MarkdownReader& self(void* reader) { return *static_cast<MarkdownReader*>(reader); }

    void enter(MD_BLOCKTYPE type, void* detail);
    void leave(MD_BLOCKTYPE type);
    void enter_list();
    void enter_item();
    void enter_cell(bool header);
    void enter_code(const MD_BLOCK_CODE_DETAIL& detail);
    void leave_paragraph();
    void leave_html();

    void enter(MD_SPANTYPE type, void* detail);
    void leave(MD_SPANTYPE type);

    void text(MD_TEXTTYPE type, const char* data, MD_SIZE size);
    void prose(SourceSpan run);
    void words(SourceSpan run);
    void numbered_note(SourceSpan& run);
    void begin_note(std::string_view label, std::size_t size, SourceSpan& run);
    bool inline_note(SourceSpan& run);
    void entity(SourceSpan span);
    void code(SourceSpan span);
    void inline_html(SourceSpan span);
    void inline_tag(const HtmlToken& token);

    /// Where a piece that md4c hands out stands in the source; nothing for what it made up (line ends).
    [[nodiscard]] std::optional<SourceSpan> place(const char* data, MD_SIZE size) const;
    [[nodiscard]] Block block() const;
    void push() { stack_.push_back(context_); }
    void pop() {
        context_ = stack_.back();
        stack_.pop_back();
        next_paragraph();
    }
    void next_paragraph() {
        builder_.boundary();
        builder_.set_next(block());
    }

    DocumentBuilder builder_;
    std::string amended_;     ///< the copy that md4c can be given, where it needs one
    std::string_view parsed_; ///< what md4c reads: that copy or the source
    Context context_;
    std::vector<Context> stack_;

    bool line_start_ = true;
    bool in_code_span_ = false;
    bool superscript_ = false;
    std::string hidden_until_; ///< the end tag that ends inline HTML which is no prose
    int note_brackets_ = 0;    ///< open brackets of an inline note, itself included
    int inline_notes_ = 0;
    std::optional<Block> note_;   ///< the note that the paragraph holds, or that ended directly before
    bool numbered_note_ = false;  ///< it began with "[1] "
    bool note_continues_ = false; ///< inside an indented block that belongs to the note before
    bool blank_line_ = false;
    bool in_html_block_ = false;
    std::optional<SourceSpan> html_block_;
    std::optional<std::uint32_t> html_from_; ///< start of a piece of inline HTML that goes over several lines

    std::uint32_t table_ = 0, row_ = 0, column_ = 0, row_first_ = 0;
};

// ---- blocks

Block MarkdownReader::block() const {
    Block block;
    block.kind = context_.kind;
    if (block.kind == BlockKind::list_item) {
        block.level = context_.depth;
        block.list = context_.list;
        block.lead_in = context_.lead_in;
    }
    return block;
}

void MarkdownReader::enter(MD_BLOCKTYPE type, void* detail) {
    line_start_ = true;
    if (type != MD_BLOCK_CODE) note_.reset();
    switch (type) {
    case MD_BLOCK_QUOTE:
        push();
        context_.kind = BlockKind::quote;
        context_.in_item = false;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        enter_list();
        break;
    case MD_BLOCK_LI:
        enter_item();
        break;
    case MD_BLOCK_HR:
        builder_.boundary();
        builder_.interrupt();
        break;
    case MD_BLOCK_H: {
        builder_.boundary();
        Block heading;
        heading.kind = BlockKind::heading;
        heading.level = static_cast<std::uint8_t>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
        builder_.set_next(std::move(heading));
        break;
    }
    case MD_BLOCK_CODE:
        enter_code(*static_cast<const MD_BLOCK_CODE_DETAIL*>(detail));
        break;
    case MD_BLOCK_HTML:
        builder_.boundary();
        in_html_block_ = true;
        break;
    case MD_BLOCK_P:
        next_paragraph();
        break;
    case MD_BLOCK_TABLE:
        table_ = builder_.begin_table();
        row_ = 0;
        break;
    case MD_BLOCK_TR:
        column_ = 0;
        row_first_ = builder_.block_count();
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        enter_cell(type == MD_BLOCK_TH);
        break;
    default:
        break;
    }
}

void MarkdownReader::leave(MD_BLOCKTYPE type) {
    switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_LI:
        builder_.boundary();
        pop();
        break;
    case MD_BLOCK_H:
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        next_paragraph();
        break;
    case MD_BLOCK_P:
        leave_paragraph();
        break;
    case MD_BLOCK_CODE:
        note_continues_ = false;
        next_paragraph();
        break;
    case MD_BLOCK_HTML:
        leave_html();
        break;
    case MD_BLOCK_TR:
        builder_.end_row(row_first_);
        ++row_;
        break;
    case MD_BLOCK_TABLE:
        builder_.end_table();
        builder_.set_next(block());
        break;
    default:
        break;
    }
    superscript_ = false;
    hidden_until_.clear();
    html_from_.reset();
}

void MarkdownReader::enter_list() {
    push();
    const DocumentBuilder::NewList list = builder_.begin_list(context_.in_item, context_.item_first, context_.lead_in);
    context_.lead_in = list.lead_in;
    context_.list = list.number;
    if (context_.depth < 255) ++context_.depth;
}

void MarkdownReader::enter_item() {
    push();
    context_.kind = BlockKind::list_item;
    context_.in_item = true;
    next_paragraph();
    context_.item_first = builder_.block_count();
}

void MarkdownReader::enter_cell(bool header) {
    builder_.boundary();
    Block cell;
    cell.kind = BlockKind::table_cell;
    cell.table = table_;
    cell.row = row_;
    cell.column = column_++;
    cell.header = header;
    builder_.set_next(std::move(cell));
}

void MarkdownReader::enter_code(const MD_BLOCK_CODE_DETAIL& detail) {
    builder_.boundary();
    builder_.interrupt();
    // An indented block after a note is the note's next paragraph; md4c, which knows no notes, takes it for code.
    note_continues_ = note_.has_value() && detail.fence_char == 0;
    if (note_continues_)
        builder_.set_next(*note_);
    else
        note_.reset();
    blank_line_ = false;
}

void MarkdownReader::leave_paragraph() {
    numbered_note_ = false;
    if (note_brackets_ > 0) builder_.end_aside();
    note_brackets_ = 0;
    next_paragraph();
}

void MarkdownReader::leave_html() {
    in_html_block_ = false;
    if (!html_block_) return;
    read_html_part(builder_, *html_block_, block());
    html_block_.reset();
    next_paragraph();
}

// ---- spans

void MarkdownReader::enter(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_A) {
        const MD_ATTRIBUTE& href = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
        std::string target = decode_entities({href.text != nullptr ? href.text : "", href.size});
        // To md4c a marker behind a bare address is part of it: "https://example.org/[^1]".
        target.resize(std::min(target.find("[^"), target.size()));
        builder_.begin_link(std::move(target));
    } else if (type == MD_SPAN_IMG) {
        Block alt;
        alt.kind = BlockKind::alt_text;
        builder_.space({});
        builder_.begin_aside(std::move(alt));
    } else if (type == MD_SPAN_CODE) {
        in_code_span_ = true;
    }
}

void MarkdownReader::leave(MD_SPANTYPE type) {
    if (type == MD_SPAN_A)
        builder_.end_link();
    else if (type == MD_SPAN_IMG)
        builder_.end_aside();
    else if (type == MD_SPAN_CODE)
        in_code_span_ = false;
}

// ---- text

std::optional<SourceSpan> MarkdownReader::place(const char* data, MD_SIZE size) const {
    const std::less<const char*> before;
    const char* const begin = parsed_.data();
    if (before(data, begin) || before(begin + parsed_.size(), data + size)) return std::nullopt;
    const auto start = static_cast<std::uint32_t>(data - begin);
    return SourceSpan{start, start + size};
}

void MarkdownReader::text(MD_TEXTTYPE type, const char* data, MD_SIZE size) {
    const std::optional<SourceSpan> span = place(data, size);
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        builder_.space({});
        line_start_ = true;
        return;
    }
    if (!span) {
        if (note_continues_ && size > 0 && data[0] == '\n') {
            if (std::exchange(blank_line_, true)) builder_.boundary();
            builder_.space({});
        }
        return;
    }
    switch (type) {
    case MD_TEXT_NORMAL:
        prose(*span);
        break;
    case MD_TEXT_ENTITY:
        entity(*span);
        break;
    case MD_TEXT_CODE:
        code(*span);
        break;
    case MD_TEXT_HTML:
        inline_html(*span);
        break;
    default:
        break;
    }
    line_start_ = false;
}

/// Ordinary text, in which markers of notes may stand.
void MarkdownReader::prose(SourceSpan run) {
    if (!hidden_until_.empty()) return;
    numbered_note(run);
    while (!run.empty()) {
        const std::string_view text = parsed_.substr(run.start, run.size());
        const std::size_t mark = note_brackets_ > 0 ? text.find_first_of("[]^") : text.find('^');
        if (mark == std::string_view::npos) return words(run);
        const auto at = run.start + static_cast<std::uint32_t>(mark);
        const bool bracket = at > run.start && parsed_[at - 1] == '[' && parsed_[at] == '^';
        SourceSpan rest{bracket ? at - 1 : at, run.end};
        words({run.start, rest.start});
        if (!inline_note(rest)) { // nothing special: the character is a word's
            words({rest.start, at + 1});
            rest.start = at + 1;
        }
        run = rest;
    }
}

void MarkdownReader::words(SourceSpan run) {
    if (run.empty()) return;
    if (superscript_)
        append_superscript(builder_, run);
    else
        builder_.append(run);
}

/// "[1] …" at the start of a line, in a paragraph that starts so: an entry of a list of references.
void MarkdownReader::numbered_note(SourceSpan& run) {
    if (!std::exchange(line_start_, false) || stack_.size() > 1) return;
    const std::string_view label = bracketed_number(parsed_.substr(run.start, run.size()));
    const bool begins = !builder_.in_block() && context_.kind != BlockKind::list_item;
    if (label.empty() || !(begins || numbered_note_)) return;
    begin_note(label, label.size() + 2, run);
    numbered_note_ = true;
}

/// A block for the note whose marker, `size` bytes long, stands at the start of `run`.
void MarkdownReader::begin_note(std::string_view label, std::size_t size, SourceSpan& run) {
    builder_.boundary();
    note_ = Block{};
    note_->kind = BlockKind::footnote;
    note_->label = label;
    builder_.set_next(*note_);
    run.start += static_cast<std::uint32_t>(size);
    while (!run.empty() && (parsed_[run.start] == ' ' || parsed_[run.start] == '\t')) ++run.start;
}

/// "[^1]:", "[^1]" and "^[…]" at the start of `run`, which is moved behind the mark.
bool MarkdownReader::inline_note(SourceSpan& run) {
    const std::string_view text = parsed_.substr(run.start, run.size());
    if (const std::string_view label = note_label(text); !label.empty()) {
        const std::size_t colon = label.size() + 3;
        if (colon < text.size() && text[colon] == note_definition_mark && builder_.source()[run.start + colon] == ':') {
            begin_note(label, colon + 1, run);
            return true;
        }
        const std::uint32_t end = run.start + static_cast<std::uint32_t>(label.size() + 3);
        builder_.add_note_reference(std::string(label), {run.start, end});
        run.start = end;
        return true;
    }
    if (text.starts_with("^[") && note_brackets_ == 0 && !builder_.in_aside()) {
        Block note;
        note.kind = BlockKind::footnote;
        note.label = fmt::format("inline-{}", ++inline_notes_);
        builder_.add_note_reference(note.label, {run.start, run.start + 2});
        builder_.begin_aside(std::move(note));
        note_brackets_ = 1;
        run.start += 2;
        return true;
    }
    if (note_brackets_ == 0) return false;
    if (text[0] == '[') ++note_brackets_;
    if (text[0] != ']' || --note_brackets_ > 0) return false;
    builder_.end_aside();
    ++run.start;
    return true;
}

void MarkdownReader::entity(SourceSpan span) {
    if (!hidden_until_.empty()) return;
    const Entity entity = read_entity(builder_.slice(span), false);
    if (entity.size == 0)
        words(span);
    else if (entity.text.size() == 1 && is_html_space(entity.text[0]))
        builder_.space(span);
    else
        builder_.append(entity.text, span);
}

void MarkdownReader::code(SourceSpan span) {
    if (in_code_span_) {
        builder_.space({}); // keeps the words beside it apart
    } else if (note_continues_) {
        blank_line_ = false;
        line_start_ = false;
        prose(span);
    }
}

// ---- HTML

/// Raw HTML comes in pieces, one a line.
void MarkdownReader::inline_html(SourceSpan span) {
    if (in_html_block_) {
        html_block_ = html_block_ ? html_block_->cover(span) : span;
        return;
    }
    const SourceSpan whole{html_from_.value_or(span.start), span.end};
    const std::string_view text = builder_.slice(whole);
    const bool comment = text.starts_with("<!--");
    if (!text.ends_with(comment ? "-->" : ">")) {
        html_from_ = whole.start;
        return;
    }
    html_from_.reset();
    if (comment) {
        builder_.add_comment(whole, text.size() >= 7 ? text.substr(4, text.size() - 7) : std::string_view{});
        return;
    }
    inline_tag(HtmlTokenizer(builder_.source(), whole).next());
}

void MarkdownReader::inline_tag(const HtmlToken& token) {
    if (token.element == nullptr) return;
    const HtmlElement& element = *token.element;
    const bool start = token.kind == HtmlToken::Kind::start_tag;
    if (!hidden_until_.empty()) {
        if (!start && token.name == hidden_until_) hidden_until_.clear();
        return;
    }
    const HtmlAttributes attributes = read_attributes(token.attributes);
    if (element.tag == HtmlTag::sup)
        superscript_ = start;
    else if (element.block || element.tag == HtmlTag::br)
        builder_.space(token.span);
    else if (element.tag == HtmlTag::a && !start)
        builder_.end_link();
    else if (element.tag == HtmlTag::a && !attributes.href.empty())
        builder_.begin_link(decode_entities(attributes.href));
    else if (start && !element.empty && (!element.prose || attributes.hidden)) {
        hidden_until_ = token.name;
        builder_.space(token.span);
    }
}

// ---- the whole

Result<Document> MarkdownReader::read() && {
    const std::string_view source = builder_.source();
    std::size_t start = text_start(source);
    FrontMatter matter = read_front_matter(source.substr(start));
    start += matter.end;
    builder_.set_title(std::move(matter.title));
    builder_.set_bibliographies(std::move(matter.bibliographies));
    amended_ = amend_markdown(source);
    parsed_ = amended_.empty() ? source : std::string_view(amended_);

    MD_PARSER parser{};
    parser.flags = MD_DIALECT_GITHUB;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* reader) {
        return self(reader).enter(type, detail), 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* reader) { return self(reader).leave(type), 0; };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* reader) {
        return self(reader).enter(type, detail), 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* reader) { return self(reader).leave(type), 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* data, MD_SIZE size, void* reader) {
        return self(reader).text(type, data, size), 0;
    };
    const int failed = md_parse(parsed_.data() + start, static_cast<MD_SIZE>(parsed_.size() - start), &parser, this);
    if (failed != 0) return tl::unexpected(Error{"too large to be read as Markdown", {}, 0, 0});
    return std::move(builder_).finish();
}

} // namespace

Result<Document> read_markdown(std::string bytes) {
    if (const Result<void> checked = check_text(bytes); !checked) return tl::unexpected(checked.error());
    return MarkdownReader(std::move(bytes)).read();
}

} // namespace statlint
