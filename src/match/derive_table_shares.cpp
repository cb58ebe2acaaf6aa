// "| 144 | 101 (70%) |": a share in a cell beside its count, against the column that the other rows take for the whole.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "match/sentence_numbers.hpp"
#include "match/table_cells.hpp"

namespace statlint {
namespace {

/// "101 (70%)": the statistics of the two numbers.
struct PartAndShare {
    std::uint32_t part = 0, share = 0;
};

class Table {
  public:
    Table(const Document& document, const std::vector<Statistic>& statistics, std::uint32_t first, std::uint32_t last)
        : document_(document), statistics_(statistics) {
        for (std::uint32_t b = first; b < last; ++b) {
            const Block& cell = document_.blocks[b];
            if (cell.kind != BlockKind::table_cell || cell.header) continue;
            if (const auto number = plain_number(document_.view(cell.text)); number && number->unit.empty())
                wholes_[cell.row][cell.column] = number->value;
            else if (const auto pair = part_and_share(b))
                shares_[cell.column].emplace_back(cell.row, *pair);
        }
    }

    /// A column of shares is judged by a column before it of which at least half of them are right, and one is.
    void check(std::vector<Derivation>& found) const {
        for (const auto& [column, rows] : shares_) {
            for (std::uint32_t whole = column; whole-- > 0;) {
                const auto right = static_cast<std::size_t>(
                    std::ranges::count_if(rows, [&](const auto& row) { return fits(row, whole).value_or(false); }));
                if (right == 0 || right * 2 < rows.size()) continue;
                for (const auto& row : rows)
                    if (const auto fit = fits(row, whole)) add(row, whole, *fit, found);
                break;
            }
        }
    }

  private:
    using Row = std::pair<std::uint32_t, PartAndShare>;

    [[nodiscard]] std::optional<PartAndShare> part_and_share(std::uint32_t block) const {
        const auto [first, last] = std::ranges::equal_range(statistics_, block, {}, &Statistic::block);
        if (last - first != 2) return std::nullopt;
        const Quantity& part = first->quantity;
        const Quantity& share = (first + 1)->quantity;
        const std::string_view between = document_.view(TextSpan{part.span.end, share.span.start});
        if (part.kind != QuantityKind::cardinal || share.kind != QuantityKind::percent || between != " (")
            return std::nullopt;
        const auto index = static_cast<std::uint32_t>(first - statistics_.begin());
        return PartAndShare{index, index + 1};
    }

    /// Nothing where that column has no number, or one smaller than the part.
    [[nodiscard]] std::optional<double> whole_of(const Row& row, std::uint32_t column) const {
        const auto cells = wholes_.find(row.first);
        if (cells == wholes_.end()) return std::nullopt;
        const auto whole = cells->second.find(column);
        if (whole == cells->second.end() || whole->second <= 0 || part_of(row) > whole->second) return std::nullopt;
        return whole->second;
    }

    [[nodiscard]] std::optional<bool> fits(const Row& row, std::uint32_t column) const {
        const auto whole = whole_of(row, column);
        if (!whole) return std::nullopt;
        const Quantity& share = statistics_[row.second.share].quantity;
        // A step, not half of one: cut digits are fair.
        return std::abs(share.low - part_of(row) / *whole) <= share.step * 1.01;
    }

    void add(const Row& row, std::uint32_t column, bool right, std::vector<Derivation>& found) const {
        const double whole = *whole_of(row, column);
        found.push_back(
            {row.second.share,
             right,
             {"share",
              {{"part", shown(part_of(row))}, {"whole", shown(whole)}, {"share", shown_percent(part_of(row) / whole)}}},
             true});
    }

    [[nodiscard]] double part_of(const Row& row) const { return statistics_[row.second.part].quantity.low; }

    const Document& document_;
    const std::vector<Statistic>& statistics_;
    std::map<std::uint32_t, std::map<std::uint32_t, double>> wholes_; ///< by row and column
    std::map<std::uint32_t, std::vector<Row>> shares_;                ///< by column
};

} // namespace

void derive_table_shares(const Document& document, const std::vector<Statistic>& statistics, IndexRange range,
                         std::vector<Derivation>& found) {
    for (const IndexRange table : tables_in(document.blocks, range))
        Table(document, statistics, table.first, table.last).check(found);
}

} // namespace statlint
