#include "formats/pdf_lines.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace statlint {

namespace {

constexpr std::ptrdiff_t farthest_host = 200; ///< lines in each direction that a small word may belong to

/// Shares of a type's height (which is about 1.2 of its nominal size).
int tenths(int size, int count) {
    return size * count / 10;
}

bool is_small(const PdfLine& word, const PdfLine& beside) {
    return word.size * 100 < beside.size * 88;
}

/// Puts `right` behind `left` in one line.
void join(PdfLine& left, PdfLine& right, bool raised, int gap) {
    if (gap > tenths(std::min(left.size, right.size), 1)) left.text += ' ';
    if (raised) left.text += raised_begin;
    left.text += right.text;
    if (raised) left.text += raised_end;
    if (!raised) {
        // A list's bullet may be of another size than the words.
        if (left.text.size() < 2 * right.text.size()) left.size = right.size;
        left.box.cover(right.box);
    }
    left.box.x1 = std::max(left.box.x1, right.box.x1);
    right.text.clear();
}

bool on_one_line(const PdfLine& left, const PdfLine& right) {
    const bool same_type = !is_small(left, right) && !is_small(right, left);
    return std::abs(left.base - right.base) <= tenths(std::min(left.size, right.size), same_type ? 2 : 1);
}

/// Words that follow on each other as poppler gives them; it knows what one line of type is.
std::vector<PdfLine> chains_of(const PdfSheet& sheet, std::size_t page) {
    std::vector<PdfLine> chains;
    bool space = false;
    for (const PdfWord& word : sheet.words) {
        const PdfBox& box = word.box;
        const int size = std::max(box.height(), 1);
        if (!chains.empty()) {
            PdfLine& last = chains.back();
            const int gap = box.x0 - last.box.x1;
            const bool same_type = std::abs(size - last.size) <= tenths(last.size, 2);
            if (same_type && std::abs(box.base() - last.base) <= tenths(last.size, 1) && gap >= -tenths(size, 2) &&
                gap <= tenths(size, space ? 30 : 7)) { // justified lines have wide blanks
                if (space || gap > tenths(size, 1)) last.text += ' ';
                last.text += word.text;
                last.box.cover(box);
                space = word.space_after;
                continue;
            }
        }
        chains.push_back({box, box.base(), size, std::string(word.text), box.width(), page});
        space = word.space_after;
    }
    return chains;
}

/// The line that a small word stands raised (or lowered) beside: the one that it follows, or else begins.
PdfLine* host_of(const PdfLine& word, std::vector<PdfLine>& lines, std::ptrdiff_t at, bool before) {
    PdfLine* best = nullptr;
    int most = 0; ///< height that both share
    const std::ptrdiff_t last = std::min<std::ptrdiff_t>(at + farthest_host, std::ssize(lines));
    for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(at - farthest_host, 0); i < last; ++i) {
        PdfLine& line = lines[static_cast<std::size_t>(i)];
        if (line.text.empty() || !is_small(word, line)) continue;
        const int gap = before ? line.box.x0 - word.box.x1 : word.box.x0 - line.box.x1;
        if (gap < -tenths(word.size, 3) || gap > tenths(word.size, before ? 10 : 4)) continue;
        const int shared = std::min(word.box.y1, line.box.y1) - std::max(word.box.y0, line.box.y0);
        if (shared * 2 < word.box.height() || shared <= most) continue;
        most = shared;
        best = &line;
    }
    return best;
}

void attach_small_words(std::vector<PdfLine>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        PdfLine& word = lines[i];
        if (word.text.empty() || word.text.size() > 40) continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        if (PdfLine* host = host_of(word, lines, at, false)) {
            join(*host, word, word.base < host->base - tenths(host->size, 1), word.box.x0 - host->box.x1);
        } else if (PdfLine* after = host_of(word, lines, at, true)) {
            const bool raised = word.base < after->base - tenths(after->size, 1);
            std::string text = raised ? raised_begin + word.text + raised_end : word.text;
            const int gap = after->box.x0 - word.box.x1;
            if (gap > tenths(word.size, 1)) text += ' ';
            after->text.insert(0, text);
            after->box.x0 = std::min(after->box.x0, word.box.x0);
            after->first_word = word.box.width();
            word.text.clear();
        }
    }
}

/// Joins what stands beside each other on one height. Of each height only the lines that reach farthest to the right
/// are looked at: there are not more columns.
void join_along(std::vector<PdfLine*>& row) {
    std::ranges::sort(row, {}, [](const PdfLine* line) { return line->box.x0; });
    std::array<PdfLine*, 8> open{};
    std::size_t next = 0;
    for (PdfLine* line : row) {
        PdfLine* host = nullptr;
        for (PdfLine* left : open) {
            if (left == nullptr || !on_one_line(*left, *line)) continue;
            const int gap = line->box.x0 - left->box.x1;
            const int widest = tenths(std::min(left->size, line->size), is_list_label(left->text) ? 40 : 8);
            if (gap >= -tenths(left->size, 2) && gap <= widest) host = left;
        }
        if (host != nullptr)
            join(*host, *line, false, line->box.x0 - host->box.x1);
        else
            open[next++ % open.size()] = line;
    }
}

/// "..... 17": what leads from an entry of a table of contents to its page.
bool has_leader(std::string_view text) {
    const std::size_t dots = text.find_last_not_of("0123456789ivxlc ");
    return dots != std::string_view::npos &&
           (text.substr(0, dots + 1).ends_with(".....") || text.substr(0, dots + 1).ends_with(". . . ."));
}

} // namespace

bool is_list_label(std::string_view text) {
    if (text.empty() || text.size() > 6) return false;
    if (text.front() == raised_begin) return text.back() == raised_end;
    for (const std::string_view bullet : {"•", "◦", "▪", "‣", "–",      "·",      "●",      "○",      "■",      "□",
                                          "➢", "✓", "-", "*", "\uF0B7", "\uF0A7", "\uF0D8", "\uF0FC", "\uF02D", "o"})
        if (text == bullet) return true;
    const bool open = text.front() == '(' || text.front() == '[';
    const char close = text.back();
    if (close != '.' && close != ')' && close != ']') return false;
    if (open && (text.front() == '[') != (close == ']')) return false;
    const std::string_view inner = text.substr(open ? 1 : 0, text.size() - (open ? 2 : 1));
    const auto all = [&](std::string_view known) { return inner.find_first_not_of(known) == std::string_view::npos; };
    return !inner.empty() && ((inner.size() <= 3 && all("0123456789")) || all("ivx") ||
                              (inner.size() == 1 && all("abcdefghijklmnopqrstuvwxyz")));
}

std::vector<PdfLine> find_pdf_lines(const PdfSheet& sheet, std::size_t page) {
    std::vector<PdfLine> lines = chains_of(sheet, page);
    std::ranges::stable_sort(lines, {}, &PdfLine::base);
    attach_small_words(lines);
    std::vector<PdfLine*> row;
    int base = 0;
    const auto finish_row = [&] {
        if (row.size() > 1) join_along(row);
        if (std::ranges::any_of(row, [](const PdfLine* line) { return has_leader(line->text); }))
            for (PdfLine* line : row) line->text.clear();
        row.clear();
    };
    for (PdfLine& line : lines) {
        if (line.text.empty()) continue;
        if (!row.empty() && line.base - base > tenths(line.size, 2)) finish_row();
        base = line.base;
        row.push_back(&line);
    }
    finish_row();
    std::erase_if(lines, [](const PdfLine& line) { return line.text.empty(); });
    return lines;
}

} // namespace statlint
