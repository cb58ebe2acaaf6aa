#include "formats/pdf_blocks.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace statlint {

namespace {

constexpr std::size_t longest_heading = 200;
constexpr std::size_t longest_value = 14; ///< bytes: "1 in 6", "$13 to $100"
constexpr std::size_t deepest_list = 20;

bool has_letter(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    });
}

/// A year is a heading's digit, a percentage is a value's.
bool looks_like_value(std::string_view text) {
    std::size_t digits = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] >= '0' && text[at] <= '9') {
            ++digits;
        } else {
            if (digits > 0 && digits != 4) return true;
            digits = 0;
        }
    }
    return false;
}

/// "28.5%", "$15", "1 in 6".
bool starts_with_value(std::string_view text) {
    for (const std::string_view sign : {"$", "A$", "US$", "£", "€", "+", "-", "~", "<", ">"})
        if (text.starts_with(sign)) text.remove_prefix(sign.size());
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

bool is_lower(std::string_view text) {
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

std::string words_of(const std::vector<PdfLine>& cell, LineJoiner& joiner) {
    std::string words;
    for (const PdfLine& line : cell) {
        std::string text = line.text;
        clean_pdf_text(text);
        if (!words.empty()) words += joiner.join(words, text);
        words += text;
    }
    return words;
}

} // namespace

// ---- pages

void PdfBlocks::page(std::size_t index, const std::vector<PdfFlow>& flows) {
    page_ = index;
    for (const PdfFlow& flow : flows) {
        if (flow.is_table())
            table(flow);
        else
            column(flow.lines);
    }
    notes_until_ = index + 1;
    if (!in_paragraph_ && !after_table_) notes_of(index);
}

void PdfBlocks::column(const std::vector<PdfLine>& lines) {
    const std::vector<PdfParagraph> paragraphs = find_paragraphs(lines, type_.leading);
    for (const PdfParagraph& paragraph : paragraphs) {
        const std::span<const PdfLine> own =
            std::span(lines).subspan(paragraph.first, paragraph.last - paragraph.first);
        const bool first = &paragraph == &paragraphs.front();
        // A large number and the words below it are one statement: "28.5%" "of Australians".
        const bool tile = in_paragraph_ && !first && latest_.size > paragraph.size * 13 / 10 &&
                          starts_with_value(waiting_) &&
                          (is_lower(own.front().text) || waiting_.size() <= longest_value);
        const bool further =
            in_paragraph_ && first &&
            (in_heading_ ? follows_heading(own.front()) : goes_on(latest_, paragraph, own.front().text));
        if (tile) {
            block_.kind = BlockKind::paragraph;
            block_.level = 0;
            in_heading_ = false;
        }
        if (!further && !tile) {
            close_paragraph();
            open_paragraph(paragraph);
            in_heading_ = false;
            if (const std::uint8_t level = heading_level(paragraph, own); level > 0) {
                block_ = {};
                block_.location = place(page_);
                block_.kind = BlockKind::heading;
                block_.level = level;
                in_heading_ = true;
                levels_.clear();
            }
        }
        latest_ = paragraph;
        latest_line_ = {.page = own.back().page, .base = own.back().base};
        for (const PdfLine& line : own) {
            std::string_view text = line.text;
            if (&line == &own.front() && !paragraph.label.empty()) text.remove_prefix(paragraph.label.size() + 1);
            add_line(text);
        }
        if (&paragraph != &paragraphs.back() && !starts_with_value(waiting_)) close_paragraph();
    }
}

/// A heading over columns may end with a line that is no wider than one of them.
bool PdfBlocks::follows_heading(const PdfLine& line) const {
    const int gap = line.base - latest_line_.base;
    return line.page == latest_line_.page && std::abs(line.size - latest_.size) * 20 < line.size && gap > 0 &&
           gap < line.size * type_.leading / 100 * 125 / 100;
}

std::uint8_t PdfBlocks::heading_level(const PdfParagraph& paragraph, std::span<const PdfLine> lines) const {
    if (!paragraph.label.empty() && static_cast<unsigned char>(paragraph.label.front()) >= 0x80) return 0;
    std::size_t size = 0;
    bool letters = false;
    for (const PdfLine& line : lines) {
        size += line.text.size();
        letters = letters || has_letter(line.text);
    }
    if (size > longest_heading || !letters) return 0;
    const auto rank = std::ranges::find_if(type_.headings, [&](int known) { return known <= paragraph.size + 30; });
    if (rank == type_.headings.end()) return 0;
    return static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(rank - type_.headings.begin(), 5) + 1);
}

void PdfBlocks::table(const PdfFlow& flow) {
    close_paragraph();
    levels_.clear();
    const std::uint32_t number = builder_.begin_table();
    ++tables_;
    for (std::size_t row = 0; row < flow.rows.size(); ++row) {
        const auto& cells = flow.rows[row];
        std::vector<std::string> words;
        for (const auto& cell : cells) words.push_back(words_of(cell, joiner_));
        const bool header =
            row == 0 && flow.rows.size() > 1 && std::none_of(words.begin() + 1, words.end(), looks_like_value);
        const std::uint32_t first = builder_.block_count();
        for (std::size_t column = 0; column < cells.size(); ++column) {
            if (words[column].empty()) continue;
            Block block;
            block.kind = BlockKind::table_cell;
            block.table = number;
            block.row = static_cast<std::uint32_t>(row);
            block.column = static_cast<std::uint32_t>(column);
            block.header = header;
            const std::size_t page = cells[column].front().page;
            block.location = place(page, fmt::format("table {}, row {}, column {}", tables_, row + 1, column + 1));
            builder_.boundary();
            builder_.set_next(std::move(block));
            write(words[column], page);
        }
        builder_.end_row(first);
    }
    builder_.end_table();
    builder_.set_next({});
    after_table_ = true;
}

void PdfBlocks::notes_of(std::size_t page) {
    for (; next_note_ < notes_.all().size() && notes_.all()[next_note_].page <= page; ++next_note_) {
        const PdfNote& note = notes_.all()[next_note_];
        Block block;
        block.kind = BlockKind::footnote;
        block.label = note.name;
        block.location = place(note.page, note.name);
        builder_.boundary();
        builder_.set_next(std::move(block));
        write(words_of(note.lines, joiner_), note.page);
        builder_.boundary();
    }
    builder_.set_next({});
}

/// What is printed on every page is read once, where nothing else stands around it.
void PdfBlocks::margins(const std::vector<PdfMargin>& margins) {
    close_paragraph();
    notes_of(pages_.size());
    for (const PdfMargin& margin : margins) {
        builder_.leave_headings();
        Block block;
        block.location = place(margin.page, "head or foot");
        builder_.set_next(std::move(block));
        std::string text = margin.text;
        clean_pdf_text(text);
        write(text, margin.page);
        builder_.boundary();
    }
}

Document PdfBlocks::finish() && {
    close_paragraph();
    notes_of(pages_.size());
    return std::move(builder_).finish_extracted();
}

// ---- paragraphs

void PdfBlocks::open_paragraph(const PdfParagraph& paragraph) {
    block_ = {};
    block_.location = place(page_);
    if (!paragraph.label.empty() && paragraph.label.front() != '[') {
        open_item(paragraph);
    } else if (!levels_.empty() && paragraph.indent <= levels_.front().indent) {
        levels_.clear();
    }
    in_paragraph_ = true;
    after_table_ = false;
}

void PdfBlocks::open_item(const PdfParagraph& paragraph) {
    const int step = paragraph.size / 2;
    while (!levels_.empty() && paragraph.indent < levels_.back().indent - step) levels_.pop_back();
    if ((levels_.empty() || paragraph.indent > levels_.back().indent + step) && levels_.size() < deepest_list) {
        Level level{.indent = paragraph.indent, .list = builder_.begin_list()};
        if (!levels_.empty()) level.list.lead_in = levels_.back().latest;
        levels_.push_back(level);
    }
    block_.kind = BlockKind::list_item;
    block_.level = static_cast<std::uint8_t>(levels_.size());
    block_.list = levels_.back().list.number;
    block_.lead_in = levels_.back().list.lead_in;
    levels_.back().latest = builder_.block_count();
}

void PdfBlocks::close_paragraph() {
    if (!in_paragraph_) return;
    write_waiting();
    builder_.boundary();
    builder_.set_next({});
    in_paragraph_ = false;
    if (notes_until_ > 0) notes_of(notes_until_ - 1);
}

void PdfBlocks::add_line(std::string_view text) {
    std::string line(text);
    clean_pdf_text(line);
    if (waiting_.empty()) {
        waiting_page_ = page_;
    } else {
        const std::string_view between = joiner_.join(waiting_, line);
        if (page_ == waiting_page_) {
            waiting_ += between;
        } else {
            if (!builder_.in_block()) block_.location += " to " + place(page_);
            write_waiting();
            if (!between.empty()) builder_.space({});
            waiting_page_ = page_;
        }
    }
    waiting_ += line;
}

std::string PdfBlocks::place(std::size_t page, std::string_view detail) const {
    std::string name = pages_[page].name();
    if (!detail.empty()) (name += ", ") += detail;
    return name;
}

// ---- words

void PdfBlocks::write_waiting() {
    if (!builder_.in_block()) builder_.set_next(block_);
    write(waiting_, waiting_page_);
    waiting_.clear();
}

void PdfBlocks::write(std::string_view text, std::size_t page) {
    while (!text.empty()) {
        const std::size_t begin = std::min(text.find(raised_begin), text.size());
        if (begin > 0) {
            // Blanks before a mark go with it: "2023). ¹" has none behind the mark.
            std::string_view plain = text.substr(0, begin);
            const bool blank = plain.ends_with(' ');
            if (blank) plain.remove_suffix(1);
            builder_.append(plain, {});
            if (blank) builder_.space({});
        }
        if (begin == text.size()) return;
        const std::size_t end = std::min(text.find(raised_end, begin), text.size());
        write_raised(text.substr(begin + 1, end - begin - 1), page);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void PdfBlocks::write_raised(std::string_view raised, std::size_t page) {
    const std::vector<std::string_view> labels = note_labels(raised);
    bool notes = !labels.empty();
    for (const std::string_view label : labels) notes = notes && notes_.find(page, label) != nullptr;
    if (notes) {
        for (const std::string_view label : labels) builder_.add_note_reference(notes_.find(page, label)->name, {});
        return;
    }
    constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string text;
    for (const char c : raised) {
        if (c >= '0' && c <= '9')
            text += digits[static_cast<std::size_t>(c - '0')];
        else
            text += c;
    }
    builder_.append(text, {});
}

} // namespace statlint
