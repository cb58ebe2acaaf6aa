#include "formats/pdf_layout.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <span>

namespace statlint {

namespace {

using Lines = std::vector<PdfLine>;

constexpr std::size_t most_candidates = 60; ///< edges of columns that are tried
constexpr std::size_t nearby = 8;           ///< lines before and after one that may stand beside it
constexpr std::size_t most_lines = 20000;   ///< of a page whose columns are looked for
constexpr int deepest = 20;                 ///< gutters within columns

/// A band of the page in which nothing crosses a gutter: lines[first, last).
struct Band {
    std::size_t first = 0, last = 0;
    int height = 0; ///< over which there are words on both sides
};

struct Column {
    int x0 = 0, x1 = 0;
};

int gutter_of(const PdfLine& line) {
    return line.size * 7 / 10;
}

/// The left edges of lines that have another one beside them: where columns may begin.
std::vector<int> inner_edges(std::span<const PdfLine> lines) {
    std::vector<int> edges;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PdfLine& line = lines[i];
        const std::size_t last = std::min(i + nearby, lines.size());
        for (std::size_t k = i > nearby ? i - nearby : 0; k < last; ++k) {
            const bool beside = lines[k].box.y0 < line.base && lines[k].base > line.box.y0;
            if (!beside || lines[k].box.x1 > line.box.x0 - gutter_of(line)) continue;
            edges.push_back(line.box.x0);
            break;
        }
    }
    std::ranges::sort(edges);
    const auto same = [](int a, int b) { return b - a < 100; };
    edges.erase(std::unique(edges.begin(), edges.end(), same), edges.end());
    if (edges.size() > most_candidates) edges.resize(most_candidates);
    return edges;
}

/// The tallest band whose lines all stand left or right of the gutter that ends at `edge`.
Band tallest_band(std::span<const PdfLine> lines, int edge) {
    Band best;
    Band band;
    int left = 0, right = 0;
    PdfBox left_box, right_box;
    const auto finish = [&](std::size_t last) {
        band.last = last;
        band.height = std::min(left_box.y1, right_box.y1) - std::max(left_box.y0, right_box.y0);
        if (left >= 2 && right >= 2 && band.height > best.height) best = band;
        band.first = last + 1;
        left = right = 0;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PdfBox& box = lines[i].box;
        if (box.x0 >= edge - 300) {
            right_box = right++ == 0 ? box : right_box;
            right_box.cover(box);
        } else if (box.x1 <= edge - gutter_of(lines[i])) {
            left_box = left++ == 0 ? box : left_box;
            left_box.cover(box);
        } else {
            finish(i);
        }
    }
    finish(lines.size());
    return best;
}

/// The columns of a band: what is left where no line stands over a gutter.
std::vector<Column> columns_of(std::span<const PdfLine> lines) {
    std::vector<const PdfLine*> sorted;
    for (const PdfLine& line : lines) sorted.push_back(&line);
    std::ranges::sort(sorted, {}, [](const PdfLine* line) { return line->box.x0; });
    std::vector<Column> columns;
    for (const PdfLine* line : sorted) {
        if (!columns.empty() && line->box.x0 - columns.back().x1 < gutter_of(*line))
            columns.back().x1 = std::max(columns.back().x1, line->box.x1);
        else
            columns.push_back({line->box.x0, line->box.x1});
    }
    return columns;
}

std::size_t column_of(const PdfLine& line, const std::vector<Column>& columns) {
    std::size_t at = columns.size() - 1;
    while (at > 0 && line.box.x0 < columns[at].x0) --at;
    return at;
}

bool on_one_height(const PdfLine& a, const PdfLine& b) {
    return std::abs(a.base - b.base) <= std::min(a.size, b.size) / 4;
}

/// Cells of a row stand on one height, and don't fill their columns; lines of text columns do.
bool looks_like_table(std::span<const PdfLine> lines, const std::vector<Column>& columns) {
    std::size_t beside = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool before = i > 0 && on_one_height(lines[i - 1], lines[i]);
        const bool after = i + 1 < lines.size() && on_one_height(lines[i], lines[i + 1]);
        beside += before || after ? 1 : 0;
    }
    if (beside * 2 < lines.size()) return false;
    // Tiles, each with a large number over small words, stand beside each other like columns.
    const auto [small, large] = std::ranges::minmax(lines, {}, &PdfLine::size);
    if (large.size * 10 > small.size * 15) return false;
    struct Fill {
        std::size_t lines = 0, full = 0, letters = 0;
    };
    std::vector<Fill> fills(columns.size());
    for (const PdfLine& line : lines) {
        const std::size_t at = column_of(line, columns);
        ++fills[at].lines;
        fills[at].letters += line.text.size();
        if (line.box.width() * 4 > (columns[at].x1 - columns[at].x0) * 3) ++fills[at].full;
    }
    return !std::ranges::all_of(fills, [](const Fill& fill) {
        return fill.lines >= 4 && fill.full * 5 >= fill.lines * 2 && fill.letters >= fill.lines * 20;
    });
}

/// One past the lines that stand on the height of lines[first].
std::size_t height_end(std::span<const PdfLine> lines, std::size_t first) {
    std::size_t end = first + 1;
    while (end < lines.size() && on_one_height(lines[first], lines[end])) ++end;
    return end;
}

/// Blanks of justified lines may be as wide as gutters: what reaches as far on both sides as the line above it or below
/// it is one line. Gives the number of lines that are left.
std::size_t join_justified(std::span<PdfLine> lines) {
    constexpr int same_edge = 150; ///< hundredths of a point
    std::size_t kept = 0;
    for (std::size_t first = 0; first < lines.size();) {
        const std::size_t end = height_end(lines, first);
        PdfBox whole = lines[first].box;
        for (std::size_t i = first; i < end; ++i) whole.cover(lines[i].box);
        const auto reaches = [&](const PdfLine& line) {
            return std::abs(line.box.x0 - whole.x0) <= same_edge && std::abs(line.box.x1 - whole.x1) <= same_edge &&
                   std::abs(line.base - lines[first].base) < line.size * 2;
        };
        const bool above = kept > 0 && reaches(lines[kept - 1]);
        const bool below = end < lines.size() && height_end(lines, end) == end + 1 && reaches(lines[end]);
        const bool one = end - first > 1 && (above || below);
        if (one)
            std::ranges::sort(lines.subspan(first, end - first), {}, [](const PdfLine& line) { return line.box.x0; });
        for (std::size_t i = first; i < end; ++i) {
            if (one && i > first) {
                lines[kept - 1].text += ' ' + lines[i].text;
                lines[kept - 1].box.cover(lines[i].box);
            } else {
                if (kept != i) lines[kept] = std::move(lines[i]);
                ++kept;
            }
        }
        first = end;
    }
    return kept;
}

class TableBuilder {
  public:
    TableBuilder(std::vector<Column> columns, int leading) : columns_(std::move(columns)), leading_(leading) {}

    void add(std::span<PdfLine> lines) {
        for (std::size_t i = 0; i < lines.size();) {
            const std::size_t end = height_end(lines, i);
            add_height(lines.subspan(i, end - i));
            i = end;
        }
    }
    [[nodiscard]] PdfFlow finish() && { return std::move(flow_); }

  private:
    void add_height(std::span<PdfLine> lines) {
        if (flow_.rows.empty() || !goes_on(lines)) flow_.rows.emplace_back(columns_.size());
        for (PdfLine& line : lines) {
            base_ = line.base;
            flow_.rows.back()[column_of(line, columns_)].push_back(std::move(line));
        }
    }

    /// True where these lines are the wrapped ends of the cells above them.
    [[nodiscard]] bool goes_on(std::span<const PdfLine> lines) const {
        const auto lower = [](const PdfLine& line) { return line.text[0] >= 'a' && line.text[0] <= 'z'; };
        if (lines.size() == columns_.size() && std::ranges::none_of(lines, lower)) return false;
        for (const PdfLine& line : lines) {
            if (line.base - base_ > line.size * leading_ / 100 * 112 / 100) return false;
            const std::size_t at = column_of(line, columns_);
            const Lines& cell = flow_.rows.back()[at];
            if (cell.empty() || cell.back().text.size() < 12) return false;
            if (cell.back().box.x1 + line.first_word + line.size / 4 < columns_[at].x1) return false;
        }
        return true;
    }

    std::vector<Column> columns_;
    int leading_;
    int base_ = 0;
    PdfFlow flow_;
};

class Layout {
  public:
    explicit Layout(int leading) : leading_(leading) {}

    void place(std::span<PdfLine> lines, int depth) {
        lines = lines.first(join_justified(lines));
        const std::optional<Band> band = depth < deepest ? best_band(lines) : std::nullopt;
        if (!band) return text(lines);
        std::span<PdfLine> inner = lines.subspan(band->first, band->last - band->first);
        const std::vector<Column> columns = columns_of(inner);
        if (columns.size() < 2) return text(lines);
        std::span<PdfLine> above = lines.first(band->first);
        std::span<PdfLine> below = lines.subspan(band->last);
        if (looks_like_table(inner, columns)) {
            // Short lines of text before and after a table cross no gutter.
            const auto beside_first = [&](const PdfLine& line) { return column_of(line, columns) > 0; };
            std::size_t first = 0;
            while (first < inner.size() && !beside_first(inner[first])) ++first;
            while (first > 0 && on_one_height(inner[first - 1], inner[first])) --first;
            std::size_t last = inner.size();
            while (last > first && !beside_first(inner[last - 1])) --last;
            while (last < inner.size() && belongs(inner[last - 1], inner[last])) ++last;
            place(lines.first(band->first + first), depth + 1);
            TableBuilder table(columns, leading_);
            table.add(inner.subspan(first, last - first));
            add_table(std::move(table).finish());
            place(lines.subspan(band->first + last), depth + 1);
            return;
        }
        // What stands apart above the columns is no part of one, even if it is short.
        std::size_t first = 0;
        while (first + 1 < inner.size() && column_of(inner[first], columns) == column_of(inner[0], columns)) ++first;
        while (first > 0 && inner[first].box.y0 - inner[first - 1].box.y1 < inner[first].size / 4) --first;
        above = lines.first(band->first + first);
        inner = inner.subspan(first);
        place(above, depth + 1);
        std::vector<Lines> parts(columns.size());
        for (PdfLine& line : inner) parts[column_of(line, columns)].push_back(std::move(line));
        for (Lines& part : parts) place(part, depth + 1);
        place(below, depth + 1);
    }

    [[nodiscard]] std::vector<PdfFlow> finish() && { return std::move(flows_); }

  private:
    /// The tallest columns of text, or else the table that is large in height and number of columns.
    static std::optional<Band> best_band(std::span<const PdfLine> lines) {
        std::vector<Band> bands;
        for (const int edge : inner_edges(lines))
            if (const Band band = tallest_band(lines, edge); band.height > 0) bands.push_back(band);
        if (bands.empty()) return std::nullopt;
        const Band tallest = *std::ranges::max_element(bands, {}, &Band::height);
        const auto inner = [&](const Band& band) { return lines.subspan(band.first, band.last - band.first); };
        if (!looks_like_table(inner(tallest), columns_of(inner(tallest)))) return tallest;
        return *std::ranges::max_element(bands, {}, [&](const Band& band) {
            return static_cast<std::int64_t>(columns_of(inner(band)).size() - 1) * band.height;
        });
    }

    /// On the height of the table's last row, or the wrapped end of its first cell.
    [[nodiscard]] bool belongs(const PdfLine& last, const PdfLine& line) const {
        return on_one_height(last, line) || line.base - last.base <= line.size * leading_ / 100 * 112 / 100;
    }

    /// One row is no table, but a line with wide blanks.
    void add_table(PdfFlow table) {
        if (table.rows.size() == 1) {
            PdfFlow line;
            for (Lines& cell : table.rows[0])
                for (PdfLine& part : cell) {
                    if (line.lines.empty()) {
                        line.lines.push_back(std::move(part));
                    } else {
                        line.lines[0].text += ' ' + part.text;
                        line.lines[0].box.cover(part.box);
                    }
                }
            table = std::move(line);
        }
        flows_.push_back(std::move(table));
    }

    void text(std::span<PdfLine> lines) {
        if (lines.empty()) return;
        PdfFlow flow;
        for (PdfLine& line : lines) flow.lines.push_back(std::move(line));
        flows_.push_back(std::move(flow));
    }

    int leading_;
    std::vector<PdfFlow> flows_;
};

} // namespace

int find_leading(const std::vector<PdfPageLines>& pages) {
    std::vector<int> ratios;
    for (const PdfPageLines& page : pages) {
        const std::vector<PdfLine>& lines = page.lines;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const PdfLine& above = lines[i - 1];
            const PdfLine& line = lines[i];
            const bool same = std::abs(above.size - line.size) * 20 < line.size;
            const bool in_line = std::abs(above.box.x0 - line.box.x0) < line.size;
            const int ratio = (line.base - above.base) * 100 / std::max(line.size, 1);
            if (same && in_line && ratio > 60 && ratio < 300) ratios.push_back(ratio);
        }
    }
    constexpr std::size_t few = 10;
    constexpr int usual = 120, wide = 130;
    if (ratios.empty()) return usual;
    // More than a third of the lines go on with a paragraph, even where most of them are short.
    const auto third = ratios.begin() + std::ssize(ratios) / 3;
    std::ranges::nth_element(ratios, third);
    // In a few lines there may be no paragraph that goes on.
    return ratios.size() < few ? std::min(*third, wide) : *third;
}

std::vector<PdfFlow> lay_out(std::vector<PdfLine> lines, int leading) {
    Layout layout(leading);
    layout.place(lines, lines.size() > most_lines ? deepest : 0);
    return std::move(layout).finish();
}

} // namespace statlint
