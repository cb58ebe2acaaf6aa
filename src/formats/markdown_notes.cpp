#include "formats/markdown_notes.hpp"

#include <algorithm>

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

} // namespace

std::string_view note_label(std::string_view text) {
    constexpr std::size_t longest_label = 200;
    if (!text.starts_with("[^")) return {};
    const std::string_view rest = text.substr(2, longest_label);
    const std::size_t end = rest.find_first_of("] \t\r\n[^");
    if (end == std::string_view::npos || rest[end] != ']') return {};
    return rest.substr(0, end);
}

std::string mark_note_definitions(std::string_view source) {
    std::string copy;
    for (std::size_t at = source.find("[^"); at != std::string_view::npos; at = source.find("[^", at + 2)) {
        const std::string_view label = note_label(source.substr(at));
        const std::size_t colon = at + label.size() + 3;
        if (label.empty() || colon >= source.size() || source[colon] != ':' || !starts_line(source, at)) continue;
        if (copy.empty()) copy = source;
        copy[colon] = note_definition_mark;
    }
    return copy;
}

std::string_view bracketed_number(std::string_view text) {
    if (!text.starts_with('[')) return {};
    std::size_t end = 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    const bool closed = end > 1 && end <= 4 && end + 1 < text.size() && text[end] == ']' && text[end + 1] == ' ';
    return closed ? text.substr(1, end - 1) : std::string_view{};
}

} // namespace statlint
