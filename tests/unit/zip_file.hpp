#pragma once
#include <map>
#include <string>

#include <doctest/doctest.h>

#include "formats/zip_archive.hpp"

namespace statlint {

/// A zip file with these parts.
inline std::string zip_file(const std::map<std::string, std::string>& parts) {
    const std::string empty = std::string("PK\x05\x06", 4) + std::string(18, '\0');
    const auto archive = ZipArchive::open(empty);
    REQUIRE(archive.has_value());
    const auto made = archive->with_parts(parts);
    REQUIRE(made.has_value());
    return *made;
}

} // namespace statlint
