#include "quantity/lookup.hpp"

#include "text/ascii.hpp"

namespace statlint {

namespace {

bool same(std::string_view any_case, std::string_view lower_case_word) {
    return any_case.size() == lower_case_word.size() &&
           starts_with_any_case(any_case.data(), any_case.data() + any_case.size(), lower_case_word);
}

/// "AUD" in "MAUD 60": millions are written before the code in bank reports.
const Unit* currency_of_code(std::string_view code, const NumberWords::Tables& tables) {
    const NumberWord* word = tables.find(code);
    if (word == nullptr || !word->is(Role::currency_code)) return nullptr;
    for (const Phrase& phrase : tables.phrases_of(*word, PhraseKind::units))
        if (phrase.size() == 1 && (phrase.exact == 0 || tables.token(phrase.first) == code))
            return &tables.units[phrase.meaning];
    return nullptr;
}

UnitMatch code_in_millions(std::string_view word, const NumberWords::Tables& tables) {
    if (word.size() != 4 || word[0] != 'M' || !is_upper(word[1]) || !is_upper(word[3])) return {};
    if (const Unit* unit = currency_of_code(word.substr(1), tables)) return {unit, word.data() + word.size(), 1e6};
    return {};
}

} // namespace

std::size_t space_at(const char* at, const char* end) {
    if (at >= end) return 0;
    const auto c = static_cast<unsigned char>(*at);
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    if (c == 0xc2) return end - at >= 2 && static_cast<unsigned char>(at[1]) == 0xa0 ? 2 : 0;
    if (c != 0xe2 || end - at < 3 || static_cast<unsigned char>(at[1]) != 0x80) return 0;
    const auto last = static_cast<unsigned char>(at[2]);
    return (last >= 0x80 && last <= 0x8a) || last == 0xaf ? 3 : 0;
}

std::size_t space_before(const char* at, const char* begin) {
    if (at == begin) return 0;
    if ((at[-1] & 0x80) == 0) return space_at(at - 1, at);
    for (std::size_t size = 2; size <= 3 && static_cast<std::size_t>(at - begin) >= size; ++size)
        if (space_at(at - size, at) == size) return size;
    return 0;
}

std::size_t hyphen_at(const char* at, const char* end) {
    if (at >= end) return 0;
    if (*at == '-') return 1;
    if (!starts_with(at, end, "\xe2\x80") || end - at < 3) return 0;
    return at[2] == '\x90' || at[2] == '\x91' ? 3 : 0;
}

const char* skip_spaces(const char* at, const char* end) {
    for (int i = 0; i < 4; ++i) {
        const std::size_t size = space_at(at, end);
        if (size == 0) break;
        at += size;
    }
    return at;
}

const char* skip_joint(const char* at, const char* end) {
    const char* p = skip_spaces(at, end);
    if (const std::size_t hyphen = hyphen_at(p, end)) return skip_spaces(p + hyphen, end);
    return p == at ? nullptr : p;
}

bool starts_with(const char* at, const char* end, std::string_view text) {
    return static_cast<std::size_t>(end - at) >= text.size() && std::string_view(at, text.size()) == text;
}

bool starts_with_any_case(const char* at, const char* end, std::string_view lower_text) {
    if (static_cast<std::size_t>(end - at) < lower_text.size()) return false;
    for (std::size_t i = 0; i < lower_text.size(); ++i)
        if (lower_case(at[i]) != lower_text[i]) return false;
    return true;
}

const char* match_phrase(const Phrase& phrase, const char* at, const char* end, const NumberWords::Tables& tables) {
    for (std::uint32_t token = phrase.first; token < phrase.last; ++token) {
        const char* next = token == phrase.first ? at : skip_joint(at, end);
        if (next == nullptr) return nullptr;
        const std::string_view word = word_at(next, end);
        const std::string_view wanted = tables.token(token);
        if (phrase.exact != 0 ? word != wanted : !same(word, wanted)) return nullptr;
        at = next + word.size();
    }
    return at;
}

UnitMatch unit_at(const char* at, const char* end, const NumberWords::Tables& tables) {
    if (at >= end) return {};
    if (is_letter(*at)) {
        const std::string_view text = word_at(at, end);
        const char* after = at + text.size();
        if (const NumberWord* word = tables.find(text); word != nullptr && word->is(Role::unit))
            for (const Phrase& phrase : tables.phrases_of(*word, PhraseKind::units)) {
                const char* stop = match_phrase(phrase, at, end, tables);
                if (stop != nullptr && (stop == end || !is_digit(*stop))) return {&tables.units[phrase.meaning], stop};
            }
        if (const UnitMatch match = code_in_millions(text, tables); match.unit != nullptr) return match;
        // Only a sign like "US$" or "u.s. dollars" may still begin with letters.
        if (after == end || text.size() > 4) return {};
    }
    for (const Sign& sign : tables.unit_signs)
        if (sign.text[0] == lower_case(*at) && starts_with_any_case(at, end, sign.text))
            return {&tables.units[sign.meaning], at + sign.text.size()};
    return {};
}

UnitMatch currency_at(const char* at, const char* end, const NumberWords::Tables& tables) {
    if (at >= end || is_digit(*at)) return {};
    for (const Sign& sign : tables.currency_signs) {
        if (sign.text[0] != lower_case(*at)) continue;
        if (starts_with_any_case(at, end, sign.text)) return {&tables.units[sign.meaning], at + sign.text.size()};
        // Tokenised text: "us $ 10", "hk $ 10". With no second space it is "it cost us $10".
        const std::size_t letters = word_at(at, end).size();
        if (letters == 0 || letters + 1 != sign.text.size() || sign.text.back() != '$') continue;
        if (!starts_with_any_case(at, end, std::string_view(sign.text).substr(0, letters))) continue;
        if (starts_with(at + letters, end, " $ ")) return {&tables.units[sign.meaning], at + letters + 2};
    }
    const std::string_view word = word_at(at, end);
    if (word.size() < 2 || word.size() > 4) return {};
    if (const Unit* unit = currency_of_code(word, tables)) return {unit, at + word.size()};
    return code_in_millions(word, tables);
}

} // namespace statlint
