#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "text/index_range.hpp"

namespace statlint {

/// A cell that holds one plain number and nothing else, with its currency sign or per cent.
struct PlainNumber {
    double value = 0;
    double step = 1;
    std::string unit;
};

/// Nothing where a cell holds anything else, a hedge or a minus included.
[[nodiscard]] std::optional<PlainNumber> plain_number(std::string_view cell);

/// The tables that stand wholly in some blocks, each as its blocks; those too large to be worth the while are left out.
[[nodiscard]] std::vector<IndexRange> tables_in(const std::vector<Block>& blocks, IndexRange range);

} // namespace statlint
