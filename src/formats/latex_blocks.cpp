// Headings, environments, lists and tables of LaTeX.
#include <algorithm>
#include <charconv>
#include <utility>

#include "formats/latex_reader.hpp"

namespace statlint {

namespace {

constexpr std::size_t deepest_table = 16;
constexpr std::uint32_t longest_header = 3;    ///< rows; more of them above a line are no header
constexpr std::uint32_t widest_columns = 100;  ///< that a cell may cover
constexpr std::uint32_t longest_head = 20'000; ///< bytes of a header that a long table repeats

} // namespace

Block LatexReader::block() const {
    Block block;
    block.kind = context_.kind;
    switch (block.kind) {
    case BlockKind::list_item:
        block.level = context_.depth;
        block.list = context_.list;
        block.lead_in = context_.lead_in;
        break;
    case BlockKind::heading:
        block.level = context_.level;
        break;
    case BlockKind::table_cell:
        block.table = tables_.back().number;
        block.row = tables_.back().row;
        block.column = tables_.back().column;
        block.header = tables_.back().header;
        break;
    case BlockKind::caption:
        block.table = context_.table;
        break;
    case BlockKind::footnote:
        block.label = context_.label;
        break;
    default:
        break;
    }
    return block;
}

/// A note is one block, whatever stands in it.
void LatexReader::boundary(SourceSpan at) {
    if (builder_.in_aside()) return builder_.space(at);
    builder_.boundary();
    builder_.set_next(block());
}

// ---- headings and captions

/// The group that comes next is a block of its own.
void LatexReader::open_block_argument(Context inside) {
    (void)optional_argument();
    if (builder_.in_aside()) return;
    builder_.boundary();
    if (!open_argument(Frame::Closes::block)) return;
    context_ = std::move(inside);
    builder_.set_next(block());
}

void LatexReader::heading(std::uint8_t level) {
    Context inside = context_;
    inside.kind = BlockKind::heading;
    inside.level = level;
    inside.preamble = false;
    open_block_argument(std::move(inside));
}

void LatexReader::caption(const LatexCommand& command) {
    for (unsigned i = 0; i < command.count; ++i) (void)take_group();
    Context inside = context_;
    inside.kind = BlockKind::caption;
    if (!tables_.empty())
        inside.table = tables_.back().number;
    else if (context_.floating_table < builder_.next_table())
        inside.table = context_.floating_table;
    else if (find_from("\\begin{tab") < find_from("\\end{table"))
        inside.table = context_.floating_table; // above its table
    open_block_argument(std::move(inside));
}

// ---- environments

void LatexReader::begin(const LatexToken& token) {
    const std::string_view name = builder_.slice(take_group());
    const LatexEnvironment& environment = latex_environment(name);
    if (environment.block == LatexBlock::document) {
        (void)optional_argument();
        context_.preamble = false;
        for (Frame& frame : frames_) frame.around.preamble = false;
        return boundary(token.span);
    }
    if (environment.block == LatexBlock::hidden && hide(name)) {
        builder_.space(token.span);
        return;
    }
    if (frames_.size() >= deepest_frames) return;
    boundary(token.span);
    Frame frame;
    frame.closes = Frame::Closes::environment;
    frame.name = name;
    frame.around = context_;
    skip_arguments(environment.arguments);
    begin_block(environment, frame);
    frames_.push_back(std::move(frame));
    if (name == "abstract") context_.preamble = false;
    if (!builder_.in_aside()) builder_.set_next(block());
    if (environment.block == LatexBlock::frame && tokens_.position() < tokens_.end() &&
        source_[tokens_.position()] == '{')
        heading(2);
}

void LatexReader::begin_block(const LatexEnvironment& environment, Frame& frame) {
    if (builder_.in_aside() || !shows()) return;
    switch (environment.block) {
    case LatexBlock::list:
    case LatexBlock::description: {
        const DocumentBuilder::NewList list =
            builder_.begin_list(context_.in_item, context_.item_first, context_.lead_in);
        context_.list = list.number;
        context_.lead_in = list.lead_in;
        context_.described = environment.block == LatexBlock::description;
        context_.kind = BlockKind::list_item;
        if (context_.depth < 255) ++context_.depth;
        break;
    }
    case LatexBlock::quotation:
        context_.kind = BlockKind::quote;
        context_.in_item = false;
        break;
    case LatexBlock::table:
        if (tables_.size() >= deepest_table) break;
        begin_table();
        frame.closes = Frame::Closes::table;
        break;
    case LatexBlock::floating:
        if (frame.name.find("table") != std::string_view::npos) context_.floating_table = builder_.next_table();
        break;
    case LatexBlock::references:
        context_.kind = BlockKind::footnote;
        break;
    default:
        break;
    }
}

/// Passes over what is no prose, up to its end; false where that is missing.
bool LatexReader::hide(std::string_view name) {
    const std::string mark = "\\end{" + std::string(name) + "}";
    const std::size_t end = find_from(mark);
    if (end == std::string_view::npos || end + mark.size() > tokens_.end()) return false;
    tokens_.seek(static_cast<std::uint32_t>(end + mark.size()));
    if (!builder_.in_aside() && !builder_.in_block()) builder_.interrupt();
    return true;
}

void LatexReader::end(const LatexToken& token) {
    const std::string_view name = builder_.slice(take_group());
    if (name == "document") {
        ended_ = parts_ == 0;
        return;
    }
    for (std::size_t i = frames_.size(); i-- > base_frames_;) {
        const Frame& frame = frames_[i];
        if (frame.name != name || frame.name.empty()) continue;
        unseen_groups_ = 0;
        while (frames_.size() > i) {
            const Frame last = std::move(frames_.back());
            frames_.pop_back();
            leave(last, token.span);
        }
        return;
    }
}

// ---- lists

void LatexReader::item(const LatexToken& token) {
    if (context_.list == no_block || builder_.in_aside()) return boundary(token.span);
    builder_.boundary();
    skip_overlay();
    const SourceSpan label = optional_argument();
    if (context_.described && !label.empty()) {
        Context inside = context_;
        inside.kind = BlockKind::paragraph;
        std::swap(context_, inside);
        builder_.set_next(block());
        run_part(label);
        builder_.boundary();
        context_ = std::move(inside);
        context_.lead_in = builder_.latest_block();
    }
    context_.kind = BlockKind::list_item;
    context_.in_item = true;
    context_.item_first = builder_.block_count();
    builder_.set_next(block());
}

void LatexReader::bibliography_item() {
    (void)optional_argument();
    const SourceSpan key = take_group();
    const auto number = items_.find(builder_.slice(key));
    if (builder_.in_aside() || number == items_.end()) return;
    builder_.boundary();
    context_.kind = BlockKind::footnote;
    context_.label = std::to_string(number->second);
    builder_.set_next(block());
}

// ---- tables

void LatexReader::begin_table() {
    Table table;
    table.number = builder_.begin_table();
    table.row_first = table.first = builder_.block_count();
    tables_.push_back(table);
    context_.kind = BlockKind::table_cell;
    context_.in_item = false;
}

void LatexReader::end_table() {
    end_row();
    const Table& table = tables_.back();
    // A line below the last row heads nothing.
    if (table.header || table.header_alone) builder_.end_row(table.first, false);
    tables_.pop_back();
    builder_.end_table();
}

void LatexReader::next_cell() {
    builder_.boundary();
    Table& table = tables_.back();
    table.column += 1 + std::exchange(table.extra, 0);
    builder_.set_next(block());
}

void LatexReader::row_end(const LatexToken& token) {
    const bool star = tokens_.position() < tokens_.end() && source_[tokens_.position()] == '*';
    if (star) tokens_.seek(tokens_.position() + 1);
    (void)optional_argument();
    if (!frames_.empty() && frames_.back().closes == Frame::Closes::table)
        end_row();
    else
        builder_.space(token.span);
}

void LatexReader::end_row() {
    builder_.boundary();
    Table& table = tables_.back();
    if (table.column > 0 || builder_.block_count() > table.row_first) {
        builder_.end_row(table.row_first);
        if (!table.header) table.header_alone = false;
        ++table.row;
    }
    table.column = table.extra = 0;
    table.row_first = builder_.block_count();
    builder_.set_next(block());
}

/// A line across the table: the rows above the first one are its header.
void LatexReader::table_rule() {
    if (tables_.empty() || frames_.empty() || frames_.back().closes != Frame::Closes::table) return;
    Table& table = tables_.back();
    if (table.row == 0 || !table.header) return;
    table.header = false;
    if (table.row > longest_header) builder_.end_row(table.first, false);
    builder_.set_next(block());
}

/// A long table gives its header twice: for the first page, and for the others.
void LatexReader::repeated_head() {
    table_rule();
    const std::size_t end = find_from("\\endhead");
    if (end != std::string_view::npos && end < tokens_.end() && end - tokens_.position() < longest_head)
        tokens_.seek(static_cast<std::uint32_t>(end));
}

void LatexReader::columns() {
    const std::string_view count = builder_.slice(take_group());
    (void)take_group();
    if (tables_.empty() || builder_.in_aside()) return;
    std::uint32_t columns = 1;
    std::from_chars(count.data(), count.data() + count.size(), columns);
    tables_.back().extra = std::clamp(columns, 1U, widest_columns) - 1;
}

} // namespace statlint
