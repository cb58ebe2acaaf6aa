#pragma once
#include <string>
#include <utility>

#include "text/error.hpp"

namespace statlint {

/// Where something stands in a corpus file: what an Error needs.
struct Place {
    std::string path;
    int line = 0;   ///< 1-based; 0 where unknown
    int column = 0; ///< 1-based, code points

    [[nodiscard]] Error error(std::string message) const { return {std::move(message), path, line, column}; }
    /// "corpus/acms.toml:12"
    [[nodiscard]] std::string to_string() const { return path + ":" + std::to_string(line); }
};

/// A name that points to something else ("acms-2023"), and where it stands.
struct PlacedId {
    std::string id;
    Place place;
};

} // namespace statlint
