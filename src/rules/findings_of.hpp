#pragma once
#include "rules/analysis.hpp"
#include "rules/knowledge.hpp"
#include "text/index_range.hpp"

namespace statlint {

/// Applies the rules that look at one block at a time to some blocks, and those that compare all over a draft to the
/// whole. In their order, nothing suppressed yet.
[[nodiscard]] std::vector<Finding> findings_of(const Analysis& analysis, const Knowledge& knowledge,
                                               const Policy& policy, IndexRange blocks);

/// The order of findings: by place, and at one place in the order of the rules.
[[nodiscard]] bool comes_before(const Finding& a, const Finding& b);

} // namespace statlint
