#include "quantity/tables.hpp"

namespace statlint {

namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

std::size_t hash_word(std::string_view word) {
    std::size_t hash = 0x9e3779b97f4a7c15ull ^ word.size();
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(lower(c))) * 0x100000001b3ull;
    return hash ^ (hash >> 29u);
}

bool same_word(std::string_view any_case, std::string_view lower_case_word) {
    if (any_case.size() != lower_case_word.size()) return false;
    for (std::size_t i = 0; i < any_case.size(); ++i)
        if (lower(any_case[i]) != lower_case_word[i]) return false;
    return true;
}

} // namespace

std::string lower_case(std::string_view text) {
    std::string copy(text);
    for (char& c : copy) c = lower(c);
    return copy;
}

const Word* NumberWords::Tables::find(std::string_view word) const {
    if (word.empty() || word.size() > longest_word) return nullptr;
    const std::size_t mask = slots.size() - 1;
    for (std::size_t at = hash_word(word) & mask; slots[at] != 0; at = (at + 1) & mask) {
        const Word& entry = words[slots[at] - 1];
        if (same_word(word, entry.text)) return &entry;
    }
    return nullptr;
}

bool NumberWords::Tables::is(std::string_view word, Role role) const {
    const Word* entry = find(word);
    return entry != nullptr && entry->is(role);
}

void NumberWords::Tables::index() {
    std::size_t size = 64;
    while (size < words.size() * 4) size *= 2;
    slots.assign(size, 0);
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::size_t at = hash_word(words[i].text) & (size - 1);
        while (slots[at] != 0) at = (at + 1) & (size - 1);
        slots[at] = static_cast<std::uint32_t>(i + 1);
        longest_word = std::max(longest_word, words[i].text.size());
        if (!words[i].is(Role::starts_number) || words[i].text.size() < 2) continue;
        const auto c1 = static_cast<unsigned>(words[i].text[0]), c2 = static_cast<unsigned>(words[i].text[1]);
        starts[((c1 & 31u) << 5u) | (c2 & 31u)] |= 1u << (words[i].text.size() & 31u);
    }
    const auto sign = [&](std::string_view text) {
        const auto c1 = static_cast<unsigned char>(text[0]), c2 = static_cast<unsigned char>(text[1]);
        sign_starts[((c1 & 15u) << 8u) | c2] = true;
    };
    for (const Sign& fraction : vulgar_fractions)
        if (fraction.text.size() > 1) sign(fraction.text);
    sign("\xef\xbc"); // full-width digits
}

} // namespace statlint
