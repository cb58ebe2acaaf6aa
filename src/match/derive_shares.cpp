// "120 of 480 respondents, or 30%", and the other way round: "28.5% of 8,503 people, 2,423 people".
#include <algorithm>
#include <cmath>

#include "match/sentence_numbers.hpp"

namespace statlint {
namespace {

constexpr std::size_t longest_lead = 60;
constexpr std::size_t longest_link = 30; ///< "120 of the 480"
constexpr double loose_share = 0.07;     ///< "a quarter" for 120 of 500

bool has(std::string_view where, char what) {
    return where.find(what) != std::string_view::npos;
}

bool counts(const Quantity& q) {
    return q.kind == QuantityKind::cardinal;
}

void check_share(SentenceNumbers& n, std::size_t i, double part, double whole) {
    const Quantity& q = n[i];
    if (whole <= 0 || part > whole || part != std::round(part) || whole != std::round(whole) || n.known(i)) return;
    const double share = part / whole;
    // A step, not half of one: cut digits are fair.
    const double slack = q.kind == QuantityKind::percent ? std::max(q.step, 0.0005) * 1.01 : loose_share * share;
    const bool right = std::abs(q.low - share) <= slack || hedge_allows(q, share);
    n.add(i, right, {"share", {{"part", shown(part)}, {"whole", shown(whole)}, {"share", shown_percent(share)}}});
}

/// "120 of 480 respondents, or 30%", "found 20,254 and assessed 11,108 of them, or 55%"
void share_behind(SentenceNumbers& n, std::size_t i) {
    if (i < n.first() + 2 || !counts(n[i - 1]) || !counts(n[i - 2])) return;
    const std::string_view lead = n.text(n[i - 1].span.end, n[i].span.start);
    const JoiningWords& join = n.joining();
    if (lead.size() > longest_lead || has(lead, ';')) return;
    if (!join.again.ends(n.between(i - 1, i))) return;
    const std::string_view middle = n.text(n[i - 2].span.end, n[i - 1].span.start);
    const bool part_first =
        join.of.within(middle) && middle.size() < longest_link && !has(middle, ',') && !has(middle, '(');
    const bool part_last = join.of_them.within(lead) || join.of_them.ends(middle);
    // "Of 480 respondents, 120 (30%) agreed."
    // "We asked 480 people: 120 (30%) agreed."
    const bool fronted = join.fronts_whole.is(n.text(n.sentence().text.start, n[i - 2].span.start));
    const bool whole_first = (fronted ? middle.ends_with(", ") : middle.ends_with(": ")) && i == n.first() + 2 &&
                             n.counts_whole(n[i - 2].span.end, 2);
    if (part_first)
        check_share(n, i, n[i - 2].low, n[i - 1].low);
    else if (part_last || whole_first)
        check_share(n, i, n[i - 1].low, n[i - 2].low);
}

/// "We asked 480 people. Of them 120 (30%) agreed": where the sentence before counts one thing alone.
void share_of_sentence_before(SentenceNumbers& n, std::size_t i) {
    constexpr std::size_t most_before = 3;
    if (i == n.first() || i > n.first() + most_before || !counts(n[i - 1])) return;
    const std::string_view lead = n.text(n[i - 1].span.end, n[i].span.start);
    const JoiningWords& join = n.joining();
    const std::string_view front = n.text(n.sentence().text.start, n.start_of(i - 1));
    if (lead.size() > longest_lead || has(lead, ';') || !join.again.ends(n.between(i - 1, i))) return;
    if (!join.of_them.within(lead) && !join.of_them.within(front)) return;
    std::size_t whole = n.first();
    for (std::size_t j = n.first_before(); j < n.first(); ++j) {
        if (!counts(n[j])) continue;
        if (whole != n.first()) return;
        whole = j;
    }
    if (whole != n.first() && n[whole].hedge == Hedge::none) check_share(n, i, n[i - 1].low, n[whole].low);
}

/// "30% (120 of 480)"
void share_before(SentenceNumbers& n, std::size_t i) {
    if (i + 2 >= n.last() || !counts(n[i + 1]) || !counts(n[i + 2])) return;
    const std::string_view lead = n.between(i, i + 1);
    const std::string_view middle = n.text(n[i + 1].span.end, n[i + 2].span.start);
    if (!lead.ends_with('(') || lead.size() > longest_lead || has(lead, ',')) return;
    if (!n.joining().of_whole.is(middle)) return;
    check_share(n, i, n[i + 1].low, n[i + 2].low);
}

/// "Of 480 respondents, 25% (n = 120)"
void share_with_count(SentenceNumbers& n, std::size_t i) {
    if (i != n.first() + 1 || i + 1 >= n.last() || !counts(n[i - 1]) || !counts(n[i + 1])) return;
    const JoiningWords& join = n.joining();
    const std::string_view lead = n.between(i, i + 1);
    if (!lead.starts_with(" (") || !n.behind(i + 1).starts_with(')')) return;
    if (lead.size() > 2 && !join.sample_size.is(lead.substr(2))) return; // "25% (120)", "25% (n = 120)"
    if (!join.fronts_whole.is(n.text(n.sentence().text.start, n[i - 1].span.start))) return;
    if (n.counts_whole(n[i - 1].span.end, 2)) check_share(n, i, n[i + 1].low, n[i - 1].low);
}

/// "120 (30%) of 480", "120 women, or 30%, of the 480"
void share_within(SentenceNumbers& n, std::size_t i) {
    if (i == n.first() || i + 1 >= n.last() || !counts(n[i - 1]) || !counts(n[i + 1])) return;
    const std::string_view lead = n.between(i - 1, i);
    std::string_view behind = n.between(i, i + 1);
    const bool closed = lead.ends_with('(') ? behind.starts_with(')') : behind.starts_with(',') && has(lead, ',');
    if (!closed || lead.size() > longest_lead || !n.joining().again.ends(lead)) return;
    behind.remove_prefix(1);
    if (n.joining().of_whole.is(behind)) check_share(n, i, n[i - 1].low, n[i + 1].low);
}

void check_part(SentenceNumbers& n, std::size_t i, const Quantity& share, double whole) {
    const Quantity& part = n[i];
    const double truth = share.low * whole;
    double step = part.step;
    while (step > 0 && step < part.low && std::fmod(part.low / step + 1e-9, 10.0) < 1e-6) step *= 10;
    const double slack = share.step / 2 * 1.01 * whole + std::max(step / 2, 0.51);
    const bool right = std::abs(part.low - truth) <= slack || hedge_allows(part, truth);
    n.add(i, right,
          {"part", {{"share", shown_percent(share.low)}, {"whole", shown(whole)}, {"part", shown(std::round(truth))}}});
}

/// "We asked 8,503 people; 28.5% of them, or 2,423, agreed."
void part_of_them(SentenceNumbers& n, std::size_t i) {
    if (i == n.first() || i + 1 >= n.last() || !counts(n[i - 1]) || !counts(n[i + 1])) return;
    const JoiningWords& join = n.joining();
    const std::string_view lead = n.between(i, i + 1);
    if (lead.size() > longest_lead || !join.of_them.begins(lead) || !join.again.ends(lead)) return;
    if (n[i - 1].hedge != Hedge::none || n.known(i + 1) || n.done(i + 1) || n[i].low > 1) return;
    check_part(n, i + 1, n[i], n[i - 1].low);
}

/// "28.5% of 8,503 people, 2,423 people"
void part_of_whole(SentenceNumbers& n, std::size_t i) {
    if (i + 2 >= n.last() || n[i].is_pair()) return;
    const Quantity& share = n[i];
    const Quantity& whole = n[i + 1];
    const Quantity& part = n[i + 2];
    if (!counts(whole) || !counts(part) || n.known(i + 2) || n.done(i + 2)) return;
    const std::string_view link = n.between(i, i + 1);
    const JoiningWords& join = n.joining();
    if (!join.of_whole.is(link) || share.low > 1) return;
    const std::string_view lead = n.between(i + 1, i + 2);
    if (lead.size() > longest_lead) return;
    bool again = join.again.ends(lead) && !(lead.ends_with('(') && has(lead, ','));
    if (!again && lead.ends_with(", ") && lead.size() > 3) {
        // ", 2,423 people" behind "8,503 people": the same thing is counted.
        const std::string_view noun = lead.substr(0, lead.find(','));
        again = n.text(part.span.end, n.sentence().text.end).starts_with(noun) && noun.starts_with(' ');
    }
    if (!again) return;
    check_part(n, i + 2, share, whole.low);
}

} // namespace

void derive_shares(SentenceNumbers& n) {
    for (std::size_t i = n.first(); i < n.last(); ++i) {
        const QuantityKind kind = n[i].kind;
        const bool share =
            kind == QuantityKind::percent || kind == QuantityKind::fraction || kind == QuantityKind::ratio;
        if (!share || n.statistic(i).restated != none) continue;
        if (!n.done(i)) share_behind(n, i);
        if (!n.done(i)) share_of_sentence_before(n, i);
        if (!n.done(i)) share_within(n, i);
        if (!n.done(i)) share_before(n, i);
        if (!n.done(i)) share_with_count(n, i);
        if (kind != QuantityKind::percent) continue;
        part_of_whole(n, i);
        part_of_them(n, i);
    }
}

} // namespace statlint
