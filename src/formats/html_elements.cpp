#include "formats/html_elements.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"

namespace statlint {

namespace {

constexpr HtmlElement table[] = {
    {.name = "a", .tag = HtmlTag::a},
    {.name = "address", .block = true},
    {.name = "area", .empty = true},
    {.name = "article", .block = true},
    {.name = "aside", .tag = HtmlTag::aside, .block = true},
    {.name = "audio", .prose = false},
    {.name = "base", .tag = HtmlTag::base, .empty = true},
    {.name = "basefont", .empty = true},
    {.name = "bgsound", .empty = true},
    {.name = "blockquote", .tag = HtmlTag::blockquote, .block = true},
    {.name = "body", .tag = HtmlTag::body, .block = true},
    {.name = "br", .tag = HtmlTag::br, .empty = true},
    {.name = "canvas", .prose = false},
    {.name = "caption", .tag = HtmlTag::caption, .block = true},
    {.name = "center", .block = true},
    {.name = "code", .tag = HtmlTag::code, .prose = false},
    {.name = "col", .empty = true},
    {.name = "colgroup", .block = true},
    {.name = "datalist", .prose = false},
    {.name = "dd", .tag = HtmlTag::dd, .block = true},
    {.name = "details", .block = true},
    {.name = "dialog", .block = true},
    {.name = "dir", .block = true},
    {.name = "div", .tag = HtmlTag::div, .block = true},
    {.name = "dl", .tag = HtmlTag::dl, .block = true},
    {.name = "dt", .tag = HtmlTag::dt, .block = true},
    {.name = "embed", .empty = true},
    {.name = "fieldset", .block = true},
    {.name = "figcaption", .tag = HtmlTag::figcaption, .block = true},
    {.name = "figure", .tag = HtmlTag::figure, .block = true},
    {.name = "footer", .block = true},
    {.name = "form", .block = true},
    {.name = "frame", .empty = true},
    {.name = "h1", .tag = HtmlTag::h1, .block = true},
    {.name = "h2", .tag = HtmlTag::h2, .block = true},
    {.name = "h3", .tag = HtmlTag::h3, .block = true},
    {.name = "h4", .tag = HtmlTag::h4, .block = true},
    {.name = "h5", .tag = HtmlTag::h5, .block = true},
    {.name = "h6", .tag = HtmlTag::h6, .block = true},
    {.name = "head", .block = true},
    {.name = "header", .block = true},
    {.name = "hgroup", .block = true},
    {.name = "hr", .tag = HtmlTag::hr, .block = true, .empty = true},
    {.name = "html", .tag = HtmlTag::html, .block = true},
    {.name = "iframe", .raw = true, .prose = false},
    {.name = "img", .tag = HtmlTag::img, .empty = true},
    {.name = "input", .empty = true},
    {.name = "kbd", .prose = false},
    {.name = "keygen", .empty = true},
    {.name = "legend", .block = true},
    {.name = "li", .tag = HtmlTag::li, .block = true},
    {.name = "link", .empty = true},
    {.name = "listing", .block = true, .prose = false},
    {.name = "main", .block = true},
    {.name = "map", .prose = false},
    {.name = "math", .prose = false},
    {.name = "menu", .block = true},
    {.name = "meta", .empty = true},
    {.name = "nav", .block = true, .prose = false},
    {.name = "noembed", .raw = true, .prose = false},
    {.name = "noframes", .raw = true, .prose = false},
    {.name = "noscript", .prose = false},
    {.name = "object", .prose = false},
    {.name = "ol", .tag = HtmlTag::ol, .block = true},
    {.name = "optgroup", .block = true},
    {.name = "option", .block = true},
    {.name = "p", .tag = HtmlTag::p, .block = true},
    {.name = "param", .empty = true},
    {.name = "plaintext", .tag = HtmlTag::plaintext, .block = true, .raw = true},
    {.name = "pre", .tag = HtmlTag::pre, .block = true},
    {.name = "samp", .prose = false},
    {.name = "script", .raw = true, .prose = false},
    {.name = "search", .block = true},
    {.name = "section", .block = true},
    {.name = "select", .prose = false},
    {.name = "source", .empty = true},
    {.name = "style", .raw = true, .prose = false},
    {.name = "summary", .block = true},
    {.name = "sup", .tag = HtmlTag::sup},
    {.name = "svg", .prose = false},
    {.name = "table", .tag = HtmlTag::table, .block = true},
    {.name = "tbody", .tag = HtmlTag::tbody, .block = true},
    {.name = "td", .tag = HtmlTag::td, .block = true},
    {.name = "template", .prose = false},
    {.name = "textarea", .raw = true, .prose = false},
    {.name = "tfoot", .tag = HtmlTag::tfoot, .block = true},
    {.name = "th", .tag = HtmlTag::th, .block = true},
    {.name = "thead", .tag = HtmlTag::thead, .block = true},
    {.name = "title", .tag = HtmlTag::title, .raw = true, .prose = false},
    {.name = "tr", .tag = HtmlTag::tr, .block = true},
    {.name = "track", .empty = true},
    {.name = "ul", .tag = HtmlTag::ul, .block = true},
    {.name = "video", .prose = false},
    {.name = "wbr", .empty = true},
    {.name = "xmp", .block = true, .raw = true, .prose = false},
};
constexpr HtmlElement unknown{};
constexpr std::size_t longest_name = 10;

/// Where the names with each first letter start: a page has a tag every few words.
constexpr auto first_letters = [] {
    std::array<std::uint8_t, 27> starts{};
    std::size_t at = 0;
    for (std::size_t letter = 0; letter < starts.size(); ++letter) {
        while (at < std::size(table) && table[at].name[0] < static_cast<char>('a' + letter)) ++at;
        starts[letter] = static_cast<std::uint8_t>(at);
    }
    return starts;
}();

} // namespace

const HtmlElement& html_element(std::string_view name) {
    if (name.empty() || name.size() > longest_name) return unknown;
    std::array<char, longest_name> lower{};
    std::transform(name.begin(), name.end(), lower.begin(), [](char c) { return lower_case(c); });
    const std::string_view key(lower.data(), name.size());
    if (key[0] < 'a' || key[0] > 'z') return unknown;
    const auto letter = static_cast<std::size_t>(key[0] - 'a');
    for (std::size_t i = first_letters[letter]; i < first_letters[letter + 1]; ++i) {
        if (table[i].name == key) return table[i];
    }
    return unknown;
}

} // namespace statlint
