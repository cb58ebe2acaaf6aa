#include "match/claims.hpp"

#include <algorithm>
#include <iterator>

#include "match/compare.hpp"

namespace statlint {
namespace {

/// True where the number is part of what is measured, not what was found: "78% were abused more than once".
/// `holding` are the hits that may hold one.
bool belongs_to_measure(const std::vector<Hit>& holding, std::uint32_t first, std::uint32_t last) {
    return std::ranges::any_of(holding, [&](const Hit& hit) {
        if (hit.first > first || hit.last < last) return false;
        if (hit.last - hit.first <= last - first) return false;
        for (std::uint32_t word = first; word < last; ++word)
            if ((hit.used >> (word - hit.first) & 1U) == 0) return false;
        return true;
    });
}

constexpr std::uint32_t longest_interval_word = 24; ///< "confidence intervals: ["
constexpr std::uint32_t longest_noun = 60;          ///< bytes between a number and the parenthesis that says it again

/// A cell of the first column that holds nothing but a whole number names its row.
bool numbers_a_row(const Document& document, std::uint32_t block, const Quantity& quantity) {
    const Block& cell = document.blocks[block];
    return cell.kind == BlockKind::table_cell && cell.column == 0 && quantity.kind == QuantityKind::cardinal &&
           quantity.span.size() + 1 >= cell.text.size() && quantity.low <= cell.row + 1.0;
}

/// The "95%" of "95% CI".
bool is_level(const Document& document, const JoiningWords& joining, TextSpan span) {
    return joining.interval.begins(std::string_view(document.text).substr(span.end, longest_interval_word));
}

/// ", ", " to "
bool joins_bounds(const Document& document, const JoiningWords& joining, TextSpan gap) {
    std::string_view between = document.view(gap);
    while (between.ends_with(' ')) between.remove_suffix(1);
    while (between.starts_with(' ')) between.remove_prefix(1);
    return joining.interval_links.is(between);
}

/// "95% CI 27.3–29.8": the level and the bounds of a confidence interval.
bool of_interval(const Document& document, const JoiningWords& joining, TextSpan span) {
    const std::string_view text = document.text;
    if (is_level(document, joining, span)) return true;
    constexpr std::uint32_t way = longest_interval_word;
    std::string_view before = text.substr(span.start >= way ? span.start - way : 0, std::min(span.start, way));
    while (!before.empty() && (before.back() == ' ' || before.back() == ':' || before.back() == ',' ||
                               before.back() == '=' || before.back() == '(' || before.back() == '['))
        before.remove_suffix(1);
    return joining.interval.ends(before);
}

/// Whether a clause ends behind a number: "…, i.e. one in ten." but not "… or one in ten boys".
bool ends_clause(std::string_view behind) {
    if (behind.starts_with(" (") || behind.starts_with(" [")) return true;
    return behind.empty() || std::string_view(".,;:)]?!").find(behind.front()) != std::string_view::npos;
}

/// "1 in 4 (23.7%)", "a third, or 33%": the second number says the first one again.
bool restates(const Document& document, const JoiningWords& joining, const Quantity& first, const Quantity& second) {
    if (first.is_pair() || second.is_pair() || !is_share(first.kind) || !is_share(second.kind)) return false;
    if (first.kind == second.kind) return false;
    const std::uint32_t next =
        second.hedge_span.empty() ? second.span.start : std::min(second.span.start, second.hedge_span.start);
    if (next < first.span.end || next - first.span.end > longest_noun) return false;
    std::string_view between = std::string_view(document.text).substr(first.span.end, next - first.span.end);
    // "a quarter of people in this country (28.5 per cent)": alone in a parenthesis behind the noun.
    const bool alone =
        between.ends_with('(') && std::string_view(document.text).substr(second.span.end).starts_with(')');
    if (joining.no_restatement.within(between)) return false;
    if (alone && between.find_first_of(",.;:(") == between.size() - 1) return true;
    if (joining.restates.is(between)) return true;
    const std::size_t link = joining.restates_noun.size_at_end(between);
    if (link == 0 || !ends_clause(std::string_view(document.text).substr(second.span.end))) return false;
    const std::size_t noun = between.find_last_not_of(' ') + 1 - link;
    return between.find_first_of(",.;:()") >= noun;
}

} // namespace

std::vector<Claim> make_claims(const BlockProse& prose, std::uint32_t block, const Document& document,
                               const Lexicon& lexicon, const std::vector<Quantity>& quantities,
                               const JoiningWords& joining, std::uint32_t first, std::uint32_t last) {
    std::vector<Claim> claims;
    std::vector<Hit> holding;
    std::ranges::copy_if(prose.hits, std::back_inserter(holding),
                         [&](const Hit& hit) { return lexicon[hit.concept_id].holds_numbers; });
    std::uint32_t interval_end = 0;
    for (std::uint32_t i = first; i < last; ++i) {
        const Quantity& quantity = quantities[i];
        // The second bound of "95% CI [27.3%, 29.8%]".
        const bool second_bound = interval_end > 0 && quantity.span.start >= interval_end &&
                                  joins_bounds(document, joining, {interval_end, quantity.span.start});
        interval_end = 0;
        if (second_bound) continue;
        Claim claim;
        claim.block = block;
        claim.first_word = prose.word_at(quantity.span.start);
        claim.last_word = std::max(prose.word_at(quantity.span.end), claim.first_word);
        if (!prose.words.empty() && claim.first_word > 0 &&
            prose.words[claim.first_word - 1].span.end > quantity.span.start)
            --claim.first_word; // the number starts inside a word ("US$13", "A4")
        if (numbers_a_row(document, block, quantity)) continue;
        if (belongs_to_measure(holding, claim.first_word, claim.last_word)) continue;
        if (of_interval(document, joining, quantity.span)) {
            interval_end = quantity.is_pair() || is_level(document, joining, quantity.span) ? 0 : quantity.span.end;
            continue;
        }
        const auto at = std::ranges::upper_bound(prose.sentences, quantity.span.start, {},
                                                 [](const Sentence& s) { return s.text.start; });
        claim.sentence = static_cast<std::uint32_t>(at - prose.sentences.begin());
        if (claim.sentence > 0) --claim.sentence;
        if (!claims.empty() && restates(document, joining, quantities[claims.back().quantities.back()], quantity)) {
            claims.back().quantities.push_back(i);
            claims.back().last_word = claim.last_word;
            continue;
        }
        claim.quantities.push_back(i);
        claims.push_back(std::move(claim));
    }
    return claims;
}

} // namespace statlint
