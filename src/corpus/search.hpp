#pragma once
#include <string_view>
#include <vector>

#include "corpus/corpus.hpp"

namespace statlint {

struct SearchHit {
    FigureIndex figure = none;
    double score = 0;
};

/// Figures in which words that a person typed ("girls 28") are found, best first: in the id, measure, population,
/// place, period, values and the works' names. A figure that has all words comes before one that has some.
[[nodiscard]] std::vector<SearchHit> search_figures(const Corpus& corpus, std::string_view words);

} // namespace statlint
