// "8 articles and 11 reports, 21 documents in all", means, and parts that make up a whole.
#include <algorithm>
#include <cmath>

#include "match/compare.hpp"
#include "match/sentence_numbers.hpp"

namespace statlint {
namespace {

constexpr double far_off = 0.34;         ///< relative: a total this far from the sum is of other things
constexpr std::size_t longest_join = 60; ///< between two terms: "eight academic articles and 11"

/// Two terms of one list: "eight articles and 11 reports", "8, 11".
bool joined(const JoiningWords& join, std::string_view middle) {
    return middle.size() <= longest_join && !join.no_sum.within(middle) && join.adds.within(middle);
}

struct Terms {
    double sum = 0, largest = 0, slack = 0;
    std::size_t count = 0;
    std::string text;

    void add(const Quantity& q) {
        sum += q.low;
        largest = std::max(largest, q.low);
        slack += q.step > 1 || q.low != std::round(q.low) ? q.step / 2 : 0;
        text = text.empty() ? shown(q.low) : shown(q.low) + " + " + text;
        ++count;
    }
    [[nodiscard]] bool gives(const Quantity& total) const {
        const double own = total.step > 1 ? total.step / 2 : 1e-6 * sum;
        return std::abs(sum - total.low) <= own + slack || hedge_allows(total, sum);
    }
};

bool countable(const Quantity& q) {
    return q.kind == QuantityKind::cardinal || q.kind == QuantityKind::money;
}

/// Whether terms that stop at a number give the total `i`: the shortest run that fits, or else the whole list.
void check_total(SentenceNumbers& n, std::size_t i, std::size_t first, std::size_t last) {
    Terms terms;
    bool list = true;
    for (std::size_t j = last; j-- > first;) {
        const Quantity& term = n[j];
        if (term.kind != n[i].kind || term.unit != n[i].unit || n.statistic(j).restated != none) break;
        if (j + 1 < last) list = list && joined(n.joining(), n.text(term.span.end, n[j + 1].span.start));
        if (!list) break;
        terms.add(term);
        if (terms.count >= 2 && terms.gives(n[i])) {
            n.add(i, true, {"sum", {{"terms", terms.text}, {"sum", shown(terms.sum)}}});
            return;
        }
    }
    if (terms.count < 2 || n[i].low <= terms.largest || n.known(i)) return;
    if (std::abs(terms.sum - n[i].low) > far_off * n[i].low) return;
    n.add(i, false, {"sum", {{"terms", terms.text}, {"sum", shown(terms.sum)}}});
}

} // namespace

void derive_sums(SentenceNumbers& n) {
    for (std::size_t i = n.first(); i < n.last(); ++i) {
        if (!countable(n[i]) || n.done(i) || n.statistic(i).restated != none) continue;
        if (i >= n.first() + 2 && n.near(i, {n.words().in_all}, n[i - 1].span.end)) {
            check_total(n, i, n.first(), i);
        } else if (i + 2 < n.last() && n.near(i, {n.words().in_all})) {
            // "a total of 21 documents: eight articles and 11 reports"
            const std::string_view lead = n.between(i, i + 1);
            if (!n.joining().total_of.ends(lead)) continue;
            std::size_t end = i + 2;
            const auto goes_on = [&](std::string_view middle) {
                return middle.find(')') == std::string_view::npos && joined(n.joining(), middle);
            };
            while (end < n.last() && goes_on(n.between(end - 1, end))) ++end;
            check_total(n, i, i + 1, end);
        }
    }
}

/// "seven offenders committed 145 offences, about 21 each". A mean of other things would be no error: it is only told
/// apart from what a study found.
void derive_means(SentenceNumbers& n) {
    for (std::size_t i = n.first() + 2; i < n.last(); ++i) {
        const Quantity& q = n[i];
        if (q.kind != QuantityKind::cardinal || n.done(i) || !n.near(i, {n.words().each})) continue;
        const double a = n[i - 2].low;
        const double b = n[i - 1].low;
        if (a <= 0 || b <= 0) continue;
        const double mean = std::max(a, b) / std::min(a, b);
        if (std::abs(mean - q.low) <= std::max(q.step / 2, 0.05 * mean))
            n.add(
                i, true,
                {"mean", {{"greater", shown(std::max(a, b))}, {"less", shown(std::min(a, b))}, {"mean", shown(mean)}}});
    }
}

/// "60% were women, 30% men, and the remaining 20% gave no answer"
void derive_wholes(SentenceNumbers& n) {
    constexpr std::size_t most_terms = 6;
    constexpr double least = 0.75, greatest = 1.3; ///< sums beyond are of parts that the sentence does not all name
    for (std::size_t i = n.first() + 1; i < n.last(); ++i) {
        const Quantity& rest = n[i];
        if (!is_share(rest.kind) || n.done(i) || n.statistic(i).restated != none) continue;
        const std::uint32_t word = n.block().word_at(n.start_of(i));
        const bool named = std::ranges::any_of(n.block().hits_of(n.sentence()), [&](const Hit& hit) {
            return hit.concept_id == n.words().rest && hit.last == word;
        });
        if (!named) continue;
        double sum = rest.low;
        double slack = std::max(rest.step / 2, 0.005);
        std::string text = shown(rest.low * 100);
        std::size_t count = 0;
        bool whole = false;
        bool clear = true;
        for (std::size_t j = i; j-- > n.first() && !whole;) {
            const Quantity& term = n[j];
            if (n.statistic(j).restated != none) continue;
            if (!is_share(term.kind)) {
                clear = clear && !term.is_pair();
                continue;
            }
            sum += term.low;
            const bool loose = term.hedge != Hedge::none || term.kind != QuantityKind::percent;
            slack += loose ? 0.06 * term.low : term.step / 2;
            text.insert(0, shown(term.low * 100).append(" + "));
            ++count;
            whole = std::abs(sum - 1) <= slack + (rest.hedge == Hedge::none ? 0 : 0.06);
        }
        if (count == 0) continue;
        if (whole)
            n.add(i, true, {"sum", {{"terms", text}, {"sum", shown(sum * 100)}}}, false);
        else if (clear && count < most_terms && sum >= least && sum <= greatest && !n.known(i))
            n.add(i, false, {"no-whole", {{"terms", text}, {"sum", shown(sum * 100)}}}, false);
    }
}

} // namespace statlint
