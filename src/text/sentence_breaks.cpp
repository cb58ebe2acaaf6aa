#include "text/sentence_breaks.hpp"

#include <array>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace statlint {

namespace {

using Class = USentenceBreak; // the names of UAX #29

Class property_of(UChar32 character) {
    return static_cast<Class>(u_getIntPropertyValue(character, UCHAR_SENTENCE_BREAK));
}

Class ascii_class(char c) {
    static const std::array<Class, 128> classes = [] {
        std::array<Class, 128> made{};
        for (std::size_t i = 0; i < made.size(); ++i) made[i] = property_of(static_cast<UChar32>(i));
        return made;
    }();
    return classes[static_cast<unsigned char>(c)];
}

constexpr bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

bool is_separator(Class c) {
    return c == U_SB_SEP || c == U_SB_CR || c == U_SB_LF;
}

bool is_terminator(Class c) {
    return c == U_SB_ATERM || c == U_SB_STERM;
}

bool is_ignored(Class c) {
    return c == U_SB_EXTEND || c == U_SB_FORMAT;
}

/// ASCII characters behind which nothing can end: all but the terminators and separators.
constexpr bool is_inner(char c) {
    return is_ascii(c) && c != '.' && c != '!' && c != '?' && c != '\n' && c != '\r';
}

/// A character of the text, with the marks that belong to it (rule SB5).
struct Character {
    Class sb = U_SB_OTHER;
    std::size_t end = 0;
};

Character one_at(std::string_view text, std::size_t at) {
    if (is_ascii(text[at])) return {ascii_class(text[at]), at + 1};
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto next = static_cast<std::int32_t>(at);
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(bytes, next, static_cast<std::int32_t>(text.size()), character);
    return {property_of(character), static_cast<std::size_t>(next)};
}

Character character_at(std::string_view text, std::size_t at) {
    Character found = one_at(text, at);
    if (is_separator(found.sb)) return found;
    while (found.end < text.size() && !is_ascii(text[found.end])) {
        const Character mark = one_at(text, found.end);
        if (!is_ignored(mark.sb)) break;
        found.end = mark.end;
    }
    return found;
}

/// The class of the character before `at`, marks skipped.
Class class_before(std::string_view text, std::size_t at, std::size_t start) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto before = static_cast<std::int32_t>(at);
    while (before > static_cast<std::int32_t>(start)) {
        UChar32 character = 0;
        U8_PREV_OR_FFFD(bytes, static_cast<std::int32_t>(start), before, character);
        const Class found = property_of(character);
        if (!is_ignored(found)) return found;
    }
    return U_SB_OTHER;
}

/// SB8: whether a lower-case letter comes next, before any other letter or terminator.
bool lower_follows(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const Character next = character_at(text, at);
        if (next.sb == U_SB_LOWER) return true;
        if (next.sb == U_SB_UPPER || next.sb == U_SB_OLETTER || is_separator(next.sb) || is_terminator(next.sb))
            return false;
        at = next.end;
    }
    return false;
}

} // namespace

std::size_t next_sentence_break(std::string_view text, std::size_t from) {
    std::size_t at = from;
    while (at < text.size()) {
        while (at < text.size() && is_inner(text[at])) ++at;
        if (at == text.size()) break;
        Character last = character_at(text, at);
        if (!is_terminator(last.sb) && !is_separator(last.sb)) {
            at = last.end;
            continue;
        }
        if (is_terminator(last.sb)) {
            const bool full_stop = last.sb == U_SB_ATERM;
            const Class before = class_before(text, at, from);
            Character next = last;
            const auto look = [&] {
                last.end = next.end;
                if (next.end < text.size())
                    next = character_at(text, next.end);
                else
                    next.sb = U_SB_COUNT;
            };
            look();
            if (next.sb == U_SB_COUNT) break;
            const bool inside =
                full_stop && (next.sb == U_SB_NUMERIC || // SB6, SB7
                              (next.sb == U_SB_UPPER && (before == U_SB_UPPER || before == U_SB_LOWER)));
            if (inside) {
                at = last.end;
                continue;
            }
            while (next.sb == U_SB_CLOSE) look(); // SB9
            while (next.sb == U_SB_SP) look();    // SB10
            if (next.sb == U_SB_COUNT) break;
            if (is_separator(next.sb)) {
                at = last.end; // its own rule comes next
                continue;
            }
            const bool goes_on = next.sb == U_SB_SCONTINUE || is_terminator(next.sb) || // SB8a
                                 (full_stop && lower_follows(text, last.end));          // SB8
            if (!goes_on) return last.end;                                              // SB11
            at = last.end;
            continue;
        }
        // SB3, SB4
        const bool pair = last.sb == U_SB_CR && last.end < text.size() && text[last.end] == '\n';
        return last.end + (pair ? 1 : 0);
    }
    return text.size();
}

} // namespace statlint
