#pragma once
#include <string>

#include "corpus/corpus.hpp"

namespace statlint {

/// "28.5% of Australians: experienced … (Mathews et al. 2023)": what a figure says, on one line, for people.
[[nodiscard]] std::string describe_figure(const Corpus& corpus, const Figure& figure);

} // namespace statlint
