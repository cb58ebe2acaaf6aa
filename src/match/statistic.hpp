#pragma once
#include <string>
#include <vector>

#include "citation/citation.hpp"
#include "citation/reach.hpp"
#include "corpus/corpus.hpp"
#include "match/compare.hpp"
#include "quantity/quantity.hpp"

namespace statlint {

enum class Verdict : std::uint8_t { verified, misquoted, unverified, unrelated };
[[nodiscard]] std::string_view name(Verdict verdict);

/// What one layer of context gave to a candidate: for `explain`.
struct Evidence {
    std::string concept_name; ///< "csa", "@acms-2023"
    std::string layer;        ///< "clause", "sentence", "heading" …
    double weight = 0;        ///< 0-1
    TextSpan span;            ///< the words that said so
};

/// What a draft says otherwise than the figure about whom, where or when.
struct ScopeIssue {
    enum class Kind : std::uint8_t { nothing, who, where, when } kind = Kind::nothing;
    TextSpan span;        ///< the words of the draft
    std::string expected; ///< what the figure holds for
};

/// A figure that a statistic might be about.
struct Candidate {
    FigureIndex figure = none;
    double score = 0; ///< 0-1
    std::vector<Evidence> evidence;
    std::string lost; ///< why it is not the one; empty for the winner
    Comparison comparison;
    ScopeIssue scope;
    double met = 0;        ///< 0-1: how far the words say what the figure measures
    bool here = true;      ///< some of those words stand in the number's own sentence or row
    double unrivalled = 1; ///< factor on the score where no other figure claims a number that tells by itself
    bool rescued = false;  ///< a right value stands in for words that are not there
    bool turned = false;   ///< the words say "less" where the figure says "more", "rose" where it fell
};

/// What was taken from the words around a statistic, for `explain`.
struct Understood {
    std::vector<TextSpan> who, where, when; ///< populations, places and periods that belong to the number
};

/// A quantity of the draft together with what it is said to measure.
struct Statistic {
    Quantity quantity;
    std::uint32_t block = no_block;
    TextSpan sentence;
    FigureIndex figure = none;
    double score = 0;
    FigureIndex near_miss = none; ///< where there is no figure: the one that it fell just short of, for `audit`
    double near_score = 0;        ///< 0-1
    Verdict verdict = Verdict::unrelated;
    std::vector<Reached> reached;         ///< citations around it, the nearest first
    std::vector<std::uint32_t> citations; ///< those in reach by the policy: indices into Analysis::citations
    Understood understood;                ///< only for `explain`
    std::vector<Candidate> candidates;    ///< best first; where there is a figure, the first is it
    std::string expected;                 ///< what to write, in the draft's own style; empty where it is right
    std::uint32_t restated = none;        ///< index of the statistic that this one says again: "1 in 4 (23.7%)"
    bool own = false;                     ///< the writer counts something of their own
    bool elsewhere = false;               ///< a source or place that the corpus does not have
    bool stated = true;                   ///< false where it is named without being stated: asked, denied, put right
    bool derived = false;                 ///< computed from other numbers of the draft

    /// The candidate that won; only where there is a figure.
    [[nodiscard]] const Candidate& match() const { return candidates.front(); }
};

} // namespace statlint
