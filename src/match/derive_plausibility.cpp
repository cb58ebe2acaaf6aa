// Numbers that their own sample, interval or whole rules out.
#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>

#include "match/sentence_numbers.hpp"

namespace statlint {
namespace {

constexpr std::size_t longest_way = 40; ///< from "n = 25" to its percentage

bool has(std::string_view where, std::string_view what) {
    return where.find(what) != std::string_view::npos;
}

void skip(std::string_view& text, std::string_view set) {
    text.remove_prefix(std::min(text.find_first_not_of(set), text.size()));
}

/// Digits with thousands commas and a decimal point, off the front of a text.
std::optional<double> take_number(std::string_view& text) {
    std::string digits;
    std::size_t i = 0;
    const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    for (; i < text.size() && i < 16; ++i) {
        const bool group = text[i] == ',' && digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4);
        const bool point = text[i] == '.' && digit(i + 1) && !has(digits, ".");
        if (group && !digits.empty()) continue;
        if (!digit(i) && !point) break;
        digits += text[i];
    }
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    text.remove_prefix(i);
    return value;
}

/// Takes a wording that stands within a few bytes, as behind the unit of a number ("95 per cent confidence interval").
bool take_soon(std::string_view& text, const WordingList& wordings) {
    constexpr std::size_t longest_unit = 10;
    for (std::size_t at = 0; at < std::min(text.size(), longest_unit); ++at) {
        const bool inside = at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0 &&
                            std::isalnum(static_cast<unsigned char>(text[at])) != 0;
        std::string_view rest = text.substr(at);
        if (inside || !wordings.take(rest)) continue;
        text = rest;
        return true;
    }
    return false;
}

struct Interval {
    double low = 0, high = 0;
};

/// " (95% CI 27.3–29.8", ", 95% confidence interval: 27.3% to 29.8%": what stands right behind an estimate.
std::optional<Interval> take_interval(std::string_view text, const JoiningWords& join) {
    skip(text, " ([,;:");
    take_number(text);
    if (!take_soon(text, join.interval)) return std::nullopt;
    skip(text, " :,=([");
    join.interval_leads.take(text);
    skip(text, " [(");
    Interval interval;
    const auto low = take_number(text);
    if (!low) return std::nullopt;
    const bool separated = take_soon(text, join.interval_links);
    skip(text, " ");
    const auto high = take_number(text);
    if (!separated || !high || *low >= *high) return std::nullopt;
    interval.low = *low;
    interval.high = *high;
    return interval;
}

/// How many of `n` give a printed share; the two that come nearest where none does.
struct Grim {
    bool possible = true;
    double below = 0, above = 0;
};

Grim grim(double share, double step, double n) {
    Grim result;
    result.below = std::floor(share * n + 1e-9);
    result.above = result.below + 1;
    const double slack = step / 2 + 1e-9;
    // Without decimals people also cut: 28 % for two of seven.
    const double cut = step >= 0.01 ? step : slack;
    const auto gives = [&](double k) {
        const double off = k / n - share;
        return off >= -slack && off < std::max(cut, slack);
    };
    result.possible = gives(result.below) || gives(result.above);
    return result;
}

void check_sample(SentenceNumbers& n, std::size_t i, double whole) {
    const Quantity& q = n[i];
    if (q.hedge != Hedge::none || q.low > 1 || q.low <= 0 || q.step <= 0 || n.known(i) || n.done(i)) return;
    if (whole < 2 || whole != std::round(whole) || whole * q.step >= 1) return;
    const Grim result = grim(q.low, q.step, whole);
    if (result.possible) return;
    n.add(i, false,
          {"sample",
           {{"whole", shown(whole)},
            {"share", shown_percent(q.low)},
            {"part", shown(result.below)},
            {"part-share", shown_percent(result.below / whole)},
            {"next", shown(result.above)},
            {"next-share", shown_percent(result.above / whole)}}},
          false);
}

/// The one "n = 25" in front of the first percentage; behind a percentage it may count that part only.
std::optional<double> stated_sample(const SentenceNumbers& n, std::uint32_t end) {
    std::optional<double> sample;
    std::string_view text = n.text(n.sentence().text.start, n.sentence().text.end);
    const std::size_t limit = end - n.sentence().text.start;
    for (const std::string& mark : n.joining().sample_size.wordings()) {
        for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
            if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(' && text[at - 1] != '[') continue;
            if (sample || at >= limit) return std::nullopt;
            std::string_view number = text.substr(at + mark.size());
            skip(number, " ");
            const auto size = take_number(number);
            // Further on the percentage may be of something else.
            const std::size_t way = text.size() - number.size();
            if (!size || way > limit || limit - way > longest_way) return std::nullopt;
            if (text.substr(way, limit - way).find_first_of(";0123456789") != std::string_view::npos)
                return std::nullopt;
            sample = size;
        }
    }
    return sample;
}

} // namespace

/// The GRIM test of Brown and Heathers (2017): "33.7% of 25 respondents".
void check_sample_sizes(SentenceNumbers& n) {
    if (n.says({n.words().weighted})) return;
    bool first_percent = true;
    for (std::size_t i = n.first(); i < n.last(); ++i) {
        if (n[i].kind != QuantityKind::percent || n.statistic(i).restated != none) continue;
        if (i + 1 < n.last() && n[i + 1].kind == QuantityKind::cardinal && n[i + 1].hedge == Hedge::none) {
            if (n.joining().of_whole.is(n.between(i, i + 1)) && n.counts_whole(n[i + 1].span.end, 2))
                check_sample(n, i, n[i + 1].low);
        }
        if (first_percent && i == n.first() + 1 && n[i - 1].kind == QuantityKind::cardinal &&
            n[i - 1].hedge == Hedge::none && n.counts_whole(n[i - 1].span.end, 2)) {
            // "Of 25 respondents, 33.7% agreed."
            const std::string_view front = n.text(n.sentence().text.start, n[i - 1].span.start);
            const std::string_view lead = n.between(i - 1, i);
            if (n.joining().fronts_whole.is(front) && lead.ends_with(", ") && lead.size() < longest_way)
                check_sample(n, i, n[i - 1].low);
        }
        if (first_percent)
            if (const auto sample = stated_sample(n, n[i].span.start)) check_sample(n, i, *sample);
        first_percent = false;
    }
}

/// "28.5% (95% CI 29.3–31.8)"
void check_intervals(SentenceNumbers& n) {
    for (std::size_t i = n.first(); i < n.last(); ++i) {
        const Quantity& q = n[i];
        const bool percent = q.kind == QuantityKind::percent || q.kind == QuantityKind::percentage_points;
        if (!percent && q.kind != QuantityKind::cardinal && q.kind != QuantityKind::multiplier) continue;
        const auto interval =
            take_interval(n.text(q.span.end, std::min(q.span.end + 80, n.sentence().text.end)), n.joining());
        if (!interval) continue;
        const double value = percent ? q.low * 100 : q.low;
        // Bounds on another scale, as proportions beside a percentage, tell nothing.
        if (interval->high < value / 10 || interval->low > value * 10) continue;
        if (value >= interval->low - 1e-9 && value <= interval->high + 1e-9) continue;
        n.add(i, false,
              {"interval", {{"value", shown(value)}, {"low", shown(interval->low)}, {"high", shown(interval->high)}}},
              false);
    }
}

/// "120% of respondents"; growth and effort may be more than all.
void check_over_whole(SentenceNumbers& n) {
    for (std::size_t i = n.first(); i < n.last(); ++i) {
        const Quantity& q = n[i];
        if (q.kind != QuantityKind::percent || q.low <= 1 + 1e-9 || n.done(i) || n.known(i)) continue;
        const ArithmeticWords& w = n.words();
        if (n.near(i, {w.rise, w.fall, w.more, w.less})) continue;
        if (!n.joining().of.begins(n.behind(i)) || !n.counts_whole(q.span.end, 4)) continue;
        n.add(i, false, {"over-whole", {{"share", shown_percent(q.low)}}}, false);
    }
}

} // namespace statlint
