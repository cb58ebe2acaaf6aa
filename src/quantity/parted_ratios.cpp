// "one boy in five", "six children in every ten": ratios with their noun inside.
#include <algorithm>

#include "quantity/finder.hpp"
#include "quantity/lookup.hpp"

namespace statlint {

namespace {

constexpr int most_inner_words = 3; ///< "one [young Australian man] in ten"

/// "one office in five cities" counts cities; "one man in six reports" counts men.
bool counts_on(const char* at, const char* end, std::string_view noun, bool one, const NumberWords::Tables& tables) {
    const std::string_view next = word_at(skip_spaces(at, end), end);
    return next.size() > 3 && next.ends_with('s') && !(one && tables.is(noun, Role::person));
}

/// The number before "boy in" and where it stands; `begin` is null where there is none.
struct Numerator {
    const char* begin = nullptr;
    const char* end = nullptr;
    double value = 0;
    std::string_view noun;
};

class PartedRatio {
  public:
    PartedRatio(std::string_view text, std::uint32_t base, const NumberWords::Tables& tables)
        : text_(text), base_(base), tables_(tables) {}

    [[nodiscard]] Numerator numerator_before(const Quantity& quantity, const Quantity* last) const {
        const char* floor = text_.data() + (last == nullptr ? 0 : last->span.end - base_);
        Numerator found;
        LeftWord word = word_before(at(quantity.span.start), floor);
        const bool every = word.adjacent && tables_.is(word.text, Role::every);
        if (every) word = word_before(word.begin, floor);
        if (!word.adjacent || !tables_.is(word.text, Role::in)) return {};
        for (int inner = 0; inner <= most_inner_words; ++inner) {
            const LeftWord left = word_before(word.begin, floor);
            if (!left.adjacent) return inner > 0 ? counted(last, word.begin, found.noun, every) : Numerator{};
            if (inner == 0) found.noun = left.text;
            const NumberWord* known = tables_.find(left.text);
            if (known != nullptr && known->is(Role::cardinal) && known->cardinal == 1) {
                found.begin = left.begin;
                found.end = left.begin + left.text.size();
                found.value = 1;
                return inner > 0 ? found : Numerator{};
            }
            word = left;
        }
        return {};
    }

    void join(Quantity& quantity, const Numerator& top, const char* floor) const {
        const LeftContext left = look_left(top.begin, floor, tables_);
        quantity.kind = quantity.of = QuantityKind::ratio;
        quantity.second = quantity.span;
        quantity.first = {offset(top.begin), offset(top.end)};
        quantity.span.start = offset(top.begin);
        quantity.low = quantity.high = top.value / quantity.low;
        quantity.step = 0;
        quantity.hedge = left.hedge;
        quantity.hedge_span = {};
        if (!left.hedge_text.empty())
            quantity.hedge_span = {offset(&left.hedge_text.front()), offset(&left.hedge_text.back() + 1)};
    }

    [[nodiscard]] bool counts_something(const Quantity& quantity, const Numerator& top) const {
        return counts_on(at(quantity.span.end), text_.data() + text_.size(), top.noun, top.value == 1, tables_);
    }

    [[nodiscard]] const char* at(std::uint32_t place) const { return text_.data() + (place - base_); }

  private:
    /// "six children in ten": a count of people right before the words; with "in every ten" of anything.
    [[nodiscard]] Numerator counted(const Quantity* last, const char* words, std::string_view noun, bool every) const {
        if (last == nullptr || last->kind != QuantityKind::cardinal || !last->unit.empty()) return {};
        if (!(every || tables_.is(noun, Role::person)) || skip_joint(at(last->span.end), words) != words) return {};
        return {at(last->span.start), at(last->span.end), last->low, noun};
    }

    [[nodiscard]] std::uint32_t offset(const char* place) const {
        return base_ + static_cast<std::uint32_t>(place - text_.data());
    }

    std::string_view text_;
    std::uint32_t base_;
    const NumberWords::Tables& tables_;
};

} // namespace

void join_parted_ratios(std::string_view text, std::uint32_t base, const NumberWords::Tables& tables,
                        std::vector<Quantity>& quantities, std::size_t first) {
    const PartedRatio reader(text, base, tables);
    std::size_t kept = first;
    for (std::size_t i = first; i < quantities.size(); ++i) {
        if (kept != i) quantities[kept] = std::move(quantities[i]);
        Quantity& quantity = quantities[kept++];
        if (quantity.kind != QuantityKind::cardinal || quantity.low < 2 || quantity.low > 1e6) continue;
        const Quantity* last = kept > first + 1 ? &quantities[kept - 2] : nullptr;
        const Numerator top = reader.numerator_before(quantity, last);
        if (top.begin == nullptr || reader.counts_something(quantity, top)) continue;
        if (top.value != 1 && !(top.value < quantity.low && power_of_ten(quantity.low))) continue;
        // "1 man in 12": the 1 was found as a number of its own.
        const bool found_before = last != nullptr && top.begin == reader.at(last->span.start);
        const std::size_t before = found_before ? 3 : 2;
        reader.join(quantity, top,
                    kept > first + before - 1 ? reader.at(quantities[kept - before].span.end) : text.data());
        if (found_before) {
            quantities[kept - 2] = std::move(quantity);
            --kept;
        }
    }
    quantities.resize(kept);
}

} // namespace statlint
