#include "report/finding_place.hpp"

#include <filesystem>

#include "report/shown_place.hpp"

namespace statlint {

namespace {

FindingPlace place_at(const CheckedDraft& draft, const LineIndex& lines, SourceSpan source, std::uint32_t text) {
    return {.start = lines.locate(source.start),
            .end = lines.locate(source.end),
            .location = container_place(draft.analysis.document, text)};
}

} // namespace

FindingPlace place_of(const CheckedDraft& draft, const LineIndex& lines, TextSpan span) {
    return place_at(draft, lines, draft.analysis.document.to_source(span), span.start);
}

FindingPlace place_of(const CheckedDraft& draft, const LineIndex& lines, const Finding& finding) {
    return place_at(draft, lines, source_of(draft.analysis.document, finding), finding.span.start);
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
