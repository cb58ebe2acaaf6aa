#pragma once
#include <string>

#include "report/report.hpp"
#include "text/line_index.hpp"

namespace statlint {

/// Why a statistic was judged as it was: what was understood, which figures were considered, what each word in each
/// layer of context gave, and why the others lost. The analysis must hold its candidates.
[[nodiscard]] std::string explain_statistic(const CheckedDraft& draft, const LineIndex& lines, std::uint32_t index);

} // namespace statlint
