#pragma once
#include <vector>

#include "citation/citation.hpp"
#include "citation/citation_words.hpp"
#include "document/document.hpp"

namespace statlint {

/// How near a citation stands to a statistic; the nearer first.
enum class Nearness : std::uint8_t {
    sentence,
    block,   ///< the same paragraph or list item
    around,  ///< the list's lead-in, the table's row, header, caption or source line
    heading, ///< a heading above, or for a heading the text under it
    section, ///< under the same heading: in reach only where policy says so
    document,
};

/// So many blocks off a citation may cover by where it stands: the source line of a row of tiles or of a slide, the
/// lead-in of items. When a block changes, as many are judged again (rules/dependents.cpp).
inline constexpr std::uint32_t blocks_around = 12;

struct Reached {
    std::uint32_t citation = 0;
    Nearness nearness = Nearness::document;
};

/// Finds the citations around a place. Made once for a document; asks cost what stands around, not the document.
class ReachFinder {
  public:
    /// `document_wide` are blocks whose citations hold for the whole draft ("All figures on this page are from …").
    ReachFinder(const Document& document, const std::vector<Citation>& citations, const CitationWords& words,
                std::vector<std::uint32_t> document_wide = {});

    /// Citations around a sentence of a block, the nearest first, up to and including those of the section.
    [[nodiscard]] std::vector<Reached> around(std::uint32_t block, TextSpan sentence) const;

  private:
    /// Whether any of these blocks, `last` excluded, cites something: the only ones worth a look.
    [[nodiscard]] bool cites(std::uint32_t first, std::uint32_t last) const { return first_[first] != first_[last]; }
    void take(std::uint32_t block, Nearness nearness, std::vector<Reached>& out) const;
    void take_table(const Block& cell, std::uint32_t index, std::vector<Reached>& out) const;
    void take_display(std::uint32_t index, std::vector<Reached>& out) const;
    void take_lead_in(std::uint32_t index, std::vector<Reached>& out) const;
    void take_source_line(std::uint32_t block, std::vector<Reached>& out) const;
    void take_source_above(std::uint32_t index, std::vector<Reached>& out) const;

    void take_list_sources(std::uint32_t block, std::vector<Reached>& out) const;
    [[nodiscard]] bool trails(const Citation& citation, std::uint32_t sentence_end) const;
    [[nodiscard]] bool is_source(std::uint32_t block) const;
    [[nodiscard]] bool starts_source_line(std::uint32_t block) const;
    [[nodiscard]] bool is_caption(std::uint32_t block) const;
    [[nodiscard]] bool gives_source(std::uint32_t block) const;

    const Document& document_;
    const std::vector<Citation>& citations_;
    const CitationWords& words_;
    std::vector<std::uint32_t> document_wide_;
    std::vector<std::uint32_t> first_; ///< by block: index of its first citation; one more at the end
};

/// Whether policy lets a citation that stands so near cover a statistic.
[[nodiscard]] bool in_reach(Nearness nearness, Reach policy);

} // namespace statlint
