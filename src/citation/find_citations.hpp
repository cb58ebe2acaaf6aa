#pragma once
#include <span>
#include <vector>

#include "citation/bibliography.hpp"
#include "citation/carry.hpp"
#include "citation/citation.hpp"
#include "citation/citation_words.hpp"
#include "citation/loose_ends.hpp"
#include "citation/references.hpp"
#include "citation/work_names.hpp"
#include "lexicon/prose.hpp"

namespace statlint {

/// What some blocks of a draft cite.
struct FoundCitations {
    std::vector<Citation> citations;    ///< in reading order of their blocks
    std::vector<EntryPointer> pointers; ///< the same
};

/// What a draft cites.
struct DraftCitations {
    References references; ///< its notes and its list of references
    FoundCitations found;
    std::vector<LooseEnd> loose_ends;
};

/// Every citation of a document: names and titles of works, author and year, numbers, footnotes, keys, links, and what
/// carries on from the work named before ("the same study").
[[nodiscard]] DraftCitations find_citations(Prose& prose, const WorkNames& names, const CitationWords& words,
                                            Bibliographies bibliographies = {});

/// Those of the blocks from `first` up to `last` alone, in a draft whose references are known. `carried` has seen the
/// blocks before, and has then seen these.
[[nodiscard]] FoundCitations find_citations(Prose& prose, const WorkNames& names, const CitationWords& words,
                                            Bibliographies bibliographies, const References& references,
                                            CarriedWorks& carried, std::uint32_t first, std::uint32_t last);

} // namespace statlint
