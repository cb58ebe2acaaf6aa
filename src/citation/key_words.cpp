#include "citation/key_words.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace statlint {
namespace {

constexpr std::size_t digits_of_year = 4;

int year_of(std::string_view digits) {
    int value = 0;
    for (const char c : digits.substr(0, digits_of_year)) value = value * 10 + (c - '0');
    if (digits.size() == 2) return 2000 + value;
    return digits.size() == digits_of_year && value >= 1900 && value < 2100 ? value : 0;
}

} // namespace

KeyWords read_key(std::string_view key) {
    KeyWords read;
    for (std::size_t at = 0; at < key.size();) {
        std::size_t end = at;
        if (is_digit(key[at])) {
            while (end < key.size() && is_digit(key[end])) ++end;
            if (const int year = year_of(key.substr(at, end - at)); year != 0) {
                read.year = year;
                read.whole_year = end - at == digits_of_year;
            }
        } else if (is_lower(key[at]) || is_upper(key[at])) {
            // "ACMS", "Mathews", "mathews": capitals in a row are one word.
            while (end < key.size() && is_upper(key[end])) ++end;
            if (end - at <= 1)
                for (end = at + 1; end < key.size() && is_lower(key[end]);) ++end;
            std::string word = lower_case(key.substr(at, end - at));
            // "salteretal2023"
            if (word.size() > 6 && word.ends_with("etal")) word.resize(word.size() - 4);
            if (word.size() > 1) read.words.push_back(std::move(word));
        } else {
            end = at + 1;
        }
        at = end;
    }
    return read;
}

} // namespace statlint
