#pragma once
#include "quantity/tables.hpp"

namespace statlint {

// Reading tokens at a pointer. `end` bounds the look-ahead; nothing behind it is touched.

/// The run of letters at `at`; empty where there is none.
[[nodiscard]] inline std::string_view word_at(const char* at, const char* end) {
    const char* p = at;
    while (p < end && is_letter(*p)) ++p;
    return {at, static_cast<std::size_t>(p - at)};
}

/// Length in bytes of the white space character at `at`: space, line break, non-breaking and thin spaces; 0 if none.
[[nodiscard]] std::size_t space_at(const char* at, const char* end);
/// The same for the one that ends at `at`; `begin` bounds it.
[[nodiscard]] std::size_t space_before(const char* at, const char* begin);
/// Length of a hyphen (-, U+2010, U+2011), 0 if none.
[[nodiscard]] std::size_t hyphen_at(const char* at, const char* end);

/// Skips up to four spaces.
[[nodiscard]] const char* skip_spaces(const char* at, const char* end);
/// Skips what holds two words of one number or phrase together: spaces, or a hyphen with or without spaces.
/// Null where the words are not held together.
[[nodiscard]] const char* skip_joint(const char* at, const char* end);

[[nodiscard]] bool starts_with(const char* at, const char* end, std::string_view text);
/// The same without regard to the case of ASCII letters; `lower` is lower case.
[[nodiscard]] bool starts_with_any_case(const char* at, const char* end, std::string_view lower);

struct UnitMatch {
    const Unit* unit = nullptr;
    const char* end = nullptr;
    double scale = 1; ///< 1e6 in "MEUR"
};

/// The longest unit that stands right at `at`.
[[nodiscard]] UnitMatch unit_at(const char* at, const char* end, const NumberWords::Tables& tables);
/// The currency sign or code that stands right at `at`, before a number.
[[nodiscard]] UnitMatch currency_at(const char* at, const char* end, const NumberWords::Tables& tables);

/// Where `phrase`, which starts at `at`, ends; null where it does not stand there.
[[nodiscard]] const char* match_phrase(const Phrase& phrase, const char* at, const char* end,
                                       const NumberWords::Tables& tables);

} // namespace statlint
