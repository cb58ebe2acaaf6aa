#include "citation/coverage.hpp"

#include <algorithm>

namespace statlint {
namespace {

constexpr std::uint32_t marker_gap = 4; ///< bytes between markers that stand together: "[^1][^2]", "(A 2020; B 2021)"

bool is_via(const Citation& citation, const Figure& figure, const Corpus& corpus) {
    return std::ranges::any_of(citation.works, [&](WorkIndex cited) {
        return std::ranges::any_of(figure.via, [&](WorkIndex via) { return corpus.counts_as(cited, via); });
    });
}

class Judge {
  public:
    Judge(const std::vector<Citation>& citations, const std::vector<Reached>& reached, Reach reach, TextSpan number,
          const Figure& figure, const Corpus& corpus)
        : citations_(citations), reached_(reached), reach_(reach), number_(number), figure_(figure), corpus_(corpus) {}

    [[nodiscard]] Coverage run() const {
        const std::vector<std::uint32_t> bound = bound_markers();
        if (!bound.empty()) {
            if (Coverage found = sort_out(bound); found.kind != Coverage::Kind::wrong) return found;
            // A work named in the running text of the same sentence may still be the right one.
            std::vector<std::uint32_t> named;
            for (const Reached& one : reached_)
                if (one.nearness == Nearness::sentence && !citations_[one.citation].marker)
                    named.push_back(one.citation);
            if (Coverage found = sort_out(named); found.kind < Coverage::Kind::wrong) return found;
            return {Coverage::Kind::wrong, bound};
        }
        std::vector<std::uint32_t> all;
        std::vector<std::uint32_t> near;
        for (const Reached& one : reached_) {
            if (!in_reach(one.nearness, reach_)) continue;
            all.push_back(one.citation);
            if (one.nearness == Nearness::sentence || one.nearness == Nearness::around) near.push_back(one.citation);
        }
        if (Coverage found = sort_out(all); found.kind < Coverage::Kind::wrong) return found;
        if (Coverage found = sort_out(near); found.kind == Coverage::Kind::wrong) return found;
        return {};
    }

  private:
    /// The markers that stand next behind the number in its sentence.
    [[nodiscard]] std::vector<std::uint32_t> bound_markers() const {
        std::vector<std::uint32_t> behind;
        for (const Reached& one : reached_) {
            const Citation& citation = citations_[one.citation];
            if (one.nearness == Nearness::sentence && citation.marker && citation.span.start >= number_.end)
                behind.push_back(one.citation);
        }
        std::ranges::stable_sort(behind, {}, [&](std::uint32_t i) { return citations_[i].span.start; });
        std::size_t keep = behind.empty() ? 0 : 1;
        while (keep < behind.size() &&
               citations_[behind[keep]].span.start <= citations_[behind[keep - 1]].span.end + marker_gap)
            ++keep;
        behind.resize(keep);
        return behind;
    }

    [[nodiscard]] Coverage sort_out(const std::vector<std::uint32_t>& some) const {
        Coverage right{Coverage::Kind::cited, {}};
        Coverage via{Coverage::Kind::secondary, {}};
        Coverage open{Coverage::Kind::open, {}};
        Coverage wrong{Coverage::Kind::wrong, {}};
        for (const std::uint32_t i : some) {
            const Citation& citation = citations_[i];
            if (is_right(citation, figure_, corpus_))
                right.citations.push_back(i);
            else if (is_via(citation, figure_, corpus_))
                via.citations.push_back(i);
            else if (citation.open)
                open.citations.push_back(i);
            else if (citation.external || !citation.works.empty())
                wrong.citations.push_back(i);
        }
        if (!right.citations.empty()) return right;
        if (!via.citations.empty()) return via;
        if (!open.citations.empty()) return open;
        return wrong.citations.empty() ? Coverage{} : wrong;
    }

    const std::vector<Citation>& citations_;
    const std::vector<Reached>& reached_;
    Reach reach_;
    TextSpan number_;
    const Figure& figure_;
    const Corpus& corpus_;
};

} // namespace

bool is_right(const Citation& citation, const Figure& figure, const Corpus& corpus) {
    return std::ranges::any_of(citation.works, [&](WorkIndex cited) {
        if (corpus.works[cited].overview) return true;
        if (figure.work != none && corpus.counts_as(cited, figure.work)) return true;
        return std::ranges::any_of(figure.also, [&](WorkIndex also) { return corpus.counts_as(cited, also); });
    });
}

Coverage judge_citations(const std::vector<Citation>& citations, const std::vector<Reached>& reached, Reach reach,
                         TextSpan number, const Figure& figure, const Corpus& corpus) {
    return Judge(citations, reached, reach, number, figure, corpus).run();
}

} // namespace statlint
