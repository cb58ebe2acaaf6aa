#include "formats/source_lines.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace statlint {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\f' || c == '\v';
}

SourceLine trimmed(std::string_view source, std::size_t start, std::size_t end) {
    std::uint32_t indent = 0;
    while (start < end && is_blank(source[start])) {
        indent = source[start] == '\t' ? (indent / 8 + 1) * 8 : indent + 1;
        ++start;
    }
    while (end > start && is_blank(source[end - 1])) --end;
    return {{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}, indent};
}

} // namespace

std::vector<SourceLine> split_lines(std::string_view source) {
    std::vector<SourceLine> lines;
    for (std::size_t at = text_start(source); at < source.size();) {
        const std::size_t end = std::min(source.find_first_of("\r\n", at), source.size());
        lines.push_back(trimmed(source, at, end));
        at = end + (source.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    return lines;
}

} // namespace statlint
