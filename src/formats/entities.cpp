#include "formats/entities.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "formats/entity_table.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::size_t longest_name = 32;

int digit_value(char c, int base) {
    if (is_digit(c)) return c - '0';
    if (base == 16 && c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (base == 16 && c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Browsers read the numbers 0x80 to 0x9F as windows-1252: "&#150;" is a dash in many an old page.
std::uint32_t mend_windows(std::uint32_t code) {
    constexpr std::array<std::uint16_t, 32> windows{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    return code >= 0x80 && code <= 0x9F ? windows[code - 0x80] : code;
}

Entity read_number(std::string_view text, bool bare) {
    std::size_t at = 2; // after "&#"
    int base = 10;
    if (at < text.size() && (text[at] == 'x' || text[at] == 'X')) {
        base = 16;
        ++at;
    }
    const std::size_t digits = at;
    std::uint32_t code = 0;
    for (; at < text.size(); ++at) {
        const int value = digit_value(text[at], base);
        if (value < 0) break;
        // Stops growing beyond Unicode, so that it can't wrap round.
        if (code <= 0x10FFFF) code = code * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(value);
    }
    if (at == digits) return {};
    const bool closed = at < text.size() && text[at] == ';';
    if (!closed && !bare) return {};
    Entity entity{.size = at + (closed ? 1 : 0), .text = {}};
    append_utf8(entity.text, code == 0 ? 0xFFFD : mend_windows(code));
    return entity;
}

const NamedEntity* find(std::string_view name) {
    const auto all = named_entities();
    const auto at = std::lower_bound(all.begin(), all.end(), name,
                                     [](const NamedEntity& entity, std::string_view n) { return entity.name < n; });
    return at != all.end() && at->name == name ? &*at : nullptr;
}

} // namespace

Entity read_entity(std::string_view text, bool bare) {
    if (text.size() < 3 || text[0] != '&') return {};
    if (text[1] == '#') return read_number(text, bare);
    std::size_t end = 1;
    while (end < text.size() && end <= longest_name && (is_letter(text[end]) || is_digit(text[end]))) ++end;
    if (end < text.size() && text[end] == ';') {
        if (const NamedEntity* entity = find(text.substr(1, end - 1))) return {end + 1, std::string(entity->text)};
    }
    if (!bare) return {};
    for (std::size_t size = end; size > 2; --size) { // the longest name wins: "&notit" is "¬it"
        const NamedEntity* entity = find(text.substr(1, size - 1));
        if (entity != nullptr && entity->bare) return {size, std::string(entity->text)};
    }
    return {};
}

std::string decode_entities(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t amp = std::min(text.find('&'), text.size());
        out.append(text.substr(0, amp));
        text.remove_prefix(amp);
        if (text.empty()) break;
        const Entity entity = read_entity(text, false);
        out.append(entity.size > 0 ? std::string_view(entity.text) : text.substr(0, 1));
        text.remove_prefix(std::max<std::size_t>(entity.size, 1));
    }
    return out;
}

} // namespace statlint
