#pragma once
#include <string>

#include "document/document.hpp"
#include "text/line_index.hpp"

namespace statlint {

/// How reports for people say where something stands: "12:5", in containers "paragraph 12, under "Prevalence"".
[[nodiscard]] std::string shown_place(const Document& document, TextSpan span, const Position& at);

} // namespace statlint
