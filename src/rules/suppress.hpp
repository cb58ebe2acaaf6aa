#pragma once
#include "rules/analysis.hpp"

namespace statlint {

/// Moves the findings that comments of the draft suppress from `findings` to `suppressed`, and reports comments that
/// suppress nothing, have run out by policy.today, or can't be understood. May be called again after findings were
/// added.
void suppress(Analysis& analysis, const Knowledge& knowledge, const Policy& policy);

} // namespace statlint
