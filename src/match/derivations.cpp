#include "match/derivations.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "match/compare.hpp"

namespace statlint {
namespace {

constexpr std::uint32_t words_before = 2; ///< between what announces a computed number and the number: "a drop of"
constexpr std::uint32_t words_behind = 1; ///< between the number and what names it: "a 20-fold sharp rise"
constexpr double rounding_slack = 0.012;  ///< relative: what roundings of the given numbers may add up to
constexpr double multiple_slack = 0.06;   ///< "45-fold" for 44.9, "threefold" for 2.9

std::string shown(double value) {
    if (std::abs(value) >= 1000 || std::abs(value - std::round(value)) < 1e-9) return fmt::format("{:.0f}", value);
    return fmt::format("{:.3g}", value);
}

bool points_or_percent(QuantityKind kind) {
    return kind == QuantityKind::percent || kind == QuantityKind::percentage_points;
}

/// Two values of one thing, the earlier first.
struct Pair {
    double before = 0, after = 0;
    QuantityKind kind = QuantityKind::cardinal;
    std::uint32_t end = 0; ///< text offset behind the later one
};

class Sentences {
  public:
    Sentences(Prose& prose, const std::vector<Statistic>& statistics)
        : prose_(prose), statistics_(statistics), rise_(prose.lexicon().find("rise")),
          fall_(prose.lexicon().find("fall")), in_all_(prose.lexicon().find("in-all")),
          each_(prose.lexicon().find("each")), more_(prose.lexicon().find("more")),
          less_(prose.lexicon().find("less")) {}

    std::vector<Derivation> run() {
        std::size_t start = 0;
        while (start < statistics_.size()) {
            std::size_t end = start + 1;
            while (end < statistics_.size() && statistics_[end].sentence == statistics_[start].sentence) ++end;
            // A sentence with dozens of numbers is a list, in which anything follows from something.
            if (end - start > 1 && end - start <= 12) sentence(start, end);
            start = end;
        }
        return std::move(found_);
    }

  private:
    void sentence(std::size_t start, std::size_t end) {
        first_ = start;
        last_ = end;
        read_ = &prose_.block(statistics_[start].block);
        sentence_ = &read_->sentence_at(statistics_[start].quantity.span.start);
        changes();
        shares();
        sums();
        means();
    }

    [[nodiscard]] bool done(std::size_t i) const {
        return std::ranges::any_of(found_, [&](const Derivation& d) { return d.statistic == i; });
    }

    /// Whether a concept stands within a few words of a statistic, behind `from`.
    [[nodiscard]] bool near(std::size_t i, std::initializer_list<ConceptId> wanted, std::uint32_t from = 0) const {
        const Quantity& q = statistics_[i].quantity;
        const std::uint32_t first = read_->word_at(q.span.start);
        const std::uint32_t last = read_->word_at(q.span.end);
        return std::ranges::any_of(read_->hits_of(*sentence_), [&](const Hit& hit) {
            if (std::ranges::find(wanted, hit.concept_id) == wanted.end()) return false;
            if (read_->words[hit.first].span.start < from) return false;
            return hit.last + words_before >= first && hit.first <= last + words_behind;
        });
    }

    [[nodiscard]] bool says(std::initializer_list<ConceptId> wanted) const {
        return std::ranges::any_of(read_->hits_of(*sentence_), [&](const Hit& hit) {
            return std::ranges::find(wanted, hit.concept_id) != wanted.end();
        });
    }

    [[nodiscard]] std::string_view between(std::uint32_t from, std::uint32_t to) const {
        return from < to ? std::string_view(prose_.document().text).substr(from, to - from) : std::string_view();
    }

    /// "from 606 in 2018 to 27,217 …", or one quantity "90% to 75%".
    [[nodiscard]] std::optional<Pair> pair_before(std::size_t i) const {
        for (std::size_t j = i; j-- > first_;) {
            const Quantity& q = statistics_[j].quantity;
            if (q.kind == QuantityKind::change) return Pair{q.low, q.high, q.of, q.span.end};
            if (j == first_) break;
            const Quantity& p = statistics_[j - 1].quantity;
            if (q.is_pair() || p.is_pair() || q.kind != p.kind || q.unit != p.unit) continue;
            const std::string_view middle = between(p.span.end, q.span.start);
            const std::string_view front = between(sentence_->text.start, p.span.start);
            const bool from_to =
                middle.find(" to ") != std::string_view::npos &&
                (front.find("from ") != std::string_view::npos || front.find("From ") != std::string_view::npos);
            const bool moved = middle.find(" to ") != std::string_view::npos && says({rise_, fall_});
            const bool up_from =
                middle.find("up from") != std::string_view::npos || middle.find("down from") != std::string_view::npos;
            if (up_from) return Pair{q.low, p.low, q.kind, q.span.end};
            if ((from_to || moved) && middle.size() < 80) return Pair{p.low, q.low, q.kind, q.span.end};
        }
        return std::nullopt;
    }

    void changes() {
        for (std::size_t i = first_ + 1; i < last_; ++i) {
            const Quantity& q = statistics_[i].quantity;
            if (q.is_pair()) continue;
            const bool multiple = q.kind == QuantityKind::multiplier;
            if (!points_or_percent(q.kind) && !multiple) continue;
            const std::optional<Pair> pair = pair_before(i);
            if (!pair || pair->before == 0 || q.span.start < pair->end) continue;
            const bool known_word = near(i, {rise_, fall_, more_, less_}, pair->end);
            if (!known_word && between(pair->end, q.span.start).find("(") == std::string_view::npos) continue;
            if (!known_word) continue;
            check_change(i, *pair);
        }
    }

    void check_change(std::size_t i, const Pair& pair) {
        const Quantity& q = statistics_[i].quantity;
        const bool share = pair.kind == QuantityKind::percent;
        const double scale = share ? 100 : 1;
        const double points = std::abs(pair.after - pair.before) * 100;
        const double relative = std::abs(pair.after - pair.before) / std::abs(pair.before);
        const double factor = pair.after / pair.before;
        std::string how = fmt::format("{} is {} % {} than {}", shown(pair.after * scale), shown(relative * 100),
                                      pair.after >= pair.before ? "more" : "less", shown(pair.before * scale));
        if (share) how += fmt::format(": {} percentage points", shown(points));
        if (!share && factor >= 2) how += fmt::format(": {} times as many", shown(factor));
        bool right = false;
        if (q.kind == QuantityKind::multiplier) {
            right = std::abs(q.low - factor) <= multiple_slack * factor ||
                    std::abs(q.low - (factor - 1)) <= multiple_slack * factor ||
                    std::abs(q.low - 1 / factor) <= multiple_slack / factor;
        } else if (q.kind == QuantityKind::percentage_points) {
            if (!share) return;
            right = std::abs(q.low * 100 - points) <= std::max(q.step * 50, 0.051);
        } else {
            right = std::abs(q.low - relative) <= std::max(q.step / 2, 0.0) * 1.01 + rounding_slack * relative;
        }
        if (!right && q.hedge != Hedge::none)
            right = hedged(q, q.kind == QuantityKind::multiplier ? factor
                              : q.kind == QuantityKind::percent  ? relative
                                                                 : points / 100);
        found_.push_back({static_cast<std::uint32_t>(i), right, how});
    }

    [[nodiscard]] static bool hedged(const Quantity& q, double truth) {
        switch (q.hedge) {
        case Hedge::approximately:
            return std::abs(q.low - truth) <= 0.1 * truth;
        case Hedge::almost:
        case Hedge::under:
        case Hedge::up_to:
            return truth <= q.low && truth >= 0.8 * q.low;
        case Hedge::over:
        case Hedge::at_least:
            return truth >= q.low && truth <= 1.4 * q.low;
        case Hedge::none:
            return false;
        }
        return false;
    }

    /// "120 of 480 respondents, or 30%", "assessed 11,108 of them, or 55%".
    void shares() {
        for (std::size_t i = first_ + 2; i < last_; ++i) {
            const Quantity& q = statistics_[i].quantity;
            if (q.kind != QuantityKind::percent || done(i)) continue;
            const Quantity& whole_or_part = statistics_[i - 1].quantity;
            const Quantity& other = statistics_[i - 2].quantity;
            if (whole_or_part.kind != QuantityKind::cardinal || other.kind != QuantityKind::cardinal) continue;
            const std::string_view lead = between(whole_or_part.span.end, q.span.start);
            if (lead.find(", or") == std::string_view::npos && lead.find('(') == std::string_view::npos) continue;
            if (lead.size() > 60) continue;
            const std::string_view middle = between(other.span.end, whole_or_part.span.start);
            const bool part_first = middle.find(" of ") != std::string_view::npos && middle.size() < 30;
            const bool part_last = lead.find("of them") != std::string_view::npos ||
                                   lead.find("of those") != std::string_view::npos ||
                                   lead.find("of these") != std::string_view::npos;
            if (!part_first && !part_last) continue;
            const double part = part_last ? whole_or_part.low : other.low;
            const double whole = part_last ? other.low : whole_or_part.low;
            if (whole <= 0 || part > whole) continue;
            const double share = part / whole;
            bool right = std::abs(q.low - share) <= std::max(q.step, 0.0005) * 1.01;
            if (!right) right = hedged(q, share);
            found_.push_back({static_cast<std::uint32_t>(i), right,
                              fmt::format("{} of {} is {} %", shown(part), shown(whole), shown(share * 100))});
        }
    }

    /// "eight articles and 11 reports, 21 documents in all".
    void sums() {
        for (std::size_t i = first_ + 2; i < last_; ++i) {
            const Quantity& q = statistics_[i].quantity;
            if (q.is_pair() || done(i) || !near(i, {in_all_}, statistics_[i - 1].quantity.span.end)) continue;
            double sum = 0;
            std::string terms;
            std::size_t count = 0;
            for (std::size_t j = i; j-- > first_;) {
                const Quantity& term = statistics_[j].quantity;
                if (term.kind != q.kind || term.unit != q.unit) break;
                sum += term.low;
                terms = terms.empty() ? shown(term.low) : shown(term.low) + " + " + terms;
                ++count;
            }
            if (count < 2) continue;
            bool right = std::abs(sum - q.low) <= std::max(q.step / 2, 1e-6 * sum);
            if (!right) right = hedged(q, sum);
            found_.push_back({static_cast<std::uint32_t>(i), right, fmt::format("{} = {}", terms, shown(sum))});
        }
    }

    /// "seven offenders committed 145 offences, about 21 each". A mean of other things would be no error: it is only
    /// told apart from what a study found.
    void means() {
        for (std::size_t i = first_ + 2; i < last_; ++i) {
            const Quantity& q = statistics_[i].quantity;
            if (q.kind != QuantityKind::cardinal || done(i) || !near(i, {each_})) continue;
            const double a = statistics_[i - 2].quantity.low;
            const double b = statistics_[i - 1].quantity.low;
            if (a <= 0 || b <= 0) continue;
            const double mean = std::max(a, b) / std::min(a, b);
            if (std::abs(mean - q.low) <= std::max(q.step / 2, 0.05 * mean))
                found_.push_back(
                    {static_cast<std::uint32_t>(i), true,
                     fmt::format("{} / {} = {}", shown(std::max(a, b)), shown(std::min(a, b)), shown(mean))});
        }
    }

    Prose& prose_;
    const std::vector<Statistic>& statistics_;
    ConceptId rise_, fall_, in_all_, each_, more_, less_;
    std::vector<Derivation> found_;
    std::size_t first_ = 0, last_ = 0;
    const BlockProse* read_ = nullptr;
    const Sentence* sentence_ = nullptr;
};

} // namespace

std::vector<Derivation> find_derivations(Prose& prose, const std::vector<Statistic>& statistics) {
    return Sentences(prose, statistics).run();
}

} // namespace statlint
