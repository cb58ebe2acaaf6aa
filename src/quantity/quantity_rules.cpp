#include <cmath>

#include "quantity/left_words.hpp"
#include "quantity/quantity_grammar.hpp"

namespace statlint::grammar {

namespace {

bool next_word_is(const char* at, const char* end, const Reading& reading, Role role) {
    const char* next = skip_spaces(at, end);
    return next != at && reading.tables.is(word_at(next, end), role);
}

bool unit_follows(const char* at, const char* end, const Reading& reading) {
    const char* next = skip_joint(at, end);
    const UnitMatch match = unit_at(next == nullptr ? at : next, end, reading.tables);
    return match.unit != nullptr && match.unit->kind != UnitClass::times;
}

/// Denominators that writers reach for when they mean a proportion, not "12 in 45 schools".
bool round_denominator(double value) {
    return value <= 10 || power_of_ten(value) || value == 12 || value == 15 || value == 16 || value == 20 ||
           value == 25 || value == 30 || value == 40 || value == 50 || value == 200 || value == 500;
}

} // namespace

const char* currency::look(const char* at, const char* end, Reading& reading) {
    const UnitMatch match = currency_at(at, end, reading.tables);
    if (match.unit == nullptr) return nullptr;
    reading.now().unit = match.unit;
    reading.now().unit_before = true;
    reading.now().unit_scale = match.scale;
    return match.end;
}

const char* currency_behind::look(const char* at, const char* end, Reading& reading) {
    Amount& amount = reading.now();
    if (amount.unit_before && amount.unit->name == "$") { // "$100 US"
        const std::string_view word = word_at(at, end);
        for (const Sign& mark : reading.tables.currency_marks) {
            if (word != mark.text || (at + word.size() < end && at[word.size()] == '-')) continue;
            amount.unit = &reading.tables.units[mark.meaning];
            return at + word.size();
        }
    }
    const UnitMatch match = reading.find_unit(at, end);
    if (match.unit == nullptr || match.unit->kind != UnitClass::money) return nullptr;
    if (match.end < end && is_letter(*match.end)) return nullptr;
    // "5 $10 notes": the sign belongs to the next number
    const bool sign = !is_letter(match.end[-1]);
    const char* next = skip_spaces(match.end, end);
    if (sign && next < end && (is_digit(*next) || *next == '.') && next - match.end < 2) return nullptr;
    if (amount.unit_before) {
        if (match.unit->factor != 1 || sign) return nullptr;
        if (amount.unit->name != match.unit->name && amount.unit->name.size() > 1) return nullptr;
        if (match.unit->name.size() > 1) amount.unit = match.unit;
        return match.end;
    }
    amount.unit = match.unit;
    amount.value *= match.scale;
    amount.step *= match.scale;
    return match.end;
}

const char* cents::look(const char* at, const char* end, Reading& reading) {
    Amount& amount = reading.now();
    if (amount.unit_before || amount.decimal || amount.unit->factor != 1) return nullptr;
    const char* p = skip_joint(at, end);
    if (p == nullptr) return nullptr;
    if (const std::string_view text = word_at(p, end); reading.tables.is(text, Role::conjunction)) {
        p = skip_spaces(p + text.size(), end);
    }
    double value = 0;
    const char* stop = p;
    bool digits = false;
    if (p < end && is_digit(*p)) {
        digits = true;
        while (stop < end && is_digit(*stop) && stop - p < 3) value = value * 10 + (*stop++ - '0');
        if (stop - p > 2) return nullptr;
    } else {
        Sum sum;
        for (const char* next = p; next != nullptr; next = skip_joint(stop, end)) {
            const NumberWord* word = reading.tables.find(word_at(next, end));
            if (word == nullptr || !word->is(Role::cardinal) || !sum.take(*word)) break;
            stop = next + word->text().size();
        }
        if (!sum.started) return nullptr;
        value = sum.value();
    }
    const char* next = skip_joint(stop, end);
    const UnitMatch match = next == nullptr ? UnitMatch{} : unit_at(next, end, reading.tables);
    const bool named = match.unit != nullptr && match.unit->kind == UnitClass::money && match.unit->factor == 0.01;
    const bool at_stop = stop == end || *stop == ';' || *stop == '!' || *stop == '?' ||
                         (*stop == '.' && (end - stop < 2 || !is_digit(stop[1])));
    const bool two_digits = digits && stop - p == 2;
    if (!named && (!two_digits || !(at_stop || next_word_is(stop, end, reading, Role::times_follower)))) return nullptr;
    amount.value += value / 100;
    amount.step = 0.01;
    return named ? match.end : stop;
}

bool start_denominator::holds(const char*, const char*, Reading& reading) {
    Amount& amount = reading.now();
    if (amount.shape != Shape::cardinal || amount.unit != nullptr || amount.negative) return false;
    Amount next;
    next.begin = amount.begin;
    next.numerator = amount.value;
    next.numerator_end = amount.number_end;
    next.number_begin = amount.number_begin;
    next.in_words = amount.in_words;
    amount = next;
    return true;
}

bool ratio_holds::holds(const char* at, const char* end, Reading& reading) {
    Amount& amount = reading.now();
    const double top = amount.numerator, bottom = amount.value;
    if (amount.shape != Shape::cardinal || top <= 0 || bottom < 2 || bottom != std::floor(bottom)) return false;
    if (at < end && (is_letter(*at) || *at == '%')) return false;
    const bool could_be_year = amount.digit_count == 4 && !amount.grouped && amount.scale == 1;
    switch (reading.ratio_link) {
    case RatioLink::in:
        if (top >= bottom || top != std::floor(top) || (could_be_year && bottom != 1000)) return false;
        if (top != 1 && !round_denominator(bottom)) return false;
        if (unit_follows(at, end, reading)) return false;
        break;
    case RatioLink::in_every:
        if (top >= bottom) return false;
        break;
    case RatioLink::out_of:
        if (top > bottom || unit_follows(at, end, reading)) return false;
        break;
    case RatioLink::per:
        if (bottom < 100 || !power_of_ten(bottom)) return false;
        break;
    case RatioLink::over: // only as a sum written out; in prose "one over 20" compares
        if (at != end) return false;
        break;
    }
    amount.denominator = bottom;
    amount.denominator_begin = amount.number_begin;
    amount.value = top / bottom;
    amount.step = 0;
    amount.scale = 1;
    amount.shape = Shape::ratio;
    return true;
}

bool unit_may_follow::holds(const char* at, const char* end, Reading& reading) {
    const char* next = skip_joint(at, end);
    if (next == nullptr) next = at;
    if (next >= end) return false;
    if (!is_letter(*next))
        return !is_digit(*next) && std::string_view(".,;:!?()\"'").find(*next) == std::string_view::npos;
    const std::string_view text = word_at(next, end);
    const NumberWord* word = reading.tables.find(text);
    if (word == nullptr) return text.size() <= 4; // "MEUR", "US$"
    return word->is(Role::unit) || word->is(Role::in) || word->is(Role::out) || word->is(Role::of) ||
           word->is(Role::per) || word->is(Role::over) || word->is(Role::article) || word->is(Role::currency_code);
}

bool is_share::holds(const char*, const char*, Reading& reading) {
    return reading.now().shape == Shape::fraction;
}

bool has_currency::holds(const char*, const char*, Reading& reading) {
    return reading.now().unit_before;
}

const char* minus::look(const char* at, const char* end, Reading& reading) {
    const char* stop = nullptr;
    if (at < end && *at == '-') stop = at + 1;
    if (starts_with(at, end, "\xe2\x88\x92")) stop = at + 3;
    if (stop == nullptr) {
        const std::string_view text = word_at(at, end);
        if (text.empty() || !reading.tables.is(text, Role::minus)) return nullptr;
        stop = skip_joint(at + text.size(), end);
        if (stop == nullptr) return nullptr;
    }
    reading.now().negative = true;
    return skip_spaces(stop, end);
}

const char* factor::look(const char* at, const char* end, Reading& reading) {
    const std::string_view text = word_at(at, end);
    const NumberWord* word = reading.tables.find(text);
    if (word == nullptr) return nullptr;
    const char* stop = at + text.size();
    if (stop < end && hyphen_at(stop, end) != 0) return nullptr; // "double-edged"
    bool holds = word->is(Role::factor);
    if (!holds && (word->is(Role::factor_before) || word->is(Role::factor_verb)))
        holds = next_word_is(stop, end, reading, Role::factor_follower);
    if (!holds && word->is(Role::factor_verb)) {
        const LeftWord before = word_before(at, reading.text_begin);
        holds = before.adjacent && reading.tables.is(before.text, Role::factor_leader);
    }
    if (!holds) return nullptr;
    Amount& amount = reading.now();
    amount.value = word->factor;
    amount.in_words = true;
    amount.shape = Shape::factor;
    amount.number_begin = at;
    amount.number_end = stop;
    return stop;
}

const char* nth::look(const char* at, const char* end, Reading& reading) {
    if (!reading.around.after_every) return nullptr;
    const std::string_view text = word_at(at, end);
    const NumberWord* word = reading.tables.find(text);
    if (word == nullptr || !word->is(Role::denominator) || word->denominator < 3) return nullptr;
    const char* stop = at + text.size();
    if (unit_follows(stop, end, reading)) return nullptr;
    Amount& amount = reading.now();
    amount.numerator = 1;
    amount.denominator = word->denominator;
    amount.value = 1 / word->denominator;
    amount.step = 0;
    amount.in_words = true;
    amount.shape = Shape::nth;
    amount.number_begin = at;
    amount.number_end = stop;
    return stop;
}

namespace {

bool same_kind_of_unit(const Unit& a, const Unit& b) {
    if (a.kind != b.kind) return false;
    return a.kind != UnitClass::money || a.name == b.name || a.name == "$" || b.name == "$";
}

bool looks_like_year(const Amount& amount) {
    return amount.plain_digits() && amount.digit_count == 4 && amount.value >= 1900 && amount.value < 2100;
}

/// "fell 32 cents to $51.43" says by how much and where to; it is no range.
bool after_word_of_change(const Reading& reading) {
    const char* at = reading.left.begin;
    for (int words = 0; words < 3; ++words) {
        const LeftWord word = word_before(at, reading.text_begin);
        if (!word.adjacent) return false;
        if (reading.tables.is(word.text, Role::change)) return true;
        at = word.begin;
    }
    return false;
}

bool share_like(Shape shape) {
    return shape == Shape::fraction || shape == Shape::ratio;
}

/// "21 to 65 per cent", "$13-100": the end without a unit has the other one's.
void borrow_unit(Reading& reading) {
    Amount& left = reading.left;
    Amount& right = reading.right;
    const bool said_to_be_range = reading.around.after_between || reading.around.after_from;
    if (right.bare() && left.unit != nullptr && (said_to_be_range || (left.unit_before && reading.link == Link::dash)))
        right.unit = left.unit;
    if (left.bare() && right.unit != nullptr && !right.unit_before) left.unit = right.unit;
    const double printed = right.value / right.scale;
    if (right.scale >= 1000 && left.scale == 1 && left.shape == Shape::cardinal && left.value <= printed) {
        left.value *= right.scale;
        left.step *= right.scale;
    }
    // "12.1 to 15.3 per 1,000"
    if (left.bare() && right.shape == Shape::ratio && reading.ratio_link == RatioLink::per) {
        left.numerator = left.value;
        left.denominator = right.denominator;
        left.value /= right.denominator;
        left.step = 0;
        left.shape = Shape::ratio;
    }
    // "two to three hundred"
    const bool hundreds = right.in_words && right.sum.after_scale && right.scale == 1 && right.value >= 100;
    if (hundreds && left.in_words && left.shape == Shape::cardinal && left.value < right.value / 100) {
        left.value *= 100;
        left.step *= 100;
    }
    if (left.unit != nullptr && right.unit != nullptr && left.unit->name == "$" &&
        left.unit->kind == UnitClass::money && right.unit->kind == UnitClass::money && right.unit->factor == 1)
        left.unit = right.unit;
}

} // namespace

bool range_holds::holds(const char* at, const char* end, Reading& reading) {
    const Amount before = reading.left;
    borrow_unit(reading);
    const Amount& left = reading.left;
    const Amount& right = reading.right;
    const auto holds = [&] {
        if ((left.unit == nullptr) != (right.unit == nullptr)) return false;
        if (left.unit != nullptr && !same_kind_of_unit(*left.unit, *right.unit)) return false;
        if (left.shape != right.shape && !(share_like(left.shape) && share_like(right.shape))) return false;
        if (left.shape == Shape::factor || left.shape == Shape::nth) return false;
        if (right.negative && reading.link == Link::dash) return false;
        if (looks_like_year(left) && !looks_like_year(right)) return false;
        const bool bounded = reading.around.after_from || reading.around.after_between;
        if (reading.link == Link::to && !bounded && before.unit != nullptr && after_word_of_change(reading))
            return false;
        const double factor_left = left.unit == nullptr ? 1 : left.unit->factor;
        const double factor_right = right.unit == nullptr ? 1 : right.unit->factor;
        const auto value = [](const Amount& amount) { return amount.negative ? -amount.value : amount.value; };
        const bool ascending = value(left) * factor_left < value(right) * factor_right;
        const bool change = reading.link == Link::arrow || (reading.around.after_from && reading.link == Link::to);
        if (!ascending && !change) return false;
        if (reading.link == Link::dash && left.in_words != right.in_words) return false;
        // "1-2-3" and "3-1, 4-2" are something else
        if (reading.link == Link::dash && at < end && hyphen_at(at, end) != 0 && end - at > 1 && is_digit(at[1]))
            return false;
        return at == end || !is_letter(*at);
    };
    if (holds()) {
        reading.paired = true;
        return true;
    }
    reading.left = before;
    return false;
}

} // namespace statlint::grammar
