#pragma once
#include <array>
#include <map>
#include <string>
#include <vector>

#include "labels.hpp"
#include "rules/analysis.hpp"
#include "tally.hpp"

/// How right statlint was on a set of drafts.
struct Score {
    std::size_t statistics = 0;         ///< labelled, without those that the labeller was unsure of
    std::size_t recognised = 0;         ///< of these, seen as a quantity
    std::size_t verdicts = 0;           ///< with the right verdict
    std::map<std::string, Tally> rules; ///< by rule id, and "figure", "misquotes", "citations", "consistency"
    /// Matched statistics by tenths of their score: how many, and how many were about that figure.
    std::array<std::pair<std::size_t, std::size_t>, 10> calibration{};
    std::vector<std::string> disagreements; ///< a line each

    void add(const Score& other);
};

/// Holds one draft's analysis against its labels.
[[nodiscard]] Score score_draft(const LabelledDraft& draft, const statlint::Analysis& analysis,
                                const statlint::Corpus& corpus);
