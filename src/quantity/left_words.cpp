#include "quantity/left_words.hpp"

#include "quantity/lookup.hpp"

namespace statlint {

namespace {

bool ends_with(const char* at, const char* begin, std::string_view text) {
    return static_cast<std::size_t>(at - begin) >= text.size() &&
           std::string_view(at - text.size(), text.size()) == text;
}

bool same_word(std::string_view any_case, std::string_view lower) {
    return any_case.size() == lower.size() &&
           starts_with_any_case(any_case.data(), any_case.data() + any_case.size(), lower);
}

/// Where `phrase`, which ends at `at` (spaces allowed), begins; null where it does not stand there.
const char* phrase_before(const Phrase& phrase, const char* at, const char* begin, const NumberWords::Tables& tables) {
    for (std::uint32_t token = phrase.last; token > phrase.first; --token) {
        const LeftWord word = word_before(at, begin);
        if (!word.adjacent || !same_word(word.text, tables.token(token - 1))) return nullptr;
        at = word.begin;
    }
    return at;
}

/// `last` is the word before `at`, `word` what is known of it.
HedgeMatch hedge_before(const char* at, const char* begin, const NumberWord* word, const NumberWords::Tables& tables) {
    const char* p = at;
    for (int i = 0; i < 2; ++i) p -= space_before(p, begin);
    if (p > begin && !is_letter(p[-1])) {
        for (const Sign& sign : tables.hedge_signs_before)
            if (sign.text.back() == p[-1] && ends_with(p, begin, sign.text)) {
                const char* start = p - sign.text.size();
                if (is_letter(sign.text[0]) && start > begin && is_letter(start[-1])) continue;
                if (sign.text == ">" && start > begin && (start[-1] == '-' || start[-1] == '=')) continue; // an arrow
                return {static_cast<Hedge>(sign.meaning), {start, sign.text.size()}};
            }
        return {};
    }
    if (word == nullptr || !word->is(Role::hedge_end)) return {};
    for (const Phrase& phrase : tables.phrases_of(*word, PhraseKind::hedges_before))
        if (const char* start = phrase_before(phrase, at, begin, tables))
            return {static_cast<Hedge>(phrase.meaning), {start, static_cast<std::size_t>(p - start)}};
    return {};
}

} // namespace

LeftWord word_before(const char* at, const char* begin, bool dots) {
    LeftWord found;
    const char* p = at;
    if (at - begin > 1 && at[-1] == ' ' && is_letter(at[-2])) { // nearly always
        --p;
    } else {
        for (int i = 0; i < 3; ++i) p -= space_before(p, begin);
        if (p > begin && p == at && p[-1] == '-') --p;
    }
    if (dots && p > begin && p[-1] == '.') {
        --p;
        found.dotted = true;
    }
    const char* stop = p;
    while (p > begin && is_letter(p[-1]) && stop - p < 24) --p;
    found.text = {p, static_cast<std::size_t>(stop - p)};
    found.begin = p;
    found.adjacent = p != stop && stop != at;
    return found;
}

LeftContext look_left(const char* start, const char* begin, const NumberWords::Tables& tables) {
    LeftContext context;
    context.before = start;
    LeftWord nearest = word_before(start, begin);
    const NumberWord* known = nearest.adjacent ? tables.find(nearest.text) : nullptr;
    context.after_every = known != nullptr && known->is(Role::every);

    HedgeMatch hedge = hedge_before(start, begin, known, tables);
    const char* at = start;
    for (int i = 0; i < 2 && hedge.hedge == Hedge::none; ++i) { // "over a staggering 20,254"
        const char* next = nullptr;
        if (known == nullptr) break;
        for (const Phrase& filler : tables.phrases_of(*known, PhraseKind::fillers)) {
            next = phrase_before(filler, at, begin, tables);
            if (next != nullptr) break;
        }
        if (next == nullptr) break;
        at = next;
        nearest = word_before(at, begin);
        known = nearest.adjacent ? tables.find(nearest.text) : nullptr;
        hedge = hedge_before(at, begin, known, tables);
    }
    if (hedge.hedge != Hedge::none) {
        context.hedge = hedge.hedge;
        context.hedge_text = hedge.text;
        context.before = hedge.text.data();
    }
    LeftWord word = word_before(context.before, begin);
    if (word.adjacent && tables.is(word.text, Role::of)) { // "between the ages of 10 and 17"
        const LeftWord ages = word_before(word.begin, begin);
        if (ages.adjacent && tables.is(ages.text, Role::aged)) {
            word = word_before(ages.begin, begin);
            if (word.adjacent && !tables.is(word.text, Role::between) && !tables.is(word.text, Role::from))
                word = word_before(word.begin, begin);
        }
    }
    context.after_between = word.adjacent && tables.is(word.text, Role::between);
    context.after_from = word.adjacent && tables.is(word.text, Role::from);
    return context;
}

HedgeMatch hedge_behind(const char* at, const char* end, const NumberWords::Tables& tables) {
    for (const Sign& sign : tables.hedge_signs_after)
        if (starts_with(at, end, sign.text)) {
            const char* stop = at + sign.text.size();
            if (stop < end && (is_digit(*stop) || is_letter(*stop))) continue;
            return {static_cast<Hedge>(sign.meaning), {at, sign.text.size()}};
        }
    const char* p = skip_joint(at, end);
    if (p == nullptr) return {};
    const NumberWord* word = tables.find(word_at(p, end));
    if (word == nullptr || !word->is(Role::hedge_start)) return {};
    for (const Phrase& phrase : tables.phrases_of(*word, PhraseKind::hedges_after)) {
        const char* stop = match_phrase(phrase, p, end, tables);
        if (stop == nullptr) continue;
        const char* next = skip_spaces(stop, end);
        if (next < end && is_digit(*next)) continue; // "60 and over 20"
        const std::string_view following = word_at(next, end);
        const bool belongs_to_next = tables.is(following, Role::comparison) ||
                                     tables.is(following, Role::times_follower) ||
                                     tables.is(following, Role::cardinal) || tables.is(following, Role::article);
        if (belongs_to_next && phrase.size() > 1) continue;
        return {static_cast<Hedge>(phrase.meaning), {p, static_cast<std::size_t>(stop - p)}};
    }
    return {};
}

} // namespace statlint
