#include "report/shown_place.hpp"

#include <fmt/format.h>

namespace statlint {

std::string container_place(const Document& document, std::uint32_t at) {
    return document.form == SourceForm::extracted ? document.location_of(at) : std::string();
}

std::string shown_place(const Document& document, TextSpan span, const Position& at) {
    std::string location = container_place(document, span.start);
    return location.empty() ? fmt::format("{}:{}", at.line, at.column) : location;
}

} // namespace statlint
