#include <algorithm>

#include "quantity/finder.hpp"
#include "quantity/lookup.hpp"

namespace statlint {

namespace {

QuantityKind kind_of(const Sighting& sighting, const Amount& amount) {
    if (amount.shape == Shape::ratio || amount.shape == Shape::nth) return QuantityKind::ratio;
    if (amount.shape == Shape::factor) return QuantityKind::multiplier;
    if (amount.unit == nullptr)
        return amount.shape == Shape::fraction ? QuantityKind::fraction : QuantityKind::cardinal;
    switch (amount.unit->kind) {
    case UnitClass::percent:
        return QuantityKind::percent;
    case UnitClass::points:
        return QuantityKind::percentage_points;
    case UnitClass::fold:
        return QuantityKind::multiplier;
    case UnitClass::money:
        return QuantityKind::money;
    case UnitClass::duration:
        return QuantityKind::duration;
    case UnitClass::age:
    case UnitClass::age_months:
        return QuantityKind::age;
    case UnitClass::measure:
        return QuantityKind::cardinal;
    case UnitClass::times: // "three times more" multiplies, "three times a week" counts
        return sighting.tables.is(sighting.next_word(), Role::times_follower) ? QuantityKind::multiplier
                                                                              : QuantityKind::cardinal;
    }
    return QuantityKind::cardinal;
}

double value_of(const Amount& amount) {
    const double value = amount.unit == nullptr ? amount.value : amount.value * amount.unit->factor;
    return amount.negative ? -value : value;
}

double step_of(const Amount& amount) {
    if (amount.shape == Shape::ratio || amount.shape == Shape::fraction || amount.shape == Shape::nth) return 0;
    return amount.unit == nullptr ? amount.step : amount.step * amount.unit->factor;
}

bool could_be_age(const Amount& amount) {
    return amount.plain_digits() || (amount.bare() && amount.in_words) ? amount.value >= 1 && amount.value <= 120
                                                                       : false;
}

/// "aged", "between the ages of" before a number and its hedge
bool after_aged(const Sighting& sighting) {
    const auto& tables = sighting.tables;
    LeftWord before = word_before(sighting.left.before, sighting.origin);
    if (before.adjacent && (tables.is(before.text, Role::between) || tables.is(before.text, Role::from)))
        before = word_before(before.begin, sighting.origin);
    if (before.adjacent && tables.is(before.text, Role::of)) before = word_before(before.begin, sighting.origin);
    return before.adjacent && tables.is(before.text, Role::aged);
}

/// "aged 10–17 years"
bool tells_age_in_years(const Sighting& sighting) {
    const Unit* unit = sighting.last().unit;
    return unit != nullptr && unit->kind == UnitClass::duration && unit->name == "year" && after_aged(sighting);
}

/// "people aged 17", "those under 18", "16 and over"
bool tells_age(const Sighting& sighting, const Quantity& quantity) {
    const auto& tables = sighting.tables;
    if (!could_be_age(sighting.amount()) || !could_be_age(sighting.last())) return false;
    if (after_aged(sighting)) return true;
    const LeftWord before = word_before(sighting.left.before, sighting.origin);
    if (quantity.hedge == Hedge::none || quantity.hedge_span.empty() || sighting.amount().value < 5) return false;
    const bool behind = quantity.hedge_span.start >= quantity.span.end;
    if (behind) {
        // "aged" is missing: "16 and over", "18 or older", but not "5 or more"
        const char last = sighting.last().end[quantity.hedge_span.end - quantity.span.end - 1];
        const std::size_t length = quantity.hedge_span.end - quantity.hedge_span.start;
        return length > 5 && (last == 'r') && sighting.tables.is(sighting.next_word(), Role::conjunction);
    }
    if (sighting.left.hedge_text.find(' ') != std::string_view::npos) return false;
    const bool of_people = before.adjacent && tables.is(before.text, Role::person);
    const std::string_view next = sighting.next_word();
    return of_people && (next.empty() || tables.is(next, Role::fraction_follower));
}

/// "fell … from 90% to 75%": a word of change stands in the same sentence before it.
bool tells_change(const Sighting& sighting) {
    constexpr std::ptrdiff_t way = 120;
    const char* begin = sighting.left.before - sighting.origin > way ? sighting.left.before - way : sighting.origin;
    for (const char* at = sighting.left.before; at > begin;) {
        const char* stop = at;
        while (at > begin && is_letter(at[-1])) --at;
        if (at != stop) {
            if (sighting.tables.is({at, static_cast<std::size_t>(stop - at)}, Role::change)) return true;
            continue;
        }
        --at;
        const bool sentence_end = *at == '.' || *at == '?' || *at == '!';
        if (*at == ';' || (sentence_end && space_at(at + 1, sighting.end) != 0)) return false;
    }
    return false;
}

void set_values(const Sighting& sighting, Quantity& quantity) {
    const Amount& amount = sighting.amount();
    quantity.low = quantity.high = value_of(amount);
    quantity.step = step_of(amount);
    quantity.kind = quantity.of = kind_of(sighting, amount);
    quantity.in_words = amount.in_words;
    if (amount.unit != nullptr) quantity.unit = amount.unit->name;
    if (amount.unit != nullptr && amount.unit->kind == UnitClass::percent) quantity.unit = "%";
    if (!sighting.reading.paired) return;
    const Amount& right = sighting.reading.right;
    quantity.high = value_of(right);
    quantity.step = std::max(quantity.step, step_of(right));
    quantity.of = kind_of(sighting, right);
    quantity.in_words = amount.in_words && right.in_words;
    if (right.unit != nullptr) quantity.unit = right.unit->name;
    const bool change =
        sighting.reading.link == Link::arrow || (sighting.reading.link == Link::to && sighting.left.after_from &&
                                                 (quantity.high < quantity.low || tells_change(sighting)));
    quantity.kind = change ? QuantityKind::change : QuantityKind::range;
}

} // namespace

std::string_view Sighting::next_word() const {
    const char* next = skip_spaces(last().end, end);
    return next == last().end ? std::string_view() : word_at(next, end);
}

Quantity classify(const Sighting& sighting, std::uint32_t base) {
    const auto offset = [&](const char* at) { return base + static_cast<std::uint32_t>(at - sighting.origin); };
    const auto span = [&](const char* from, const char* to) { return TextSpan{offset(from), offset(to)}; };
    const Amount& amount = sighting.amount();
    Quantity quantity;
    set_values(sighting, quantity);
    quantity.span = span(amount.begin, sighting.last().end);
    if (sighting.reading.paired) {
        quantity.first = span(amount.begin, amount.end);
        quantity.second = span(sighting.reading.right.begin, sighting.reading.right.end);
    } else if (amount.shape == Shape::ratio) {
        quantity.first = span(amount.begin, amount.numerator_end);
        quantity.second = span(amount.denominator_begin, amount.number_end);
    }

    const LeftContext& left = sighting.left;
    const auto& early = sighting.tables.not_before_durations;
    const bool when = quantity.of == QuantityKind::duration &&
                      std::find(early.begin(), early.end(), lower_case(left.hedge_text)) != early.end() &&
                      !sighting.tables.is(word_before(left.before, sighting.origin).text, Role::duration_leader);
    if (left.hedge != Hedge::none && !when) {
        quantity.hedge = left.hedge;
        quantity.hedge_span = span(left.hedge_text.data(), left.hedge_text.data() + left.hedge_text.size());
    } else if (const HedgeMatch match = hedge_behind(sighting.last().end, sighting.end, sighting.tables);
               match.hedge != Hedge::none) {
        quantity.hedge = match.hedge;
        quantity.hedge_span = span(match.text.data(), match.text.data() + match.text.size());
    }
    if (amount.majority && quantity.hedge == Hedge::none) quantity.hedge = Hedge::over;
    const bool in_years = tells_age_in_years(sighting);
    if (in_years) {
        const double second = sighting.last().unit->factor;
        quantity.low /= second;
        quantity.high /= second;
        quantity.step /= second;
    }
    if (in_years || tells_age(sighting, quantity)) {
        quantity.of = QuantityKind::age;
        quantity.unit = "year";
        if (!quantity.is_pair()) quantity.kind = QuantityKind::age;
    }
    return quantity;
}

} // namespace statlint
