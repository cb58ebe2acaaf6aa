#pragma once
#include <span>
#include <string_view>

namespace statlint {

/// A file of rules/ or corpus/ as it was when the program was built; the path is relative to the project's root.
struct EmbeddedFile {
    std::string_view path;
    std::string_view text;
};

/// All of them, sorted by path. Defined in a file that scripts/embed.cmake writes.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

} // namespace statlint
