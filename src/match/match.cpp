#include "match/match.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "citation/reach.hpp"
#include "match/assign.hpp"
#include "match/base_phrase.hpp"
#include "match/claims.hpp"
#include "match/context.hpp"
#include "match/scope.hpp"
#include "match/score.hpp"
#include "match/stated.hpp"

namespace statlint {
namespace {

constexpr std::size_t most_claims = 60; ///< of a sentence: what has more is no prose, and costs their square
constexpr double tie = 0.03;            ///< scores that lie nearer than this
constexpr double said_in_full = 0.75;
constexpr double same_value = 2e-6;          ///< relative: what compare() takes for equal, and a little more
constexpr double carried_in_sentence = 0.85; ///< weight of a need that another number of the sentence has met
constexpr double carried_to_next = 0.72;     ///< or one of the sentence before
constexpr double carried_fades = 0.85;       ///< factor for each sentence on
constexpr double carried_over_block = 0.85;  ///< factor for each paragraph, item or cell on
constexpr double worth_carrying = 0.3;
constexpr std::size_t widest_family = 64;        ///< figures; a need of more tells too little
constexpr std::uint32_t most_words_of_label = 1; ///< beside those that say something: "the", "and"
constexpr std::uint32_t words_of_own_noun = 4;   ///< "our alert threshold of"
constexpr double near_own = 1.6;                 ///< distance up to which "our" speaks of this number

// How much a work's mention supports a match, by where it stands.
double worth_of(Nearness nearness) {
    switch (nearness) {
    case Nearness::sentence:
        return 1.0;
    case Nearness::block:
        return 0.86;
    case Nearness::around:
        return 0.9;
    case Nearness::heading:
        return 0.78;
    case Nearness::section:
        return 0.5;
    case Nearness::document:
        return 0.36;
    }
    return 0;
}

class Matcher {
  public:
    Matcher(Prose& prose, const Corpus& corpus, const FigureFinder& figures, const std::vector<Quantity>& quantities,
            const std::vector<Citation>& citations, std::vector<std::uint32_t> document_wide,
            const CitationWords& words, const JoiningWords& joining, const MatchOptions& options)
        : prose_(prose), corpus_(corpus), figures_(figures), lexicon_(prose.lexicon()), quantities_(quantities),
          citations_(citations), joining_(joining), options_(options),
          reach_(prose.document(), citations, words, std::move(document_wide)), context_(prose.lexicon()),
          threshold_(options.min_confidence > 0 ? options.min_confidence : default_confidence),
          of_which_(lexicon_.find("of-which")), time_phrase_(lexicon_.find("time-phrase")) {
        for (const Citation& citation : citations)
            for (const WorkIndex work : citation.works) named_anywhere_.push_back(work);
        std::ranges::sort(named_anywhere_);
        named_anywhere_.erase(std::ranges::unique(named_anywhere_).begin(), named_anywhere_.end());
        facts_.works.assign(corpus.works.size(), 0);
        facts_.named = named_anywhere_;
    }

    /// Takes note of what was found in the blocks before.
    void pass(std::span<const Statistic> before) {
        for (std::size_t i = 0; i < before.size();) {
            const Statistic& first = before[i];
            const BlockProse& read = prose_.block(first.block);
            Claim claim;
            claim.block = first.block;
            claim.sentence =
                static_cast<std::uint32_t>(&read.sentence_at(first.quantity.span.start) - read.sentences.data());
            arrive(claim);
            for (; i < before.size() && before[i].block == first.block && before[i].sentence == first.sentence; ++i)
                if (const FigureIndex figure = matched_figure(before[i]); figure != none && before[i].restated == none)
                    carry(figure, carried_to_next, carried_);
        }
    }

    void block(std::uint32_t index, std::uint32_t first, std::uint32_t last, std::vector<Statistic>& out) {
        const BlockProse& read = prose_.block(index);
        if (read.words.empty()) return;
        std::vector<Claim> claims =
            make_claims(read, index, prose_.document(), lexicon_, quantities_, joining_, first, last);
        std::erase_if(claims, [&](const Claim& claim) { return stands_in_name(claim); });
        if (claims.empty()) return;
        const WordDistances distances(read, claims, lexicon_);
        std::size_t start = 0;
        while (start < claims.size()) {
            std::size_t end = start + 1;
            while (end < claims.size() && claims[end].sentence == claims[start].sentence) ++end;
            sentence(read, claims, start, end, distances, out);
            start = end;
        }
    }

  private:
    /// The 671 of "Trends & issues no. 671".
    [[nodiscard]] bool stands_in_name(const Claim& claim) const {
        const TextSpan number = quantities_[claim.quantities.front()].span;
        return std::ranges::any_of(
            std::ranges::equal_range(citations_, claim.block, {}, &Citation::block), [&](const Citation& citation) {
                const bool name = citation.form == CitationForm::name || citation.form == CitationForm::title;
                return name && !citation.marker && citation.span.contains(number);
            });
    }

    void sentence(const BlockProse& read, const std::vector<Claim>& claims, std::size_t start, std::size_t end,
                  const WordDistances& distances, std::vector<Statistic>& out) {
        const std::uint32_t block = claims[start].block;
        const TextSpan span = read.sentences[claims[start].sentence].text;
        arrive(claims[start]);
        facts_.carried = carried_;
        const std::vector<Reached> reached = reach_.around(block, span);
        weigh_citations(reached, span);
        std::vector<std::vector<Candidate>> candidates;
        std::vector<Statistic> made;
        for (std::size_t i = start; i < end; ++i) {
            Statistic statistic;
            statistic.quantity = quantities_[claims[i].quantities.front()];
            statistic.block = block;
            statistic.sentence = span;
            statistic.reached = reached;
            candidates.push_back(end - start > most_claims
                                     ? std::vector<Candidate>()
                                     : candidates_of(read, claims, i, distances, end - start == 1, statistic));
            made.push_back(std::move(statistic));
        }
        std::vector<int> chosen = choose(candidates);
        if (carry_in_sentence(chosen, candidates)) reconsider(read, claims, start, distances, made, candidates, chosen);
        for (std::size_t i = 0; i < made.size(); ++i) {
            Statistic& statistic = made[i];
            if (chosen[i] >= 0)
                carry(candidates[i][static_cast<std::size_t>(chosen[i])].figure, carried_to_next, carried_);
            settle(statistic, candidates[i], chosen[i]);
            const Claim& claim = claims[start + i];
            const auto whole = static_cast<std::uint32_t>(out.size());
            out.push_back(std::move(statistic));
            for (std::size_t j = 1; j < claim.quantities.size(); ++j) {
                Statistic again = out[whole];
                again.quantity = quantities_[claim.quantities[j]];
                again.restated = whole;
                if (again.figure != none)
                    again.candidates.front().comparison = compare(again.quantity, corpus_.figures[again.figure]);
                out.push_back(std::move(again));
            }
        }
    }

    void carry(FigureIndex figure, double weight, std::vector<CarriedNeed>& into) const {
        for (const std::uint32_t need : figures_.needs(figure).shared) {
            // In the order of needs, whatever came first: what follows depends on the last few sentences alone.
            const auto known = std::ranges::lower_bound(into, need, {}, &CarriedNeed::need);
            if (known == into.end() || known->need != need)
                into.insert(known, {need, weight});
            else
                known->weight = std::max(known->weight, weight);
        }
    }

    /// What some numbers of the sentence are about may hold for those that are left.
    bool carry_in_sentence(const std::vector<int>& chosen, const std::vector<std::vector<Candidate>>& candidates) {
        in_sentence_ = carried_;
        works_of_sentence_.clear();
        bool some = false;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            if (chosen[i] < 0) continue;
            const FigureIndex figure = candidates[i][static_cast<std::size_t>(chosen[i])].figure;
            carry(figure, carried_in_sentence, in_sentence_);
            works_of_sentence_.push_back(corpus_.figures[figure].work);
            some = true;
        }
        return some && std::ranges::find(chosen, -1) != chosen.end();
    }

    /// Looks again for figures of those claims that have none; the others keep theirs.
    void reconsider(const BlockProse& read, const std::vector<Claim>& claims, std::size_t start,
                    const WordDistances& distances, std::vector<Statistic>& made,
                    std::vector<std::vector<Candidate>>& candidates, std::vector<int>& chosen) {
        facts_.carried = in_sentence_;
        facts_.told_of = works_of_sentence_;
        for (std::size_t i = 0; i < made.size(); ++i)
            if (chosen[i] < 0)
                candidates[i] = candidates_of(read, claims, start + i, distances, made.size() == 1, made[i]);
        facts_.carried = carried_;
        facts_.told_of = {};
        std::vector<std::span<const Candidate>> open;
        for (std::size_t i = 0; i < made.size(); ++i)
            open.push_back(chosen[i] < 0 ? good_ones(candidates[i])
                                         : std::span(candidates[i]).subspan(static_cast<std::size_t>(chosen[i]), 1));
        const std::vector<int> now = assign(open);
        for (std::size_t i = 0; i < made.size(); ++i)
            if (chosen[i] < 0) chosen[i] = now[i];
    }

    /// Lets what was carried fade on the way to this sentence.
    void arrive(const Claim& claim) {
        double fade = 0;
        const Document& document = prose_.document();
        if (claim.block != carried_from_.block) {
            const std::uint32_t gap = claim.block - carried_from_.block;
            const bool section = carried_from_.block != no_block && gap <= most_blocks_on &&
                                 document.blocks[claim.block].heading == document.blocks[carried_from_.block].heading;
            if (section) fade = std::pow(carried_over_block, gap);
        } else {
            fade = std::pow(carried_fades, static_cast<double>(claim.sentence - carried_from_.sentence) - 1);
        }
        for (CarriedNeed& one : carried_) one.weight *= fade;
        std::erase_if(carried_, [](const CarriedNeed& one) { return one.weight < worth_carrying; });
        carried_from_ = {claim.block, claim.sentence};
    }

    void weigh_citations(const std::vector<Reached>& reached, TextSpan sentence) {
        facts_.cites_overview = false;
        facts_.cites_other = false;
        cites_corpus_ = false;
        masked_.clear();
        for (const WorkIndex work : named_anywhere_) facts_.works[work] = worth_of(Nearness::document);
        for (const Reached& one : reached) {
            const Citation& citation = citations_[one.citation];
            if (one.nearness == Nearness::sentence && sentence.contains(citation.span) && !citation.span.empty())
                masked_.push_back(citation.span);
            if (citation.external && one.nearness <= Nearness::around) facts_.cites_other = true;
            if (!citation.works.empty() && one.nearness == Nearness::sentence) cites_corpus_ = true;
            // A name that several works share says less about each.
            const double open = std::max(0.8, 1.0 - 0.05 * static_cast<double>(citation.works.size() - 1));
            for (const WorkIndex work : citation.works) {
                if (corpus_.works[work].overview && in_reach(one.nearness, options_.reach))
                    facts_.cites_overview = true;
                facts_.works[work] = std::max(facts_.works[work], worth_of(one.nearness) * open);
            }
        }
        facts_.cites_other_here = !cites_corpus_ && std::ranges::any_of(reached, [&](const Reached& one) {
            return one.nearness == Nearness::sentence && citations_[one.citation].external;
        });
        facts_.nothing_cited = !facts_.cites_other && std::ranges::all_of(named_anywhere_, [&](WorkIndex work) {
            return facts_.works[work] < works_named;
        });
    }

    /// "7.6% of boys (Stoltenborgh et al., 2011), so that the share here (Roche et al., 2023) …": whatever else the
    /// sentence cites, the number has the source that stands next behind it.
    [[nodiscard]] bool next_is_external(const Statistic& statistic) const {
        const Citation* next = nullptr;
        for (const Reached& one : statistic.reached) {
            const Citation& citation = citations_[one.citation];
            if (one.nearness != Nearness::sentence || citation.span.start < statistic.quantity.span.end) continue;
            if (next == nullptr || citation.span.start < next->span.start) next = &citation;
        }
        return next != nullptr && next->external && next->marker;
    }

    /// "20,254", alone on its card, above "images on one forum in one month".
    void read_scope_below(const Claim& claim) {
        facts_.prose_below = nullptr;
        const std::optional<std::uint32_t> below = block_below(prose_, claim, 0);
        if (!below) return;
        const BlockProse& read = prose_.block(*below);
        if (read.words.empty()) return;
        const std::vector<Claim> start{
            {.quantities = {}, .block = *below, .sentence = 0, .first_word = 0, .last_word = 0}};
        const WordDistances distances(read, start, lexicon_);
        facts_.prose_below = &read;
        facts_.scope_below = read_scope(read, start, 0, distances, lexicon_, masked_);
        facts_.scope_below.counts = facts_.scope.counts;
    }

    std::vector<Candidate> candidates_of(const BlockProse& read, const std::vector<Claim>& claims, std::size_t which,
                                         const WordDistances& distances, bool alone, Statistic& statistic) {
        read_context(prose_, claims, which, distances, context_);
        facts_.prose = &read;
        facts_.claim = &claims[which];
        facts_.quantity = &statistic.quantity;
        facts_.context = &context_;
        facts_.counted = counted_of(read, claims, which);
        find_figures(statistic.quantity);
        // Nearly all numbers of nearly all drafts end here. Whose number it is decides nothing then: see judge().
        if (asked_.empty() && !options_.explain && !cites_corpus_) return {};
        facts_.scope = read_scope(read, claims, which, distances, lexicon_, masked_,
                                  statistic.quantity.kind == QuantityKind::multiplier);
        facts_.scope.counts = statistic.quantity.kind == QuantityKind::cardinal;
        facts_.cites_other_next = next_is_external(statistic);
        read_scope_below(claims[which]);
        facts_.one_claim = alone;
        facts_.points_back = false;
        const Sentence& sentence = read.sentences[claims[which].sentence];
        const std::uint32_t opening = read.words[std::min(sentence.first_word + 1, sentence.last_word - 1)].span.start;
        facts_.own = facts_.own_noun = false;
        facts_.source_elsewhere = false;
        for (const ConceptId id : context_.concepts()) {
            const Told& told = *context_.find(id);
            if (!told.same_sentence) continue;
            const ConceptKind kind = lexicon_[id].kind;
            if (kind == ConceptKind::pointer && told.span.start <= opening) facts_.points_back = true;
            if (kind == ConceptKind::own && told.distance < near_own) {
                facts_.own = true;
                const std::uint32_t word = read.word_at(told.span.start);
                const std::uint32_t number = claims[which].first_word;
                facts_.own_noun = facts_.own_noun || (word < number && number - word <= words_of_own_noun);
            }
            if (kind == ConceptKind::elsewhere) facts_.source_elsewhere = true;
        }
        // "Now our own numbers. … Three levels of ads": it goes on until a work is named.
        facts_.own_before = !facts_.own && own_goes_on(read, claims[which]);
        facts_.label = is_label(read, claims, which);
        if (options_.explain) statistic.understood = understood(read);
        statistic.own = facts_.scope.own || facts_.own || facts_.own_before;
        statistic.elsewhere = facts_.source_elsewhere || facts_.cites_other;

        std::vector<Candidate> found;
        for (const FigureIndex figure : asked_)
            if (auto candidate = score_figure(facts_, corpus_, figures_, figure, lexicon_, options_.explain))
                found.push_back(std::move(*candidate));
        words_before_values(found);
        if (std::ranges::none_of(found, [&](const Candidate& c) { return c.score >= threshold_; }))
            for (Candidate& candidate : found) candidate.score = std::min(1.0, candidate.score * candidate.unrivalled);
        values_break_ties(found);
        if (prose_.document().blocks[claims[which].block].kind == BlockKind::table_cell) tables_break_ties(found);
        std::ranges::stable_sort(found, std::greater{}, [](const Candidate& c) { return std::pair(c.score, c.met); });
        return found;
    }

    /// What a number counts; a share "of which" is one of what the number before it counts.
    [[nodiscard]] BasePhrase counted_of(const BlockProse& read, const std::vector<Claim>& claims,
                                        std::size_t which) const {
        const Claim& claim = claims[which];
        const bool of_which = which > 0 && claims[which - 1].sentence == claim.sentence &&
                              std::ranges::any_of(read.hits_of(read.sentences[claim.sentence]), [&](const Hit& hit) {
                                  return hit.concept_id == of_which_ && hit.last <= claim.first_word &&
                                         hit.last + longest_hedge >= claim.first_word;
                              });
        BasePhrase counted = find_counted(read, claims[of_which ? which - 1 : which], lexicon_);
        // "1.3 million [a year earlier]"
        if (!counted.empty() && lexicon_.says_at(time_phrase_, read.words, counted.first)) return {};
        return counted;
    }

    /// Collects the figures that the claim may be about.
    void find_figures(const Quantity& quantity) {
        asked_.clear();
        const auto consider = [&](FigureIndex figure) {
            if (!options_.explain && !may_be_about(facts_, corpus_, figures_, figure, lexicon_)) return;
            if (std::ranges::find(asked_, figure) == asked_.end()) asked_.push_back(figure);
        };
        // With nothing to rescue it, a figure whose next needs are not met either need not be looked at.
        const bool all = options_.explain || may_rescue(facts_, named_anywhere_);
        exact_.clear();
        if (!all && tells_by_itself(quantity)) figures_.by_value(none, quantity.low, exact_, same_value);
        const auto rescued = [&](FigureIndex figure) {
            return all || std::ranges::find(exact_, figure) != exact_.end();
        };
        // Of a large corpus thousands are looked at for each number, and nearly all of them go here.
        const bool any_rescued = all || !exact_.empty();
        for (const ConceptId id : context_.concepts())
            for (const auto& [figure, also] : figures_.by_concept(id))
                if ((context_.says(also[0]) && context_.says(also[1])) || (any_rescued && rescued(figure)))
                    consider(figure);
        const auto says = [&](ConceptId id) { return id == none || context_.says(id); };
        for (const WorkIndex work : named_anywhere_)
            for (const auto& [figure, also] : figures_.by_work(work))
                if ((says(also[0]) && says(also[1])) || rescued(figure)) consider(figure);
        for (const CarriedNeed& one : facts_.carried)
            if (figures_.with_need(one.need).size() <= widest_family)
                std::ranges::for_each(figures_.with_need(one.need), consider);
        // A right value beside its own work: the words may be some that the lexicon lacks.
        anchored_.clear();
        for (const WorkIndex work : named_anywhere_)
            if (facts_.works[work] >= works_named) figures_.by_value(work, quantity.low, anchored_);
        for (const WorkIndex work : facts_.told_of)
            if (work != none) figures_.by_value(work, quantity.low, anchored_);
        std::ranges::for_each(anchored_, consider);
    }

    [[nodiscard]] Understood understood(const BlockProse& read) const {
        const auto spans = [&](const std::vector<Hit>& hits) {
            std::vector<TextSpan> found;
            for (const Hit& hit : hits) found.push_back(read.span_of(hit.first, hit.last));
            std::ranges::sort(found);
            found.erase(std::ranges::unique(found).begin(), found.end());
            return found;
        };
        return {spans(facts_.scope.who), spans(facts_.scope.where), spans(facts_.scope.when)};
    }

    /// "27,217 in 2018, 606 in 2020": where the words say one figure in full, the value of its neighbour is a mistake.
    void words_before_values(std::vector<Candidate>& found) const {
        for (Candidate& candidate : found) {
            if (!candidate.rescued) continue;
            const Figure& figure = corpus_.figures[candidate.figure];
            for (const Candidate& other : found) {
                if (other.rescued || !other.here || other.met < said_in_full || other.score < threshold_) continue;
                if (corpus_.figures[other.figure].work != figure.work) continue;
                // Both values fit: then the words decide alone.
                if (agrees(other.comparison.agreement)) candidate.score = 0;
                candidate.score = std::min(candidate.score, other.score - 0.01);
            }
        }
    }

    /// "Almost one in five belongs to both groups": where the words leave it open, the figure with that value.
    void values_break_ties(std::vector<Candidate>& found) const {
        const auto right = [](const Candidate& c) { return agrees(c.comparison.agreement); };
        double best = 0;
        for (const Candidate& candidate : found)
            if (!right(candidate)) best = std::max(best, candidate.score);
        for (Candidate& candidate : found)
            if (right(candidate) && candidate.score >= threshold_ && candidate.score <= best &&
                candidate.score > best - tie)
                candidate.score = best + 0.001;
    }

    /// A column of girls under a row of all abuse: of figures whose values all differ, the one that asks for more of
    /// what the table says.
    void tables_break_ties(std::vector<Candidate>& found) const {
        const auto needs = [&](const Candidate& c) { return figures_.needs(c.figure).needs.size(); };
        if (std::ranges::any_of(found, [](const Candidate& c) { return agrees(c.comparison.agreement); })) return;
        const auto best = std::ranges::max_element(found, {}, &Candidate::score);
        if (best == found.end() || best->score < threshold_) return;
        const double most = best->score;
        const std::size_t asked = needs(*best);
        for (Candidate& candidate : found)
            if (candidate.score > most - tie && needs(candidate) > asked && !candidate.rescued)
                candidate.score = most + 0.001;
    }

    /// "Boys: almost 1 in 3", an item of a list: nothing in it but whom or what the number is about.
    [[nodiscard]] bool is_label(const BlockProse& read, const std::vector<Claim>& claims, std::size_t which) const {
        const Claim& claim = claims[which];
        if (prose_.document().blocks[claim.block].kind != BlockKind::list_item) return false;
        const Sentence& sentence = read.sentences[claim.sentence];
        const Quantity& quantity = quantities_[claim.quantities.front()];
        const std::span<const Hit> hits = read.hits_of(sentence);
        std::uint32_t others = 0;
        for (std::uint32_t word = sentence.first_word; word < sentence.last_word; ++word) {
            const bool number = (word >= claim.first_word && word < claim.last_word) ||
                                quantity.hedge_span.overlaps(read.words[word].span);
            const bool said =
                std::ranges::any_of(hits, [&](const Hit& hit) { return hit.first <= word && word < hit.last; });
            if (!number && !said && ++others > most_words_of_label) return false;
        }
        return true;
    }

    [[nodiscard]] bool own_goes_on(const BlockProse& read, const Claim& claim) const {
        const TextSpan here = read.sentences[claim.sentence].text;
        const auto cited = std::ranges::equal_range(citations_, claim.block, {}, &Citation::block);
        for (std::uint32_t i = claim.sentence; i-- > 0;) {
            const Sentence& sentence = read.sentences[i];
            const bool names = std::ranges::any_of(cited, [&](const Citation& c) {
                return !c.works.empty() && c.span.start >= sentence.text.start && c.span.start < here.end;
            });
            if (names) return false;
            const bool own = std::ranges::any_of(read.hits_of(sentence), [&](const Hit& hit) {
                return lexicon_[hit.concept_id].kind == ConceptKind::own;
            });
            if (own) return true;
        }
        return false;
    }

    [[nodiscard]] std::vector<int> choose(const std::vector<std::vector<Candidate>>& candidates) const {
        std::vector<std::span<const Candidate>> good;
        good.reserve(candidates.size());
        for (const std::vector<Candidate>& all : candidates) good.push_back(good_ones(all));
        return assign(good);
    }

    /// They are sorted: the good ones are the first.
    [[nodiscard]] std::span<const Candidate> good_ones(const std::vector<Candidate>& all) const {
        const auto below = std::ranges::find_if(all, [&](const Candidate& c) { return c.score < threshold_; });
        return {all.begin(), below};
    }

    void settle(Statistic& statistic, std::vector<Candidate>& candidates, int chosen) const {
        if (chosen >= 0) {
            std::rotate(candidates.begin(), candidates.begin() + chosen, candidates.begin() + chosen + 1);
            statistic.figure = candidates.front().figure;
            statistic.score = candidates.front().score;
            candidates.front().lost.clear();
        }
        if (chosen < 0 && !candidates.empty() && !statistic.own && !statistic.elsewhere) {
            const Candidate& best = candidates.front();
            if (best.score < threshold_ && best.score >= threshold_ - near_miss_margin) {
                statistic.near_miss = best.figure;
                statistic.near_score = best.score;
            }
        }
        for (std::size_t i = chosen >= 0 ? 1 : 0; i < candidates.size(); ++i) {
            Candidate& candidate = candidates[i];
            if (candidate.score < threshold_) {
                candidate.lost = fmt::format("{:.2f} is below {:.2f}{}{}", candidate.score, threshold_,
                                             candidate.lost.empty() ? "" : ": ", candidate.lost);
            } else {
                candidate.lost = chosen >= 0 && candidate.score <= statistic.score
                                     ? "another figure fits better"
                                     : "another number of the sentence has it";
            }
        }
        if (!options_.explain && candidates.size() > 1) candidates.resize(statistic.figure != none ? 1 : 0);
        statistic.candidates = std::move(candidates);
    }

    Prose& prose_;
    const Corpus& corpus_;
    const FigureFinder& figures_;
    const Lexicon& lexicon_;
    const std::vector<Quantity>& quantities_;
    const std::vector<Citation>& citations_;
    const JoiningWords& joining_;
    const MatchOptions& options_;
    ReachFinder reach_;
    Context context_;
    double threshold_;
    ConceptId of_which_ = none, time_phrase_ = none;
    std::vector<WorkIndex> named_anywhere_;
    ClaimFacts facts_;
    std::vector<TextSpan> masked_;
    std::vector<CarriedNeed> carried_;     ///< from the sentences before
    std::vector<CarriedNeed> in_sentence_; ///< and from the numbers of this one
    std::vector<WorkIndex> works_of_sentence_;
    struct {
        std::uint32_t block = no_block, sentence = 0;
    } carried_from_;
    bool cites_corpus_ = false; ///< a work of the corpus is cited in the same sentence
    std::vector<FigureIndex> anchored_;
    std::vector<FigureIndex> exact_; ///< figures with a value that tells by itself
    std::vector<FigureIndex> asked_; ///< figures that the claim may be about
};

} // namespace

std::string_view name(Verdict verdict) {
    switch (verdict) {
    case Verdict::verified:
        return "verified";
    case Verdict::misquoted:
        return "misquoted";
    case Verdict::unverified:
        return "unverified";
    case Verdict::unrelated:
        return "unrelated";
    }
    return "unrelated";
}

std::vector<std::uint32_t> document_wide_blocks(Prose& prose, std::span<const Citation> citations) {
    std::vector<std::uint32_t> blocks;
    const ConceptId wanted = prose.lexicon().find("document-wide");
    for (const Citation& citation : citations) {
        if (!blocks.empty() && blocks.back() == citation.block) continue;
        const BlockProse& read = prose.block(citation.block);
        if (std::ranges::any_of(read.hits, [&](const Hit& hit) { return hit.concept_id == wanted; }))
            blocks.push_back(citation.block);
    }
    return blocks;
}

std::vector<Statistic> match_figures(Prose& prose, const Corpus& corpus, const FigureFinder& figures,
                                     const BlockQuantities& read, const std::vector<Citation>& citations,
                                     std::vector<std::uint32_t> document_wide, const CitationWords& words,
                                     const JoiningWords& joining, const MatchOptions& options,
                                     std::span<const Statistic> before) {
    std::vector<Statistic> statistics;
    statistics.reserve(read.quantities.size());
    Matcher matcher(prose, corpus, figures, read.quantities, citations, std::move(document_wide), words, joining,
                    options);
    matcher.pass(before);
    for (std::uint32_t i = 0; i + 1 < read.starts.size(); ++i)
        if (read.starts[i] < read.starts[i + 1])
            matcher.block(read.first_block + i, read.starts[i], read.starts[i + 1], statistics);
    return statistics;
}

} // namespace statlint
