#pragma once
#include "document/document.hpp"
#include "match/statistic.hpp"

namespace statlint {

/// Whether two forms of one number side by side are not equal: "1 in 5 (25%)".
[[nodiscard]] bool unequal_forms(const Statistic& first, const Statistic& second, const Document& document);

} // namespace statlint
