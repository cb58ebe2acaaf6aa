#pragma once
#include <string>
#include <vector>

#include "citation/references.hpp"

namespace statlint {

/// A place that points to an entry of the draft's own lists or bibliographies: a note's marker, "[3]", "@key".
struct EntryPointer {
    enum class Kind : std::uint8_t { note, number, key } kind;
    TextSpan span;
    std::uint32_t block = no_block;
    std::string name;     ///< label, number or key
    bool known = false;   ///< the entry is there
    bool unnamed = false; ///< of keys: the draft names no bibliography
};

/// A pointer that leads nowhere, or an entry that nothing points to.
struct LooseEnd {
    enum class Kind : std::uint8_t { undefined_note, undefined_number, undefined_key, uncited } kind;
    TextSpan span;
    std::uint32_t block = no_block;
    std::string name; ///< label, number or key; of an entry its first words
};

/// The pointers of a draft that lead nowhere, and the entries of its lists that nothing points to. Where a draft names
/// no bibliography, a key is loose only if the corpus defines another one.
[[nodiscard]] std::vector<LooseEnd> find_loose_ends(const std::vector<EntryPointer>& pointers,
                                                    const References& references, const Document& document);

} // namespace statlint
