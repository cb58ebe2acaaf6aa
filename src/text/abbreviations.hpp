#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "text/error.hpp"

namespace statlint {

/// Words whose full stop ends no sentence, by what must follow for that. Lower case, without the last full stop,
/// sorted.
struct Abbreviations {
    std::vector<std::string> before_name;   ///< "dr": whatever follows
    std::vector<std::string> before_number; ///< "p": before a digit or an opening bracket
    std::vector<std::string> inside;        ///< "u.s": unless a sentence starter follows
    std::vector<std::string> starters;      ///< "the", "it": words that after an abbreviation start a sentence

    [[nodiscard]] static bool contains(const std::vector<std::string>& list, std::string_view word);
};

/// Reads rules/LANGUAGE/abbreviations.toml; what is wrong in it is said with line and column.
[[nodiscard]] Result<Abbreviations> read_abbreviations(std::string_view toml);

} // namespace statlint
