#pragma once
#include <span>
#include <string>
#include <string_view>

#include "document/document.hpp"
#include "formats/annotation.hpp"
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
    /// Data rather than drafts (CSV, JSON): most such files of a folder have nothing to do with statistics, so that
    /// they are read only where somebody names them.
    bool data = false;
    /// Writes remarks into a copy, as comments; null where the format has none.
    Result<AnnotatedCopy> (*annotate)(std::string_view bytes, const std::vector<Annotation>& annotations) = nullptr;
    /// Whether lines that stand between blank ones are a paragraph of words alone, whatever the rest of the file holds;
    /// null where the format can't tell. It lets an editor's draft be read in part.
    bool (*is_plain_paragraph)(std::string_view lines) = nullptr;
};

/// Prose as it stands in the source of a format.
[[nodiscard]] std::string written(const Format& format, std::string_view prose);

/// All formats; to add one, write src/formats/NAME.cpp and a line in the table of registry.cpp.
[[nodiscard]] std::span<const Format> formats();
/// By name ("markdown"), or null.
[[nodiscard]] const Format* format_by_name(std::string_view name);
/// By the extension of a path, or null.
[[nodiscard]] const Format* format_by_path(std::string_view path);
/// By what the bytes themselves say ("<!doctype html>", a zip with a Word file's parts), or null where they leave a
/// doubt: prose, Markdown and tables have no marks of their own.
[[nodiscard]] const Format* format_by_content(std::string_view bytes);

Result<Document> read_plain(std::string bytes);
Result<Document> read_markdown(std::string bytes);
Result<Document> read_html(std::string bytes);
Result<Document> read_latex(std::string bytes);
Result<Document> read_rst(std::string bytes);
Result<Document> read_asciidoc(std::string bytes);
Result<Document> read_org(std::string bytes);
Result<Document> read_docx(std::string bytes);
Result<Document> read_odt(std::string bytes);
Result<Document> read_odp(std::string bytes);

/// Refuses what is no text: NUL bytes or invalid UTF-8, with line and column of the first bad byte.
[[nodiscard]] Result<void> check_text(std::string_view bytes);

/// An error at a byte of the source, with its line and column; what stands before it must be text.
[[nodiscard]] Error error_at(std::string_view source, std::size_t offset, std::string message);

} // namespace statlint
