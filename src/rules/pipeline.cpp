#include "rules/pipeline.hpp"

#include <algorithm>
#include <string_view>

#include "match/derivations.hpp"
#include "match/stated.hpp"
#include "match/table_units.hpp"
#include "rules/findings_of.hpp"
#include "rules/suppress.hpp"
#include "rules/verdicts.hpp"

namespace statlint {
namespace {

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

/// Notes, keys and pages are looked after in drafts without numbers, too.
bool may_cite(const Document& draft) {
    constexpr std::string_view signs[] = {"[@", "p. ", "p.\u00a0", "pp.", "page"};
    return std::ranges::any_of(signs,
                               [&](std::string_view sign) { return draft.text.find(sign) != std::string::npos; }) ||
           std::ranges::any_of(draft.references,
                               [](const Reference& r) { return r.kind == Reference::Kind::footnote; });
}

Analysis of(Document document) {
    Analysis analysis;
    analysis.document = std::move(document);
    return analysis;
}

} // namespace

Pipeline::Pipeline(Document document, const Knowledge& knowledge, const Policy& policy, Readers& readers,
                   bool candidates)
    : knowledge_(knowledge), policy_(policy), candidates_(candidates), analysis_(of(std::move(document))),
      prose_(analysis_.document, knowledge.lexicon, readers.words, readers.sentences) {
    run();
}

BlockQuantities Pipeline::read_quantities(IndexRange blocks) const {
    BlockQuantities read;
    read.first_block = blocks.first;
    read.starts.reserve(blocks.size() + 1);
    for (std::uint32_t i = blocks.first; i < blocks.last; ++i) {
        const TextSpan span = analysis_.document.blocks[i].text;
        const std::size_t from = read.quantities.size();
        read.starts.push_back(static_cast<std::uint32_t>(from));
        find_quantities(analysis_.document.view(span), span.start, knowledge_.words, read.quantities);
        split_changes(read.quantities, from);
    }
    read.starts.push_back(static_cast<std::uint32_t>(read.quantities.size()));
    lend_percent(analysis_.document, blocks, knowledge_.words, read.quantities);
    return read;
}

MatchOptions Pipeline::match_options() const {
    MatchOptions options;
    options.min_confidence = policy_.min_confidence;
    options.reach = policy_.reach;
    options.explain = candidates_;
    return options;
}

void Pipeline::run() {
    const Document& draft = analysis_.document;
    const IndexRange all{0, static_cast<std::uint32_t>(draft.blocks.size())};
    const BlockQuantities read = read_quantities(all);
    counts_.reserve(all.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) counts_.push_back(read.starts[i + 1] - read.starts[i]);
    if (read.quantities.empty() && !may_cite(draft) && policy_.sources == nullptr) {
        suppress(analysis_, knowledge_, policy_); // comments that suppress nothing
        return;
    }
    DraftCitations cited = find_citations(prose_, knowledge_.names, knowledge_.citing, policy_.bibliographies);
    references_ = std::move(cited.references);
    pointers_ = std::move(cited.found.pointers);
    analysis_.citations = std::move(cited.found.citations);
    analysis_.loose_ends = std::move(cited.loose_ends);
    analysis_.stated_findings = find_stated_findings(prose_, knowledge_.findings, analysis_.citations,
                                                     {0, static_cast<std::uint32_t>(analysis_.citations.size())});
    document_wide_ = document_wide_blocks(prose_, analysis_.citations);
    analysis_.statistics = match_figures(prose_, knowledge_.corpus, knowledge_.figures, read, analysis_.citations,
                                         document_wide_, knowledge_.citing, knowledge_.joining, match_options());
    mark_unstated(prose_, knowledge_.corpus, analysis_.statistics,
                  {0, static_cast<std::uint32_t>(analysis_.statistics.size())});
    analysis_.derivations = find_derivations(prose_, analysis_.statistics, knowledge_.joining, all);
    settle_verdicts(analysis_, knowledge_, policy_, {0, static_cast<std::uint32_t>(analysis_.statistics.size())});
    analysis_.findings = findings_of(analysis_, knowledge_, policy_, all);
    suppress(analysis_, knowledge_, policy_);
}

} // namespace statlint
