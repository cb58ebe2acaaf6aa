#include "match/table_cells.hpp"

#include <cmath>

namespace statlint {

std::optional<PlainNumber> plain_number(std::string_view cell) {
    while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
    while (!cell.empty() && cell.back() == ' ') cell.remove_suffix(1);
    PlainNumber number;
    const std::size_t first = cell.find_first_of("0123456789");
    constexpr std::size_t longest_sign = 4;
    if (first > longest_sign) return std::nullopt;
    number.unit = cell.substr(0, first);
    // A currency sign; other signs, as of a hedge or a minus, make the cell no plain number.
    const bool currency = number.unit.ends_with('$') || number.unit == "\xE2\x82\xAC" || number.unit == "\xC2\xA3";
    if (!number.unit.empty() && !currency) return std::nullopt;
    if (number.unit.empty() && cell.ends_with('%')) {
        number.unit = "%";
        cell.remove_suffix(1);
        while (cell.ends_with(' ')) cell.remove_suffix(1);
    }
    std::string digits;
    for (std::size_t i = first; i < cell.size(); ++i) {
        const char c = cell[i];
        if (c == ',' && i + 3 < cell.size()) continue;
        const bool point = c == '.' && digits.find('.') == std::string::npos && i + 1 < cell.size();
        if (!point && (c < '0' || c > '9')) return std::nullopt;
        digits += c;
    }
    if (digits.size() > 15) return std::nullopt;
    number.value = std::stod(digits);
    const std::size_t point = digits.find('.');
    if (point != std::string::npos) number.step = std::pow(10.0, -static_cast<double>(digits.size() - point - 1));
    return number;
}

std::vector<IndexRange> tables_in(const std::vector<Block>& blocks, IndexRange range) {
    constexpr std::uint32_t most_cells = 20000;
    std::vector<IndexRange> tables;
    for (std::uint32_t first = range.first; first < range.last;) {
        std::uint32_t last = first + 1;
        while (last < range.last && blocks[last].table == blocks[first].table) ++last;
        if (blocks[first].table != no_block && last - first <= most_cells) tables.push_back({first, last});
        first = last;
    }
    return tables;
}

} // namespace statlint
