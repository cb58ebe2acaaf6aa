#include "rules/page_fix.hpp"

#include <algorithm>

#include "document/quotation.hpp"
#include "rules/placed_fix.hpp"
#include "text/ascii.hpp"

namespace statlint {
namespace {

/// A footnote or an entry of a reference list may be pointed to from elsewhere; a citation in the sentence is its own.
bool alone(const std::vector<Statistic>& statistics, std::uint32_t index, const Citation& citation) {
    const Statistic& own = statistics[index];
    if (citation.block != own.block || !own.sentence.contains(citation.span)) return false;
    if (citation.form == CitationForm::footnote || citation.form == CitationForm::number) return false;
    const auto shares = [&](const Statistic& other) {
        return other.figure != none && other.figure != own.figure && other.restated == none;
    };
    for (std::uint32_t i = index; i-- > 0 && statistics[i].block == own.block;)
        if (shares(statistics[i])) return false;
    for (std::uint32_t i = index + 1; i < statistics.size() && statistics[i].block == own.block; ++i)
        if (shares(statistics[i])) return false;
    return true;
}

} // namespace

std::optional<Fix> page_fix(const RuleContext& context, std::uint32_t index, const Citation& citation,
                            const Locator& place, const std::string& page) {
    const Document& document = context.analysis.document;
    if (in_quotation(document, citation.block, place.span)) return std::nullopt;
    const std::string_view written = document.view(place.span);
    const bool several = page.find_first_of("-\xE2") != std::string::npos;
    const std::string folded = lower_case(written);
    const bool single = place.first == place.last && folded.ends_with(place.first);
    const std::vector<Statistic>& statistics = context.analysis.statistics;
    const bool certain = single && !several && alone(statistics, index, citation);
    if (!single || several) return placed_fix(document, place.span, (several ? "pp. " : "p. ") + page, false);
    return placed_fix(document, place.span, std::string(written.substr(0, written.size() - place.first.size())) + page,
                      certain);
}

} // namespace statlint
