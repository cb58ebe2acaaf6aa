#pragma once
#include <optional>
#include <string>

#include "rules/finding.hpp"
#include "rules/rule.hpp"

namespace statlint {

/// Puts the right page into a locator, as the draft writes it: "p.ix" becomes "p.xi", "page 3" becomes "page 4". The
/// fix is certain where the locator says where this statistic alone is printed.
[[nodiscard]] std::optional<Fix> page_fix(const RuleContext& context, std::uint32_t statistic, const Citation& citation,
                                          const Locator& place, const std::string& page);

} // namespace statlint
