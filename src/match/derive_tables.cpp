// The row that a table calls its total, against the column above it.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

#include "match/sentence_numbers.hpp"
#include "match/table_cells.hpp"

namespace statlint {
namespace {

constexpr double hidden_rows = 0.15;   ///< relative: more than this below its total, and a column may leave rows out
constexpr std::size_t most_terms = 12; ///< that a message names

struct Column {
    double sum = 0, slack = 0;
    std::string text, unit;
    std::size_t count = 0;
    std::optional<PlainNumber> total;
    std::uint32_t total_block = no_block;
    bool plain = true;
};

class Table {
  public:
    Table(Prose& prose, const ArithmeticWords& words, std::uint32_t first, std::uint32_t last)
        : prose_(prose), words_(words), blocks_(prose.document().blocks), first_(first), last_(last) {}

    /// False where no row, or more than one, is called the total.
    bool read() {
        std::uint32_t total_row = 0;
        for (std::uint32_t b = first_; b < last_; ++b) {
            const Block& cell = blocks_[b];
            if (cell.kind != BlockKind::table_cell || cell.column != 0 || cell.header || !names_total(b)) continue;
            if (total_row != 0) return false;
            total_row = cell.row;
        }
        if (total_row == 0) return false;
        for (std::uint32_t b = first_; b < last_; ++b) {
            const Block& cell = blocks_[b];
            if (cell.kind == BlockKind::table_cell && cell.column != 0 && !cell.header) take(cell, b, total_row);
        }
        return true;
    }

    [[nodiscard]] const std::map<std::uint32_t, Column>& columns() const { return columns_; }

  private:
    bool names_total(std::uint32_t block) {
        if (blocks_[block].text.size() > 24) return false;
        const BlockProse& read = prose_.block(block);
        return std::ranges::any_of(read.hits, [&](const Hit& hit) {
            return hit.concept_id == words_.total_row && hit.first == 0 && hit.last == read.words.size();
        });
    }

    void take(const Block& cell, std::uint32_t block, std::uint32_t total_row) {
        Column& column = columns_[cell.column];
        const auto number = plain_number(prose_.document().view(cell.text));
        if (cell.row > total_row) return;
        if (!number || (column.count > 0 && number->unit != column.unit)) {
            column.plain = false;
            return;
        }
        // Counts are exact, percentages are rounded.
        column.slack += number->step < 1 || number->unit == "%" ? number->step / 2 : 0;
        if (cell.row == total_row) {
            column.total = number;
            column.total_block = block;
            return;
        }
        column.unit = number->unit;
        column.sum += number->value;
        if (column.count < most_terms) column.text += (column.text.empty() ? "" : " + ") + shown(number->value);
        if (column.count == most_terms) column.text += " + …";
        ++column.count;
    }

    Prose& prose_;
    const ArithmeticWords& words_;
    const std::vector<Block>& blocks_;
    std::uint32_t first_, last_;
    std::map<std::uint32_t, Column> columns_;
};

/// Percentages add up only to a whole: "All 13%" may be a mean.
bool sums_up(const Column& column) {
    if (!column.plain || !column.total || column.count < 2) return false;
    return column.unit != "%" || column.total->value == 100;
}

bool agrees_with_total(const Column& column) {
    return std::abs(column.sum - column.total->value) <= column.slack + 1e-6 * column.sum;
}

} // namespace

void derive_table_totals(Prose& prose, const std::vector<Statistic>& statistics, const ArithmeticWords& words,
                         IndexRange range, std::vector<Derivation>& found) {
    for (const IndexRange cells : tables_in(prose.document().blocks, range)) {
        Table table(prose, words, cells.first, cells.last);
        if (table.read()) {
            // Where one column adds up, no row is hidden, and the others must add up too.
            const bool complete = std::ranges::any_of(table.columns(), [](const auto& entry) {
                return sums_up(entry.second) && agrees_with_total(entry.second);
            });
            for (const auto& [index, column] : table.columns()) {
                if (!sums_up(column)) continue;
                const auto at = std::ranges::lower_bound(statistics, column.total_block, {}, &Statistic::block);
                if (at == statistics.end() || at->block != column.total_block) continue;
                const bool right = agrees_with_total(column);
                const double missing = column.total->value - column.sum;
                const bool too_far = missing < 0 || missing > hidden_rows * column.total->value;
                if (!right && !complete && (too_far || column.unit == "%")) continue;
                found.push_back({static_cast<std::uint32_t>(at - statistics.begin()),
                                 right,
                                 {"sum", {{"terms", column.text}, {"sum", shown(column.sum)}}},
                                 true});
            }
        }
    }
}

} // namespace statlint
