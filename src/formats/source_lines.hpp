#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace statlint {

/// A line of a source without its end and the white space around it; empty where there is nothing else in it.
struct SourceLine {
    SourceSpan text;
    std::uint32_t indent = 0; ///< columns before the text; a tab goes to the next multiple of eight
};

/// The lines of a source, without a byte order mark. LF, CR LF and CR end a line.
[[nodiscard]] std::vector<SourceLine> split_lines(std::string_view source);

} // namespace statlint
