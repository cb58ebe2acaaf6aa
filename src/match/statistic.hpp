#pragma once
#include <string>
#include <vector>

#include "citation/citation.hpp"
#include "corpus/corpus.hpp"
#include "document/document.hpp"
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

/// A figure that a statistic might be about.
struct Candidate {
    FigureIndex figure = none;
    double score = 0; ///< 0-1
    std::vector<Evidence> evidence;
    std::string lost; ///< why it is not the one; empty for the winner
};

/// A quantity of the draft together with what it is said to measure.
struct Statistic {
    Quantity quantity;
    std::uint32_t block = no_block;
    TextSpan sentence;
    FigureIndex figure = none;
    double score = 0;
    Verdict verdict = Verdict::unrelated;
    std::vector<std::uint32_t> citations; ///< in reach: indices into Analysis::citations
    std::vector<Candidate> candidates;    ///< best first
    std::string expected;                 ///< what to write, in the draft's own style; empty where it is right
};

} // namespace statlint
