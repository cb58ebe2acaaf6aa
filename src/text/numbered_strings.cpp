#include "text/numbered_strings.hpp"

namespace statlint {

namespace {

std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = 2166136261u; // FNV-1a
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash ^ (hash >> 15u);
}

} // namespace

/// The slot that holds the text, or the free one where it would go.
std::size_t NumberedStrings::place_of(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].number != none && (slots_[at].hash != hash || (*this)[slots_[at].number] != text))
        at = (at + 1) & mask;
    return at;
}

std::uint32_t NumberedStrings::find(std::string_view text) const {
    return slots_.empty() ? none : slots_[place_of(text, hash_of(text))].number;
}

std::uint32_t NumberedStrings::add(std::string_view text) {
    if (slots_.size() < 2 * (ends_.size() + 1)) grow();
    const std::uint32_t hash = hash_of(text);
    const std::size_t place = place_of(text, hash);
    if (slots_[place].number != none) return slots_[place].number;
    const std::uint32_t number = size();
    slots_.change()[place] = {hash, number};
    letters_.append(text);
    ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
    return number;
}

void NumberedStrings::grow() {
    PlainRow<Slot> before(slots_.empty() ? 64 : slots_.size() * 2);
    before.swap(slots_);
    const std::span<Slot> slots = slots_.change();
    const std::size_t mask = slots.size() - 1;
    for (const Slot& slot : before) {
        if (slot.number == none) continue;
        std::size_t at = slot.hash & mask;
        while (slots[at].number != none) at = (at + 1) & mask;
        slots[at] = slot;
    }
}

} // namespace statlint
