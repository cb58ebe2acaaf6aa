#include "report/snippet.hpp"

#include <algorithm>

#include "text/code_point.hpp"

namespace statlint {

namespace {

// A paragraph is often one line of a thousand characters: show what is around the part.
constexpr std::size_t whole_line = 140;
constexpr std::size_t bytes_before = 60;
constexpr std::size_t bytes_after = 50;
constexpr std::size_t longest_part = 200;
constexpr std::string_view ellipsis = "…";

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::size_t window_start(std::string_view line, std::size_t start) {
    if (line.size() <= whole_line || start <= bytes_before + bytes_before / 2) return 0;
    const std::size_t at = start - bytes_before;
    const std::size_t space = line.find(' ', at);
    if (space != std::string_view::npos && space + 1 < start) return space + 1;
    std::size_t whole = at;
    while (whole < start && is_continuation(line[whole])) ++whole;
    return whole;
}

std::size_t window_end(std::string_view line, std::size_t end) {
    if (line.size() <= whole_line || line.size() - end <= bytes_after + bytes_after / 2) return line.size();
    const std::size_t at = end + bytes_after;
    const std::size_t space = line.rfind(' ', at);
    if (space != std::string_view::npos && space > end) return space;
    std::size_t whole = at;
    while (whole < line.size() && is_continuation(line[whole])) ++whole;
    return whole;
}

} // namespace

Snippet make_snippet(std::string_view line, std::size_t start, std::size_t end) {
    start = std::min(start, line.size());
    end = std::clamp(end, start, std::min(line.size(), start + longest_part));
    while (end < line.size() && is_continuation(line[end])) ++end;
    const std::size_t first = window_start(line, start);
    const std::size_t last = window_end(line, end);

    Snippet snippet;
    if (first > 0) {
        snippet.line += ellipsis;
        snippet.marks += ' ';
    }
    std::size_t caret = snippet.marks.size();
    for (std::size_t at = first; at < last;) {
        const CodePoint c = first_code_point(line.substr(at));
        const bool hidden = !c.valid || (c.value < 0x20 && c.value != '\t') || (c.value >= 0x7F && c.value < 0xA0);
        // An escape sequence in a draft must not reach the terminal.
        snippet.line += hidden ? std::string_view("\xEF\xBF\xBD") : line.substr(at, c.size);
        const auto width = static_cast<std::size_t>(hidden ? 1 : display_width(c.value));
        if (at < start && c.value == '\t')
            snippet.marks += '\t'; // as wide as the tab above it, whatever that is
        else if (at < end)
            snippet.marks.append(width, at < start ? ' ' : '~');
        if (at < start) caret = snippet.marks.size();
        at += c.size;
    }
    if (last < line.size()) snippet.line += ellipsis;
    if (caret == snippet.marks.size())
        snippet.marks += '^';
    else
        snippet.marks[caret] = '^';
    return snippet;
}

} // namespace statlint
