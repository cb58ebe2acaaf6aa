#pragma once
#include <string>

#include "corpus/corpus.hpp"

namespace statlint {

/// "28.5% of Australians experienced …": what a figure says, on one line, for people.
[[nodiscard]] std::string describe_figure(const Corpus &corpus, const Figure &figure);
/// "Mathews et al. 2023": who and when, short.
[[nodiscard]] std::string author_year(const Work &work);
/// The entry of a reference list, author-date.
[[nodiscard]] std::string reference_entry(const Work &work);

} // namespace statlint
