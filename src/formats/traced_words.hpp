#pragma once
#include <vector>

#include "formats/xml_text.hpp"

namespace statlint {

/// The first and the last run of words that a span touches, and how far into them it reaches.
struct TracedWords {
    const TracedText* first = nullptr; ///< null where nothing in the span was traced
    const TracedText* last = nullptr;
    std::size_t start = 0; ///< in the value of the first one's node
    std::size_t end = 0;   ///< in the value of the last one's node
};

/// `trace` is ascending.
[[nodiscard]] TracedWords find_traced(const std::vector<TracedText>& trace, TextSpan span);

} // namespace statlint
