#include "corpus/search.hpp"

#include <algorithm>
#include <string>

#include "text/ascii.hpp"

namespace statlint {

namespace {

constexpr std::size_t most_words = 32;

/// Letters of any script stay, only ASCII is lower-cased; "1,965" becomes "1965" and "28.5%" stays a single word
/// "28.5".
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool inner = i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
        if (letter && c >= 'A' && c <= 'Z') {
            word += static_cast<char>(c - 'A' + 'a');
        } else if (letter || is_digit(c) || (c == '.' && inner)) {
            word += c;
        } else if (c != ',' || !inner) {
            finish();
        }
    }
    finish();
    return words;
}

/// A plural finds its singular, and the other way round.
std::string_view singular(std::string_view word) {
    return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") ? word.substr(0, word.size() - 1) : word;
}

/// 1 for the word itself, less for one that starts with it.
double likeness(std::string_view typed, std::string_view word) {
    const std::string_view root = singular(typed);
    if (typed == word || root == singular(word)) return 1;
    return word.starts_with(root) ? 0.5 : 0;
}

/// How well each typed word is met by the best word of a figure.
class Scorer {
  public:
    explicit Scorer(const std::vector<std::string>& typed) : typed_(typed), best_(typed.size(), 0) {}

    void see(std::string_view text, double weight) {
        for (const std::string& word : words_of(text)) {
            for (std::size_t i = 0; i < typed_.size(); ++i) {
                best_[i] = std::max(best_[i], weight * likeness(typed_[i], word));
            }
        }
    }

    /// A word more outweighs any weight.
    [[nodiscard]] double score() const {
        double sum = 0;
        for (const double best : best_) sum += best > 0 ? 10 + best : 0;
        return sum;
    }

  private:
    const std::vector<std::string>& typed_;
    std::vector<double> best_;
};

double score_of(const Corpus& corpus, const Figure& figure, const std::vector<std::string>& typed) {
    Scorer scorer(typed);
    scorer.see(figure.id, 3);
    scorer.see(figure.measure, 2);
    scorer.see(figure.population, 3);
    scorer.see(figure.place, 1);
    scorer.see(figure.period, 1);
    for (const Statement& statement : figure.statements) {
        scorer.see(statement.value, 3);
        scorer.see(statement.section, 0.5);
    }
    if (figure.work < corpus.works.size()) {
        const Work& work = corpus.works[figure.work];
        scorer.see(work.title, 0.5);
        for (const Author& author : work.authors) scorer.see(author.family, 1);
        for (const std::string& name : work.aliases) scorer.see(name, 1);
        for (const std::string& name : work.issuers) scorer.see(name, 1);
    }
    return scorer.score();
}

} // namespace

std::vector<SearchHit> search_figures(const Corpus& corpus, std::string_view words) {
    std::vector<std::string> typed = words_of(words);
    if (typed.size() > most_words) typed.resize(most_words);
    std::vector<SearchHit> hits;
    for (FigureIndex index = 0; index < corpus.figures.size(); ++index) {
        const double score = score_of(corpus, corpus.figures[index], typed);
        if (score > 0) hits.push_back({index, score});
    }
    std::ranges::stable_sort(hits, std::ranges::greater{}, &SearchHit::score);
    return hits;
}

} // namespace statlint
