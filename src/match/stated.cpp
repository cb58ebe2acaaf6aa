#include "match/stated.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace statlint {
namespace {

bool asks(std::string_view sentence) {
    const std::size_t last = sentence.find_last_not_of(" \"')");
    return last != std::string_view::npos && sentence[last] == '?';
}

/// "42 per cent said more than six times. That leaves 58 per cent": the complement of a right share, worked out.
bool is_rest(const Statistic& statistic, const Statistic& before) {
    if (before.figure != statistic.figure || before.block != statistic.block || statistic.restated != none)
        return false;
    if (!is_share(statistic.quantity.kind) || !is_share(before.quantity.kind)) return false;
    if (agrees(statistic.match().comparison.agreement) || !agrees(before.match().comparison.agreement)) return false;
    return std::abs(statistic.quantity.low + before.quantity.low - 1) < 1e-6;
}

} // namespace

void mark_unstated(Prose& prose, std::span<Statistic> statistics) {
    const ConceptId takes_back = prose.lexicon().find("takes-back");
    const ConceptId denies = prose.lexicon().find("denies");
    const ConceptId supposes = prose.lexicon().find("supposes");
    const Statistic* before = nullptr;
    for (Statistic& statistic : statistics) {
        const Statistic* last = std::exchange(before, &statistic);
        if (statistic.restated != none && statistics[statistic.restated].figure == none) statistic.figure = none;
        if (statistic.figure == none) continue;
        const Quantity& q = statistic.quantity;
        const BlockProse& block = prose.block(statistic.block);
        const Sentence& sentence = block.sentence_at(q.span.start);
        const std::uint32_t start = q.hedge_span.empty() ? q.span.start : std::min(q.span.start, q.hedge_span.start);
        const std::uint32_t word = block.word_at(start);
        const auto says = [&](auto test) { return std::ranges::any_of(block.hits_of(sentence), test); };
        const bool denied = says([&](const Hit& hit) { return hit.concept_id == denies && hit.last == word; });
        const bool taken_back = says([&](const Hit& hit) { return hit.concept_id == takes_back; });
        statistic.stated = !denied && !taken_back && !asks(prose.document().view(sentence.text));
        // "Not one in ten thousand. One in ten.": who denies a wrong number misquotes nobody.
        if (denied && !agrees(statistic.match().comparison.agreement)) {
            statistic.figure = none;
            statistic.candidates.front().lost = "the draft denies it";
        }
        if (says([&](const Hit& hit) { return hit.concept_id == supposes && hit.last == word; })) {
            statistic.figure = none;
            statistic.candidates.front().lost = "the draft only supposes it";
        }
        if (last != nullptr && statistic.figure != none && is_rest(statistic, *last)) {
            statistic.figure = none;
            statistic.candidates.front().lost = "it is the rest of the number before";
        }
    }
}

} // namespace statlint
