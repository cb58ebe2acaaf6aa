#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "citation/citation.hpp"
#include "citation/work_names.hpp"
#include "lexicon/prose.hpp"

namespace statlint {

/// What an entry of a reference list or a footnote points to.
struct ReferenceEntry {
    std::vector<WorkIndex> works; ///< empty: a work that the corpus does not have
    std::string text;
    int year = 0;
    std::uint32_t block = no_block;
    std::vector<Locator> locators;
    bool names_source = true; ///< false for a note that cites nothing ("Rounded to whole numbers.")
};

/// The notes and the numbered reference list of a document.
struct References {
    std::map<std::string, ReferenceEntry, std::less<>> notes; ///< by footnote label
    std::map<int, ReferenceEntry> numbered;                   ///< by number in the list
    std::vector<bool> is_reference; ///< blocks that are such entries, and cite nothing themselves
    bool unheaded = false;          ///< the list stands at the end of the draft, without a heading
    bool round_numbers = false;     ///< the list is referred to as "(2)": nothing in the draft says "[2]"

    /// An entry of the list or a note of that number, or null.
    [[nodiscard]] const ReferenceEntry* by_number(int number) const;
};

/// A document's links and markers of notes by the block that holds them.
class BlockReferences {
  public:
    explicit BlockReferences(const Document& document);

    /// Indices into Document::references, in their order.
    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t block) const {
        return std::span(sorted_).subspan(first_[block], first_[block + 1] - first_[block]);
    }

  private:
    std::vector<std::uint32_t> sorted_;
    std::vector<std::uint32_t> first_; ///< by block; one more at the end
};

/// True for a heading such as "References", which makes the list below it a reference list.
[[nodiscard]] bool heads_references(Prose& prose, std::uint32_t block);

/// True where "[2]" or "[2, p. 3]" stands somewhere.
[[nodiscard]] bool refers_in_brackets(std::string_view text);

/// Reads the notes and the list of references: what they name, and what the bibliographies say that a note's key is
/// ("[@salter2023, p. 3]", as \footcite gives it).
[[nodiscard]] References read_references(Prose& prose, const WorkNames& names, const BlockReferences& links,
                                         Bibliographies bibliographies);

/// The last year in a text (19xx or 20xx), 0 where there is none.
[[nodiscard]] int year_in(std::string_view text);

} // namespace statlint
