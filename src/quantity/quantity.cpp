#include "quantity/quantity.hpp"

#include <algorithm>

#include "quantity/finder.hpp"
#include "quantity/lookup.hpp"

namespace statlint {

namespace {

/// Longer numbers than this are no statistics; it keeps the whole linear whatever the text.
constexpr std::ptrdiff_t look_ahead = 512;

class Finder {
  public:
    Finder(std::string_view text, std::uint32_t base, const NumberWords::Tables& tables, std::vector<Quantity>& out)
        : begin_(text.data()), end_(text.data() + text.size()), floor_(begin_), base_(base), tables_(tables), out_(out),
          tokens_(begin_, end_, tables) {}

    void run() {
        CandidateScanner scanner(begin_, end_, tables_);
        const char* at = scanner.next(begin_);
        while (at < end_) {
            const char* next = is_letter(*at) ? word_candidate(at) : digit_candidate(at);
            at = scanner.next(std::max(next, at + 1));
        }
    }

  private:
    const char* word_candidate(const char* at) {
        const char* after = at + word_at(at, end_).size();
        const char previous = at > begin_ ? at[-1] : ' ';
        if (is_digit(previous) || previous == '_' || previous == '@' || tokens_.is_name(at)) return after;
        const char* start = at;
        const NumberWord* word = tables_.find(word_at(at, end_));
        // "a third", "a hundred"; the article of "a tenfold rise" is the noun's.
        const bool shared =
            word != nullptr && (word->is(Role::denominator) || word->is(Role::scale) || word->is(Role::majority));
        if (shared && !word->is(Role::cardinal)) start = with_word(start, Role::article);
        start = with_word(start, Role::minus);
        return std::max(read(start), after);
    }

    const char* digit_candidate(const char* at) {
        const char previous = at > begin_ ? at[-1] : ' ';
        const char before = at - begin_ > 1 ? at[-2] : ' ';
        const char* start = with_sign(with_currency(at));
        if (is_letter(previous) && start == at) return skip_identifier(at);
        if (after_section_sign(at)) return skip_identifier(at);
        if (const char* text = numbered_line(at)) return text;
        if (const char* text = numbered_part(at)) return text;
        if (previous == '#' || previous == '_' || previous == '^' || previous == '\\') return skip_identifier(at);
        if ((previous == '.' || previous == '/' || previous == ',' || previous == ':') && is_digit(before))
            return skip_identifier(at);
        if ((previous == '.' || previous == '/') && is_letter(before) && start == at) return skip_identifier(at);
        if (previous == '-' && is_digit(before)) return skip_identifier(at);
        if (at - begin_ > 3 && std::string_view(at - 3, 3) == "\xe2\x80\x93" && is_digit(at[-4])) // "6–4"
            return skip_identifier(at);
        if (previous == '-' && is_letter(before) && !hedge_with_hyphen(at)) return skip_identifier(at);
        if (previous == '+' && !is_digit(before) && !is_letter(before) && !is_percentage(at)) return skip_phone(at);
        if (previous == '[')
            if (const char* stop = skip_bracket(at)) return stop;
        if (tokens_.is_name(at)) return tokens_.token_end();
        if (start == at)
            if (const std::size_t size = not_a_quantity(at, window(at), tables_)) return at + size;
        const char* stop = read(start);
        return stop > at ? stop : skip_identifier(at);
    }

    /// Reads the number at `start`; where it ends, whether it became a quantity or not; null where there is none.
    const char* read(const char* start) {
        const LeftContext left = look_left(start, floor_, tables_);
        Reading reading{tables_, begin_, {left.after_between, left.after_from, left.after_every}};
        if (!read_amounts(start, window(start), reading)) return nullptr;
        const Sighting sighting{begin_, floor_, end_, tables_, reading, left};
        const char* stop = sighting.last().end;
        if (stop < end_ && (is_letter(*stop) || is_digit(*stop) || *stop == '_')) return skip_identifier(stop);
        if (names_something(sighting)) return skip_rest_of_names(sighting, stop);
        out_.push_back(classify(sighting, base_));
        floor_ = stop;
        return stop;
    }

    [[nodiscard]] const char* window(const char* at) const { return end_ - at > look_ahead ? at + look_ahead : end_; }

    const char* with_word(const char* at, Role role) const {
        const LeftWord word = word_before(at, floor_);
        return word.adjacent && tables_.is(word.text, role) ? word.begin : at;
    }

    [[nodiscard]] std::string_view word_ending_at(const char* at) const {
        const char* p = at;
        while (p > floor_ && is_letter(p[-1]) && at - p < 8) --p;
        return {p, static_cast<std::size_t>(at - p)};
    }

    /// The start with the currency sign or code before the number.
    const char* with_currency(const char* at) const {
        const char* edge = at;
        for (int spaces = 0; spaces < 2; ++spaces) {
            if (edge > floor_ && is_letter(edge[-1])) { // a code: "USD", or "MUSD" for millions
                const std::string_view word = spaces == 0 ? word_ending_at(edge) : word_before(at, floor_).text;
                const char* start = edge - word.size();
                if (word.size() > 1 && word.size() < 5 && currency_at(start, end_, tables_).end == edge) return start;
            } else if (edge > floor_ && (edge[-1] == '$' || edge[-1] == '.' || (edge[-1] & 0x80) != 0)) {
                for (std::ptrdiff_t size = std::min<std::ptrdiff_t>(7, edge - floor_); size > 0; --size) {
                    const char* start = edge - size;
                    if (is_letter(*start) && start > floor_ && (is_letter(start[-1]) || is_digit(start[-1]))) continue;
                    const UnitMatch match = currency_at(start, end_, tables_);
                    if (match.unit != nullptr && match.end == edge) return start;
                }
            }
            const std::size_t space = space_before(edge, floor_);
            if (space == 0) break;
            edge -= space;
        }
        return at;
    }

    /// The start with a minus sign; with a space behind it only where nothing stands before, because a dash looks so.
    const char* with_sign(const char* at) const {
        for (const std::string_view sign : {"-", "\xe2\x88\x92"}) {
            const auto size = static_cast<std::ptrdiff_t>(sign.size());
            if (at - floor_ >= size && std::string_view(at - size, sign.size()) == sign) {
                const char* start = at - size;
                if (start == floor_ || space_before(start, floor_) != 0 || start[-1] == '(') return start;
            }
            const char* p = at;
            while (p > begin_ && p[-1] == ' ' && at - p < 3) --p;
            if (p != at && p - begin_ == size && std::string_view(begin_, sign.size()) == sign) return begin_;
        }
        return with_word(at, Role::minus);
    }

    /// "+25%", "+3.2 percentage points"
    [[nodiscard]] bool is_percentage(const char* at) const {
        const char* p = at;
        while (p < end_ && p - at < 8 && (is_digit(*p) || *p == '.' || *p == ',')) ++p;
        const UnitMatch match = unit_at(skip_spaces(p, end_), end_, tables_);
        return match.unit != nullptr &&
               (match.unit->kind == UnitClass::percent || match.unit->kind == UnitClass::points);
    }

    /// "§ 5034"
    [[nodiscard]] bool after_section_sign(const char* at) const {
        const char* p = at - space_before(at, begin_);
        return p - begin_ >= 2 && std::string_view(p - 2, 2) == "\xc2\xa7";
    }

    /// "3/13 Twitter picked up …": the number of a part of a thread, at the start of a block. What is a usual fraction
    /// ("1/5 Australians") is none.
    [[nodiscard]] const char* numbered_part(const char* at) const {
        constexpr int longest = 2;
        constexpr unsigned usual = 12, usual_of_one = 16, round = 10;
        const auto number = [&](const char*& p) {
            unsigned value = 0;
            for (int digits = 0; p < end_ && is_digit(*p) && digits <= longest; ++digits)
                value = value * 10 + static_cast<unsigned>(*p++ - '0');
            return value;
        };
        if (at != begin_) return nullptr;
        const char* p = at;
        const unsigned part = number(p);
        if (p == at || p == end_ || *p++ != '/') return nullptr;
        const char* const second = p;
        const unsigned parts = number(p);
        if (p == second || part == 0 || part > parts || parts <= usual || parts % round == 0) return nullptr;
        if (part == 1 && parts <= usual_of_one) return nullptr;
        const bool text = end_ - p > 1 && *p == ' ' && (is_upper(p[1]) || (p[1] & 0x80) != 0);
        return text ? p : nullptr;
    }

    /// "3.4 On the local workforce", "2.1.3 Aims": the number of a paragraph. Where its text starts, or null.
    [[nodiscard]] const char* numbered_line(const char* at) const {
        if (at != begin_ && at[-1] != '\n') return nullptr;
        const char* p = at;
        bool parted = false;
        while (p < end_ && (is_digit(*p) || (*p == '.' && p + 1 < end_ && is_digit(p[1])))) parted |= *p++ == '.';
        const char* text = skip_spaces(p, end_);
        if (!parted || text == p || text == end_ || !is_upper(*text)) return nullptr;
        // "3.2 Million", "2.5 Times as Likely", "28.5 Per Cent of Australians": titles, not their numbers.
        if (unit_at(text, end_, tables_).unit != nullptr || starts_large({at, end_})) return nullptr;
        return tables_.is(word_at(text, end_), Role::scale) ? nullptr : text;
    }

    bool hedge_with_hyphen(const char* at) const {
        const LeftWord word = word_before(at, floor_);
        return word.adjacent && (tables_.is(word.text, Role::hedge_end) || tables_.is(word.text, Role::every) ||
                                 tables_.is(word.text, Role::to));
    }

    /// Behind a mix of letters and digits: "91HAA", "MP3".
    const char* skip_identifier(const char* at) const {
        while (at < end_ && (is_letter(*at) || is_digit(*at) || *at == '_')) ++at;
        return at;
    }

    /// "+61 2 5550 0142"
    const char* skip_phone(const char* at) const {
        const char* p = at;
        while (p < end_ && p - at < 24 &&
               (is_digit(*p) || ((*p == ' ' || *p == '-' || *p == '(' || *p == ')') && p + 1 < end_ &&
                                 (is_digit(p[1]) || p[1] == '(' || p[1] == ' '))))
            ++p;
        return p - at > 7 ? p : skip_identifier(at);
    }

    /// "[1]", "[2, 3–5]", "[2, p. 3]": references; null where the bracket holds something else.
    const char* skip_bracket(const char* at) const {
        const char* p = at;
        bool page = false;
        while (p < end_ && p - at < 24 && *p != ']') {
            const bool separator = *p == ',' || *p == ' ' || *p == '-' || *p == '.' || (*p & 0x80) != 0 || *p == ';';
            if (*p == 'p') page = true;
            if (!is_digit(*p) && !separator && !(*p == 'p') && !(page && is_letter(*p))) return nullptr;
            ++p;
        }
        return p < end_ && *p == ']' ? p : nullptr;
    }

    /// The rest of a year in words: the "ninety-five" of "nineteen ninety-five".
    const char* skip_words(const char* stop) const {
        for (const char* next = skip_joint(stop, end_); next != nullptr; next = skip_joint(stop, end_)) {
            const std::string_view word = word_at(next, end_);
            if (!tables_.is(word, Role::cardinal)) break;
            stop = next + word.size();
        }
        return stop;
    }

    /// "pages 3, 4 and 7": the numbers that belong to the same name.
    const char* skip_rest_of_names(const Sighting& sighting, const char* stop) const {
        if (sighting.amount().in_words) return sighting.amount().value >= 18 ? skip_words(stop) : stop;
        const LeftWord name = word_before(sighting.left.before, begin_, true);
        const bool plural = name.text.size() > 1 && (name.text.back() == 's' || name.text.back() == 'p');
        if (!sighting.amount().plain_digits() || !plural || !tables_.is(name.text, Role::reference)) return stop;
        for (;;) {
            const char* p = skip_spaces(stop, end_);
            if (p < end_ && (*p == ',' || *p == '&' || *p == '-')) {
                p = skip_spaces(p + 1, end_);
            } else if (starts_with(p, end_, "\xe2\x80\x93")) {
                p = skip_spaces(p + 3, end_);
            }
            if (const std::string_view word = word_at(p, end_);
                tables_.is(word, Role::conjunction) || tables_.is(word, Role::to))
                p = skip_spaces(p + word.size(), end_);
            const char* number = p;
            while (p < end_ && is_digit(*p) && p - number < 5) ++p;
            if (p == number || p == stop || (p < end_ && (is_letter(*p) || *p == '%' || *p == '.'))) return stop;
            if (unit_at(skip_spaces(p, end_), end_, tables_).unit != nullptr) return stop;
            stop = p;
        }
    }

    const char *begin_, *end_;
    const char* floor_; ///< nothing before it may be read again: the end of the last quantity
    std::uint32_t base_;
    const NumberWords::Tables& tables_;
    std::vector<Quantity>& out_;
    TokenJudge tokens_;
};

} // namespace

void find_quantities(std::string_view text, std::uint32_t base, const NumberWords& words, std::vector<Quantity>& out) {
    if (text.empty()) return;
    const NumberWords::Tables& tables = words.tables();
    const std::size_t first = out.size();
    Finder(text, base, tables, out).run();
    share_units(text, base, tables, out, first);
    join_bounds(text, base, tables, out, first);
    join_ages(text, base, tables, out, first);
    join_parted_ratios(text, base, tables, out, first);
}

std::string_view name(QuantityKind kind) {
    switch (kind) {
    case QuantityKind::cardinal:
        return "cardinal";
    case QuantityKind::fraction:
        return "fraction";
    case QuantityKind::ratio:
        return "ratio";
    case QuantityKind::percent:
        return "percent";
    case QuantityKind::percentage_points:
        return "percentage-points";
    case QuantityKind::range:
        return "range";
    case QuantityKind::money:
        return "money";
    case QuantityKind::duration:
        return "duration";
    case QuantityKind::multiplier:
        return "multiplier";
    case QuantityKind::change:
        return "change";
    case QuantityKind::age:
        return "age";
    }
    return "cardinal";
}

std::string_view name(Hedge hedge) {
    switch (hedge) {
    case Hedge::none:
        return "none";
    case Hedge::approximately:
        return "approximately";
    case Hedge::almost:
        return "almost";
    case Hedge::under:
        return "under";
    case Hedge::over:
        return "over";
    case Hedge::at_least:
        return "at-least";
    case Hedge::up_to:
        return "up-to";
    }
    return "none";
}

} // namespace statlint
