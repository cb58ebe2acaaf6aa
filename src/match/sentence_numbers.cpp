#include "match/sentence_numbers.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "match/compare.hpp"

namespace statlint {
namespace {

constexpr std::uint32_t words_before = 2; ///< between what announces a computed number and the number: "a drop of"
constexpr std::uint32_t words_behind = 1; ///< between the number and what names it: "a 20-fold sharp rise"
constexpr double about_reach = 0.1;
constexpr double almost_reach = 0.85; ///< "almost doubled" for 1.7, not for 1.5

bool one_of(std::initializer_list<ConceptId> wanted, ConceptId id) {
    return std::ranges::find(wanted, id) != wanted.end();
}

} // namespace

ArithmeticWords::ArithmeticWords(const Lexicon& lexicon)
    : rise(lexicon.find("rise")), fall(lexicon.find("fall")), more(lexicon.find("more")), less(lexicon.find("less")),
      in_all(lexicon.find("in-all")), each(lexicon.find("each")), contrasts(lexicon.find("contrasts")),
      joins(lexicon.find("joins")), pointer(lexicon.find("pointer")), respectively(lexicon.find("respectively")),
      that_is(lexicon.find("that-is")), multiplied(lexicon.find("multiplied")), rest(lexicon.find("the-rest")),
      change_column(lexicon.find("change-column")), total_row(lexicon.find("total-row")),
      countable(lexicon.find("countable")), weighted(lexicon.find("weighted")), before(lexicon.find("time-before")),
      after(lexicon.find("time-after")), later(lexicon.find("time-later")) {}

SentenceNumbers::SentenceNumbers(Prose& prose, const std::vector<Statistic>& statistics, const ArithmeticWords& words,
                                 const JoiningWords& joining, std::size_t first, std::size_t last,
                                 std::vector<Derivation>& found)
    : prose_(prose), statistics_(statistics), words_(words), joining_(joining), first_(first), last_(last),
      found_(found), found_before_(found.size()), block_(&prose.block(statistics[first].block)),
      sentence_(&block_->sentence_at(statistics[first].quantity.span.start)) {}

std::string_view SentenceNumbers::text(std::uint32_t from, std::uint32_t to) const {
    return from < to ? std::string_view(prose_.document().text).substr(from, to - from) : std::string_view();
}

std::uint32_t SentenceNumbers::start_of(std::size_t i) const {
    const Quantity& q = statistics_[i].quantity;
    return q.hedge_span.empty() ? q.span.start : std::min(q.span.start, q.hedge_span.start);
}

std::string_view SentenceNumbers::in_front(std::size_t i, std::uint32_t reach) const {
    const std::uint32_t start = start_of(i);
    return text(std::max(statistics_[i].sentence.start, start > reach ? start - reach : 0), start);
}

std::string_view SentenceNumbers::behind(std::size_t i) const {
    return text(statistics_[i].quantity.span.end, statistics_[i].sentence.end);
}

std::string_view SentenceNumbers::between(std::size_t i, std::size_t j) const {
    return text(statistics_[i].quantity.span.end, start_of(j));
}

bool SentenceNumbers::near(std::size_t i, std::initializer_list<ConceptId> wanted, std::uint32_t from) const {
    const Quantity& q = statistics_[i].quantity;
    const std::uint32_t first = block_->word_at(start_of(i));
    const std::uint32_t last = block_->word_at(q.span.end);
    return std::ranges::any_of(block_->hits_of(*sentence_), [&](const Hit& hit) {
        if (!one_of(wanted, hit.concept_id) || block_->words[hit.first].span.start < from) return false;
        if (hit.first >= last) {
            // "3.1%, down from 3.4%" is no fall of 3.1%.
            const std::string_view way = text(q.span.end, block_->words[hit.first].span.start);
            if (way.find_first_of(",;(") != std::string_view::npos) return false;
        }
        return hit.last + words_before >= first && hit.first <= last + words_behind;
    });
}

bool SentenceNumbers::says(std::initializer_list<ConceptId> wanted, std::uint32_t from, std::uint32_t to) const {
    // A stretch may begin in a sentence before.
    for (const Sentence* sentence = sentence_;; --sentence) {
        const bool said = std::ranges::any_of(block_->hits_of(*sentence), [&](const Hit& hit) {
            const std::uint32_t at = block_->words[hit.first].span.start;
            return one_of(wanted, hit.concept_id) && at >= from && at < to;
        });
        if (said) return true;
        if (sentence->text.start <= from || sentence == block_->sentences.data()) return false;
    }
}

bool SentenceNumbers::says(std::initializer_list<ConceptId> wanted) const {
    return says(wanted, sentence_->text.start, sentence_->text.end);
}

bool SentenceNumbers::counts_whole(std::uint32_t from, std::uint32_t reach) const {
    const std::uint32_t first = block_->word_at(from);
    return std::ranges::any_of(block_->hits_of(*sentence_), [&](const Hit& hit) {
        if (hit.first < first || hit.first >= first + reach) return false;
        // "120% of men's wages" is no share of men.
        const std::string_view behind = text(block_->words[hit.last - 1].span.end, sentence_->text.end);
        if (behind.starts_with('\'') || behind.starts_with("\xE2\x80\x99") || behind.starts_with('-')) return false;
        return hit.concept_id == words_.countable || lexicon()[hit.concept_id].kind == ConceptKind::who;
    });
}

bool SentenceNumbers::known(std::size_t i) const {
    const Statistic& s = statistics_[i];
    return s.figure != none && agrees(s.match().comparison.agreement);
}

std::size_t SentenceNumbers::first_before(std::size_t first, std::uint32_t start) const {
    if (first == 0) return first;
    const Statistic& before = statistics_[first - 1];
    if (before.block != statistics_[first].block || before.sentence.end != start) return first;
    std::size_t before_first = first - 1;
    while (before_first > 0 && statistics_[before_first - 1].sentence == before.sentence) --before_first;
    return before_first;
}

bool SentenceNumbers::done(std::size_t i) const {
    return std::any_of(found_.begin() + static_cast<std::ptrdiff_t>(found_before_), found_.end(),
                       [&](const Derivation& d) { return d.statistic == i; });
}

void SentenceNumbers::add(std::size_t i, bool right, Computation computation, bool computed) {
    found_.push_back({static_cast<std::uint32_t>(i), right, std::move(computation), computed});
}

std::string shown(double value) {
    if (std::abs(value) >= 1000 || std::abs(value - std::round(value)) < 1e-9) return fmt::format("{:.0f}", value);
    return fmt::format("{:.3g}", value);
}

std::string shown_percent(double share) {
    return shown(share * 100) + " %";
}

bool hedge_allows(const Quantity& quantity, double truth) {
    const double value = quantity.low;
    switch (quantity.hedge) {
    case Hedge::approximately:
        return std::abs(value - truth) <= about_reach * std::abs(truth);
    case Hedge::almost:
        return truth <= value && truth >= almost_reach * value;
    case Hedge::under:
    case Hedge::up_to:
        return truth <= value;
    case Hedge::over:
    case Hedge::at_least:
        return truth >= value;
    case Hedge::none:
        return false;
    }
    return false;
}

std::vector<Derivation> find_derivations(Prose& prose, const std::vector<Statistic>& statistics,
                                         const JoiningWords& joining, IndexRange blocks) {
    // A sentence with dozens of numbers is a list, in which anything follows from something.
    constexpr std::size_t most = 12;
    const ArithmeticWords words(prose.lexicon());
    std::vector<Derivation> found;
    const auto index_of = [&](std::uint32_t block) {
        return static_cast<std::size_t>(std::ranges::lower_bound(statistics, block, {}, &Statistic::block) -
                                        statistics.begin());
    };
    const std::size_t last = index_of(blocks.last);
    for (std::size_t start = index_of(blocks.first); start < last;) {
        std::size_t end = start + 1;
        while (end < last && statistics[end].sentence == statistics[start].sentence) ++end;
        if (end - start <= most) {
            SentenceNumbers numbers(prose, statistics, words, joining, start, end, found);
            derive_changes(numbers);
            derive_shares(numbers);
            derive_sums(numbers);
            derive_means(numbers);
            derive_wholes(numbers);
            check_sample_sizes(numbers);
            check_intervals(numbers);
            check_over_whole(numbers);
        }
        start = end;
    }
    derive_table_totals(prose, statistics, words, blocks, found);
    derive_table_changes(prose, statistics, words, blocks, found);
    derive_table_shares(prose.document(), statistics, blocks, found);
    std::ranges::stable_sort(found, {}, &Derivation::statistic);
    return found;
}

} // namespace statlint
