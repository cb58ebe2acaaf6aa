#include "rules/moves.hpp"

namespace statlint {

void Moves::apply(Citation& citation) const {
    text(citation.span);
    text(citation.slip);
    block(citation.block);
    for (Locator& locator : citation.locators) text(locator.span);
}

void Moves::apply(EntryPointer& pointer) const {
    text(pointer.span);
    block(pointer.block);
}

void Moves::apply(Statistic& statistic) const {
    for (TextSpan* span : {&statistic.quantity.span, &statistic.quantity.hedge_span, &statistic.quantity.first,
                           &statistic.quantity.second, &statistic.sentence})
        text(*span);
    block(statistic.block);
    for (Candidate& candidate : statistic.candidates) {
        text(candidate.scope.span);
        for (Evidence& evidence : candidate.evidence) text(evidence.span);
    }
    for (std::vector<TextSpan>* spans :
         {&statistic.understood.who, &statistic.understood.where, &statistic.understood.when})
        for (TextSpan& span : *spans) text(span);
}

void Moves::apply(StatedFinding& stated) const {
    text(stated.sentence);
}

void Moves::apply(Finding& finding) const {
    text(finding.span);
    block(finding.block);
    for (Fix& fix : finding.fixes) text(fix.span);
}

void Moves::apply(References& references) const {
    const auto move = [&](ReferenceEntry& entry) {
        block(entry.block);
        for (Locator& locator : entry.locators) text(locator.span);
    };
    for (auto& [label, entry] : references.notes) move(entry);
    for (auto& [number, entry] : references.numbered) move(entry);
}

} // namespace statlint
