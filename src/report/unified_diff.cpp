#include "report/unified_diff.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include <fmt/format.h>

namespace statlint {
namespace {

constexpr std::size_t context = 3;

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

/// Lines [first, first_end) of the old text become [second, second_end) of the new one.
struct Change {
    std::size_t first, first_end, second, second_end;
};

/// Where the two go on alike: the nearest pair of equal lines that is followed by another equal one. Looked for in ever
/// wider squares, so that few changed lines cost little.
std::pair<std::size_t, std::size_t> resume(const std::vector<std::string_view>& a, std::size_t i,
                                           const std::vector<std::string_view>& b, std::size_t j) {
    constexpr std::size_t widest = 2000;
    for (std::size_t reach = 0; reach < widest; ++reach) {
        for (std::size_t step = 0; step <= reach; ++step) {
            const std::size_t x = i + step;
            const std::size_t y = j + (reach - step);
            if (x > a.size() || y > b.size()) continue;
            if (x == a.size() && y == b.size()) return {x, y};
            if (x < a.size() && y < b.size() && a[x] == b[y]) return {x, y};
        }
    }
    return {a.size(), b.size()};
}

std::vector<Change> changes_between(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    std::vector<Change> changes;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i;
            ++j;
            continue;
        }
        const auto [x, y] = resume(a, i, b, j);
        changes.push_back({i, x, j, y});
        i = x;
        j = y;
    }
    return changes;
}

void write_line(char mark, std::string_view line, std::string& out) {
    out += mark;
    out += line;
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

/// "12,3": first line and count, as diff writes them.
std::string range(std::size_t first, std::size_t count) {
    if (count == 1) return fmt::format("{}", first + 1);
    return fmt::format("{},{}", count == 0 ? first : first + 1, count);
}

} // namespace

std::string unified_diff(std::string_view before, std::string_view after, std::string_view path) {
    if (before == after) return {};
    const std::vector<std::string_view> a = lines_of(before);
    const std::vector<std::string_view> b = lines_of(after);
    const std::vector<Change> changes = changes_between(a, b);
    std::string out = fmt::format("--- a/{}\n+++ b/{}\n", path, path);
    for (std::size_t first = 0; first < changes.size();) {
        std::size_t last = first;
        while (last + 1 < changes.size() && changes[last + 1].first - changes[last].first_end <= 2 * context) ++last;
        const std::size_t lead = std::min(context, changes[first].first);
        const std::size_t from = changes[first].first - lead;
        const std::size_t to = std::min(changes[last].first_end + context, a.size());
        const std::size_t new_from = changes[first].second - lead;
        const std::size_t new_to = changes[last].second_end + (to - changes[last].first_end);
        fmt::format_to(std::back_inserter(out), "@@ -{} +{} @@\n", range(from, to - from),
                       range(new_from, new_to - new_from));
        std::size_t at = from;
        for (std::size_t i = first; i <= last; ++i) {
            for (; at < changes[i].first; ++at) write_line(' ', a[at], out);
            for (; at < changes[i].first_end; ++at) write_line('-', a[at], out);
            for (std::size_t k = changes[i].second; k < changes[i].second_end; ++k) write_line('+', b[k], out);
        }
        for (; at < to; ++at) write_line(' ', a[at], out);
        first = last + 1;
    }
    return out;
}

} // namespace statlint
