#pragma once
#include <string>
#include <string_view>

namespace statlint {

/// A source line and the marks that stand under a part of it.
struct Snippet {
    std::string line;  ///< cut to a window around the part where it is long, control characters made visible
    std::string marks; ///< "    ^~~~~~", as wide on a terminal as what it stands under
};

/// `start` and `end` are byte offsets in `line`; a part that runs on to the next line is marked up to the line's end.
[[nodiscard]] Snippet make_snippet(std::string_view line, std::size_t start, std::size_t end);

} // namespace statlint
