#pragma once
#include <string>
#include <vector>

#include "rules/analysis.hpp"

namespace statlint {

/// A change of the source.
struct SourceEdit {
    SourceSpan span;
    std::string replacement;
    TextSpan text = {}; ///< the same place in the text
    auto operator<=>(const SourceEdit&) const = default;
};

/// Which fixes are wanted.
struct FixChoice {
    bool suggested = false;             ///< those too that are not certain
    Severity least = Severity::warning; ///< findings below it are left alone
};

/// The changes that mend what is wanted, ascending and apart from each other. Of two that overlap the certain one is
/// taken, else the one of the severer finding, else the first; the other one may come up again when the draft is
/// checked again.
[[nodiscard]] std::vector<SourceEdit> edits_of(const Analysis& analysis, const FixChoice& choice);

/// `edits` must be ascending and must not overlap.
[[nodiscard]] std::string apply_edits(std::string_view source, const std::vector<SourceEdit>& edits);

} // namespace statlint
