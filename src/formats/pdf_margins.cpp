#include "formats/pdf_margins.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

namespace statlint {

namespace {

constexpr std::size_t deepest = 4;   ///< lines of a margin
constexpr std::size_t reach = 2;     ///< pages: left and right ones have heads of their own
constexpr int same_height = 200;     ///< hundredths of a point
constexpr std::size_t longest = 200; ///< bytes of a head

struct Place {
    std::size_t page, line;
};

/// The words of a line with "#" for each number, arabic or roman: what heads of pages have in common.
std::string pattern_of(std::string_view text) {
    std::string pattern;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        if (!pattern.empty()) pattern += ' ';
        if (word.find_first_not_of("ivxlc") == std::string_view::npos) {
            pattern += '#';
        } else {
            for (const char c : word) {
                const bool digit = c >= '0' && c <= '9';
                if (!digit || !pattern.ends_with('#')) pattern += digit ? '#' : c;
            }
        }
        at = end + 1;
    }
    return pattern;
}

/// "#", "Page # of #", "– # –": nothing but the page's number.
bool is_page_number(std::string_view pattern) {
    bool number = false;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t end = std::min(pattern.find(' ', at), pattern.size());
        const std::string_view word = pattern.substr(at, end - at);
        constexpr std::array<std::string_view, 12> known{"#", "Page", "page", "p.", "P.", "of",
                                                         "-", "–",    "—",    "|",  "/",  "#/#"};
        if (std::ranges::find(known, word) == known.end()) return false;
        number = number || word.find('#') != std::string_view::npos;
        at = end + 1;
    }
    return number;
}

/// Which lines may be heads or feet: the first and the last ones, near the edges.
std::vector<std::size_t> candidates(const PdfPageLines& page) {
    std::vector<std::size_t> found;
    const std::size_t count = page.lines.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (i >= deepest && i + deepest < count) i = count - deepest;
        const PdfLine& line = page.lines[i];
        const bool top = i < deepest && line.box.y1 * 100LL < page.height * 16LL;
        const bool foot = i + deepest >= count && line.box.y0 * 100LL > page.height * 84LL;
        if ((top || foot) && line.text.size() <= longest) found.push_back(i);
    }
    return found;
}

} // namespace

std::vector<PdfMargin> take_margins(std::vector<PdfPageLines>& pages) {
    std::map<std::string, std::vector<Place>> alike;
    for (std::size_t page = 0; page < pages.size(); ++page)
        for (const std::size_t line : candidates(pages[page]))
            alike[pattern_of(pages[page].lines[line].text)].push_back({page, line});
    std::vector<PdfMargin> margins;
    std::vector<Place> taken;
    for (const auto& [pattern, places] : alike) {
        const bool number = is_page_number(pattern);
        bool first = true;
        const auto line_at = [&](const Place& place) -> PdfLine& { return pages[place.page].lines[place.line]; };
        const auto near = [&](const Place& a, const Place& b) {
            return a.page != b.page && std::max(a.page, b.page) - std::min(a.page, b.page) <= reach &&
                   std::abs(line_at(a).base - line_at(b).base) <= same_height;
        };
        for (std::size_t i = 0; i < places.size(); ++i) {
            const PdfPageLines& page = pages[places[i].page];
            const bool outermost = places[i].line == 0 || places[i].line + 1 == page.lines.size();
            bool repeated = number && outermost;
            // Places are in the order of their pages: neighbours are close.
            constexpr std::size_t window = 2 * reach * deepest;
            for (std::size_t k = i > window ? i - window : 0; k < std::min(i + window, places.size()); ++k)
                repeated = repeated || near(places[i], places[k]);
            if (!repeated) continue;
            if (first && !number) margins.push_back({places[i].page, line_at(places[i]).text});
            first = false;
            taken.push_back(places[i]);
        }
    }
    for (const Place& place : taken) pages[place.page].lines[place.line].text.clear();
    for (PdfPageLines& page : pages) std::erase_if(page.lines, [](const PdfLine& line) { return line.text.empty(); });
    std::ranges::stable_sort(margins, {}, &PdfMargin::page);
    return margins;
}

} // namespace statlint
