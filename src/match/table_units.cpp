#include "match/table_units.hpp"

#include <algorithm>
#include <optional>

#include "quantity/lookup.hpp"
#include "quantity/tables.hpp"
#include "text/ascii.hpp"

namespace statlint {
namespace {

constexpr std::uint32_t most_headers = 400; ///< cells of header rows that are read
constexpr std::uint32_t blocks_above = 3;   ///< from the table up to what may be its title
constexpr std::size_t longest_header = 200; ///< bytes
constexpr double most = 100;                ///< per cent

/// What a header says that the numbers are.
enum class Said : std::uint8_t { nothing, percent, other };

class Headers {
  public:
    Headers(const Document& document, const NumberWords::Tables& tables) : document_(document), tables_(tables) {}

    /// Whether a number that fills this cell is a percentage.
    [[nodiscard]] bool percent(std::uint32_t index) {
        const Block& cell = document_.blocks[index];
        if (cell.table != table_) read_table(index);
        if (cell.row != row_) read_row(index);
        const Said column = cell.column < columns_.size() ? columns_[cell.column] : Said::nothing;
        if (column != Said::nothing) return column == Said::percent;
        if (label_ != Said::nothing) return label_ == Said::percent;
        return titled_;
    }

  private:
    [[nodiscard]] std::string_view text_of(std::uint32_t index) const {
        return document_.view(document_.blocks[index].text).substr(0, longest_header);
    }

    [[nodiscard]] bool among(const std::vector<std::string>& words, std::string_view word) const {
        return std::ranges::find(words, lower_case(word)) != words.end();
    }

    /// Of a title the unit must stand apart: "Prevalence (%)", "Prevalence, per cent", but not "Why 28.5 per cent".
    [[nodiscard]] Said said_in(std::string_view text, bool title) const {
        const char* const end = text.data() + text.size();
        Said said = Said::nothing;
        bool number = false; // right before
        for (const char* at = text.data(); at < end;) {
            const std::string_view word = word_at(at, end);
            const char* next = word.empty() ? at + 1 : at + word.size();
            const UnitMatch match = is_digit(*at) ? UnitMatch{} : unit_at(at, end, tables_);
            if (match.unit != nullptr && !number) {
                const bool percent = match.unit->kind == UnitClass::percent;
                if (percent && (!title || stands_apart(text, at, match.end))) return Said::percent;
                if (!percent && match.unit->kind != UnitClass::age) said = Said::other;
                next = std::max(next, match.end);
            } else if (!title && among(tables_.percent_heads, word)) {
                return Said::percent;
            } else if (!title && among(tables_.count_heads, word)) {
                said = Said::other;
            }
            if (*at != ' ') number = is_digit(*at);
            at = next;
        }
        return said;
    }

    [[nodiscard]] static bool stands_apart(std::string_view text, const char* start, const char* stop) {
        std::string_view before = text.substr(0, static_cast<std::size_t>(start - text.data()));
        std::string_view behind = text.substr(static_cast<std::size_t>(stop - text.data()));
        while (before.ends_with(' ')) before.remove_suffix(1);
        while (behind.starts_with(' ')) behind.remove_prefix(1);
        constexpr std::string_view ends = "().:;,]", starts = "([,:;-";
        return (behind.empty() || ends.find(behind.front()) != std::string_view::npos) && !before.empty() &&
               (starts.find(before.back()) != std::string_view::npos || before.ends_with(" in") ||
                before.ends_with("\xE2\x80\x93") || before.ends_with("\xE2\x80\x94"));
    }

    void read_table(std::uint32_t index) {
        const std::vector<Block>& blocks = document_.blocks;
        table_ = blocks[index].table;
        columns_.clear();
        titled_ = false;
        row_.reset();
        std::uint32_t first = index;
        while (first > 0 && blocks[first - 1].table == table_) --first;
        for (std::uint32_t i = first; i < blocks.size() && i - first < most_headers && blocks[i].table == table_; ++i) {
            if (blocks[i].kind == BlockKind::caption) titled_ = titled_ || said_in(text_of(i), true) == Said::percent;
            if (blocks[i].kind != BlockKind::table_cell) continue;
            if (!blocks[i].header && blocks[i].row > 0) break;
            if (blocks[i].column >= most_headers) continue;
            if (columns_.size() <= blocks[i].column) columns_.resize(blocks[i].column + 1, Said::nothing);
            Said& column = columns_[blocks[i].column];
            if (const Said said = said_in(text_of(i), false); said != Said::nothing) column = said;
        }
        // "Measure (per cent)" above the labels of the rows speaks of all columns.
        if (!columns_.empty() && columns_.front() == Said::percent) titled_ = true;
        for (std::uint32_t i = first; !titled_ && i > 0 && first - i < blocks_above; --i) {
            const Block& above = blocks[i - 1];
            if (above.table != no_block || above.list != no_block) break;
            titled_ = said_in(text_of(i - 1), true) == Said::percent;
            if (above.kind == BlockKind::heading) break;
        }
    }

    void read_row(std::uint32_t index) {
        const std::vector<Block>& blocks = document_.blocks;
        row_ = blocks[index].row;
        std::uint32_t first = index;
        while (first > 0 && blocks[first - 1].table == table_ && blocks[first - 1].row == row_) --first;
        label_ = first < index && blocks[first].column == 0 ? said_in(text_of(first), false) : Said::nothing;
    }

    const Document& document_;
    const NumberWords::Tables& tables_;
    std::uint32_t table_ = no_block;
    std::optional<std::uint32_t> row_;
    std::vector<Said> columns_;
    Said label_ = Said::nothing;
    bool titled_ = false;
};

} // namespace

void lend_percent(Quantity& quantity) {
    constexpr double percent = 0.01;
    quantity.kind = quantity.of = QuantityKind::percent;
    quantity.unit = "%";
    quantity.low *= percent;
    quantity.high *= percent;
    quantity.step *= percent;
}

void lend_percent(const Document& document, IndexRange blocks, const NumberWords& words,
                  std::vector<Quantity>& quantities) {
    Headers headers(document, words.tables());
    auto quantity = quantities.begin();
    for (std::uint32_t i = blocks.first; i < blocks.last && quantity != quantities.end(); ++i) {
        const Block& block = document.blocks[i];
        while (quantity != quantities.end() && quantity->span.start < block.text.start) ++quantity;
        if (quantity == quantities.end() || quantity->span.start >= block.text.end) continue;
        const bool alone = quantity->span == block.text && quantity->kind == QuantityKind::cardinal;
        if (block.kind != BlockKind::table_cell || block.header || block.column == 0 || !alone) continue;
        if (!quantity->in_words && quantity->low <= most && headers.percent(i)) lend_percent(*quantity);
    }
}

} // namespace statlint
