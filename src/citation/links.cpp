#include "citation/links.hpp"

#include <algorithm>

namespace statlint {
namespace {

bool ends_link(char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '"' || c == '|' || c == ';';
}

bool starts_link(std::string_view text) {
    switch (text.front()) {
    case 'h':
        return text.starts_with("http");
    case 'w':
        return text.starts_with("www.");
    case '1':
        return text.starts_with("10.");
    case 'd':
        return text.starts_with("doi");
    case 'D':
        return text.starts_with("DOI");
    default:
        return false;
    }
}

void drop_prefix(std::string& text, std::string_view prefix) {
    if (text.starts_with(prefix)) text.erase(0, prefix.size());
}

} // namespace

std::string normal_link(std::string_view link) {
    std::string text;
    for (const char c : link) text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    for (const std::string_view prefix : {"https://", "http://", "www.", "dx.doi.org/", "doi.org/", "doi:", " "})
        drop_prefix(text, prefix);
    text.erase(std::min(text.find_first_of("?#"), text.size()));
    while (!text.empty() && std::string_view(".,;:)]}/'\"").find(text.back()) != std::string_view::npos)
        text.pop_back();
    return text;
}

std::vector<std::string_view> links_in(std::string_view text) {
    std::vector<std::string_view> found;
    if (text.find('/') == std::string_view::npos) return found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!starts_link(text.substr(at))) continue;
        const bool inner = at > 0 && ((text[at - 1] >= '0' && text[at - 1] <= '9') || text[at - 1] == '.');
        std::size_t end = at;
        while (end < text.size() && !ends_link(text[end])) ++end;
        const std::string_view link = text.substr(at, end - at);
        if (link.find('/') != std::string_view::npos && link.size() > 6 && !inner) found.push_back(link);
        at = end;
    }
    return found;
}

} // namespace statlint
