// Tables that go on over pages.
#include <algorithm>
#include <iterator>

#include "formats/pdf_layout.hpp"

namespace statlint {

namespace {

using Cell = std::vector<PdfLine>;
using Row = std::vector<Cell>;

bool same_words(const Row& a, const Row& b) {
    const auto same_line = [](const PdfLine& x, const PdfLine& y) { return x.text == y.text; };
    const auto same_cell = [&](const Cell& x, const Cell& y) { return std::ranges::equal(x, y, same_line); };
    return std::ranges::equal(a, b, same_cell);
}

/// The rest of a row that a page's end has parted: some of its cells are complete already.
bool is_rest(const Row& row) {
    const auto empty = [](const Cell& cell) { return cell.empty(); };
    const auto lower = [](const Cell& cell) {
        return !cell.empty() && cell[0].text[0] >= 'a' && cell[0].text[0] <= 'z';
    };
    return std::ranges::any_of(row, empty) && std::ranges::any_of(row, lower);
}

void append(PdfFlow& table, PdfFlow& more) {
    auto row = more.rows.begin() + 1;
    if (row != more.rows.end() && is_rest(*row)) {
        for (std::size_t column = 0; column < row->size(); ++column)
            std::ranges::move((*row)[column], std::back_inserter(table.rows.back()[column]));
        ++row;
    }
    std::move(row, more.rows.end(), std::back_inserter(table.rows));
    more.rows.clear();
}

bool has_words(const PdfFlow& flow) {
    return flow.is_table() || !flow.lines.empty();
}

} // namespace

void join_tables(std::vector<std::vector<PdfFlow>>& pages) {
    PdfFlow* last = nullptr; // what stands before the page
    for (std::vector<PdfFlow>& page : pages) {
        const auto first = std::ranges::find_if(page, has_words);
        if (first == page.end()) continue;
        if (last != nullptr && last->is_table() && first->is_table() && same_words(last->rows[0], first->rows[0])) {
            append(*last, *first);
            if (std::ranges::none_of(page, has_words)) continue;
        }
        last = &*std::find_if(page.rbegin(), page.rend(), has_words);
    }
}

} // namespace statlint
