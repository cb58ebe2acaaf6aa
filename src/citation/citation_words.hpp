#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "text/error.hpp"

namespace statlint {

/// The words of one language with which citations are read and reported, from rules/LANG/citations.toml.
struct CitationWords {
    std::vector<std::string> source_line;  ///< starts of a line that names a source, lower case
    std::vector<std::string> caption_line; ///< starts of a caption, lower case
    std::vector<std::string> no_author;    ///< capital words before a year that name nobody
    std::string another_source, another_work, corpus_work, not_citable;   ///< what messages call an unnamed source
    std::string undefined_note, undefined_number, undefined_key, uncited; ///< of {name}
    std::string other_year, misspelt;                                     ///< of {text}, {work} and {year}
    std::string not_quoted, nearest, differences;                         ///< of {work}; {passage}; {differences}
    std::string expired;                                                  ///< of {date}

    /// "Source: …", "Data from …".
    [[nodiscard]] bool starts_source_line(std::string_view text) const;
    /// "Table 2. …", "Notes: …".
    [[nodiscard]] bool starts_caption(std::string_view text) const;
    /// "March", "In".
    [[nodiscard]] bool starts_without_author(std::string_view text) const;
};

/// Errors have line and column, not the path.
[[nodiscard]] Result<CitationWords> read_citation_words(std::string_view toml);

} // namespace statlint
