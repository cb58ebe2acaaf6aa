#include "match/assign.hpp"

#include <algorithm>

namespace statlint {
namespace {

constexpr std::size_t most_candidates = 4; ///< of one claim
constexpr std::size_t most_claims = 7;     ///< that are assigned by trying all ways; beyond, the best score goes first

/// Two numbers of a sentence are not the same figure, unless both give its value: "eight and a half thousand: 8,503".
bool clash(const Candidate& one, const Candidate& other) {
    return one.figure == other.figure && !(agrees(one.comparison.agreement) && agrees(other.comparison.agreement));
}

class Search {
  public:
    explicit Search(const std::vector<std::span<const Candidate>>& candidates)
        : candidates_(candidates), now_(candidates.size(), -1), best_(now_) {}

    std::vector<int> run() {
        descend(0, 0);
        return best_;
    }

  private:
    void descend(std::size_t claim, double total) {
        if (claim == candidates_.size()) {
            if (total > best_total_) {
                best_total_ = total;
                best_ = now_;
            }
            return;
        }
        const std::size_t count = std::min(candidates_[claim].size(), most_candidates);
        for (std::size_t i = 0; i < count; ++i) {
            const Candidate& candidate = candidates_[claim][i];
            if (taken(claim, candidate)) continue;
            now_[claim] = static_cast<int>(i);
            descend(claim + 1, total + candidate.score);
        }
        now_[claim] = -1;
        descend(claim + 1, total);
    }

    [[nodiscard]] bool taken(std::size_t claim, const Candidate& candidate) const {
        for (std::size_t i = 0; i < claim; ++i)
            if (now_[i] >= 0 && clash(candidates_[i][static_cast<std::size_t>(now_[i])], candidate)) return true;
        return false;
    }

    const std::vector<std::span<const Candidate>>& candidates_;
    std::vector<int> now_, best_;
    double best_total_ = -1;
};

std::vector<int> greedy(const std::vector<std::span<const Candidate>>& candidates) {
    struct Pair {
        double score;
        std::size_t claim;
        int candidate;
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        for (std::size_t j = 0; j < std::min(candidates[i].size(), most_candidates); ++j)
            pairs.push_back({candidates[i][j].score, i, static_cast<int>(j)});
    std::ranges::stable_sort(pairs, std::greater{}, &Pair::score);
    std::vector<int> chosen(candidates.size(), -1);
    std::vector<FigureIndex> taken;
    for (const Pair& pair : pairs) {
        const FigureIndex figure = candidates[pair.claim][static_cast<std::size_t>(pair.candidate)].figure;
        if (chosen[pair.claim] >= 0 || std::ranges::find(taken, figure) != taken.end()) continue;
        chosen[pair.claim] = pair.candidate;
        taken.push_back(figure);
    }
    return chosen;
}

} // namespace

std::vector<int> assign(const std::vector<std::span<const Candidate>>& candidates) {
    return candidates.size() <= most_claims ? Search(candidates).run() : greedy(candidates);
}

} // namespace statlint
