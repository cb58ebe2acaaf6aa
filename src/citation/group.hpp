#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "citation/citation.hpp"

namespace statlint {

/// One member of a citation group: "Salter et al., 2023, p. 3", "2", "@salter-2023".
struct GroupMember {
    TextSpan span;
    TextSpan authors;        ///< what stands before the year; empty for numbers and keys
    int year = 0;            ///< 0: none; -1: "n.d."
    TextSpan dated;          ///< the digits of the year
    std::string key;         ///< pandoc key without "@"
    int first = 0, last = 0; ///< numbers of a reference list; 0 where it is none
    std::vector<Locator> locators;
};

/// Reads what stands between two parentheses as author-year citations: "see Mathews et al. 2023; Higgins et al. 2023".
/// Empty where it is something else. `base` is the text offset of the first byte.
[[nodiscard]] std::vector<GroupMember> read_author_years(std::string_view inside, std::uint32_t base);

/// Reads what stands between two brackets: "1", "2, 5–7", "2, p. 3", "@salter-2023, p. 3; -@acms-2023". Empty where it
/// is something else.
[[nodiscard]] std::vector<GroupMember> read_bracket(std::string_view inside, std::uint32_t base);

/// What follows a year inside its parenthesis: ", p. 12", ": 12", ", at ix". Empty where no page is given.
[[nodiscard]] std::vector<Locator> read_year_tail(std::string_view rest, std::uint32_t base);

/// The page with which a note ends without a label, as law journals write it: "… (IWF, 2023) 15.", "… S13, S15.",
/// "Ibid 12."
[[nodiscard]] std::vector<Locator> read_closing_page(std::string_view note, std::uint32_t base);

/// Raised numbers at the start of a text: "¹²", "²,⁵⁻⁷", "^1,2^"; `size` becomes the bytes that they take, 0 for none.
[[nodiscard]] std::vector<GroupMember> read_raised_numbers(std::string_view text, std::uint32_t base,
                                                           std::size_t& size);

/// A key at the start of a text, outside of brackets: "@salter-2023 says"; without a key where there is none.
[[nodiscard]] GroupMember read_bare_key(std::string_view text, std::uint32_t base);

/// Pages and places named in a text: "p.xi", "pp. 3-4", "page 76", "Table 2", "para 3.2".
[[nodiscard]] std::vector<Locator> read_locators(std::string_view text, std::uint32_t base);

} // namespace statlint
