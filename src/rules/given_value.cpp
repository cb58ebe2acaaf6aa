#include "rules/given_value.hpp"

#include <fmt/format.h>

#include "corpus/contradiction.hpp"
#include "match/compare.hpp"

namespace statlint {
namespace {

constexpr double sure_enough = 0.7; ///< two drafts of one figure must be about it without a doubt
constexpr std::size_t longest_quote = 100;

std::string shortened(std::string_view sentence) {
    if (sentence.size() <= longest_quote) return std::string(sentence);
    const std::size_t space = sentence.rfind(' ', longest_quote);
    return std::string(sentence.substr(0, space == std::string_view::npos ? 0 : space)) + " …";
}

} // namespace

std::optional<GivenValue> given_value(const Document& document, const Statistic& statistic) {
    if (statistic.figure == none || statistic.restated != none || !statistic.stated) return std::nullopt;
    GivenValue value;
    value.figure = statistic.figure;
    value.sure = statistic.score >= sure_enough;
    value.quantity = statistic.quantity;
    value.off = statistic.match().comparison.agreement >= Agreement::unit_wrong;
    TextSpan span = statistic.quantity.span;
    if (!statistic.quantity.hedge_span.empty()) span = span.cover(statistic.quantity.hedge_span);
    value.words = document.view(span);
    value.sentence = shortened(document.view(statistic.sentence));
    return value;
}

bool disagree(const Quantity& a, const Quantity& b) {
    return comparable(a, b) && contradict(a, b);
}

void report_inconsistency(RuleContext& context, std::uint32_t statistic, const GivenValue& other,
                          std::string_view path) {
    const std::string where =
        fill(context.knowledge.texts.detail(inconsistent_figures, path.empty() ? "elsewhere" : "in-draft"),
             {{"path", std::string(path)}});
    Finding* finding = context.report(inconsistent_figures, statistic, {{"detail", other.words}, {"where", where}});
    if (finding != nullptr) finding->notes.push_back(fmt::format("{}: {}", where, other.sentence));
}

} // namespace statlint
