#pragma once
#include <vector>

#include "citation/citation.hpp"
#include "citation/reach.hpp"
#include "corpus/corpus.hpp"

namespace statlint {

/// How the citations around a figure stand to where it comes from; `open` where one of them can't be looked up.
struct Coverage {
    enum class Kind : std::uint8_t { cited, secondary, open, wrong, missing } kind = Kind::missing;
    std::vector<std::uint32_t> citations; ///< those that decided: right ones, or the wrong ones
};

/// Whether a citation points to where a figure comes from: one of its works, one that counts as it, or the overview.
[[nodiscard]] bool is_right(const Citation& citation, const Figure& figure, const Corpus& corpus);

/// Judges the citations in reach of a figure that stands at `number`. A marker behind the number, in the same sentence,
/// binds: with "(Salter et al., 2023)" there, another work named elsewhere in the paragraph does not help.
[[nodiscard]] Coverage judge_citations(const std::vector<Citation>& citations, const std::vector<Reached>& reached,
                                       Reach reach, TextSpan number, const Figure& figure, const Corpus& corpus);

} // namespace statlint
