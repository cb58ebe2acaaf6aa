// Workflow commands that GitHub Actions turns into annotations of the changed lines. Columns count code points; GitHub
// takes them only where start and end are on one line.
#include <fmt/format.h>

#include "report/finding_place.hpp"
#include "report/formats.hpp"

namespace statlint {

namespace {

/// What would end a command or, in a property, the property itself. Draft text must not start a command of its own.
std::string escaped(std::string_view text, bool property) {
    std::string made;
    for (const char c : text) {
        if (c == '%')
            made += "%25";
        else if (c == '\r')
            made += "%0D";
        else if (c == '\n')
            made += "%0A";
        else if (property && c == ':')
            made += "%3A";
        else if (property && c == ',')
            made += "%2C";
        else
            made += c;
    }
    return made;
}

std::string_view command(Severity severity) {
    if (severity == Severity::error) return "error";
    return severity == Severity::warning ? "warning" : "notice";
}

} // namespace

void check_github(const CheckedDraft& draft, const ReportOptions& options, std::string& out) {
    const LineIndex lines(draft.analysis.document.source);
    for (const Finding* finding : shown_findings(draft, options)) {
        const FindingPlace place = place_of(draft, lines, *finding);
        std::string text = whole_message(*finding, place);
        for (const std::string& note : finding->notes) (text += '\n') += note;
        out += fmt::format("::{} file={}", command(finding->severity), escaped(repository_path(draft.path), true));
        if (place.location.empty()) {
            out += fmt::format(",line={},endLine={}", place.start.line, place.end.line);
            if (place.start.line == place.end.line)
                out += fmt::format(",col={},endColumn={}", place.start.column, place.end.column);
        }
        out += fmt::format(",title={}::{}\n", escaped("statlint " + finding->rule, true), escaped(text, false));
    }
}

void github_tail(const RunSummary& summary, const ReportOptions&, std::string& out) {
    for (const Error& error : summary.errors) {
        out += "::error ";
        if (!error.path.empty()) out += fmt::format("file={},", escaped(repository_path(error.path), true));
        if (error.line > 0) out += fmt::format("line={},", error.line);
        out += fmt::format("title=statlint::{}\n", escaped(error.to_string(), false));
    }
    // Not an annotation: GitHub shows ten of each kind, and findings need the room.
    (out += summary.coverage.to_string()) += '\n';
}

} // namespace statlint
