#include <algorithm>
#include <tuple>

#include "quantity/finder.hpp"
#include "quantity/lookup.hpp"

namespace statlint {

namespace {

class Context {
  public:
    explicit Context(const Sighting& sighting) : sighting_(sighting), tables_(sighting.tables) {}

    [[nodiscard]] bool names_something() const {
        const Amount& amount = sighting_.amount();
        if (amount.shape == Shape::fraction) return part_or_ordinal(amount);
        if (amount.in_words) return idle_word(amount);
        if (!plain()) return amount.unit == nullptr && amount.shape == Shape::cardinal && after_reference();
        return is_list_marker() || is_year() || is_day_of_month() || after_reference() || in_parentheses() ||
               before_street() || is_era() || is_score() || after_name() || glued_to_sign() || is_denominator() ||
               is_short_year();
    }

  private:
    [[nodiscard]] bool plain() const { return sighting_.amount().plain_digits() && sighting_.last().plain_digits(); }

    [[nodiscard]] LeftWord before(bool dots = false) const {
        return word_before(sighting_.amount().begin, sighting_.origin, dots);
    }

    /// "one" that is no number, "twenty-twenty"
    [[nodiscard]] bool idle_word(const Amount& amount) const {
        if (sighting_.reading.paired) return false;
        if (amount.bare() && amount.value == 1 && !amount.article && !amount.negative) return true;
        if (amount.unit != nullptr && amount.unit->kind == UnitClass::duration && amount.value == 1)
            return tables_.is(word_at(skip_spaces(amount.number_end, sighting_.end), sighting_.end),
                              Role::not_after_one);
        if (amount.bare() && (is_ordinal(amount) || is_year_in_words(amount))) return true;
        const bool scale_alone = tables_.is(word_at(amount.number_begin, sighting_.end), Role::scale);
        return scale_alone && before().adjacent &&
               tables_.is(before().text, Role::indefinite); // "a few hundred thousand"
    }

    /// "nineteen ninety-five"
    [[nodiscard]] bool is_year_in_words(const Amount& amount) const {
        if (amount.value != 18 && amount.value != 19 && amount.value != 20) return false;
        const char* next = skip_joint(amount.end, sighting_.end);
        const NumberWord* word = next == nullptr ? nullptr : tables_.find(word_at(next, sighting_.end));
        return word != nullptr && word->is(Role::cardinal) && word->cardinal >= 10;
    }

    /// The word behind a place, and where it ends.
    [[nodiscard]] std::pair<const NumberWord*, const char*> word_behind(const char* at) const {
        const char* next = skip_joint(at, sighting_.end);
        if (next == nullptr) return {nullptr, at};
        const std::string_view text = word_at(next, sighting_.end);
        return {tables_.find(text), next + text.size()};
    }

    /// "twenty-first", "one hundred and fifth", "one hundred and twenty-first"
    [[nodiscard]] bool is_ordinal(const Amount& amount) const {
        auto [word, stop] = word_behind(amount.end);
        if (word == nullptr || amount.value < 20) return false;
        if (word->is(Role::conjunction) && amount.sum.after_scale) {
            std::tie(word, stop) = word_behind(stop);
            const bool tens = word != nullptr && word->is(Role::cardinal) && word->cardinal >= 20;
            if (tens) std::tie(word, stop) = word_behind(stop);
        }
        if (word == nullptr) return false;
        return word->is(Role::after_tens) || (word->is(Role::denominator) && word->denominator > 2);
    }

    [[nodiscard]] bool part_or_ordinal(const Amount& amount) const {
        if (amount.slash) return after_reference();
        if (amount.majority) return false;
        if (amount.unit != nullptr && amount.unit->kind == UnitClass::duration) {
            const LeftWord word = before();
            return word.adjacent && tables_.is(word.text, Role::part_of_a_whole) && !amount.article;
        }
        const char* stop = sighting_.last().end;
        const bool hyphen = hyphen_at(stop, sighting_.end) != 0 && stop + 1 < sighting_.end && is_letter(stop[1]);
        if (hyphen) return true;
        const std::string_view next = sighting_.next_word();
        const LeftWord word = before();
        if (amount.denominator == 2 || amount.denominator == 4) {
            if (word.adjacent && tables_.is(word.text, Role::part_of_a_whole) && sighting_.left.hedge == Hedge::none)
                return true;
            return tables_.is(next, Role::not_after_half);
        }
        if (!amount.article || sighting_.left.hedge != Hedge::none || next.empty()) return false;
        const bool verb = std::ranges::any_of(tables_.verb_endings, [&](std::string_view ending) {
            return next.size() > ending.size() + 1 && next.ends_with(ending);
        });
        return !verb && !tables_.is(next, Role::fraction_follower);
    }

    [[nodiscard]] bool at_line_start() const {
        const char* p = sighting_.amount().begin;
        while (p > sighting_.origin && (p[-1] == ' ' || p[-1] == '\t')) --p;
        return p == sighting_.origin || p[-1] == '\n';
    }

    /// "1." and "2)" at the start of a line
    [[nodiscard]] bool is_list_marker() const {
        const char* stop = sighting_.amount().end;
        if (sighting_.reading.paired || stop >= sighting_.end || (*stop != '.' && *stop != ')')) return false;
        const bool text_behind = stop + 1 < sighting_.end && space_at(stop + 1, sighting_.end) != 0;
        return text_behind && sighting_.amount().digit_count <= 3 && at_line_start();
    }

    [[nodiscard]] bool in_parentheses() const {
        const Amount& amount = sighting_.amount();
        const char* stop = sighting_.last().end;
        return amount.digit_count <= 2 && amount.begin > sighting_.origin && amount.begin[-1] == '(' &&
               stop < sighting_.end && *stop == ')';
    }

    /// A day behind its month: "March 11". A count may stand there too: "In May 20 people came".
    [[nodiscard]] bool is_day_of_month() const {
        const LeftWord word = before(true);
        if (!word.adjacent || !is_upper(word.text[0]) || !tables_.is(word.text, Role::month)) return false;
        if (sighting_.amount().value > 31) return false;
        return !counts(sighting_.next_word());
    }

    [[nodiscard]] bool counts(std::string_view next) const {
        return tables_.is(next, Role::person) || tables_.is(next, Role::counted);
    }

    [[nodiscard]] bool is_year_number(const Amount& amount) const {
        return amount.digit_count == 4 && amount.value >= 1200 && amount.value < 2100 && !amount.negative;
    }

    /// Before 1900 any plural noun behind shows a count: "1650 samples". Later years stand before plurals too.
    [[nodiscard]] bool counts_plural(const Amount& amount, std::string_view next) const {
        return amount.value < 1900 && next.size() > 3 && next.back() == 's' && next[next.size() - 2] != 's' &&
               !is_upper(next[0]);
    }

    [[nodiscard]] bool is_year() const {
        const Amount& amount = sighting_.amount();
        const LeftWord word = before(true);
        const bool dated = word.adjacent && (tables_.is(word.text, Role::in) || tables_.is(word.text, Role::since) ||
                                             (tables_.is(word.text, Role::month) && is_upper(word.text[0])));
        if (amount.digit_count == 4 && amount.value >= 1000 && amount.value < 2100 && dated &&
            !counts(sighting_.next_word()))
            return true;
        if (!is_year_number(amount) || (sighting_.reading.paired && !is_year_number(sighting_.last()))) return false;
        if (amount.begin > sighting_.origin && amount.begin[-1] == '=') return false;
        const char* p = amount.begin;
        if (p > sighting_.origin + 1 && p[-1] == ' ' && p[-2] == '=') return false; // n = 1965
        const Hedge hedge = sighting_.left.hedge;
        if (hedge == Hedge::over || hedge == Hedge::at_least || hedge == Hedge::under) return false;
        const std::string_view next = sighting_.next_word();
        return !counts(next) && !counts_plural(amount, next);
    }

    [[nodiscard]] bool is_era() const {
        return tables_.is(sighting_.next_word(), Role::era) && is_upper(sighting_.next_word()[0]);
    }

    /// "page 76", "Table 1", "s 12". A plural noun behind says that something is counted: "target 500 schools".
    [[nodiscard]] bool after_reference() const {
        const LeftWord word = before(true);
        if (!word.adjacent || !tables_.is(word.text, Role::reference)) return false;
        if (sighting_.left.hedge != Hedge::none) return false;
        if (word.text.size() <= 2 || is_upper(word.text[0])) return true;
        const std::string_view next = sighting_.next_word();
        if (counts(next) || (next.size() > 3 && next.back() == 's' && !is_upper(next[0])))
            return tables_.is(word.text, Role::strong_reference);
        return sighting_.amount().value < 1000 || tables_.is(word.text, Role::strong_reference);
    }

    /// "12 Smith Street"
    [[nodiscard]] bool before_street() const {
        const char* at = sighting_.last().end;
        for (int words = 0; words < 3; ++words) {
            const char* next = skip_spaces(at, sighting_.end);
            const std::string_view word = word_at(next, sighting_.end);
            if (next == at || word.empty() || !is_upper(word[0])) return false;
            if (words > 0 && tables_.is(word, Role::street)) return true;
            at = next + word.size();
        }
        return false;
    }

    /// "3-1", "6-4": a dash between two numbers that are no range
    [[nodiscard]] bool is_score() const {
        if (sighting_.reading.paired) return false;
        const char* p = sighting_.amount().end;
        const std::size_t dash = hyphen_at(p, sighting_.end) ? hyphen_at(p, sighting_.end)
                                                             : (starts_with(p, sighting_.end, "\xe2\x80\x93") ? 3 : 0);
        return dash != 0 && p + dash < sighting_.end && is_digit(p[dash]) && sighting_.amount().digit_count <= 3;
    }

    /// "7/4", "501(c)", "2) estimating"
    [[nodiscard]] bool glued_to_sign() const {
        const char* stop = sighting_.last().end;
        if (stop >= sighting_.end) return false;
        const char next = stop + 1 < sighting_.end ? stop[1] : ' ';
        if (*stop == '/' && (is_digit(next) || is_letter(next))) return true;
        if (*stop == '(' && is_letter(next)) return true;
        if (*stop != ')' || sighting_.amount().digit_count > 2 || sighting_.reading.paired) return false;
        const char* p = sighting_.amount().begin;
        while (p > sighting_.origin && sighting_.amount().begin - p < 200 && p[-1] != '(' && p[-1] != ')') --p;
        return p == sighting_.origin || p[-1] != '(';
    }

    /// "7.5 connections per 100 people"
    [[nodiscard]] bool is_denominator() const { return before().adjacent && tables_.is(before().text, Role::per); }

    /// "class of '83"
    [[nodiscard]] bool is_short_year() const {
        const Amount& amount = sighting_.amount();
        const char* p = amount.begin;
        if (amount.digit_count != 2 || p == sighting_.origin) return false;
        const std::string_view curly = "\xe2\x80\x99";
        const bool is_curly = p - sighting_.origin >= 3 && std::string_view(p - 3, 3) == curly;
        if (p[-1] != '\'' && !is_curly) return false;
        p -= is_curly ? 3 : 1;
        return p > sighting_.origin && space_before(p, sighting_.origin) != 0;
    }

    /// "Windows 11,", "Apollo 11 ": a name with a number behind it that counts nothing
    [[nodiscard]] bool after_name() const {
        const Amount& amount = sighting_.amount();
        const LeftWord word = before();
        if (sighting_.reading.paired || sighting_.left.hedge != Hedge::none || amount.digit_count > 3) return false;
        if (!word.adjacent || std::ranges::none_of(word.text, is_upper) || word.begin == sighting_.origin) return false;
        const char* p = word.begin;
        while (p > sighting_.origin && (p[-1] == ' ' || p[-1] == '"' || p[-1] == '\'')) --p;
        if (p == sighting_.origin || p[-1] == '.' || p[-1] == ':' || p[-1] == '\n' || p[-1] == '?' || p[-1] == '!')
            return false;
        const char* next = skip_spaces(amount.end, sighting_.end);
        return next == sighting_.end || !is_letter(*next) || is_upper(*next) ||
               tables_.is(sighting_.next_word(), Role::fraction_follower);
    }

    const Sighting& sighting_;
    const NumberWords::Tables& tables_;
};

} // namespace

bool names_something(const Sighting& sighting) {
    return Context(sighting).names_something();
}

} // namespace statlint
