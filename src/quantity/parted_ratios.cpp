#include <algorithm>

#include "quantity/finder.hpp"
#include "quantity/lookup.hpp"

namespace statlint {

namespace {

constexpr int most_inner_words = 3; ///< "one [young Australian man] in ten"

bool is_one(std::string_view word) {
    return word == "one" || word == "One" || word == "ONE";
}

/// "one office in five cities" counts cities; "one man in six reports" counts men.
bool counts_on(const char* at, const char* end, std::string_view noun, const NumberWords::Tables& tables) {
    const std::string_view next = word_at(skip_spaces(at, end), end);
    return next.size() > 3 && next.ends_with('s') && !tables.is(noun, Role::person);
}

/// Where the "one" of "one boy in" stands before `number`; null where there is none.
const char* one_before(const char* number, const char* begin, const NumberWords::Tables& tables,
                       std::string_view& noun) {
    LeftWord word = word_before(number, begin);
    if (word.adjacent && tables.is(word.text, Role::every)) word = word_before(word.begin, begin);
    if (!word.adjacent || !tables.is(word.text, Role::in)) return nullptr;
    for (int inner = 0; inner <= most_inner_words; ++inner) {
        const LeftWord left = word_before(word.begin, begin);
        if (!left.adjacent) return nullptr;
        if (inner == 0) noun = left.text;
        if (is_one(left.text)) return inner > 0 ? left.begin : nullptr;
        word = left;
    }
    return nullptr;
}

} // namespace

void join_parted_ratios(std::string_view text, std::uint32_t base, const NumberWords::Tables& tables,
                        std::vector<Quantity>& quantities, std::size_t first) {
    for (std::size_t i = first; i < quantities.size(); ++i) {
        Quantity& quantity = quantities[i];
        if (quantity.kind != QuantityKind::cardinal || quantity.low < 2 || quantity.low > 1e6) continue;
        const std::size_t floor = i > first ? quantities[i - 1].span.end - base : 0;
        const char* number = text.data() + (quantity.span.start - base);
        std::string_view noun;
        const char* one = one_before(number, text.data() + floor, tables, noun);
        if (one == nullptr) continue;
        if (counts_on(text.data() + (quantity.span.end - base), text.data() + text.size(), noun, tables)) continue;
        const LeftContext left = look_left(one, text.data() + floor, tables);
        const auto offset = [&](const char* at) { return base + static_cast<std::uint32_t>(at - text.data()); };
        quantity.kind = quantity.of = QuantityKind::ratio;
        quantity.second = quantity.span;
        quantity.first = {offset(one), offset(one) + 3};
        quantity.span.start = offset(one);
        quantity.low = quantity.high = 1 / quantity.low;
        quantity.step = 0;
        quantity.hedge = left.hedge;
        quantity.hedge_span = {};
        if (!left.hedge_text.empty())
            quantity.hedge_span = {offset(left.hedge_text.data()),
                                   offset(left.hedge_text.data() + left.hedge_text.size())};
    }
}

} // namespace statlint
