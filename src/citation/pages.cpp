#include "citation/pages.hpp"

#include <array>
#include <utility>

namespace statlint {
namespace {

struct Page {
    char series = 0; ///< 'r' for roman, a letter for "S15", 0 for arabic
    int number = 0;
};

int roman_value(char c) {
    constexpr std::array<std::pair<char, int>, 5> values{{{'i', 1}, {'v', 5}, {'x', 10}, {'l', 50}, {'c', 100}}};
    for (const auto& [letter, value] : values)
        if (letter == c) return value;
    return 0;
}

Page read_page(std::string_view text) {
    Page page;
    if (text.empty()) return page;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    if (roman_value(lower(text[0])) != 0 && (text.size() == 1 || roman_value(lower(text[1])) != 0)) {
        page.series = 'r';
        for (std::size_t i = 0; i < text.size(); ++i) {
            const int value = roman_value(lower(text[i]));
            const int next = i + 1 < text.size() ? roman_value(lower(text[i + 1])) : 0;
            page.number += value < next ? -value : value;
        }
        return page;
    }
    if (text[0] < '0' || text[0] > '9') {
        page.series = lower(text[0]);
        text.remove_prefix(1);
    }
    for (const char c : text) {
        if (c < '0' || c > '9' || page.number > 99999) break;
        page.number = page.number * 10 + (c - '0');
    }
    return page;
}

std::pair<Page, Page> read_range(std::string_view text) {
    std::size_t dash = text.find('-');
    std::size_t width = 1;
    if (dash == std::string_view::npos) {
        dash = text.find("\xE2\x80\x93");
        width = 3;
    }
    if (dash == std::string_view::npos) return {read_page(text), read_page(text)};
    return {read_page(text.substr(0, dash)), read_page(text.substr(dash + width))};
}

} // namespace

bool holds_page(const Locator& locator, std::string_view page) {
    const Page first = read_page(locator.first);
    const Page last = read_page(locator.last);
    const auto [low, high] = read_range(page);
    if (first.series != low.series) return false;
    return first.number <= high.number && low.number <= std::max(first.number, last.number);
}

} // namespace statlint
