#include "quantity/quantity_reader.hpp"

namespace statlint {

std::optional<Quantity> read_quantity(std::string_view value, const NumberWords& words) {
    std::vector<Quantity> found;
    find_quantities(value, 0, words, found);
    if (found.size() != 1) return std::nullopt;
    return found.front();
}

} // namespace statlint
