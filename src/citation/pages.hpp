#pragma once
#include <string>
#include <string_view>

#include "citation/citation.hpp"

namespace statlint {

/// Whether a locator names, or spans, a page: "ix–xi" holds "x", "S13-S18" is held by "p. S15" of it. Arabic pages are
/// never roman ones. `page` may itself be a range.
[[nodiscard]] bool holds_page(const Locator& locator, std::string_view page);

} // namespace statlint
