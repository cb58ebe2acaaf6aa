#pragma once
#include <span>
#include <string>
#include <string_view>

#include "document/document.hpp"
#include "text/error.hpp"

namespace statlint {

/// A file format: how to know it, and how to turn its bytes into a Document.
struct Format {
    std::string_view name;                        ///< "markdown"
    std::span<const std::string_view> extensions; ///< with the dot, lower case
    Result<Document> (*read)(std::string bytes);
    /// The file holds its text in parts of its own (DOCX, PDF): offsets count in the extracted text, blocks have a
    /// location, and the text can't be changed in place.
    bool container = false;
    /// Characters that need a backslash before them in the source, where a fix puts words into it.
    std::string_view escaped = {};
};

/// Prose as it stands in the source of a format.
[[nodiscard]] std::string written(const Format& format, std::string_view prose);

/// All formats; to add one, write src/formats/NAME.cpp and a line in the table of registry.cpp.
[[nodiscard]] std::span<const Format> formats();
/// By name ("markdown"), or null.
[[nodiscard]] const Format* format_by_name(std::string_view name);
/// By the extension of a path, or null.
[[nodiscard]] const Format* format_by_path(std::string_view path);

Result<Document> read_plain(std::string bytes);
Result<Document> read_markdown(std::string bytes);
Result<Document> read_html(std::string bytes);
Result<Document> read_latex(std::string bytes);
Result<Document> read_rst(std::string bytes);
Result<Document> read_docx(std::string bytes);
Result<Document> read_odt(std::string bytes);
Result<Document> read_odp(std::string bytes);

/// Refuses what is no text: NUL bytes or invalid UTF-8, with line and column of the first bad byte.
[[nodiscard]] Result<void> check_text(std::string_view bytes);

} // namespace statlint
