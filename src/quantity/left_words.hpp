#pragma once
#include "quantity/tables.hpp"

namespace statlint {

/// The word that ends before a place.
struct LeftWord {
    std::string_view text;
    const char* begin = nullptr;
    bool adjacent = false; ///< there is one, and nothing but spaces or a hyphen stands between
    bool dotted = false;   ///< "p. 3"
};

/// `begin` bounds the look; at most 32 bytes are read. With `dots` a full stop may stand behind the word.
[[nodiscard]] LeftWord word_before(const char* at, const char* begin, bool dots = false);

/// What stands to the left of a number and bears on it.
struct LeftContext {
    Hedge hedge = Hedge::none;
    std::string_view hedge_text;  ///< empty where there is no hedge
    const char* before = nullptr; ///< where the hedge, or the number without one, begins
    bool after_between = false, after_from = false, after_every = false;
};

[[nodiscard]] LeftContext look_left(const char* start, const char* begin, const NumberWords::Tables& tables);

/// "or more", "+", "-odd" behind a number.
struct HedgeMatch {
    Hedge hedge = Hedge::none;
    std::string_view text;
};
[[nodiscard]] HedgeMatch hedge_behind(const char* at, const char* end, const NumberWords::Tables& tables);

} // namespace statlint
