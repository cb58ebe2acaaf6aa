#include <algorithm>
#include <cmath>

#include "quantity/finder.hpp"
#include "quantity/lookup.hpp"

namespace statlint {

namespace {

/// "alternative" is a final "or" behind a comma.
enum class Between : std::uint8_t { other, comma, final, alternative };

/// What stands between two members of a list.
Between link_between(std::string_view gap, const NumberWords::Tables& tables) {
    const char* p = gap.data();
    const char* end = p + gap.size();
    p += hyphen_at(p, end); // "12- and 13-year-olds"
    const bool comma = p < end && *p == ',';
    if (comma) ++p;
    const char* q = skip_spaces(p, end);
    if (q == p) return Between::other;
    if (q == end) return comma ? Between::comma : Between::other;
    const std::string_view word = word_at(q, end);
    const bool joins = *q == '&' || tables.is(word, Role::conjunction) || tables.is(word, Role::alternative);
    const char* stop = *q == '&' ? q + 1 : q + word.size();
    if (!joins || skip_spaces(stop, end) != end || stop == end) return Between::other;
    return comma && tables.is(word, Role::alternative) ? Between::alternative : Between::final;
}

bool can_share(const Quantity& last) {
    switch (last.of) {
    case QuantityKind::percent:
    case QuantityKind::percentage_points:
    case QuantityKind::duration:
    case QuantityKind::money:
    case QuantityKind::age:
        return true;
    default:
        return false;
    }
}

const Unit* unit_named(const Quantity& quantity, const NumberWords::Tables& tables) {
    for (const Unit& unit : tables.units) {
        const bool same = quantity.of == QuantityKind::percent             ? unit.kind == UnitClass::percent
                          : quantity.of == QuantityKind::percentage_points ? unit.kind == UnitClass::points
                          : quantity.of == QuantityKind::money             ? unit.kind == UnitClass::money
                          : quantity.of == QuantityKind::age               ? unit.kind == UnitClass::age
                                                                           : unit.kind == UnitClass::duration;
        if (same && (unit.name == quantity.unit || unit.kind == UnitClass::percent)) return &unit;
    }
    return nullptr;
}

} // namespace

void share_units(std::string_view text, std::uint32_t base, const NumberWords::Tables& tables,
                 std::vector<Quantity>& quantities, std::size_t first) {
    const auto follows_comma = [&](std::size_t i) {
        const std::uint32_t start = quantities[i - 1].span.end;
        const std::uint32_t end = quantities[i].span.start;
        return start < end && link_between(text.substr(start - base, end - start), tables) == Between::comma;
    };
    bool in_list = false; // the link behind the current one was already a list's
    for (std::size_t i = quantities.size(); i-- > first + 1;) {
        const Quantity& last = quantities[i];
        Quantity& quantity = quantities[i - 1];
        const auto gap_end =
            last.hedge_span.empty() ? last.span.start : std::min(last.span.start, last.hedge_span.start);
        const auto gap_start = quantity.span.end;
        const Between link = gap_end < gap_start
                                 ? Between::other
                                 : link_between(text.substr(gap_start - base, gap_end - gap_start), tables);
        const bool linked =
            link == Between::final || link == Between::alternative || (link == Between::comma && in_list);
        const char start = text[last.span.start - base];
        const bool unit_behind = is_digit(start) == is_digit(text[quantity.span.start - base]) &&
                                 (is_digit(start) || last.in_words) && last.in_words == quantity.in_words;
        in_list = linked && can_share(last) && unit_behind && quantity.kind == QuantityKind::cardinal &&
                  quantity.unit.empty();
        // "120, or 30 per cent" says one thing twice; "11, 42, or 78 per cent" is a list.
        if (link == Between::alternative) in_list = in_list && i > first + 1 && follows_comma(i - 1);
        if (!in_list) continue;
        if (last.of == QuantityKind::percent && quantity.low > 100) {
            in_list = false;
            continue;
        }
        const Unit* unit = unit_named(last, tables);
        if (unit == nullptr) continue;
        quantity.kind = quantity.of = last.of;
        quantity.unit = last.unit;
        quantity.low *= unit->factor;
        quantity.high *= unit->factor;
        quantity.step *= unit->factor;
    }
}

namespace {

/// Whether a word with a role is among the last words of a text.
bool says(std::string_view text, Role role, const NumberWords::Tables& tables) {
    constexpr int most_words = 12;
    const char* at = text.data() + text.size();
    for (int words = 0; words < most_words && at > text.data();) {
        while (at > text.data() && !is_letter(at[-1])) --at;
        const char* end = at;
        while (at > text.data() && is_letter(at[-1])) --at;
        if (tables.is({at, static_cast<std::size_t>(end - at)}, role)) return true;
        ++words;
    }
    return false;
}

bool may_be_age(const Quantity& q) {
    constexpr double oldest = 120;
    const bool number = q.kind == QuantityKind::age || (q.kind == QuantityKind::cardinal && q.unit.empty());
    return number && q.low >= 0 && q.low <= oldest && q.low == std::floor(q.low);
}

} // namespace

void join_ages(std::string_view text, std::uint32_t base, const NumberWords::Tables& tables,
               std::vector<Quantity>& quantities, std::size_t first) {
    constexpr std::size_t widest_gap = 48;    // bytes
    constexpr std::size_t longest_lead = 100; // bytes
    for (std::size_t i = first; i + 1 < quantities.size(); ++i) {
        Quantity& left = quantities[i];
        const Quantity& right = quantities[i + 1];
        if (!may_be_age(left) || !may_be_age(right) || left.low >= right.low) continue;
        if (right.span.start - left.span.end > widest_gap) continue;
        const std::string_view gap = text.substr(left.span.end - base, right.span.start - left.span.end);
        const std::size_t start = i > first ? quantities[i - 1].span.end - base : 0;
        std::string_view lead = text.substr(start, left.span.start - base - start);
        if (lead.size() > longest_lead) lead.remove_prefix(lead.size() - longest_lead);
        if (!says(lead, Role::youngest, tables)) continue;
        if (!says(gap, Role::oldest, tables) &&
            !(says(lead, Role::oldest, tables) && link_between(gap, tables) == Between::final))
            continue;
        left.first = left.span;
        left.second = right.span;
        left.high = right.low;
        left.span = left.span.cover(right.span);
        left.kind = QuantityKind::range;
        left.of = QuantityKind::age;
        left.unit = "year";
        left.hedge = Hedge::none;
        left.hedge_span = {};
        quantities.erase(quantities.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

void join_bounds(std::string_view text, std::uint32_t base, const NumberWords::Tables& tables,
                 std::vector<Quantity>& quantities, std::size_t first) {
    const auto above = [](const Quantity& q) { return q.hedge == Hedge::over || q.hedge == Hedge::at_least; };
    const auto below = [](const Quantity& q) { return q.hedge == Hedge::under || q.hedge == Hedge::up_to; };
    std::size_t kept = first;
    for (std::size_t i = first; i < quantities.size(); ++i) {
        Quantity& right = quantities[i];
        Quantity* left = kept > first ? &quantities[kept - 1] : nullptr;
        const bool bounds = left != nullptr && !left->is_pair() && left->kind == right.kind &&
                            left->unit == right.unit &&
                            ((above(*left) && below(right)) || (below(*left) && above(right)));
        const bool behind = bounds && left->hedge_span.end <= left->span.start &&
                            right.hedge_span.end <= right.span.start && right.hedge_span.start >= left->span.end;
        const auto gap = [&] { return text.substr(left->span.end - base, right.hedge_span.start - left->span.end); };
        const bool ordered = bounds && (above(*left) ? left->low < right.low : right.low < left->low);
        const bool count = bounds && left->kind == QuantityKind::cardinal && above(*left);
        const bool exact = count || (bounds && (left->hedge == Hedge::at_least || left->hedge == Hedge::up_to));
        Between link = behind && ordered ? link_between(gap(), tables) : Between::other;
        if (link == Between::alternative) link = Between::final; // ", but less than 20"
        // "fewer than half, just over a third" is a list
        if (link == Between::final || (link == Between::comma && exact)) {
            left->low = std::min(left->low, right.low);
            left->high = std::max(left->high, right.high);
            left->first = left->span;
            left->second = right.span;
            left->span = left->span.cover(right.span);
            left->kind = QuantityKind::range;
            left->hedge = Hedge::none;
            left->hedge_span = {};
            continue;
        }
        if (kept != i) quantities[kept] = std::move(right);
        ++kept;
    }
    quantities.resize(kept);
}

} // namespace statlint
