#include "match/stated.hpp"

#include <algorithm>

namespace statlint {
namespace {

struct MovementWords {
    ConceptId rise, fall, arrives_at;
};

/// The word with which a number or its hedge begins.
std::uint32_t first_word(const BlockProse& block, const Quantity& q) {
    return block.word_at(q.hedge_span.empty() ? q.span.start : std::min(q.span.start, q.hedge_span.start));
}

bool asks(std::string_view sentence) {
    const std::size_t last = sentence.find_last_not_of(" \"')");
    return last != std::string_view::npos && sentence[last] == '?';
}

/// Right behind the right value another one: "42 per cent said more than six times. That leaves 58 per cent", "buyers
/// from 17 to 72. The youngest man we met was 23, the oldest 68". Nobody quotes one figure twice in a breath.
bool follows_right_value(const Statistic& statistic, const Statistic& before) {
    if (before.figure != statistic.figure || before.block != statistic.block || statistic.restated != none)
        return false;
    if (before.sentence == statistic.sentence) return false; // "27,217 in 2018, 606 in 2020"
    const Comparison& comparison = statistic.match().comparison;
    return comparison.agreement == Agreement::value_wrong && !comparison.slip &&
           agrees(before.match().comparison.agreement);
}

/// "It dropped from 12 in May to 80": a way that the two numbers contradict, each of which is a figure's.
bool is_told_the_wrong_way(const BlockProse& block, const Statistic& statistic, const Statistic& before,
                           const Corpus& corpus, const MovementWords& words) {
    if (before.figure == none || before.figure == statistic.figure || before.block != statistic.block) return false;
    const Quantity& from = before.quantity;
    const Quantity& to = statistic.quantity;
    if (from.kind != QuantityKind::cardinal || to.kind != QuantityKind::cardinal || from.low == to.low) return false;
    const Figure& first = corpus.figures[before.figure];
    const Figure& second = corpus.figures[statistic.figure];
    if (first.work != second.work || first.measure != second.measure) return false;
    if (!agrees(before.match().comparison.agreement) || !agrees(statistic.match().comparison.agreement)) return false;
    const std::uint32_t word = first_word(block, to);
    bool arrives = false;
    bool rises = false;
    bool falls = false;
    for (const Hit& hit : block.hits_of(block.sentence_at(to.span.start))) {
        if (hit.last > word) continue;
        arrives = arrives || (hit.concept_id == words.arrives_at && hit.last == word);
        rises = rises || hit.concept_id == words.rise;
        falls = falls || hit.concept_id == words.fall;
    }
    return arrives && rises != falls && falls == (to.low > from.low);
}

} // namespace

FigureIndex matched_figure(const Statistic& statistic) {
    const bool taken_away = statistic.figure == none && !statistic.stated && !statistic.candidates.empty();
    return taken_away ? statistic.candidates.front().figure : statistic.figure;
}

void mark_unstated(Prose& prose, const Corpus& corpus, std::span<Statistic> statistics, IndexRange part) {
    const Lexicon& lexicon = prose.lexicon();
    const ConceptId takes_back = lexicon.find("takes-back");
    const ConceptId denies = lexicon.find("denies");
    const ConceptId supposes = lexicon.find("supposes");
    const MovementWords words{lexicon.find("rise"), lexicon.find("fall"), lexicon.find("arrives-at")};
    for (std::uint32_t i = part.first; i < part.last; ++i) {
        Statistic& statistic = statistics[i];
        if (statistic.restated != none && statistics[statistic.restated].figure == none) statistic.figure = none;
        if (statistic.figure == none) continue;
        const BlockProse& block = prose.block(statistic.block);
        const Sentence& sentence = block.sentence_at(statistic.quantity.span.start);
        const std::uint32_t word = first_word(block, statistic.quantity);
        const auto says = [&](auto test) { return std::ranges::any_of(block.hits_of(sentence), test); };
        const auto says_before = [&](ConceptId id) {
            return says([&](const Hit& hit) { return hit.concept_id == id && hit.last == word; });
        };
        const bool denied = says_before(denies);
        const bool taken_back = says([&](const Hit& hit) { return hit.concept_id == takes_back; });
        statistic.stated = !denied && !taken_back && !asks(prose.document().view(sentence.text));
        std::string_view lost;
        // "Not one in ten thousand. One in ten.": who denies a wrong number misquotes nobody.
        if (denied && !agrees(statistic.match().comparison.agreement))
            lost = "the draft denies it";
        else if (says_before(supposes))
            lost = "the draft only supposes it";
        else if (i > part.first && follows_right_value(statistic, statistics[i - 1]))
            lost = "the right value stands before it";
        else if (i > part.first && is_told_the_wrong_way(block, statistic, statistics[i - 1], corpus, words))
            statistic.candidates.front().turned = true;
        if (lost.empty()) continue;
        statistic.stated = false;
        statistic.figure = none;
        statistic.candidates.front().lost = lost;
    }
}

} // namespace statlint
