#pragma once
#include <algorithm>
#include <string>
#include <string_view>

namespace statlint {

// Letters, digits and white space of ASCII; every byte of another character is none of them, whatever the locale.

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_letter(char c) {
    return is_lower(c) || is_upper(c);
}
[[nodiscard]] constexpr bool is_white(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

[[nodiscard]] constexpr char lower_case(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether a number at the start of a text is 20 or more in its first part: nobody has so many chapters that "28.5 PER
/// CENT" could be the number of one.
[[nodiscard]] constexpr bool starts_large(std::string_view text) {
    return text.size() > 1 && text[0] > '1' && is_digit(text[1]);
}

/// Lower-case copy of ASCII letters; other bytes stay.
[[nodiscard]] inline std::string lower_case(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return lower_case(c); });
    return out;
}

/// Without the white space around it.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_white(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
    return text;
}

} // namespace statlint
