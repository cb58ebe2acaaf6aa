#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace statlint {

/// What stands between "---" lines at the head of a Markdown file, as far as statlint needs it.
struct FrontMatter {
    std::size_t end = 0; ///< where the prose starts; 0 where there is no front matter
    std::string title;
    std::vector<std::string> bibliographies;
};

/// Reads YAML ("---") and TOML ("+++") front matter; `source` starts where the file does, after a BOM.
[[nodiscard]] FrontMatter read_front_matter(std::string_view source);

} // namespace statlint
