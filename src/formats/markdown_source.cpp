#include "formats/markdown_source.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace statlint {

namespace {

/// Whether only blanks and quotation marks of Markdown stand between `at` and the start of its line.
bool starts_line(std::string_view source, std::size_t at) {
    constexpr std::size_t widest_indent = 16;
    for (std::size_t back = 0; back <= widest_indent; ++back) {
        if (back == at) return true;
        const char c = source[at - back - 1];
        if (c == '\n' || c == '\r') return true;
        if (c != ' ' && c != '\t' && c != '>') return false;
    }
    return false;
}

/// The copy, made when it is first needed.
std::string& writable(std::string_view source, std::string& copy) {
    if (copy.empty()) copy = source;
    return copy;
}

void mark_note_definitions(std::string_view source, std::string& copy) {
    for (std::size_t at = source.find("[^"); at != std::string_view::npos; at = source.find("[^", at + 2)) {
        const std::string_view label = note_label(source.substr(at));
        const std::size_t colon = at + label.size() + 3;
        if (label.empty() || colon >= source.size() || source[colon] != ':' || !starts_line(source, at)) continue;
        writable(source, copy)[colon] = note_definition_mark;
    }
}

constexpr std::ptrdiff_t widest_table = 128;
constexpr std::size_t longest_paragraph = 4096; ///< lines

/// The line below a table's header, with more columns than a table can have.
bool is_wide_delimiter(std::string_view line) {
    if (line.size() < 2 * static_cast<std::size_t>(widest_table)) return false;
    return line.find_first_not_of("|:- \t\r>") == std::string_view::npos &&
           std::count(line.begin(), line.end(), '|') > widest_table;
}

/// Whether a line can only be a line of a paragraph: no list, heading, quotation, fence, table or rule starts there.
bool continues_paragraph(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos) return false;
    return std::string_view("-*+#>|`~<:=_0123456789\r").find(line[first]) == std::string_view::npos;
}

void amend_lines(std::string_view source, std::string& copy) {
    std::size_t run = 0; ///< lines of the paragraph so far
    for (std::size_t at = 0; at < source.size();) {
        const std::size_t end = std::min(source.find('\n', at), source.size());
        const std::string_view line = source.substr(at, end - at);
        run = continues_paragraph(line) ? run + 1 : 0;
        if (run > longest_paragraph) {
            std::string& amended = writable(source, copy);
            for (std::size_t back = at; back > 0 && (source[back - 1] == '\n' || source[back - 1] == '\r'); --back) {
                amended[back - 1] = ' ';
            }
        } else if (is_wide_delimiter(line)) {
            writable(source, copy)[at + line.find('-')] = note_definition_mark;
        }
        at = end + 1;
    }
}

} // namespace

std::string_view note_label(std::string_view text) {
    constexpr std::size_t longest_label = 200;
    if (!text.starts_with("[^")) return {};
    const std::string_view rest = text.substr(2, longest_label);
    const std::size_t end = rest.find_first_of("] \t\r\n[^");
    if (end == std::string_view::npos || rest[end] != ']') return {};
    return rest.substr(0, end);
}

std::string amend_markdown(std::string_view source) {
    std::string copy;
    mark_note_definitions(source, copy);
    if (source.size() > 2 * longest_paragraph) amend_lines(source, copy);
    return copy;
}

namespace {

/// Behind an "&": letters, digits, "#" and a semicolon.
bool starts_entity(std::string_view text) {
    const auto name = [](char c) { return is_letter(c) || is_digit(c) || c == '#'; };
    const auto end = std::ranges::find_if_not(text, name);
    return end != text.begin() && end != text.end() && *end == ';';
}

} // namespace

bool is_plain_markdown(std::string_view lines) {
    constexpr std::size_t longest_region = 65536; // bytes
    if (lines.size() > longest_region || lines.find("www.") != std::string_view::npos) return false;
    char before = '\n';
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const char c = lines[i];
        const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n';
        if (control || std::string_view("[]<>*_~`\\|#@{}").find(c) != std::string_view::npos) return false;
        if (c == '&' && starts_entity(lines.substr(i + 1))) return false;
        if (before == '\n' && !is_letter(c)) return false;
        if (before == ' ' && (c == ' ' || c == '\n')) return false;
        if (before == ':' && c == '/') return false; // an address
        before = c;
    }
    return before != ' ' && before != '\n';
}

std::string_view bracketed_number(std::string_view text) {
    if (!text.starts_with('[')) return {};
    std::size_t end = 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    const bool closed = end > 1 && end <= 4 && end + 1 < text.size() && text[end] == ']' && text[end + 1] == ' ';
    return closed ? text.substr(1, end - 1) : std::string_view{};
}

} // namespace statlint
