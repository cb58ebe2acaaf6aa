#include "rules/verdicts.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace statlint {
namespace {

/// "over three months", "aged 16": a number that says when or of whom, not what was found.
bool is_circumstance(const Statistic& statistic, std::string_view text, const JoiningWords& joining) {
    const Quantity& q = statistic.quantity;
    if (q.kind == QuantityKind::age) return true;
    if (q.kind != QuantityKind::duration) return false;
    // "a six-month pilot" says which pilot.
    if (text.substr(q.span.start, q.span.end - q.span.start).find('-') != std::string_view::npos && q.low == q.high)
        return true;
    std::uint32_t start = q.hedge_span.empty() ? q.span.start : std::min(q.span.start, q.hedge_span.start);
    constexpr std::uint32_t way = 16; // longer than any preposition
    const std::string_view behind =
        text.substr(0, std::max(q.span.end, statistic.sentence.end)).substr(q.span.end, way);
    return joining.before_circumstance.ends(text.substr(start > way ? start - way : 0, std::min(start, way))) ||
           joining.behind_circumstance.begins(behind);
}

/// "Trends & issues 669" beside the title: the number of the work, not in it.
bool numbers_the_work(std::string_view number, const Citation& citation, const Corpus& corpus) {
    return std::ranges::any_of(citation.works, [&](WorkIndex index) {
        const Work& work = corpus.works[index];
        return number == work.number || number == work.volume || number == work.issue;
    });
}

/// "2.3 What the study found", "2.3 Of all men …": the number of a clause, in front of a capital letter.
bool numbers_a_clause(const Statistic& statistic, const Document& draft) {
    const Block& block = draft.blocks[statistic.block];
    const TextSpan span = statistic.quantity.span;
    if (block.kind == BlockKind::table_cell || span.start != block.text.start) return false;
    const std::string_view number = draft.view(span);
    if (number.find('.') == std::string_view::npos || number.find_first_not_of("0123456789.") != std::string_view::npos)
        return false;
    const std::string_view behind = draft.view(TextSpan{span.end, block.text.end});
    return behind.size() > 1 && behind[0] == ' ' && behind[1] >= 'A' && behind[1] <= 'Z';
}

/// "78% more than once, and 22% once": the rest of a figure that a neighbour is about, not another one.
bool is_rest(const Statistic& statistic, std::span<const Statistic> all, const Corpus& corpus) {
    const Quantity& quantity = statistic.quantity;
    if (quantity.kind != QuantityKind::percent || quantity.low >= 1) return false;
    constexpr std::ptrdiff_t near = 4; // statistics
    constexpr double exactly = 1e-9;   // but for what sums of doubles lose
    const std::ptrdiff_t here = &statistic - all.data();
    const auto last = std::min(here + near + 1, static_cast<std::ptrdiff_t>(all.size()));
    for (std::ptrdiff_t i = std::max(here - near, std::ptrdiff_t{0}); i < last; ++i) {
        const Statistic& other = all[static_cast<std::size_t>(i)];
        if (other.block != statistic.block || other.figure == none) continue;
        for (const Statement& statement : corpus.figures[other.figure].statements)
            if (std::abs(1 - quantity.low - statement.quantity.low) < exactly) return true;
    }
    return false;
}

Verdict judge(const Statistic& statistic, std::span<const Statistic> all, const std::vector<Citation>& citations,
              const Corpus& corpus, const JoiningWords& joining, const Document& draft) {
    if (statistic.figure != none) {
        const Candidate& match = statistic.match();
        const bool right =
            agrees(match.comparison.agreement) && !match.turned && match.scope.kind == ScopeIssue::Kind::nothing;
        return right ? Verdict::verified : Verdict::misquoted;
    }
    if (statistic.own || statistic.elsewhere || statistic.derived || is_circumstance(statistic, draft.text, joining) ||
        numbers_a_clause(statistic, draft) || is_rest(statistic, all, corpus))
        return Verdict::unrelated;
    for (const Reached& one : statistic.reached) {
        if (one.nearness != Nearness::sentence) continue;
        const Citation& citation = citations[one.citation];
        if (citation.external || citation.works.empty()) continue;
        // "Lahtinen finds a median of EUR 27; the offenders in …": what a clause names says nothing of the one before.
        const TextSpan between{statistic.quantity.span.end, citation.span.start};
        if (!citation.marker && between.start < between.end && draft.view(between).find(';') != std::string_view::npos)
            continue;
        // A number inside the words that cite ("Trends & issues 671") measures nothing.
        if (citation.span.contains(statistic.quantity.span)) return Verdict::unrelated;
        if (numbers_the_work(draft.view(statistic.quantity.span), citation, corpus)) return Verdict::unrelated;
        const bool overview =
            std::ranges::all_of(citation.works, [&](WorkIndex w) { return corpus.works[w].overview; });
        if (!overview) return Verdict::unverified;
    }
    return Verdict::unrelated;
}

} // namespace

void settle_verdicts(Analysis& analysis, const Knowledge& knowledge, const Policy& policy, IndexRange statistics) {
    for (const Derivation& derivation : analysis.derivations)
        if (derivation.computed && analysis.statistics[derivation.statistic].figure == none)
            analysis.statistics[derivation.statistic].derived = true;
    for (Statistic& statistic :
         std::span(analysis.statistics).subspan(statistics.first, statistics.last - statistics.first)) {
        statistic.verdict = judge(statistic, analysis.statistics, analysis.citations, knowledge.corpus,
                                  knowledge.joining, analysis.document);
        for (const Reached& one : statistic.reached)
            if (in_reach(one.nearness, policy.reach)) statistic.citations.push_back(one.citation);
        if (statistic.figure != none && statistic.verdict == Verdict::misquoted)
            statistic.expected = expected_text(statistic.quantity, knowledge.corpus.figures[statistic.figure]);
    }
}

} // namespace statlint
