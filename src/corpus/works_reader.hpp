#pragma once
#include <vector>

#include "corpus/corpus.hpp"
#include "corpus/place.hpp"

namespace statlint {

/// A work as its file has it: what it points to is not looked up yet.
struct ReadWork {
    Work work;
    Place place; ///< of its id
    std::vector<PlacedId> counts_as;
};

/// Reads a CSL-JSON array. Items that can't be used are left out, with an error each.
void read_works(const CorpusFile& file, std::vector<ReadWork>& works, std::vector<Error>& errors);

} // namespace statlint
