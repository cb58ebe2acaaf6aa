// wrong-page for what a work found without a number: the sentence says it, and gives another page.
#include <algorithm>

#include <fmt/format.h>

#include "citation/pages.hpp"
#include "corpus/describe.hpp"
#include "rules/placed_fix.hpp"
#include "rules/rule.hpp"

namespace statlint {
namespace {

constexpr std::size_t longest_shown = 60; ///< bytes of the sentence in the message

bool gives(const Citation& citation, std::string_view page) {
    return std::ranges::any_of(citation.locators,
                               [&](const Locator& one) { return one.page && holds_page(one, page); });
}

/// The page that is given may be that of a figure which the same sentence quotes, or of another finding in it.
bool page_of_something_else(const RuleContext& context, const StatedFinding& stated) {
    const Analysis& analysis = context.analysis;
    const Citation& citation = analysis.citations[stated.citation];
    for (const StatedFinding& other : analysis.stated_findings)
        if (other.citation == stated.citation && gives(citation, context.knowledge.corpus.findings[other.finding].page))
            return true;
    const auto first = std::ranges::lower_bound(analysis.statistics, stated.sentence.start, {},
                                                [](const Statistic& s) { return s.quantity.span.start; });
    for (auto at = first; at != analysis.statistics.end() && at->quantity.span.start < stated.sentence.end; ++at)
        if (at->figure != none) return true; // check_citations looks after it
    return false;
}

std::string cut(std::string_view text) {
    if (text.size() <= longest_shown) return std::string(text);
    std::size_t end = text.rfind(' ', longest_shown);
    if (end == std::string_view::npos) {
        end = longest_shown;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    }
    return fmt::format("{}…", text.substr(0, end));
}

} // namespace

void check_finding_pages(RuleContext& context) {
    const Document& document = context.analysis.document;
    for (std::uint32_t i = context.part.stated_findings.first; i < context.part.stated_findings.last; ++i) {
        const StatedFinding& stated = context.analysis.stated_findings[i];
        if (page_of_something_else(context, stated)) continue;
        const FindingStatement& said = context.knowledge.corpus.findings[stated.finding];
        const Citation& citation = context.analysis.citations[stated.citation];
        const auto place = std::ranges::find_if(citation.locators, &Locator::page);
        const bool in_sentence = stated.sentence.contains(place->span);
        Finding* finding = context.report("wrong-page", none,
                                          {{"draft", cut(document.view(stated.sentence))},
                                           {"detail", std::string(document.view(place->span))},
                                           {"work", short_name(context.knowledge.corpus.works[said.work])},
                                           {"page", said.page}},
                                          in_sentence ? place->span : stated.sentence);
        if (finding == nullptr) continue;
        finding->notes.push_back(fmt::format("{}: {}", said.id, said.says));
        if (in_sentence)
            if (auto fix = placed_fix(document, place->span, "p. " + said.page, false))
                finding->fixes.push_back(std::move(*fix));
    }
}

} // namespace statlint
