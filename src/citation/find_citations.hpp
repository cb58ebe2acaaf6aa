#pragma once
#include <span>
#include <vector>

#include "citation/bibliography.hpp"
#include "citation/citation.hpp"
#include "citation/citation_words.hpp"
#include "citation/work_names.hpp"
#include "lexicon/prose.hpp"

namespace statlint {

/// A pointer that leads nowhere, or an entry that nothing points to.
struct LooseEnd {
    enum class Kind : std::uint8_t { undefined_note, undefined_number, undefined_key, uncited } kind;
    TextSpan span;
    std::uint32_t block = no_block;
    std::string name; ///< label, number or key; of an entry its first words
};

/// What a draft cites.
struct DraftCitations {
    std::vector<Citation> citations; ///< in reading order of their blocks
    std::vector<LooseEnd> loose_ends;
};

/// The bibliographies that hold for a draft; their keys go before ids of the corpus.
using Bibliographies = std::span<const Bibliography* const>;

/// Every citation of a document: names and titles of works, author and year, numbers, footnotes, keys, links, and what
/// carries on from the work named before ("the same study").
[[nodiscard]] DraftCitations find_citations(Prose& prose, const WorkNames& names, const CitationWords& words,
                                            Bibliographies bibliographies = {});

} // namespace statlint
