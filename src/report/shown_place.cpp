#include "report/shown_place.hpp"

#include <fmt/format.h>

namespace statlint {

std::string shown_place(const Document& document, TextSpan span, const Position& at) {
    std::string location = document.location_of(span.start);
    return location.empty() ? fmt::format("{}:{}", at.line, at.column) : location;
}

} // namespace statlint
