#pragma once
#include <string_view>
#include <vector>

#include "citation/bibliography.hpp"
#include "citation/work_names.hpp"

namespace statlint {

/// What a bibliography key points to.
struct KeyMeaning {
    const BibliographyItem* item = nullptr; ///< null where no bibliography defines it
    std::vector<WorkIndex> works;           ///< of the corpus; empty: another work, or nobody can say
    bool defined = false;                   ///< by a bibliography, or as the id of a work of the corpus
    bool complete = true;                   ///< all bibliographies could be read
};

/// Looks a key up in the draft's bibliographies, then among the ids of the corpus; one that nobody defines may still be
/// a DOI, or spell its work.
[[nodiscard]] KeyMeaning look_up_key(std::string_view key, const WorkNames& names, Bibliographies bibliographies);

} // namespace statlint
