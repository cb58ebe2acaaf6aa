#pragma once
#include <array>
#include <compare>
#include <span>
#include <vector>

#include "corpus/corpus.hpp"
#include "lexicon/archive.hpp"
#include "lexicon/lexicon.hpp"
#include "text/plain_rows.hpp"

namespace statlint {

/// One of the ways in which a need of a figure can be met.
struct Alternative {
    ConceptId concept_id = none; ///< a concept of the lexicon, or
    WorkIndex work = none;       ///< a work that is cited or named
    double worth = 1;            ///< below 1 for words that only hint ("~" in the corpus)
    bool counted = false;        ///< must be the noun that the number counts ("#" in the corpus)

    friend auto operator<=>(const Alternative&, const Alternative&) = default;
};

/// What a sentence must say to be about a figure, with names resolved.
struct FigureNeeds {
    std::vector<std::vector<Alternative>> needs;
    std::vector<std::uint32_t> shared; ///< for each need a number that other figures with the very same need have, too
    std::vector<Alternative> helps;
    std::vector<ConceptId> without;
    std::vector<ConceptId> who, where, when, base;
};

/// The figures of a corpus by the concepts that they need: a sentence is compared with those figures alone whose rarest
/// need it meets, never with all.
class FigureFinder {
  public:
    /// Concepts that the lexicon doesn't know are made from their own words.
    FigureFinder(const Corpus& corpus, Lexicon& lexicon, StemTable& stems);
    FigureFinder() = default; ///< to be read from an archive
    template <class Archive> void archive(Archive& archive) {
        archive(figures_, by_concept_, by_work_, by_need_, values_);
    }

    [[nodiscard]] const FigureNeeds& needs(std::uint32_t figure) const { return figures_[figure]; }
    /// A figure that is filed under its rarest need.
    struct Entry {
        FigureIndex figure = none;
        std::array<ConceptId, 2> also{none, none}; ///< its next needs, of those that one concept alone meets
    };
    /// Figures that may be meant where a concept is said or a work is named. Where a figure has no next needs, `also`
    /// is the concept itself.
    [[nodiscard]] std::span<const Entry> by_concept(ConceptId id) const {
        return id < by_concept_.size() ? by_concept_[id] : std::span<const Entry>();
    }
    [[nodiscard]] std::span<const Entry> by_work(WorkIndex work) const;
    /// Figures that have this need (see FigureNeeds::shared).
    [[nodiscard]] std::span<const FigureIndex> with_need(std::uint32_t need) const { return by_need_[need]; }
    /// Appends the figures that come from a work and have this value (see Quantity::low), give or take a share of it.
    /// For `none` those of all works; of a pair also its other end.
    void by_value(WorkIndex work, double value, std::vector<FigureIndex>& out, double share = 0.12) const;

    struct Value {
        double value = 0;
        FigureIndex figure = none;
        std::uint32_t padding = 0; ///< named, so that equal values are equal bytes

        friend auto operator<=>(const Value&, const Value&) = default;
    };

  private:
    void file_values(const Corpus& corpus);

    std::vector<FigureNeeds> figures_;
    PlainRows<Entry> by_concept_;
    PlainRows<Entry> by_work_;
    PlainRows<FigureIndex> by_need_;
    PlainRows<Value> values_; ///< by work, ascending; last: of all works
};
template <> inline constexpr bool is_bytes<FigureFinder::Value> = true;

} // namespace statlint
