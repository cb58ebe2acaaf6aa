#pragma once
#include <string>

#include "document/document.hpp"
#include "text/line_index.hpp"

namespace statlint {

/// Where a place of the text is in a container; empty where line and column say it.
[[nodiscard]] std::string container_place(const Document& document, std::uint32_t at);

/// How reports for people say where something stands: "12:5", in containers "paragraph 12, under "Prevalence"".
[[nodiscard]] std::string shown_place(const Document& document, TextSpan span, const Position& at);

} // namespace statlint
