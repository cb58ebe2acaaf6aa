#include <algorithm>
#include <optional>

#include "citation/find_citations.hpp"
#include "document/split_blocks.hpp"
#include "lexicon/prose.hpp"
#include "match/derivations.hpp"
#include "match/match.hpp"
#include "match/stated.hpp"
#include "rules/knowledge.hpp"
#include "rules/rule.hpp"
#include "rules/suppress.hpp"

namespace statlint {
namespace {

/// The readers hold caches that pay off over many drafts: one of each for a thread and a knowledge.
struct Readers {
    explicit Readers(const Knowledge& knowledge)
        : made_for(knowledge.identity), words(knowledge.stems), sentences(knowledge.abbreviations) {}
    std::shared_ptr<const int> made_for;
    WordReader words;
    SentenceSplitter sentences;
};

Readers& readers_for(const Knowledge& knowledge) {
    static thread_local std::optional<Readers> readers;
    if (!readers || readers->made_for != knowledge.identity) readers.emplace(knowledge);
    return *readers;
}

/// A change of counts ("from 606 to 27,217") is two figures at once; a change of shares is one.
void split_changes(std::vector<Quantity>& quantities, std::size_t from) {
    for (std::size_t i = from; i < quantities.size(); ++i) {
        const Quantity whole = quantities[i];
        if (whole.kind != QuantityKind::change || whole.first.empty() || whole.second.empty()) continue;
        if (whole.of == QuantityKind::percent || whole.of == QuantityKind::fraction || whole.of == QuantityKind::ratio)
            continue;
        Quantity first = whole;
        first.kind = whole.of;
        first.high = first.low;
        first.span = whole.first;
        first.first = first.second = {};
        Quantity second = first;
        second.low = second.high = whole.high;
        second.span = whole.second;
        second.hedge = Hedge::none;
        second.hedge_span = {};
        quantities[i] = first;
        quantities.insert(quantities.begin() + static_cast<std::ptrdiff_t>(i) + 1, second);
        ++i;
    }
}

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
    return joining.before_circumstance.ends(text.substr(start > way ? start - way : 0, std::min(start, way)));
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

Verdict judge(const Statistic& statistic, const std::vector<Citation>& citations, const Corpus& corpus,
              const JoiningWords& joining, const Document& draft) {
    if (statistic.figure != none) {
        const Candidate& match = statistic.match();
        const bool right =
            agrees(match.comparison.agreement) && !match.turned && match.scope.kind == ScopeIssue::Kind::nothing;
        return right ? Verdict::verified : Verdict::misquoted;
    }
    if (statistic.own || statistic.elsewhere || statistic.derived || is_circumstance(statistic, draft.text, joining) ||
        numbers_a_clause(statistic, draft))
        return Verdict::unrelated;
    for (const Reached& one : statistic.reached) {
        if (one.nearness != Nearness::sentence) continue;
        const Citation& citation = citations[one.citation];
        if (citation.external || citation.works.empty()) continue;
        // A number inside the words that cite ("Trends & issues 671") measures nothing.
        if (citation.span.contains(statistic.quantity.span)) return Verdict::unrelated;
        if (numbers_the_work(draft.view(statistic.quantity.span), citation, corpus)) return Verdict::unrelated;
        const bool overview =
            std::ranges::all_of(citation.works, [&](WorkIndex w) { return corpus.works[w].overview; });
        if (!overview) return Verdict::unverified;
    }
    return Verdict::unrelated;
}

void settle_verdicts(Analysis& analysis, const Knowledge& knowledge, const Policy& policy) {
    for (const Derivation& derivation : analysis.derivations)
        if (derivation.computed && analysis.statistics[derivation.statistic].figure == none)
            analysis.statistics[derivation.statistic].derived = true;
    for (Statistic& statistic : analysis.statistics) {
        statistic.verdict =
            judge(statistic, analysis.citations, knowledge.corpus, knowledge.joining, analysis.document);
        for (const Reached& one : statistic.reached)
            if (in_reach(one.nearness, policy.reach)) statistic.citations.push_back(one.citation);
        if (statistic.figure != none && statistic.verdict == Verdict::misquoted)
            statistic.expected = expected_text(statistic.quantity, knowledge.corpus.figures[statistic.figure]);
    }
}

/// Notes, keys and pages are looked after in drafts without numbers, too.
bool may_cite(const Document& draft) {
    constexpr std::string_view signs[] = {"[@", "p. ", "p.\u00a0", "pp.", "page"};
    return std::ranges::any_of(signs,
                               [&](std::string_view sign) { return draft.text.find(sign) != std::string::npos; }) ||
           std::ranges::any_of(draft.references,
                               [](const Reference& r) { return r.kind == Reference::Kind::footnote; });
}

} // namespace

Analysis analyse(Document document, const Knowledge& knowledge, const Policy& policy, bool candidates) {
    Analysis analysis;
    analysis.document = std::move(document);
    split_long_blocks(analysis.document);
    const Document& draft = analysis.document;

    std::vector<Quantity> quantities;
    std::vector<std::uint32_t> starts;
    starts.reserve(draft.blocks.size() + 1);
    for (const Block& block : draft.blocks) {
        const std::size_t from = quantities.size();
        starts.push_back(static_cast<std::uint32_t>(from));
        find_quantities(draft.view(block.text), block.text.start, knowledge.words, quantities);
        split_changes(quantities, from);
    }
    starts.push_back(static_cast<std::uint32_t>(quantities.size()));
    if (quantities.empty() && !may_cite(draft) && policy.sources == nullptr) {
        suppress(analysis, knowledge, policy); // comments that suppress nothing
        return analysis;
    }

    Readers& readers = readers_for(knowledge);
    Prose prose(draft, knowledge.lexicon, readers.words, readers.sentences);
    DraftCitations cited = find_citations(prose, knowledge.names, knowledge.citing, policy.bibliographies);
    analysis.citations = std::move(cited.citations);
    analysis.loose_ends = std::move(cited.loose_ends);
    analysis.stated_findings = find_stated_findings(prose, knowledge.findings, analysis.citations);
    MatchOptions options;
    options.min_confidence = policy.min_confidence;
    options.reach = policy.reach;
    options.explain = candidates;
    analysis.statistics = match_figures(prose, knowledge.corpus, knowledge.figures, quantities, starts,
                                        analysis.citations, knowledge.citing, knowledge.joining, options);
    mark_unstated(prose, analysis.statistics);
    analysis.derivations = find_derivations(prose, analysis.statistics, knowledge.joining);
    settle_verdicts(analysis, knowledge, policy);

    std::vector<Finding> findings;
    RuleContext context(analysis, knowledge, policy, findings);
    for (const Rule rule : rules()) rule(context);
    std::ranges::stable_sort(findings, {}, [](const Finding& f) { return f.span.start; });
    analysis.findings = std::move(findings);
    suppress(analysis, knowledge, policy);
    return analysis;
}

} // namespace statlint
