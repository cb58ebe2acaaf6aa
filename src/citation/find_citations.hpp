#pragma once
#include <vector>

#include "citation/citation.hpp"
#include "citation/citation_words.hpp"
#include "citation/work_names.hpp"
#include "lexicon/prose.hpp"

namespace statlint {

/// Every citation of a document, in reading order of their blocks: names and titles of works, author and year, numbers,
/// footnotes, keys, links, and what carries on from the work named before ("the same study").
[[nodiscard]] std::vector<Citation> find_citations(Prose& prose, const WorkNames& names, const CitationWords& words);

} // namespace statlint
