#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/error.hpp"

namespace statlint {

/// One entry of a user's own bibliography, as far as it tells which work is meant.
struct BibliographyItem {
    std::string title;
    std::string doi, url, isbn;
    std::vector<std::string> authors; ///< family names, or names of organisations
    int year = 0;                     ///< 0 where none is given
    std::uint32_t line = 0;           ///< 1-based
};

/// A bibliography file by its keys.
struct Bibliography {
    std::string path;
    std::map<std::string, BibliographyItem, std::less<>> items;
    bool complete = true; ///< false where some of it could not be read: then a key may be unknown for that reason

    [[nodiscard]] const BibliographyItem* find(std::string_view key) const {
        const auto found = items.find(key);
        return found == items.end() ? nullptr : &found->second;
    }
};

/// The bibliographies that hold for a draft; their keys go before ids of the corpus.
using Bibliographies = std::span<const Bibliography* const>;

/// Reads BibTeX or BibLaTeX. What can't be read is left out, with an error each that has line and column: a brace that
/// is never closed, an entry without a key, a key that is defined twice, entries that refer to each other in a circle.
/// Linear in the text; at most 20 errors are kept.
[[nodiscard]] Bibliography read_bibtex(std::string_view text, const std::string& path, std::vector<Error>& errors);

/// Reads CSL-JSON, as Zotero and pandoc export it.
[[nodiscard]] Bibliography read_csl_json(std::string_view text, const std::string& path, std::vector<Error>& errors);

/// By the file's name: `.json` is CSL-JSON, all else BibTeX.
[[nodiscard]] Bibliography read_bibliography(std::string_view text, const std::string& path,
                                             std::vector<Error>& errors);

} // namespace statlint
