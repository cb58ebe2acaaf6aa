#include "report/finding_place.hpp"

#include <filesystem>

namespace statlint {

FindingPlace place_of(const CheckedDraft& draft, const LineIndex& lines, TextSpan span) {
    const SourceSpan source = draft.analysis.document.to_source(span);
    return {.start = lines.locate(source.start),
            .end = lines.locate(source.end),
            .location = draft.analysis.document.location_of(span.start)};
}

FindingPlace place_of(const CheckedDraft& draft, const LineIndex& lines, const Finding& finding) {
    return place_of(draft, lines, finding.span);
}

std::string repository_path(std::string_view path) {
    return std::filesystem::path(path).lexically_normal().generic_string();
}

std::string whole_message(const Finding& finding, const FindingPlace& place) {
    std::string text = place.location.empty() ? "" : place.location + ": ";
    text += finding.message;
    if (!finding.help.empty()) (text += "; ") += finding.help;
    return text;
}

std::vector<const Finding*> shown_findings(const CheckedDraft& draft, const ReportOptions& options) {
    std::vector<const Finding*> shown;
    for (const Finding& finding : draft.analysis.findings)
        if (finding.severity >= options.show) shown.push_back(&finding);
    return shown;
}

} // namespace statlint
