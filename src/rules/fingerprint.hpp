#pragma once
#include <string>
#include <string_view>

#include "rules/analysis.hpp"

namespace statlint {

/// The name of a finding that stays the same when lines move, files are renamed or the program changes: the first 32
/// digits of the SHA-256 of rule id, figure id (or "-") and sentence, each followed by a newline. The sentence is
/// normalised: NFKC case folding, straight quotes, "-" for every dash, one space for white space.
/// In a baseline and in SARIF's partialFingerprints. Two findings of one rule and figure in equal sentences share it.
[[nodiscard]] std::string fingerprint(const Analysis& analysis, const Corpus& corpus, const Finding& finding);

/// A sentence as it goes into a fingerprint.
[[nodiscard]] std::string normalised_sentence(std::string_view sentence);

} // namespace statlint
