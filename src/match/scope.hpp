#pragma once
#include "match/base_phrase.hpp"
#include "match/context.hpp"
#include "match/figure_finder.hpp"
#include "match/statistic.hpp"

namespace statlint {

/// What a claim says of whom, where and when, to be compared with figures.
struct ClaimScope {
    BasePhrase base;
    std::vector<Hit> who;            ///< populations in the base phrase, those of the head noun alone
    std::vector<Hit> narrowing;      ///< populations anywhere in the base phrase, relative clause included
    std::vector<Hit> near;           ///< all that is said in the number's own clause
    std::vector<Hit> where;          ///< places in the base phrase, or else near the number
    std::vector<Hit> when;           ///< periods of the sentence that belong to this number
    std::vector<ConceptId> said;     ///< all that the sentence says
    std::vector<ConceptId> anywhere; ///< all places that the sentence names
    bool definite = false;           ///< "of [the teens]", with nothing that says which
    bool points_back = false;        ///< "of those", "of them"
    bool counts = false;             ///< the number counts, rather than being a share of the base
    bool own = false;                ///< the base phrase is the writer's own ("of our members")
    bool foreign = false;            ///< a place of `where` is not in the base phrase but stands near

    [[nodiscard]] bool names_place(std::string_view id, const Lexicon& lexicon) const;
};

/// `masked` are spans that are names of works: a place inside "University of New South Wales" is none.
[[nodiscard]] ClaimScope read_scope(const BlockProse& prose, const std::vector<Claim>& claims, std::size_t which,
                                    const WordDistances& distances, const Lexicon& lexicon,
                                    const std::vector<TextSpan>& masked, bool multiplier = false);

/// What of it does not fit a figure. `work_year`: a year from then on is the year of a publication.
[[nodiscard]] ScopeIssue check_scope(const ClaimScope& scope, const BlockProse& prose, const Figure& figure,
                                     const FigureNeeds& needs, const Lexicon& lexicon, int work_year);

} // namespace statlint
