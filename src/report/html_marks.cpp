#include <fmt/format.h>

#include "report/html.hpp"

namespace statlint {

std::string_view css_class(Mark mark) {
    constexpr std::string_view classes[mark_count] = {"verified", "attention", "misquoted", "unverified", "unjudged"};
    return classes[static_cast<std::size_t>(mark)];
}

std::string_view label(Mark mark) {
    constexpr std::string_view labels[mark_count] = {"Verified", "Right number, but see below", "Misquoted",
                                                     "Not in the corpus", "Not judged"};
    return labels[static_cast<std::size_t>(mark)];
}

std::string icon(Mark mark) {
    return fmt::format("<svg class=\"icon {0}\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#i-{0}\"/></svg>",
                       css_class(mark));
}

namespace {

Mark mark_of(const Statistic& statistic, bool found) {
    switch (statistic.verdict) {
    case Verdict::verified:
        return found ? Mark::attention : Mark::verified;
    case Verdict::misquoted:
        return Mark::misquoted;
    case Verdict::unverified:
        return Mark::unverified;
    case Verdict::unrelated:
        break;
    }
    // A sum or an equivalence of the draft's own numbers can be wrong without any figure.
    return found ? Mark::misquoted : Mark::unjudged;
}

} // namespace

MarkedDraft mark_statistics(const CheckedDraft& draft, const LineIndex& lines, const ReportOptions& options) {
    const Analysis& analysis = draft.analysis;
    MarkedDraft marked;
    marked.statistics.resize(analysis.statistics.size());
    for (const Finding* finding : shown_findings(draft, options)) {
        if (finding->statistic < marked.statistics.size())
            marked.statistics[finding->statistic].findings.push_back(finding);
        else
            marked.others.push_back(finding);
    }
    for (std::size_t i = 0; i < marked.statistics.size(); ++i) {
        MarkedStatistic& one = marked.statistics[i];
        one.statistic = &analysis.statistics[i];
        one.mark = mark_of(*one.statistic, !one.findings.empty());
        const FindingPlace place = place_of(draft, lines, one.statistic->quantity.span);
        one.place = place.location.empty() ? fmt::format("line {}", place.start.line) : place.location;
        one.anchor = fmt::format("d{}-n{}", draft.number + 1, i + 1);
        if (one.mark != Mark::unjudged) one.card = fmt::format("d{}-card{}", draft.number + 1, i + 1);
    }
    return marked;
}

} // namespace statlint
