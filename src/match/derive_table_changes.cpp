// "| 2020 | 2021 | Change |": a change in a table against the two years before it.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "match/sentence_numbers.hpp"
#include "match/table_cells.hpp"
#include "text/ascii.hpp"

namespace statlint {
namespace {

constexpr double sum_of_slacks = 0.012; ///< relative: what roundings of the two values may add up to

/// The year that a header holds, "2022" or "Incidents 2022"; 0 where it holds none, or other numbers as well.
int year_of(std::string_view header) {
    const std::size_t at = header.find_first_of("0123456789");
    if (at == std::string_view::npos || header.size() - at < 4) return 0;
    const std::string_view year = header.substr(at, 4);
    if (!std::ranges::all_of(year, is_digit) || !(year.starts_with("19") || year.starts_with("20"))) return 0;
    const std::string_view behind = header.substr(at + 4);
    if (behind.find_first_of("0123456789-/") != std::string_view::npos || behind.starts_with("\u2013")) return 0;
    if (at > 0 && header[at - 1] != ' ') return 0;
    return (year[0] - '0') * 1000 + (year[1] - '0') * 100 + (year[2] - '0') * 10 + (year[3] - '0');
}

struct Row {
    std::map<std::uint32_t, std::uint32_t> blocks; ///< by column
};

class Table {
  public:
    Table(Prose& prose, const ArithmeticWords& words, std::uint32_t first, std::uint32_t last)
        : prose_(prose), document_(prose.document()) {
        for (std::uint32_t b = first; b < last; ++b) {
            const Block& cell = document_.blocks[b];
            if (cell.kind != BlockKind::table_cell) continue;
            if (!cell.header)
                rows_[cell.row].blocks[cell.column] = b;
            else if (const int year = year_of(document_.view(cell.text)); year != 0)
                years_[cell.column] = year;
            else if (names_change(b, words))
                changes_.push_back(cell.column);
        }
    }

    void check(const std::vector<Statistic>& statistics, std::vector<Derivation>& found) {
        for (const std::uint32_t column : changes_) {
            if (column < 2 || !years_.contains(column - 1) || !years_.contains(column - 2)) continue;
            const bool rising = years_[column - 2] < years_[column - 1];
            for (auto& [index, row] : rows_) {
                const auto before = number_in(row, rising ? column - 2 : column - 1);
                const auto after = number_in(row, rising ? column - 1 : column - 2);
                const auto cell = row.blocks.find(column);
                if (!before || !after || before->unit != after->unit || cell == row.blocks.end()) continue;
                check_cell(statistics, cell->second, *before, *after, found);
            }
        }
    }

  private:
    bool names_change(std::uint32_t block, const ArithmeticWords& words) {
        return std::ranges::any_of(prose_.block(block).hits,
                                   [&](const Hit& hit) { return hit.concept_id == words.change_column; });
    }

    [[nodiscard]] std::optional<PlainNumber> number_in(const Row& row, std::uint32_t column) const {
        const auto cell = row.blocks.find(column);
        if (cell == row.blocks.end()) return std::nullopt;
        return plain_number(document_.view(document_.blocks[cell->second].text));
    }

    static void check_cell(const std::vector<Statistic>& statistics, std::uint32_t block, const PlainNumber& before,
                           const PlainNumber& after, std::vector<Derivation>& found) {
        const auto at = std::ranges::lower_bound(statistics, block, {}, &Statistic::block);
        if (at == statistics.end() || at->block != block || before.value <= 0) return;
        if (at + 1 != statistics.end() && (at + 1)->block == block) return;
        const Quantity& q = at->quantity;
        const bool percent = q.kind == QuantityKind::percent;
        if ((!percent && q.kind != QuantityKind::percentage_points) || q.hedge != Hedge::none) return;
        const double difference = after.value - before.value;
        const double relative = std::abs(difference) / before.value;
        const bool share = before.unit == "%";
        const double hidden = share || before.step < 1 ? (before.step + after.step) / 2 / before.value : 0;
        const double slack = q.step / 2 * 1.01 + sum_of_slacks * relative + hidden;
        const double points_slack = q.step / 2 * 1.01 + 0.01 * (before.step + after.step) / 2;
        // A change of shares is often meant in points, whatever its sign says.
        const bool fits = percent && std::abs(std::abs(q.low) - relative) <= slack;
        const bool fits_points = share && std::abs(std::abs(q.low) - std::abs(difference) / 100) <= points_slack;
        if (!percent && !share) return;
        const std::string_view wording =
            difference >= 0 ? (share ? "rise-of-share" : "rise") : (share ? "fall-of-share" : "fall");
        found.push_back({static_cast<std::uint32_t>(at - statistics.begin()),
                         fits || fits_points,
                         {wording,
                          {{"before", shown(before.value)},
                           {"after", shown(after.value)},
                           {"relative", shown_percent(relative)},
                           {"points", shown(std::abs(difference))}}},
                         true});
    }

    Prose& prose_;
    const Document& document_;
    std::map<std::uint32_t, Row> rows_;
    std::map<std::uint32_t, int> years_;
    std::vector<std::uint32_t> changes_;
};

} // namespace

void derive_table_changes(Prose& prose, const std::vector<Statistic>& statistics, const ArithmeticWords& words,
                          IndexRange range, std::vector<Derivation>& found) {
    for (const IndexRange table : tables_in(prose.document().blocks, range))
        Table(prose, words, table.first, table.last).check(statistics, found);
}

} // namespace statlint
