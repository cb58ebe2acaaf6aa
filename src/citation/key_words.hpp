#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace statlint {

/// What a bibliography key spells: most programs make them of author, year and words of the title.
struct KeyWords {
    std::vector<std::string> words; ///< lower case: "salter", "identifying"
    int year = 0;                   ///< 0 where none is spelt
    bool whole_year = false;        ///< in four digits: the 12 of "ref12" may be no year
};

/// Takes apart "salter2023", "mathewsPrevalenceChild2023", "iwf_ai_2023", "salter_etal-2023a", "roche23".
[[nodiscard]] KeyWords read_key(std::string_view key);

} // namespace statlint
