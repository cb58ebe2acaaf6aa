// Checkstyle's XML, which Jenkins, reviewdog and many more read. Columns count code points, as Checkstyle's do.
#include <fmt/format.h>

#include "report/finding_place.hpp"
#include "report/formats.hpp"
#include "report/xml_text.hpp"

namespace statlint {

namespace {

std::string_view checkstyle_severity(Severity severity) {
    return severity == Severity::note ? "info" : name(severity);
}

} // namespace

void check_checkstyle(const CheckedDraft& draft, const ReportOptions& options, std::string& out) {
    const LineIndex lines(draft.analysis.document.source);
    out += fmt::format("  <file name=\"{}\">\n", xml_text(repository_path(draft.path)));
    for (const Finding* finding : shown_findings(draft, options)) {
        const FindingPlace place = place_of(draft, lines, *finding);
        out += "    <error";
        if (place.location.empty())
            out += fmt::format(" line=\"{}\" column=\"{}\"", place.start.line, place.start.column);
        out += fmt::format(" severity=\"{}\" message=\"{}\" source=\"statlint.{}\"/>\n",
                           checkstyle_severity(finding->severity), xml_text(whole_message(*finding, place)),
                           finding->rule);
    }
    out += "  </file>\n";
}

void checkstyle_tail(const RunSummary& summary, const ReportOptions&, std::string& out) {
    for (const Error& error : summary.errors) {
        out += fmt::format("  <file name=\"{}\">\n    <error", xml_text(repository_path(error.path)));
        if (error.line > 0) out += fmt::format(" line=\"{}\"", error.line);
        if (error.column > 0) out += fmt::format(" column=\"{}\"", error.column);
        out += fmt::format(" severity=\"error\" message=\"{}\" source=\"statlint.unchecked\"/>\n  </file>\n",
                           xml_text(error.message));
    }
    out += "</checkstyle>\n";
}

} // namespace statlint
