#include <cmath>
#include <string>

#include "quantity/left_words.hpp"
#include "quantity/number_grammar.hpp"

namespace statlint::grammar {

namespace {

const NumberWord* find_word(const char* at, const char* end, const Reading& reading) {
    return reading.tables.find(word_at(at, end));
}

/// "thirty-fifths": tens that belong to a denominator.
bool starts_compound_ordinal(const NumberWord& tens, const char* after, const char* end, const Reading& reading) {
    if (tens.cardinal < 20 || std::fmod(tens.cardinal, 10) != 0) return false;
    const char* next = skip_joint(after, end);
    const NumberWord* ones = next == nullptr ? nullptr : find_word(next, end, reading);
    if (ones == nullptr) return false;
    const bool ordinal = ones->is(Role::denominator) || ones->is(Role::denominators);
    return ones->is(Role::after_tens) || (ordinal && ones->denominator > 2 && ones->denominator < 10);
}

/// Whether the words behind one that was just added can go on with the number, or start something of their own. A
/// scale that can't be taken means that a new number began before it: "two hundred and [three hundred]".
bool rest_belongs(Sum sum, const char* at, const char* end, const Reading& reading, bool after_and) {
    for (int i = 0; i < 4; ++i) {
        const char* next = skip_joint(at, end);
        const NumberWord* word = next == nullptr ? nullptr : find_word(next, end, reading);
        if (word == nullptr) return true;
        if (after_and && (word->is(Role::denominator) || word->is(Role::denominators)) && !word->is(Role::unit))
            return false;
        if (word->is(Role::scale) && !sum.take(*word)) return false;
        if (!word->is(Role::scale) && !(word->is(Role::cardinal) && sum.take(*word))) return true;
        at = next + word->text().size();
    }
    return true;
}

double last_place(double value) {
    double step = 1;
    while (value >= step * 10 && std::fmod(value, step * 10) == 0) step *= 10;
    return step;
}

void note_sum(Amount& amount, const NumberWord& word) {
    const double before = amount.value;
    amount.value = amount.sum.value();
    if (word.is(Role::scale) && word.scale >= 1000) amount.scale = word.scale;
    if (amount.in_words)
        amount.step = amount.sum.last_scale < 1e300 || amount.value >= 100 ? last_place(amount.value) : 1;
    else if (word.is(Role::scale) && before > 0)
        amount.step *= amount.value / before;
    else
        amount.step = 1;
}

/// Behind the next word where it has a role, else where it was.
const char* skip_word(const char* at, const char* end, Role role, const Reading& reading) {
    const char* next = skip_joint(at, end);
    if (next == nullptr) return at;
    const std::string_view text = word_at(next, end);
    return reading.tables.is(text, role) ? next + text.size() : at;
}

const char* next_digits(const char* at, const char* end, Amount& amount) {
    const char* stop = at;
    double value = 0;
    while (stop < end && is_digit(*stop) && stop - at < 4) value = value * 10 + (*stop++ - '0');
    if (stop - at > 3 || (stop < end && (is_letter(*stop) || *stop == '%'))) return nullptr;
    if (end - stop > 1 && (*stop == '.' || *stop == ',') && is_digit(stop[1])) return nullptr;
    if (amount.in_words || !amount.sum.take_digits(value)) return nullptr;
    return stop;
}

} // namespace

const char* suffix::look(const char* at, const char* end, Reading& reading) {
    Amount& amount = reading.now();
    if (amount.slash) return nullptr;
    const char* p = at;
    for (int i = 0; i < 2; ++i) p += space_at(p, end);
    const std::string_view letters = word_at(p, end);
    if (letters.empty() || letters.size() > 3) return nullptr;
    const char* stop = p + letters.size();
    if (stop < end && (is_digit(*stop) || static_cast<unsigned char>(*stop) >= 0xc3)) return nullptr;
    const auto try_list = [&](const std::vector<Sign>& list) {
        for (const Sign& sign : list) {
            if (sign.text != letters) continue;
            amount.value *= sign.value;
            amount.step *= sign.value;
            amount.scale = sign.value;
            return true;
        }
        return false;
    };
    if (try_list(p == at ? reading.tables.suffixes_glued : reading.tables.suffixes_spaced)) return stop;
    const auto money_behind = [&] { // "10m euros"
        const char* next = skip_spaces(stop, end);
        const UnitMatch match = p == at && next != stop ? unit_at(next, end, reading.tables) : UnitMatch{};
        return match.unit != nullptr && match.unit->kind == UnitClass::money;
    };
    return (amount.unit_before || money_behind()) && try_list(reading.tables.suffixes_money) ? stop : nullptr;
}

bool start_sum::holds(const char*, const char*, Reading& reading) {
    Amount& amount = reading.now();
    amount.sum = Sum{};
    if (amount.value > 0 && amount.scale == 1) {
        amount.sum.group = amount.value;
        amount.sum.started = amount.sum.digits = true;
    }
    return true;
}

const char* first_number_word::look(const char* at, const char* end, Reading& reading) {
    Amount& amount = reading.now();
    const NumberWord* word = find_word(at, end, reading);
    if (word == nullptr) return nullptr;
    const char* stop = at + word->text().size();
    amount.sum = Sum{};
    if (word->is(Role::article)) {
        const char* next = skip_joint(stop, end);
        const NumberWord* scale = next == nullptr ? nullptr : find_word(next, end, reading);
        if (scale == nullptr || !scale->is(Role::scale) || !amount.sum.take(*scale)) return nullptr;
        amount.article = true;
        word = scale;
        stop = next + scale->text().size();
    } else if (word->is(Role::scale)) { // "hundred thousand", "every hundred": else a scale alone is no number
        const char* next = skip_joint(stop, end);
        const NumberWord* scale = next == nullptr ? nullptr : find_word(next, end, reading);
        const LeftWord before = word_before(at, reading.text_begin);
        const bool after_every = before.adjacent && reading.tables.is(before.text, Role::every);
        if (!after_every && (scale == nullptr || !scale->is(Role::scale))) return nullptr;
        if (!amount.sum.take(*word)) return nullptr;
    } else if (!amount.sum.take(*word)) {
        return nullptr;
    }
    amount.in_words = true;
    note_sum(amount, *word);
    return stop;
}

const char* next_number_word::look(const char* at, const char* end, Reading& reading) {
    Amount& amount = reading.now();
    if (!amount.sum.started) return nullptr;
    const char* p = skip_joint(at, end);
    if (p == nullptr && amount.sum.digits && at < end && is_letter(*at)) p = at; // "10million"
    if (p == nullptr) return nullptr;
    const NumberWord* word = find_word(p, end, reading);
    bool after_and = false;
    if (word != nullptr && word->is(Role::conjunction)) {
        const bool of_range = reading.around.after_between && !reading.reading_right;
        p = skip_joint(p + word->text().size(), end);
        if (!amount.sum.after_scale || of_range || p == nullptr) return nullptr;
        after_and = true;
        word = find_word(p, end, reading);
    }
    const Sum before = amount.sum;
    if (p < end && is_digit(*p)) {
        const char* stop = next_digits(p, end, amount);
        if (stop != nullptr && rest_belongs(amount.sum, stop, end, reading, after_and) &&
            unit_at(skip_spaces(stop, end), end, reading.tables).unit == nullptr) {
            amount.value = amount.sum.value();
            amount.step = 1;
            return stop;
        }
        // "3 hundred and 21 yuan" has a unit of its own, but "5 hundred and 20 per cent" are two quantities.
        if (stop != nullptr && after_and && rest_belongs(amount.sum, stop, end, reading, after_and)) {
            const UnitMatch match = unit_at(skip_spaces(stop, end), end, reading.tables);
            if (match.unit->kind == UnitClass::money) {
                amount.value = amount.sum.value();
                amount.step = 1;
                return stop;
            }
        }
        amount.sum = before;
        return nullptr;
    }
    if (word == nullptr || starts_compound_ordinal(*word, p + word->text().size(), end, reading)) return nullptr;
    const char* stop = p + word->text().size();
    if (word->is(Role::scale) && word->scale == 100 && amount.sum.digits && amount.sum.group >= 100) {
        // "1,674.5 hundred thousand"
        const char* next = skip_joint(stop, end);
        const NumberWord* scale = next == nullptr ? nullptr : find_word(next, end, reading);
        if (scale == nullptr || !scale->is(Role::scale) || scale->scale <= 100) return nullptr;
        amount.sum.group *= 100;
        word = scale;
        stop = next + scale->text().size();
    }
    if (!amount.sum.take(*word)) {
        amount.sum = before;
        return nullptr;
    }
    if (word->is(Role::cardinal) && !rest_belongs(amount.sum, stop, end, reading, after_and)) {
        amount.sum = before;
        return nullptr;
    }
    note_sum(amount, *word);
    return stop;
}

const char* digit_word::look(const char* at, const char* end, Reading& reading) {
    const NumberWord* word = find_word(at, end, reading);
    if (word == nullptr || !word->is(Role::cardinal)) return nullptr;
    Amount& amount = reading.now();
    if (amount.tens_open && word->cardinal > 0 && word->cardinal < 10) { // the "one" of "point seventy-one"
        amount.value += word->cardinal * amount.step;
        amount.tens_open = false;
        return at + word->text().size();
    }
    const double place = amount.step >= 1 ? 0.1 : amount.step / 10;
    const double step = word->cardinal >= 10 ? place / 10 : place;
    amount.value += word->cardinal * step;
    amount.step = step;
    amount.decimal = true;
    amount.tens_open = word->cardinal >= 20 && std::fmod(word->cardinal, 10) == 0;
    return at + word->text().size();
}

const char* share_count::look(const char* at, const char* end, Reading& reading) {
    const NumberWord* word = find_word(at, end, reading);
    if (word == nullptr) return nullptr;
    Amount& amount = reading.now();
    if (word->is(Role::article)) {
        amount.share_count = 1;
        return at + word->text().size();
    }
    Sum sum;
    if (!word->is(Role::cardinal) || !sum.take(*word)) return nullptr;
    const char* stop = at + word->text().size();
    if (const char* next = skip_joint(stop, end)) {
        const NumberWord* ones = find_word(next, end, reading);
        if (ones != nullptr && ones->is(Role::cardinal) && sum.take(*ones)) stop = next + ones->text().size();
    }
    amount.share_count = sum.value();
    return stop;
}

const char* compound_denominator::look(const char* at, const char* end, Reading& reading) {
    const NumberWord* tens = find_word(at, end, reading);
    if (tens == nullptr || !tens->is(Role::cardinal)) return nullptr;
    if (!starts_compound_ordinal(*tens, at + tens->text().size(), end, reading)) return nullptr;
    return denominator::look(at, end, reading);
}

namespace {

struct Ordinal {
    double value = 0;
    bool plural = false;
    const char* end = nullptr;
};

/// "third", "fifths", "twenty-first"
Ordinal ordinal_at(const char* at, const char* end, const Reading& reading) {
    const NumberWord* word = find_word(at, end, reading);
    if (word == nullptr) return {};
    const char* stop = at + word->text().size();
    if (word->is(Role::cardinal) && starts_compound_ordinal(*word, stop, end, reading)) {
        const char* next = skip_joint(stop, end);
        const NumberWord* ones = find_word(next, end, reading);
        const double value = ones->is(Role::after_tens) ? ones->ordinal : ones->denominator;
        return {word->cardinal + value, ones->text().back() == 's', next + ones->text().size()};
    }
    if (!word->is(Role::denominator) && !word->is(Role::denominators)) return {};
    return {word->denominator, word->is(Role::denominators), stop};
}

} // namespace

const char* denominator::look(const char* at, const char* end, Reading& reading) {
    const Ordinal ordinal = ordinal_at(at, end, reading);
    if (ordinal.end == nullptr) return nullptr;
    Amount& amount = reading.now();
    const bool added = amount.share_count > 0;
    const double count = added ? amount.share_count : amount.value;
    if (amount.shape != Shape::cardinal || count != std::floor(count) || count < 1) return nullptr;
    const bool one_more = added && count == 1; // "and a quarter"
    if (ordinal.plural != (count != 1) && !one_more) return nullptr;
    // "two halves", "four quarters" and "two quarters" are of matches and years.
    const bool game = ordinal.value <= 4 && (count == ordinal.value || (count == 2 && ordinal.value == 4));
    if (!added && (amount.decimal || game)) return nullptr;
    if (added && count > ordinal.value && amount.scale < 1000) { // "one hundred and thirty-two fifths"
        amount.numerator = amount.value + count;
        amount.denominator = ordinal.value;
        amount.value = amount.numerator / ordinal.value;
        amount.step = 0;
        amount.shape = Shape::fraction;
    } else if (added) {
        amount.share = count / ordinal.value;
        amount.share_base = amount.value;
        amount.value += amount.share * (amount.scale >= 1000 ? amount.scale : 1);
        amount.step = amount.scale >= 1000 ? amount.scale / 10 : 0.1;
        amount.decimal = true;
    } else {
        amount.numerator = count;
        amount.denominator = ordinal.value;
        amount.value = count / ordinal.value;
        amount.step = 0;
        amount.shape = Shape::fraction;
    }
    return ordinal.end;
}

namespace {

/// "majority" is more than half, of something.
const char* majority(const char* at, const char* end, Reading& reading) {
    const char* stop = at + word_at(at, end).size();
    const char* next = skip_spaces(stop, end);
    if (next == stop || !reading.tables.is(word_at(next, end), Role::of)) return nullptr;
    Amount& amount = reading.now();
    amount.in_words = amount.majority = true;
    amount.value = 0.5;
    amount.step = 0;
    amount.shape = Shape::fraction;
    return stop;
}

} // namespace

const char* single_share::look(const char* at, const char* end, Reading& reading) {
    const NumberWord* word = find_word(at, end, reading);
    if (word == nullptr) return nullptr;
    Amount& amount = reading.now();
    const bool article = word->is(Role::article);
    const char* p = article ? skip_joint(at + word->text().size(), end) : at;
    if (p != nullptr && reading.tables.is(word_at(p, end), Role::majority)) return majority(p, end, reading);
    const Ordinal ordinal = p == nullptr ? Ordinal{} : ordinal_at(p, end, reading);
    if (ordinal.end == nullptr || ordinal.plural) return nullptr;
    if (!article && ordinal.value != 2) {
        // "quarter million", "quarter of a million"
        const char* next = skip_word(ordinal.end, end, Role::of, reading);
        next = skip_word(next, end, Role::article, reading);
        next = skip_joint(next, end);
        if (next == nullptr || !reading.tables.is(word_at(next, end), Role::scale)) return nullptr;
    }
    amount.article = article;
    amount.in_words = true;
    amount.numerator = 1;
    amount.denominator = ordinal.value;
    amount.value = 1 / ordinal.value;
    amount.step = 0;
    amount.shape = Shape::fraction;
    return ordinal.end;
}

const char* scale_word::look(const char* at, const char* end, Reading& reading) {
    Amount& amount = reading.now();
    const NumberWord* word = find_word(at, end, reading);
    if (word == nullptr || !word->is(Role::scale)) return nullptr;
    if (amount.share_count > 0 && amount.scale >= 1000) { // "one billion and a quarter million"
        if (word->scale >= amount.scale) return nullptr;
        amount.value = amount.share_base + amount.share * word->scale;
    } else if (amount.share_count > 0 || amount.shape == Shape::fraction || (amount.decimal && amount.in_words) ||
               (amount.unit != nullptr && amount.scale == 1)) {
        amount.value *= word->scale;
    } else {
        return nullptr;
    }
    // "half a million" is as precise as "0.5 million", "a quarter of a million" as "0.25 million"
    const double share_step = amount.denominator == 2 ? 0.1 : 0.01;
    amount.step = amount.shape == Shape::fraction ? std::max(1.0, word->scale * share_step) : amount.step * word->scale;
    amount.shape = Shape::cardinal;
    amount.scale = word->scale;
    return at + word->text().size();
}

} // namespace statlint::grammar
