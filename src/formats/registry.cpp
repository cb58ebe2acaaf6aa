#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>

#include "formats/format.hpp"
#include "formats/markdown_source.hpp"
#include "text/ascii.hpp"
#include "text/line_index.hpp"
#include "text/utf8.hpp"

namespace statlint {

Result<Document> read_pptx(std::string bytes);
Result<Document> read_pdf(std::string bytes);
Result<Document> read_mail(std::string bytes);
Result<Document> read_captions(std::string bytes);
Result<Document> read_csv(std::string bytes);
Result<Document> read_tsv(std::string bytes);
Result<Document> read_json_strings(std::string bytes);
Result<Document> read_yaml(std::string bytes);

namespace {

constexpr std::array<std::string_view, 2> text_extensions{".txt", ".text"};
constexpr std::array<std::string_view, 6> markdown_extensions{".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"};
constexpr std::array<std::string_view, 3> html_extensions{".html", ".htm", ".xhtml"};
constexpr std::array<std::string_view, 3> latex_extensions{".tex", ".ltx", ".latex"};
constexpr std::array<std::string_view, 3> asciidoc_extensions{".adoc", ".asciidoc", ".asc"};
constexpr std::array<std::string_view, 1> org_extensions{".org"};
constexpr std::array<std::string_view, 2> rst_extensions{".rst", ".rest"};
constexpr std::array<std::string_view, 4> docx_extensions{".docx", ".docm", ".dotx", ".dotm"};
constexpr std::array<std::string_view, 3> pptx_extensions{".pptx", ".pptm", ".ppsx"};
constexpr std::array<std::string_view, 2> odt_extensions{".odt", ".ott"};
constexpr std::array<std::string_view, 2> odp_extensions{".odp", ".otp"};
constexpr std::array<std::string_view, 1> mail_extensions{".eml"};
constexpr std::array<std::string_view, 2> caption_extensions{".srt", ".vtt"};
constexpr std::array<std::string_view, 1> csv_extensions{".csv"};
constexpr std::array<std::string_view, 2> tsv_extensions{".tsv", ".tab"};
constexpr std::array<std::string_view, 1> json_extensions{".json"};
constexpr std::array<std::string_view, 2> yaml_extensions{".yaml", ".yml"};

constexpr std::array<std::string_view, 1> pdf_extensions{".pdf"};

constexpr std::array table{
    Format{"text", text_extensions, read_plain},
    Format{.name = "markdown",
           .extensions = markdown_extensions,
           .read = read_markdown,
           .is_plain_paragraph = is_plain_markdown},
    Format{"html", html_extensions, read_html},
    Format{"docx", docx_extensions, read_docx, true, {}, false, annotate_docx},
    Format{"pptx", pptx_extensions, read_pptx, true},
    Format{"odt", odt_extensions, read_odt, true, {}, false, annotate_odt},
    Format{"odp", odp_extensions, read_odp, true},
    Format{"latex", latex_extensions, read_latex, false, "%&$#"},
    Format{"pdf", pdf_extensions, read_pdf, true},
    Format{"mail", mail_extensions, read_mail},
    Format{"captions", caption_extensions, read_captions},
    Format{"csv", csv_extensions, read_csv, false, {}, true},
    Format{"tsv", tsv_extensions, read_tsv, false, {}, true},
    Format{"json", json_extensions, read_json_strings, false, "\"\\", true},
    Format{"yaml", yaml_extensions, read_yaml, false, {}, true},
    Format{"rst", rst_extensions, read_rst},
    Format{"asciidoc", asciidoc_extensions, read_asciidoc},
    Format{"org", org_extensions, read_org},
};

/// What bytes that are no text say they are; empty where they don't.
std::string_view binary_kind(std::string_view bytes) {
    if (bytes.starts_with("%PDF-")) return "a PDF";
    if (bytes.starts_with("PK\x03\x04")) return "a zip file (Word, OpenDocument and PowerPoint files are)";
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return "an old or encrypted Office file";
    return {};
}

} // namespace

std::span<const Format> formats() {
    return table;
}

const Format* format_by_name(std::string_view name) {
    const auto* const found =
        std::find_if(table.begin(), table.end(), [&](const Format& format) { return format.name == name; });
    return found != table.end() ? found : nullptr;
}

const Format* format_by_path(std::string_view path) {
    const std::string_view file = path.substr(path.find_last_of("/\\") + 1);
    const std::size_t dot = file.rfind('.');
    if (dot == std::string_view::npos) return nullptr;
    const std::string extension = lower_case(file.substr(dot));
    const auto* const found = std::find_if(table.begin(), table.end(), [&](const Format& format) {
        return std::find(format.extensions.begin(), format.extensions.end(), extension) != format.extensions.end();
    });
    return found != table.end() ? found : nullptr;
}

std::string written(const Format& format, std::string_view prose) {
    std::string out;
    for (const char c : prose) {
        if (format.escaped.find(c) != std::string_view::npos) out.push_back('\\');
        out.push_back(c);
    }
    return out;
}

Error error_at(std::string_view source, std::size_t offset, std::string message) {
    // Only what comes before is known to be text that columns can be counted in.
    const std::string_view good = source.substr(0, offset);
    const Position position = LineIndex(good).locate(static_cast<std::uint32_t>(offset));
    return {std::move(message), {}, static_cast<int>(position.line), static_cast<int>(position.column)};
}

Result<void> check_text(std::string_view bytes) {
    if (bytes.size() >= std::numeric_limits<std::uint32_t>::max()) {
        return tl::unexpected(Error{"the file is larger than 4 GiB", {}, 0, 0});
    }
    const std::size_t nul = bytes.find('\0');
    const std::size_t invalid = first_invalid_utf8(bytes);
    if (nul == std::string_view::npos && invalid == std::string_view::npos) return {};
    if (const std::string_view known = binary_kind(bytes); !known.empty())
        return tl::unexpected(Error{
            fmt::format("is {}, not a text file, whatever its name says; --format-in names its format", known), {}});
    if (nul < invalid) return tl::unexpected(error_at(bytes, nul, "a NUL byte: this is not a text file"));
    const auto byte = static_cast<unsigned char>(bytes[invalid]);
    return tl::unexpected(
        error_at(bytes, invalid, fmt::format("byte 0x{:02X} is not valid UTF-8: save the file as UTF-8", byte)));
}

} // namespace statlint
