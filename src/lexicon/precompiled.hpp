#pragma once
#include <string_view>
#include <utility>

#include "lexicon/lexicon.hpp"

namespace statlint {

/// The lexicon of rules/ and the stems of its words, read from the files that are embedded in the program.
[[nodiscard]] tl::expected<std::pair<Lexicon, StemTable>, std::vector<Error>> read_embedded_lexicon();

/// The same as bytes; the build makes them once, because compiling thousands of wordings takes longer than a draft.
[[nodiscard]] std::string pack_lexicon(Lexicon& lexicon, StemTable& stems);
[[nodiscard]] std::pair<Lexicon, StemTable> unpack_lexicon(std::string_view bytes);

/// What the build made. Defined in a file that the program statlint_precompile writes.
[[nodiscard]] std::string_view precompiled_lexicon();

} // namespace statlint
