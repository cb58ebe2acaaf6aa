#include "rules/rewording.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "document/quotation.hpp"
#include "match/table_units.hpp"
#include "quantity/number_style.hpp"
#include "rules/placed_fix.hpp"
#include "text/ascii.hpp"

namespace statlint {
namespace {

bool same_unit(const Quantity& draft, const Quantity& printed) {
    return draft.unit == printed.unit || (draft.kind != QuantityKind::duration && draft.kind != QuantityKind::money) ||
           (draft.kind == QuantityKind::money && (draft.unit == "$" || printed.unit == "$"));
}

/// One printed form of the figure, held against the draft's.
class Rewording {
  public:
    Rewording(const RuleContext& context, const Statistic& statistic)
        : context_(context), document_(context.analysis.document), words_(context.knowledge.words),
          statistic_(statistic), draft_(statistic.quantity), figure_(context.figure_of(statistic)) {
        whole_ = draft_.span;
        if (!draft_.hedge_span.empty()) whole_ = whole_.cover(draft_.hedge_span);
    }

    [[nodiscard]] std::optional<Fix> run(bool sure_rule) const {
        // Somebody else's words are not mended: the quotation is left out, or told to be wrong.
        if (in_quotation(document_, statistic_.block, whole_)) return std::nullopt;
        for (const bool own_style : {true, false}) {
            for (const Statement& statement : figure_.statements) {
                if (statement.disputed) continue;
                for (const std::string& text : own_style ? in_own_style(statement) : as_printed(statement)) {
                    if (!agrees_in_place(text)) continue;
                    return placed_fix(document_, whole_, text, sure_rule && own_style && settled() && plain(text));
                }
            }
        }
        return std::nullopt;
    }

  private:
    /// Nothing speaks for another reading than a slip of the number.
    [[nodiscard]] bool settled() const {
        const Candidate& match = statistic_.match();
        return !figure_.disputed && !match.turned && match.scope.kind == ScopeIssue::Kind::nothing &&
               !statistic_.elsewhere;
    }

    /// No character comes in that a format may take for markup.
    [[nodiscard]] bool plain(std::string_view text) const {
        const std::string_view before = document_.view(whole_);
        return std::ranges::all_of(text, [&](char c) {
            return std::string_view("$&<>\\#_*[]{}~^|").find(c) == std::string_view::npos ||
                   before.find(c) != std::string_view::npos;
        });
    }

    [[nodiscard]] std::vector<std::string> in_own_style(const Statement& statement) const {
        const auto number = number_of(statement);
        if (!number) return {};
        return {with_own_hedge(*number), with_printed_hedge(*number, statement)};
    }

    [[nodiscard]] std::vector<std::string> as_printed(const Statement& statement) const {
        const std::string number(printed(statement, statement.quantity.span));
        return {with_own_hedge(number), with_printed_hedge(number, statement)};
    }

    static std::string_view printed(const Statement& statement, TextSpan span) {
        return std::string_view(statement.value).substr(span.start, span.size());
    }

    /// The printed number in the draft's style, without a hedge.
    [[nodiscard]] std::optional<std::string> number_of(const Statement& statement) const {
        const Quantity& its = statement.quantity;
        const std::string_view own = document_.view(draft_.span);
        const std::string_view other = printed(statement, its.span);
        // "28.5 percentage points" for 28.5 per cent: the sign alone is right in every style.
        if (draft_.kind == QuantityKind::percentage_points && its.kind == QuantityKind::percent)
            return number_like("0%", other, words_);
        const bool parts = draft_.kind == QuantityKind::fraction || draft_.kind == QuantityKind::ratio;
        if (parts && its.kind != draft_.kind) return parts_of_other(statement);
        if (draft_.kind != its.kind || draft_.of != its.of) return std::nullopt;
        if (draft_.kind == QuantityKind::fraction) return fraction_like(its.low);
        if (draft_.kind == QuantityKind::ratio || draft_.is_pair()) return both_ends(statement);
        if (!same_unit(draft_, its)) return with_unit_of(statement);
        // "1 hour" has no plural to keep.
        if (draft_.kind == QuantityKind::duration && (draft_.low == its.low || own.starts_with("1 ")))
            return std::string(other);
        return number_like(own, other, words_);
    }

    /// "1 in 6" for a fraction, "a third" for a ratio.
    [[nodiscard]] std::optional<std::string> parts_of_other(const Statement& statement) const {
        const Quantity& its = statement.quantity;
        if (its.kind != QuantityKind::fraction && its.kind != QuantityKind::ratio) return std::nullopt;
        if (draft_.kind == QuantityKind::fraction) return fraction_like(its.low);
        const double parts = 1 / its.low;
        if (draft_.second.empty() || std::abs(parts - std::round(parts)) > 1e-9) return std::nullopt;
        return ends("1", fmt::format("{:.0f}", parts));
    }

    /// "a sixth", "two fifths", as the draft has "a fifth".
    [[nodiscard]] std::optional<std::string> fraction_like(double value) const {
        for (int above = 1; above < 10; ++above) {
            const double below = above / value;
            if (std::abs(below - std::round(below)) > 1e-9 || below < 2) continue;
            auto part = spell_denominator(std::round(below), above > 1, words_);
            const auto count = spell_out(above, words_);
            if (!part || !count) return std::nullopt;
            if (above > 1) return *count + " " + *part;
            const std::string_view own = document_.view(draft_.span);
            if (own.starts_with("one ") || own.starts_with("One ")) return *count + " " + *part;
            const std::string_view before = document_.view(TextSpan{own_start(), draft_.span.start});
            const bool article = before.ends_with("a ") || before.ends_with("an ");
            if (std::round(below) == 2 || article) return part;
            const bool vowel = std::string_view("aeiou").find(part->front()) != std::string_view::npos;
            return (vowel ? "an " : "a ") + *part;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::uint32_t own_start() const { return draft_.span.start < 3 ? 0 : draft_.span.start - 3; }

    [[nodiscard]] std::optional<std::string> both_ends(const Statement& statement) const {
        const Quantity& its = statement.quantity;
        if (its.first.empty() || its.second.empty() || draft_.first.empty() || draft_.second.empty())
            return std::nullopt;
        return ends(printed(statement, its.first), printed(statement, its.second));
    }

    /// Both numbers replaced, and what stands between them kept: "one boy in six".
    [[nodiscard]] std::optional<std::string> ends(std::string_view first, std::string_view second) const {
        if (!draft_.span.contains(draft_.first) || !draft_.span.contains(draft_.second)) return std::nullopt;
        const auto low = number_like(document_.view(draft_.first), first, words_);
        const auto high = number_like(document_.view(draft_.second), second, words_);
        if (!low || !high) return std::nullopt;
        const auto between = [&](std::uint32_t from, std::uint32_t to) {
            return std::string(document_.view(TextSpan{from, std::max(from, to)}));
        };
        return between(draft_.span.start, draft_.first.start) + *low + between(draft_.first.end, draft_.second.start) +
               *high + between(draft_.second.end, draft_.span.end);
    }

    /// The wrong unit gives way to the printed one: "13-minute" becomes "13-hour".
    [[nodiscard]] std::optional<std::string> with_unit_of(const Statement& statement) const {
        const std::string_view own = document_.view(draft_.span);
        const std::size_t hyphen = own.find('-');
        const bool digit_before = hyphen != std::string_view::npos && hyphen > 0 && own[hyphen - 1] <= '9';
        if (draft_.kind == QuantityKind::duration && digit_before)
            if (const auto number =
                    number_like(own.substr(0, hyphen), printed(statement, statement.quantity.span), words_))
                return *number + "-" + statement.quantity.unit;
        return std::string(printed(statement, statement.quantity.span));
    }

    [[nodiscard]] std::string with_own_hedge(const std::string& number) const {
        if (draft_.hedge_span.empty()) return cased(number);
        const bool before = draft_.hedge_span.start < draft_.span.start;
        const TextSpan head{whole_.start, before ? draft_.span.start : whole_.start};
        const TextSpan tail{before ? whole_.end : draft_.span.end, whole_.end};
        return std::string(document_.view(head)) + number + std::string(document_.view(tail));
    }

    [[nodiscard]] std::string with_printed_hedge(const std::string& number, const Statement& statement) const {
        const Quantity& its = statement.quantity;
        if (its.hedge_span.empty()) return cased(number);
        const bool before = its.hedge_span.start < its.span.start;
        std::string hedge(printed(statement, its.hedge_span));
        std::string text;
        if (before) {
            const TextSpan gap{its.hedge_span.end, std::max(its.hedge_span.end, its.span.start)};
            std::string plain_number = number;
            if (is_upper(plain_number.front()) && plain_number.size() > 1 && is_lower(plain_number[1]))
                plain_number.front() = static_cast<char>(plain_number.front() | 0x20);
            text = hedge + std::string(printed(statement, gap)) + plain_number;
        } else {
            const TextSpan gap{its.span.end, std::max(its.span.end, its.hedge_span.start)};
            text = number + std::string(printed(statement, gap)) + hedge;
        }
        return cased(text);
    }

    /// Upper case where the draft has it, or where a sentence that began with a digit now begins with a word.
    [[nodiscard]] std::string cased(std::string text) const {
        const char first = document_.view(whole_).front();
        const bool capital = is_upper(first) || (!is_lower(first) && whole_.start == statistic_.sentence.start);
        const bool word = text.size() > 1 && is_lower(text[1] == ' ' ? 'a' : text[1]);
        if (capital && is_lower(text.front())) text.front() = static_cast<char>(text.front() & ~0x20);
        if (!capital && word && is_upper(text.front())) text.front() = static_cast<char>(text.front() | 0x20);
        return text;
    }

    /// Reads the block with the new words in their place and compares again: what a fix writes must be right.
    [[nodiscard]] bool agrees_in_place(const std::string& text) const {
        const TextSpan block = document_.blocks[statistic_.block].text;
        std::string changed(document_.view(TextSpan{block.start, whole_.start}));
        const auto start = static_cast<std::uint32_t>(changed.size());
        changed += text;
        const auto end = static_cast<std::uint32_t>(changed.size());
        changed += document_.view(TextSpan{whole_.end, block.end});
        std::vector<Quantity> found;
        find_quantities(changed, 0, words_, found);
        // In a cell whose table says the per cent the number stands alone.
        const bool lent = draft_.kind == QuantityKind::percent && is_digit(document_.view(draft_.span).back());
        if (lent && found.size() == 1) lend_percent(found.front());
        const auto here = std::ranges::find_if(found, [&](const Quantity& q) {
            const TextSpan all = q.hedge_span.empty() ? q.span : q.span.cover(q.hedge_span);
            return all.start == start && all.end == end;
        });
        return here != found.end() && compare(*here, figure_).agreement == Agreement::exact;
    }

    const RuleContext& context_;
    const Document& document_;
    const NumberWords& words_;
    const Statistic& statistic_;
    const Quantity& draft_;
    const Figure& figure_;
    TextSpan whole_;
};

} // namespace

std::optional<Fix> reword(const RuleContext& context, const Statistic& statistic, bool sure_rule) {
    return Rewording(context, statistic).run(sure_rule);
}

} // namespace statlint
