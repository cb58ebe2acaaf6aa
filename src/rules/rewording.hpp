#pragma once
#include <optional>

#include "rules/finding.hpp"
#include "rules/rule.hpp"

namespace statlint {

/// What to write for a statistic so that it agrees with its figure, in the draft's own style: digits or words, per cent
/// or %, "1 in 6" or "one out of six", its own hedge where that is right. What it gives has been read and compared
/// again in the place where it would stand. Nothing where no printed form fits, where the words are quoted ones, or
/// where the source has markup in between that would be lost.
///
/// The fix is certain where the form stays the draft's own and nothing speaks for another reading of the sentence;
/// `sure_rule` says whether the rule itself allows that.
[[nodiscard]] std::optional<Fix> reword(const RuleContext& context, const Statistic& statistic, bool sure_rule);

} // namespace statlint
