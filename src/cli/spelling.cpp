#include "cli/spelling.hpp"

#include <algorithm>
#include <numeric>

namespace statlint {

namespace {

/// Levenshtein's distance; both words are names of a few dozen bytes.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, changed});
        }
    }
    return row.back();
}

constexpr std::size_t longest_word = 64; // nobody mistypes a name of that length

} // namespace

std::string nearest_word(std::string_view written, const std::vector<std::string_view> &known) {
    if (written.size() > longest_word) return {};
    std::string_view best;
    std::size_t best_distance = std::max<std::size_t>(1, written.size() / 3) + 1;
    for (const std::string_view word : known) {
        const std::size_t d = distance(written, word);
        if (d < best_distance) {
            best_distance = d;
            best = word;
        }
    }
    return std::string(best);
}

std::string did_you_mean(std::string_view written, const std::vector<std::string_view> &known) {
    const std::string word = nearest_word(written, known);
    return word.empty() ? std::string() : ", did you mean \"" + word + "\"?";
}

} // namespace statlint
