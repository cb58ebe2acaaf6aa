#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/corpus.hpp"
#include "document/document.hpp"

namespace statlint {

/// Where in a work: "p. 3", "pp. ix–xi", "Table 2".
struct Locator {
    std::string first, last; ///< as written, lower case ("ix"); `last` is the same as `first` for a single page
    bool page = true;        ///< false for sections, paragraphs and tables
    TextSpan span;           ///< "p. 3"
};

/// How a citation points to its work; the order has no meaning.
enum class CitationForm : std::uint8_t { name, title, author_year, footnote, number, key, link, carried };

/// How far a citation covers the statistics around it.
enum class Reach : std::uint8_t { sentence, paragraph, section };

/// What is wrong with how a citation is written.
enum class CitationFlaw : std::uint8_t {
    nothing,
    year,   ///< the author fits, the year does not: "Salter et al. (2021)"
    author, ///< the year fits, the author almost: "Slater et al. (2023)"
};

/// A pointer in the draft to a work.
struct Citation {
    TextSpan span;                  ///< where it stands in the prose; a footnote's marker is an empty span
    std::uint32_t block = no_block; ///< block in which it stands
    CitationForm form = CitationForm::name;
    std::vector<WorkIndex> works; ///< the works of the corpus that it may mean: several where it leaves that open
    bool external = false;        ///< it points to a work that the corpus does not have
    bool open = false;            ///< nobody can say what it points to: its bibliography can't be read
    std::string text;             ///< what names the work, as written
    CitationFlaw flaw = CitationFlaw::nothing;
    TextSpan slip;       ///< the year or the name that has the flaw
    int year = 0;        ///< 0 where none is given, -1 for "n.d."
    bool marker = false; ///< stands behind what it covers: "(Salter et al., 2023)", "[1]", "[^3]"
    std::vector<Locator> locators;
};

} // namespace statlint
