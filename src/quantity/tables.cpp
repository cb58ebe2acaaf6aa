#include "quantity/tables.hpp"

#include "text/ascii.hpp"

namespace statlint {

namespace {

/// The first eight letters in lower case, packed: words are told apart by comparing one number, mostly.
std::uint64_t pack(std::string_view word) {
    std::uint64_t key = 0;
    const std::size_t size = std::min<std::size_t>(word.size(), 8);
    for (std::size_t i = 0; i < size; ++i) key = (key << 8u) | (static_cast<unsigned char>(word[i]) | 0x20u);
    return key;
}

std::size_t hash_key(std::uint64_t key, std::size_t size) {
    const std::uint64_t mixed = (key ^ (size << 56u)) * 0x9e3779b97f4a7c15ull;
    return mixed >> 40u;
}

/// Place in the tables of first letters; a word of one letter counts as having a second one of zero bits.
std::size_t first_two(std::string_view word) {
    const unsigned c1 = static_cast<unsigned char>(word[0]);
    const unsigned c2 = word.size() > 1 ? static_cast<unsigned char>(word[1]) : 0U;
    return ((c1 & 31u) << 5u) | (c2 & 31u);
}

bool same_word(std::string_view any_case, std::string_view lower_case_word) {
    if (any_case.size() != lower_case_word.size()) return false;
    for (std::size_t i = 0; i < any_case.size(); ++i)
        if (lower_case(any_case[i]) != lower_case_word[i]) return false;
    return true;
}

} // namespace

const NumberWord* NumberWords::Tables::find(std::string_view word) const {
    if (word.empty() || word.size() > longest_word) return nullptr;
    if (((known[first_two(word)] >> (word.size() & 31u)) & 1u) == 0) return nullptr;
    const std::size_t mask = slots.size() - 1;
    const std::uint64_t key = pack(word);
    for (std::size_t at = hash_key(key, word.size()) & mask; slots[at].word != 0; at = (at + 1) & mask) {
        if (slots[at].key != key || slots[at].size != word.size()) continue;
        const NumberWord& entry = words[slots[at].word - 1];
        if (word.size() <= 8 || same_word(word, entry.text())) return &entry;
    }
    return nullptr;
}

bool NumberWords::Tables::is(std::string_view word, Role role) const {
    const NumberWord* entry = find(word);
    return entry != nullptr && entry->is(role);
}

void NumberWords::Tables::index() {
    std::size_t size = 64;
    while (size < words.size() * 4) size *= 2;
    slots = PlainRow<Slot>(size);
    const std::span<Slot> free = slots.change();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view text = words[i].text();
        const std::uint64_t key = pack(text);
        std::size_t at = hash_key(key, text.size()) & (size - 1);
        while (free[at].word != 0) at = (at + 1) & (size - 1);
        free[at] = {key, static_cast<std::uint32_t>(i + 1), static_cast<std::uint32_t>(text.size())};
        longest_word = std::max(longest_word, text.size());
        const std::uint32_t length = 1u << (text.size() & 31u);
        known[first_two(text)] |= length;
        if (!words[i].is(Role::starts_number) || text.size() < 2) continue;
        starts[first_two(text)] |= length;
        start_ends[letter_pair(text[text.size() - 2], text.back())] |= length;
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
