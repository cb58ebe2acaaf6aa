#include "text/utf8.hpp"

#include <algorithm>
#include <cstring>

namespace statlint {

namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080;

std::uint64_t load(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// Length of the well-formed sequence that starts at `at`, 0 where it is malformed or cut short (Unicode, table 3-7).
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
    };
    const auto within = [&](std::size_t i, unsigned low, unsigned high) { return byte(i) >= low && byte(i) <= high; };
    const unsigned lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return within(1, 0x80, 0xBF) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
        const unsigned high = lead == 0xED ? 0x9F : 0xBF;
        return within(1, low, high) && within(2, 0x80, 0xBF) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned low = lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xF4 ? 0x8F : 0xBF;
        return within(1, low, high) && within(2, 0x80, 0xBF) && within(3, 0x80, 0xBF) ? 4 : 0;
    }
    return 0;
}

} // namespace

std::size_t first_invalid_utf8(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        while (at + 16 <= bytes.size() && ((load(&bytes[at]) | load(&bytes[at + 8])) & high_bits) == 0) at += 16;
        // Up to the next word there is at least one non-ASCII byte (or the end): step through it.
        const std::size_t stop = std::min(bytes.size(), at + 16);
        while (at < stop) {
            const std::size_t length = sequence_length(bytes, at);
            if (length == 0) return at;
            at += length;
        }
    }
    return std::string_view::npos;
}

bool is_ascii(std::string_view bytes) {
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        if ((load(&bytes[at]) & high_bits) != 0) return false;
    }
    for (; at < bytes.size(); ++at) {
        if (static_cast<unsigned char>(bytes[at]) >= 0x80) return false;
    }
    return true;
}

Utf8Length utf8_length(std::string_view bytes) {
    Utf8Length length;
    constexpr std::size_t step = 16;
    while (!bytes.empty()) {
        const std::string_view some = bytes.substr(0, step);
        bytes.remove_prefix(some.size());
        if (some.size() == step && ((load(some.data()) | load(some.data() + 8)) & high_bits) == 0) {
            length.code_points += step;
            continue;
        }
        // A lead byte counts one, a lead of four bytes is a pair.
        for (const char c : some) {
            const auto byte = static_cast<unsigned char>(c);
            length.code_points += (byte & 0xC0) != 0x80 ? 1U : 0U;
            length.utf16_units += byte >= 0xF0 ? 1U : 0U;
        }
    }
    length.utf16_units += length.code_points;
    return length;
}

void append_utf8(std::string& out, std::uint32_t code_point) {
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = 0xFFFD;
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | (code_point >> 6));
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | (code_point >> 12));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | (code_point >> 18));
        put(0x80 | ((code_point >> 12) & 0x3F));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
}

} // namespace statlint
