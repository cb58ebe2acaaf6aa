#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace statlint {

/// A cell that holds one plain number and nothing else, with its currency sign or per cent.
struct PlainNumber {
    double value = 0;
    double step = 1;
    std::string unit;
};

/// Nothing where a cell holds anything else, a hedge or a minus included.
[[nodiscard]] std::optional<PlainNumber> plain_number(std::string_view cell);

} // namespace statlint
