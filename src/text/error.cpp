#include "text/error.hpp"

#include <fmt/format.h>

namespace statlint {

std::string Error::to_string() const {
    std::string place = path;
    if (line > 0) place += fmt::format(":{}", line);
    if (line > 0 && column > 0) place += fmt::format(":{}", column);
    return place.empty() ? message : fmt::format("{}: {}", place, message);
}

} // namespace statlint
