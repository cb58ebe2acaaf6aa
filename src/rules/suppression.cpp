#include "rules/suppression.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "corpus/closest_name.hpp"

namespace statlint {

namespace {

using Kind = Suppression::Kind;
constexpr std::string_view prefix = "statlint-";
constexpr auto directives = std::to_array<std::pair<std::string_view, Kind>>({
    {"statlint-disable-next-line", Kind::next_line},
    {"statlint-disable-line", Kind::line},
    {"statlint-disable-file", Kind::file},
    {"statlint-disable", Kind::open},
    {"statlint-enable", Kind::close},
});
constexpr std::string_view spaces = " \t\r\n\f\v,";

std::string_view trimmed(std::string_view text) {
    const std::size_t start = text.find_first_not_of(spaces);
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(spaces) - start + 1);
}

/// Cuts the first word off.
std::string_view next_word(std::string_view& text) {
    text = trimmed(text);
    const std::size_t end = std::min(text.find_first_of(spaces), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
        if (text[i] < '0' || text[i] > '9') return false;
    const int year = std::stoi(std::string(text.substr(0, 4))), month = std::stoi(std::string(text.substr(5, 2)));
    const int day = std::stoi(std::string(text.substr(8, 2)));
    constexpr std::array<int, 12> days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12 || day < 1 || day > days[static_cast<std::size_t>(month - 1)]) return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month != 2 || day < 29 || leap;
}

/// Cuts "until 2026-12-31" off the end.
void take_date(std::string_view& text, Suppression& made) {
    const std::size_t at = text.rfind("until");
    if (at == std::string_view::npos || (at > 0 && spaces.find(text[at - 1]) == std::string_view::npos)) return;
    std::string_view rest = text.substr(at + 5);
    std::string_view date = next_word(rest);
    while (!date.empty() && (date.back() == '.' || date.back() == ';')) date.remove_suffix(1);
    // "until it is mended" is a reason; a date that is none would hold for ever unseen.
    if (date.empty() || date[0] < '0' || date[0] > '9' || !trimmed(rest).empty()) return;
    if (is_date(date))
        made.until = date;
    else
        made.mistake = fmt::format("\"{}\" is no date: write it as 2026-12-31", date);
    text = text.substr(0, at);
}

} // namespace

std::optional<Suppression> read_suppression(std::string_view comment) {
    std::string_view rest = trimmed(comment);
    if (!rest.starts_with(prefix)) return std::nullopt;
    Suppression made;
    std::string_view directive = rest.substr(0, std::min(rest.find_first_of(" \t\r\n\f\v,:"), rest.size()));
    rest.remove_prefix(directive.size());
    bool known = false;
    for (const auto& [name, kind] : directives)
        if (name == directive) made.kind = kind, known = true;
    if (!known) {
        std::vector<std::string_view> names;
        names.reserve(directives.size());
        for (const auto& [name, kind] : directives) names.push_back(name);
        made.mistake = fmt::format("unknown word \"{}\"{}", directive, did_you_mean(directive, names));
    }
    take_date(rest, made);
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    std::string_view ids = rest.substr(0, colon);
    if (colon < rest.size()) made.reason = trimmed(rest.substr(colon + 1));
    for (std::string_view id = next_word(ids); !id.empty(); id = next_word(ids)) made.what.emplace_back(id);
    if (made.what.empty()) made.what.emplace_back();
    return made;
}

} // namespace statlint
