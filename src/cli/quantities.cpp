#include "cli/quantities.hpp"

#include "corpus/corpus.hpp"
#include "match/table_units.hpp"

namespace statlint {

Result<NumberWords> builtin_number_words() {
    return NumberWords::load(embedded_rules("en/numbers.toml"), embedded_rules("en/units.toml"),
                             embedded_rules("en/hedges.toml"));
}

std::vector<Quantity> quantities_of(const Document& document, const NumberWords& words) {
    std::vector<Quantity> quantities;
    for (const Block& block : document.blocks)
        find_quantities(document.view(block.text), block.text.start, words, quantities);
    lend_percent(document, {0, static_cast<std::uint32_t>(document.blocks.size())}, words, quantities);
    return quantities;
}

} // namespace statlint
