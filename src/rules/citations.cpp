// missing-citation, wrong-citation, secondary-citation, wrong-page, missing-page: where the draft says a figure comes
// from.
#include <algorithm>

#include "citation/coverage.hpp"
#include "citation/pages.hpp"
#include "corpus/describe.hpp"
#include "rules/citation_fix.hpp"
#include "rules/page_fix.hpp"
#include "rules/rule.hpp"

namespace statlint {
namespace {

std::string name_of(const Citation& citation, const Knowledge& knowledge) {
    if (citation.works.size() == 1) return short_name(knowledge.corpus.works[citation.works.front()]);
    // "It said" names nobody.
    std::string text = citation.form == CitationForm::carried ? "" : citation.text.substr(0, 80);
    return text.empty() ? knowledge.citing.another_work : text;
}

/// The pages on which the cited works print the figure; empty where that is not known.
std::vector<std::string> known_pages(const Citation& citation, const Figure& figure, const Corpus& corpus) {
    std::vector<std::string> pages;
    for (const Statement& statement : figure.statements) {
        if (statement.page.empty() || statement.work == none) continue;
        const bool cited = std::ranges::any_of(citation.works, [&](WorkIndex work) {
            return work == statement.work || corpus.counts_as(work, statement.work);
        });
        if (cited) pages.push_back(statement.page);
    }
    return pages;
}

void check_pages(RuleContext& context, std::uint32_t index, const std::vector<std::uint32_t>& citations) {
    const Corpus& corpus = context.knowledge.corpus;
    const Figure& figure = context.figure_of(context.analysis.statistics[index]);
    const Citation* wrong = nullptr;
    const Locator* place = nullptr;
    const Citation* bare = nullptr;
    std::string page;
    for (const std::uint32_t i : citations) {
        const Citation& citation = context.analysis.citations[i];
        const std::vector<std::string> pages = known_pages(citation, figure, corpus);
        if (pages.empty()) continue;
        bool given = false;
        for (const Locator& locator : citation.locators) {
            if (!locator.page) continue;
            given = true;
            if (std::ranges::any_of(pages, [&](const std::string& known) { return holds_page(locator, known); }))
                return;
            wrong = &citation;
            place = &locator;
            page = pages.front();
        }
        if (!given) {
            bare = &citation;
            if (page.empty()) page = pages.front();
        }
    }
    if (wrong != nullptr) {
        Finding* finding =
            context.report("wrong-page", index,
                           {{"page", page}, {"detail", std::string(context.analysis.document.view(place->span))}});
        if (finding != nullptr)
            if (auto fix = page_fix(context, index, *wrong, *place, page)) finding->fixes.push_back(std::move(*fix));
    } else if (bare != nullptr && context.enabled("missing-page")) {
        context.report("missing-page", index, {{"page", page}});
    }
}

/// The house may allow some works only: a right citation of another one is reported like a wrong one.
void check_citable(RuleContext& context, std::uint32_t index, const std::vector<std::uint32_t>& citations) {
    const std::vector<std::string>& allowed = context.policy.citable;
    if (allowed.empty()) return;
    const Corpus& corpus = context.knowledge.corpus;
    for (const std::uint32_t i : citations)
        for (const WorkIndex work : context.analysis.citations[i].works)
            if (std::ranges::find(allowed, corpus.works[work].id) != allowed.end()) return;
    const std::string name = name_of(context.analysis.citations[citations.front()], context.knowledge);
    context.report("wrong-citation", index, {{"detail", fill(context.knowledge.citing.not_citable, {{"work", name}})}});
}

} // namespace

void check_citations(RuleContext& context) {
    const Corpus& corpus = context.knowledge.corpus;
    const std::vector<Statistic>& statistics = context.analysis.statistics;
    for (std::uint32_t i = context.part.statistics.first; i < context.part.statistics.last; ++i) {
        const Statistic& statistic = statistics[i];
        if (statistic.figure == none || statistic.restated != none) continue;
        const Figure& figure = context.figure_of(statistic);
        const Coverage coverage = judge_citations(context.analysis.citations, statistic.reached, context.policy.reach,
                                                  statistic.quantity.span, figure, corpus);
        switch (coverage.kind) {
        case Coverage::Kind::cited:
            check_citable(context, i, coverage.citations);
            check_pages(context, i, coverage.citations);
            break;
        case Coverage::Kind::secondary:
            context.report(
                "secondary-citation", i,
                {{"detail", name_of(context.analysis.citations[coverage.citations.front()], context.knowledge)}});
            break;
        case Coverage::Kind::open:
            break;
        case Coverage::Kind::wrong:
            context.report(
                "wrong-citation", i,
                {{"detail", name_of(context.analysis.citations[coverage.citations.front()], context.knowledge)}});
            break;
        case Coverage::Kind::missing:
            // A source that is announced but not cited ("the Bureau of Statistics says …") is a wrong one.
            if (statistic.elsewhere) {
                context.report("wrong-citation", i, {{"detail", context.knowledge.citing.another_source}});
            } else if (Finding* finding = context.report("missing-citation", i, {});
                       finding != nullptr && figure.work != none) {
                finding->fixes.push_back(citation_fix(context, statistic, figure.work));
            }
            break;
        }
    }
}

} // namespace statlint
