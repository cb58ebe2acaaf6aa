#pragma once
#include "rules/finding.hpp"
#include "rules/rule.hpp"

namespace statlint {

/// Cites a work at the end of a statistic's sentence, before its full stop, in the style that the draft already uses:
/// a key, the number or note that the draft has for the work, or author and year as its other citations write them.
[[nodiscard]] Fix citation_fix(const RuleContext& context, const Statistic& statistic, WorkIndex work);

} // namespace statlint
