// "fell from 90% to 75%, a drop of 15%": a change that is said beside the two values it lies between.
#include <algorithm>
#include <cmath>
#include <optional>
#include <ranges>

#include "match/compare.hpp"
#include "match/sentence_numbers.hpp"

namespace statlint {
namespace {

constexpr double multiple_slack = 0.06; ///< "45-fold" for 44.9, "threefold" for 2.9
constexpr double fraction_slack = 0.07; ///< "a third" for 31 to 36 per cent
constexpr double verb_slack = 0.12;     ///< "doubled" for 2.2
constexpr double sum_of_slacks = 0.012; ///< relative: what roundings of the given values may add up to
constexpr std::size_t longest_middle = 120;
constexpr std::uint32_t longest_front = 40; ///< "from" may stand so far before the first value
constexpr std::uint32_t longest_word = 16;
constexpr std::size_t longest_lead = 90; ///< from the later value to the change
constexpr std::uint32_t longest_apposition = 30;
constexpr std::size_t longest_way_back = 400; ///< from a pair to the "it" that takes it up
constexpr std::uint32_t words_of_opening = 4; ///< "A fall of 15%" opens a sentence; "that is only a 15% fall"

/// Two values of one thing, the earlier first.
struct Pair {
    double before = 0, after = 0;
    QuantityKind kind = QuantityKind::cardinal;
    double before_step = 0, after_step = 0;
    std::uint32_t start = 0, end = 0;
    bool listed = false; ///< a third value stands before the two
    bool loose = false;  ///< something of the same kind as a change stands between the two
};

/// The part of a step that may hide behind a printed value: whole counts are exact.
double hidden(const Quantity& q, double value) {
    const bool count = q.kind == QuantityKind::cardinal || q.of == QuantityKind::cardinal;
    if (count && q.step <= 1 && value == std::round(value)) return 0;
    return q.step / 2;
}

Pair pair_of(const Quantity& q, const Quantity& p) {
    return {q.low,
            p.low,
            q.kind,
            hidden(q, q.low),
            hidden(p, p.low),
            std::min(q.span.start, p.span.start),
            std::max(q.span.end, p.span.end),
            false};
}

Pair pair_of(const Quantity& change) {
    const double step = hidden(change, change.low);
    return {change.low, change.high, change.of, step, step, change.span.start, change.span.end};
}

bool same_measure(const Quantity& a, const Quantity& b) {
    return !a.is_pair() && !b.is_pair() && a.kind == b.kind && a.unit == b.unit;
}

/// The year that is said beside a number: "60 in 2021", "in 2020 there were 40". 0 where there is none.
int year_of(const SentenceNumbers& n, std::size_t i) {
    constexpr std::uint32_t way = 40;
    const auto year_in = [](std::string_view text, bool nearest_to_end) {
        int year = 0;
        for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
            const auto digit = [&](std::size_t k) { return k < text.size() && text[k] >= '0' && text[k] <= '9'; };
            const bool four = digit(at) && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4) &&
                              (at == 0 || !digit(at - 1));
            if (!four || !(text.substr(at, 2) == "19" || text.substr(at, 2) == "20")) continue;
            year = (text[at + 2] - '0') * 10 + (text[at + 3] - '0') + (text[at] == '1' ? 1900 : 2000);
            if (!nearest_to_end) break;
        }
        return year;
    };
    const std::uint32_t end = i + 1 < n.last() ? n[i + 1].span.start : n.sentence().text.end;
    std::string_view behind = n.text(n[i].span.end, std::min(end, n[i].span.end + way));
    behind = behind.substr(0, behind.find_first_of(",;:("));
    if (const int year = year_in(behind, false); year != 0) return year;
    const std::uint32_t start = i > n.first() ? n[i - 1].span.end : n.statistic(i).sentence.start;
    const std::uint32_t here = n.start_of(i);
    std::string_view front = n.text(std::max(start, here > way ? here - way : 0), here);
    if (const std::size_t stop = front.find_last_of(",;:)"); i > n.first() && stop != std::string_view::npos)
        front.remove_prefix(stop);
    return year_in(front, true);
}

/// The first of two neighbours is what was before: "from 606 in 2018 to 27,217", "90 per cent before, 75 per cent
/// after".
std::optional<Pair> pair_at(const SentenceNumbers& n, std::size_t p, std::size_t q) {
    const Quantity& one = n[p];
    const Quantity& two = n[q];
    if (!same_measure(one, two) || n.statistic(q).restated != none) return std::nullopt;
    const std::string_view middle = n.text(one.span.end, two.span.start);
    if (middle.size() >= longest_middle) return std::nullopt;
    const JoiningWords& join = n.joining();
    const bool moves = n.says({n.words().rise, n.words().fall}, n.statistic(p).sentence.start, one.span.start);
    if (join.becomes.is(middle)) return pair_of(one, two);
    if (join.from_with_way.within(middle)) return pair_of(two, one);
    // "rose to 90 from 40"
    if (moves && join.from.is(middle) && join.to.ends(n.in_front(p, longest_word))) return pair_of(two, one);
    if (join.to.within(middle) && (moves || join.from.within(n.in_front(p, longest_front)))) return pair_of(one, two);
    const auto follows = [&](const Quantity& quantity, ConceptId wanted) {
        const std::uint32_t word = n.block().word_at(quantity.span.end);
        return std::ranges::any_of(n.block().hits, [&](const Hit& hit) {
            return hit.concept_id == wanted && hit.first >= word && hit.first <= word + 1;
        });
    };
    if (follows(one, n.words().before) && follows(two, n.words().after)) return pair_of(one, two);
    // "90 per cent; three months later it was 75 per cent", "90 per cent, and 75 per cent three months later"
    constexpr std::uint32_t longest_time = 24;
    const std::uint32_t behind = std::min(n.statistic(q).sentence.end, two.span.end + longest_time);
    const bool later =
        n.says({n.words().later}, one.span.end, two.span.start) || n.says({n.words().later}, two.span.end, behind);
    const int first_year = later ? 0 : year_of(n, p);
    const int second_year = later ? 1 : year_of(n, q);
    if (!later && (first_year == 0 || second_year == 0 || first_year == second_year)) return std::nullopt;
    Pair pair = first_year < second_year ? pair_of(one, two) : pair_of(two, one);
    // Of three values any two may be meant.
    pair.listed = p > n.first() && same_measure(n[p - 1], one);
    return pair;
}

/// The nearest pair among the statistics from `first` up to and without `end`.
std::optional<Pair> last_pair(const SentenceNumbers& n, std::size_t first, std::size_t end) {
    for (std::size_t j = end; j-- > first;) {
        if (n[j].kind == QuantityKind::change) return pair_of(n[j]);
        if (j == first) break;
        if (auto pair = pair_at(n, j - 1, j)) return pair;
        // "from 20 (4%) to 30 (6%)": the two are not neighbours.
        if (j > first + 1)
            if (auto pair = pair_at(n, j - 2, j)) {
                pair->loose = n[j - 1].kind != QuantityKind::duration;
                return pair;
            }
    }
    return std::nullopt;
}

bool multiplies(const SentenceNumbers& n, std::size_t i) {
    const std::uint32_t word = n.block().word_at(n[i].span.start);
    return std::ranges::any_of(n.block().hits_of(n.sentence()), [&](const Hit& hit) {
        return hit.concept_id == n.words().multiplied && hit.first <= word && hit.last > word;
    });
}

/// "They had 12 in 2018. In 2020 they had 60, which is a fivefold increase."
std::optional<Pair> pair_over_two_sentences(const SentenceNumbers& n, std::size_t i) {
    if (i != n.first() + 1 || n.first_before() == n.first()) return std::nullopt;
    return pair_at(n, n.first() - 1, n.first());
}

/// A change behind its two values: ", a drop of 15%", ", or 12.9%", ", more than doubling".
std::optional<Pair> announced_behind(const SentenceNumbers& n, std::size_t i, bool& sure) {
    auto pair = last_pair(n, n.first(), i);
    if (!pair) pair = pair_over_two_sentences(n, i);
    if (!pair || n[i].span.start < pair->end) return std::nullopt;
    const std::string_view lead = n.text(pair->end, n.start_of(i));
    if (lead.size() > longest_lead || lead.find(';') != std::string_view::npos) return std::nullopt;
    // "…, and donations rose 10%" has values of its own.
    if (n.says({n.words().contrasts}, pair->end, n.start_of(i)) || n.joining().new_clause.within(lead))
        return std::nullopt;
    // "… to £2.3bn, up from 10% the year before": a value to start from, no change.
    const JoiningWords& join = n.joining();
    if (join.from.ends(lead) || join.to.ends(lead)) return std::nullopt;
    const ArithmeticWords& w = n.words();
    if (n[i].kind == QuantityKind::multiplier && multiplies(n, i)) {
        // "rose from 5 to 9 and profits doubled" speaks of something else.
        const bool same = lead == ", " || n.says({w.pointer, w.that_is}, pair->end, n[i].span.start);
        return same ? pair : std::nullopt;
    }
    if (n.near(i, {w.rise, w.fall, w.more, w.less}, pair->end)) return pair;
    if (n[i].kind == QuantityKind::multiplier && lead.size() <= longest_word && join.apposes.ends(lead))
        return pair; // ", three times as many"
    if (pair->loose || n[i].kind == QuantityKind::fraction) return std::nullopt;
    if (join.change_behind.is(lead)) return pair;
    sure = false;
    return join.change_in_parenthesis.is(lead) ? pair : std::nullopt;
}

/// "3,900 people, up 39% from 3,000"
std::optional<Pair> announced_between(const SentenceNumbers& n, std::size_t i) {
    if (i == n.first() || i + 1 >= n.last() || !same_measure(n[i - 1], n[i + 1])) return std::nullopt;
    if (n[i - 1].kind == n[i].kind || n[i - 1].kind == QuantityKind::duration) return std::nullopt;
    const std::string_view base = n.between(i, i + 1);
    // "(58%) replied, up from 20 of 45" goes on with something else.
    const bool goes_on = base.find_first_of(",)") != std::string_view::npos;
    const bool named =
        !goes_on && base.size() <= longest_front && n.near(i, {n.words().rise, n.words().fall}, n[i].span.end);
    if (!n.joining().from_base.is(base) && !(named && n.joining().from_base.ends(base))) return std::nullopt;
    const std::string_view lead = n.between(i - 1, i);
    if (lead.size() > longest_lead || lead.find(';') != std::string_view::npos) return std::nullopt;
    if (n.joining().change_behind.ends(lead)) return pair_of(n[i + 1], n[i - 1]);
    // ", a 39% increase on 3,000"
    const std::size_t comma = lead.find_last_of(",(");
    constexpr std::size_t few_words = 12;
    const bool apposed = comma != std::string_view::npos && lead.size() - comma <= few_words;
    return apposed && n.near(i, {n.words().rise, n.words().fall}, n[i - 1].span.end)
               ? std::optional(pair_of(n[i + 1], n[i - 1]))
               : std::nullopt;
}

/// "[tripled] since 2019, from [1,200 to 2,400]"
bool leads_to_base(const SentenceNumbers& n, std::size_t i) {
    const std::string_view lead = n.text(n[i].span.end, n[i + 1].span.start);
    if (lead.size() > longest_front || !n.joining().from.ends(lead)) return false;
    if (lead.find_first_of(".;)") != std::string_view::npos || lead.find(',') != lead.rfind(',')) return false;
    return !n.says({n.words().joins, n.words().contrasts}, n[i].span.end, n[i + 1].span.start);
}

/// "doubled from 40 to 90", "rose 20%, from 50 to 65", "rose 20% to $65 from $50".
std::optional<Pair> announced_before(const SentenceNumbers& n, std::size_t i) {
    if (i + 1 >= n.last()) return std::nullopt;
    const ArithmeticWords& w = n.words();
    const std::string_view lead = n.text(n[i].span.end, n[i + 1].span.start);
    const JoiningWords& join = n.joining();
    if (join.to.is(lead) && i + 2 < n.last() && n.near(i, {w.rise, w.fall}) && same_measure(n[i + 1], n[i + 2]) &&
        n[i + 1].kind != n[i].kind && leads_to_base(n, i + 1))
        return pair_of(n[i + 2], n[i + 1]);
    if (!leads_to_base(n, i)) return std::nullopt;
    if (n[i].kind != QuantityKind::multiplier && !n.near(i, {w.rise, w.fall})) return std::nullopt;
    if (n[i + 1].kind == QuantityKind::change) return pair_of(n[i + 1]);
    return i + 2 < n.last() ? pair_at(n, i + 1, i + 2) : std::nullopt;
}

/// Whether nothing but times ("in twelve months") is counted before a number of its sentence.
bool leads_sentence(const SentenceNumbers& n, std::size_t i) {
    for (std::size_t j = n.first(); j < i; ++j)
        if (n[j].kind != QuantityKind::duration) return false;
    return n.first() > 0;
}

/// "A 25% drop, says the regulator": the change alone, with nothing that it could be a change of.
bool is_verdict(const SentenceNumbers& n, std::size_t i, std::uint32_t word) {
    if (word != n.sentence().first_word + 1) return false;
    const BlockProse& block = n.block();
    const std::uint32_t noun = block.word_at(n[i].span.end);
    if (noun >= n.sentence().last_word ||
        !n.says({n.words().rise, n.words().fall}, n[i].span.end, block.words[noun].span.end))
        return false;
    return noun + 1 >= n.sentence().last_word || block.words[noun + 1].gap >= Gap::comma;
}

/// "90 per cent before, 75 per cent after. Put plainly, that is a 15 per cent fall."
std::optional<Pair> announced_in_sentence_before(const SentenceNumbers& n, std::size_t i) {
    if (!leads_sentence(n, i)) return std::nullopt;
    std::size_t first = n.first_before();
    const std::size_t last = n.first() - 1;
    if (first == n.first()) return std::nullopt;
    // "It was 90%. Three months later: 75%. A 15% drop."
    const bool one = std::ranges::count_if(std::views::iota(first, last + 1),
                                           [&](std::size_t j) { return n[j].kind != QuantityKind::duration; }) == 1;
    if (one && n[last].kind != QuantityKind::change) first = n.first_before(first, n.statistic(last).sentence.start);
    const std::uint32_t start = n.sentence().text.start;
    const ArithmeticWords& w = n.words();
    const std::uint32_t word = n.block().word_at(n.start_of(i));
    const bool opens = word <= n.sentence().first_word + words_of_opening;
    const bool verb = n[i].kind == QuantityKind::multiplier && multiplies(n, i);
    // "This is due to the economy, which shrank 0.2%" takes nothing up: the words stand right before the number.
    const std::uint32_t near = word > words_of_opening ? word - words_of_opening : 0;
    const std::uint32_t from = std::max(start, n.block().words[near].span.start);
    const std::uint32_t here = n.start_of(i);
    const bool taken_up =
        n.says({w.that_is}, from, here) || (verb && opens && n.says({w.pointer}, start, n[i].span.start));
    const bool told_by_noun = n.joining().change_of.ends(n.in_front(i, longest_word)) || is_verdict(n, i, word);
    if (!taken_up && !(opens && told_by_noun)) return std::nullopt;
    if (!verb && !n.near(i, {w.rise, w.fall, w.more, w.less}, start)) return std::nullopt;
    return last - first > 8 ? std::nullopt : last_pair(n, first, last + 1);
}

/// "1,339,597 and 3,188,793. Those are the reports of 2020 and 2021 respectively. … It had tripled!"
std::optional<Pair> taken_up_by_it(const SentenceNumbers& n, std::size_t i) {
    if (n[i].kind != QuantityKind::multiplier || !multiplies(n, i) || !leads_sentence(n, i)) return std::nullopt;
    if (!n.says({n.words().pointer}, n.sentence().text.start, n[i].span.start)) return std::nullopt;
    const std::size_t q = n.first() - 1;
    if (q == 0 || !same_measure(n[q - 1], n[q]) || n[q].kind != QuantityKind::cardinal) return std::nullopt;
    if (!n.joining().both.is(n.between(q - 1, q))) return std::nullopt;
    if (n[i].span.start - n[q].span.end > longest_way_back) return std::nullopt;
    // "respectively" may stand in a sentence between the two.
    const std::uint32_t from = n[q].span.end;
    const bool in_order = std::ranges::any_of(n.block().hits, [&](const Hit& hit) {
        const std::uint32_t at = n.block().words[hit.first].span.start;
        return hit.concept_id == n.words().respectively && at >= from && at < n[i].span.start;
    });
    return in_order ? std::optional(pair_of(n[q - 1], n[q])) : std::nullopt;
}

Computation computation(const Pair& pair) {
    const bool share = is_share(pair.kind);
    const bool rise = pair.after >= pair.before;
    const double scale = share ? 100 : 1;
    const double relative = std::abs(pair.after - pair.before) / std::abs(pair.before);
    const double factor = pair.after / pair.before;
    std::string_view wording = rise ? "rise" : "fall";
    if (share)
        wording = rise ? "rise-of-share" : "fall-of-share";
    else if (factor >= 2 || factor <= 0.5)
        wording = rise ? "rise-many-times" : "fall-many-times";
    return {wording,
            {{"before", shown(pair.before * scale)},
             {"after", shown(pair.after * scale)},
             {"relative", shown_percent(relative)},
             {"points", shown(std::abs(pair.after - pair.before) * 100)},
             {"factor", shown(factor)}}};
}

bool right_multiple(const Quantity& q, const Pair& pair, bool verb) {
    const double factor = pair.after / pair.before;
    const double slack = verb ? verb_slack : multiple_slack;
    const double printed = q.in_words || verb ? 0 : q.step / 2;
    const bool bound = q.hedge != Hedge::none && q.hedge != Hedge::approximately;
    const auto fits = [&](double truth) {
        if (hedge_allows(q, truth)) return true;
        return std::abs(q.low - truth) <= (bound ? 0.01 * truth : std::max(slack * truth, printed));
    };
    if (fits(factor)) return true;
    if (verb) return false;
    // "a 45-fold increase" may count the first one or not; a fall may be told by what it divides by.
    return (factor > 1 && fits(factor - 1)) || (factor < 1 && (fits(1 / factor) || fits(1 - factor)));
}

bool right_percent(const Quantity& q, const Pair& pair) {
    const double relative = std::abs(pair.after / pair.before - 1);
    if (q.kind == QuantityKind::fraction)
        return std::abs(q.low - relative) <= fraction_slack * relative || hedge_allows(q, relative);
    // Points that are called per cent: "from 96% to 84%, a 12% drop" is no cut 12.5.
    const bool points = is_share(pair.kind) && std::abs(q.low - std::abs(pair.after - pair.before)) < 1e-6;
    const double printed = q.step / 2 * (points ? 0.99 : 1.01);
    if (std::abs(q.low - relative) <= printed + 1e-9 || hedge_allows(q, relative)) return true;
    if (points) return false;
    // What the printed values may hide: "from 1.9% to 1.8%" is anything from 0 to 10 per cent.
    const double before = std::abs(pair.before);
    const double hidden_part = std::hypot(pair.after_step / before, pair.before_step * pair.after / (before * before));
    const double slack = q.step / 2 * 1.01 + sum_of_slacks * relative + hidden_part;
    return std::abs(q.low - relative) <= slack;
}

void check_change(SentenceNumbers& n, std::size_t i, const Pair& pair, bool sure) {
    const Quantity& q = n[i];
    if (pair.before == 0 || n.known(i)) return;
    bool right = false;
    if (q.kind == QuantityKind::multiplier) {
        right = right_multiple(q, pair, multiplies(n, i));
    } else if (q.kind == QuantityKind::percentage_points) {
        if (!is_share(pair.kind)) return;
        const double points = std::abs(pair.after - pair.before);
        const double slack = std::max({q.step / 2, 0.00051, 0.99 * (pair.before_step + pair.after_step)});
        right = std::abs(q.low - points) <= slack || hedge_allows(q, points);
    } else {
        right = right_percent(q, pair);
    }
    if (right || (sure && !pair.listed)) n.add(i, right, computation(pair));
}

/// "from 785 to 708, a fall of 77", "fell by 77, from 785 to 708"
void check_difference(SentenceNumbers& n, std::size_t i) {
    const Quantity& q = n[i];
    const std::uint32_t word = n.block().word_at(n.start_of(i));
    const bool announced = std::ranges::any_of(n.block().hits_of(n.sentence()), [&](const Hit& hit) {
        return (hit.concept_id == n.words().rise || hit.concept_id == n.words().fall) && hit.last + 1 == word;
    });
    const std::uint32_t start = n.start_of(i);
    if (!announced || !n.joining().change_of.ends(n.in_front(i, longest_word)) || n.known(i)) return;
    auto pair = last_pair(n, n.first(), i);
    if (pair && (pair->loose || start < pair->end || start - pair->end > longest_apposition)) pair.reset();
    if (!pair) pair = announced_before(n, i);
    if (!pair || pair->kind != q.kind) return;
    const double difference = std::abs(pair->after - pair->before);
    const double slack = q.step / 2 + pair->before_step + pair->after_step;
    const bool right = std::abs(difference - q.low) <= (q.step <= 1 ? slack - q.step / 2 + 1e-6 : slack);
    n.add(i, right || hedge_allows(q, difference),
          {"difference",
           {{"greater", shown(std::max(pair->before, pair->after))},
            {"less", shown(std::min(pair->before, pair->after))},
            {"difference", shown(difference)}}});
}

} // namespace

void derive_changes(SentenceNumbers& n) {
    for (std::size_t i = n.first(); i < n.last(); ++i) {
        const Quantity& q = n[i];
        if (q.is_pair() || n.statistic(i).restated != none) continue;
        if (q.kind == QuantityKind::cardinal || q.kind == QuantityKind::money) check_difference(n, i);
        if (q.kind != QuantityKind::percent && q.kind != QuantityKind::percentage_points &&
            q.kind != QuantityKind::multiplier && q.kind != QuantityKind::fraction)
            continue;
        bool sure = true;
        std::optional<Pair> pair = announced_behind(n, i, sure);
        if (!pair) {
            sure = true;
            pair = announced_between(n, i);
        }
        if (!pair) pair = announced_before(n, i);
        if (!pair) pair = announced_in_sentence_before(n, i);
        if (!pair) pair = taken_up_by_it(n, i);
        if (pair) check_change(n, i, *pair, sure);
    }
}

} // namespace statlint
