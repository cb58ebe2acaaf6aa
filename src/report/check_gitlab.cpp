// GitLab's code quality report: a JSON array in Code Climate's shape. It has lines and no columns, and an entry whose
// fingerprint was there before is dropped, so equal findings are told apart by path and number.
#include <map>

#include <fmt/format.h>

#include "report/finding_place.hpp"
#include "report/formats.hpp"
#include "report/json_writer.hpp"
#include "rules/fingerprint.hpp"
#include "text/sha256.hpp"

namespace statlint {

namespace {

std::string_view gitlab_severity(Severity severity) {
    if (severity == Severity::error) return "major";
    return severity == Severity::warning ? "minor" : "info";
}

} // namespace

void check_gitlab(const CheckedDraft& draft, const ReportOptions& options, std::string& out) {
    const LineIndex lines(draft.analysis.document.source);
    const std::string path = repository_path(draft.path);
    std::map<std::string, int> seen;
    bool first = true;
    for (const Finding* finding : shown_findings(draft, options)) {
        const FindingPlace place = place_of(draft, lines, *finding);
        const std::string same = fingerprint(draft.analysis, draft.corpus, *finding);
        const std::string own = hex(sha256(fmt::format("{}\n{}\n{}\n", same, path, ++seen[same])));
        if (!first) out += ',';
        first = false;
        JsonWriter json(out);
        json.begin_object().member("description", whole_message(*finding, place)).member("check_name", finding->rule);
        json.member("fingerprint", own.substr(0, 32)).member("severity", gitlab_severity(finding->severity));
        json.key("location").begin_object().member("path", path).key("lines").begin_object();
        const bool known = place.location.empty();
        json.member("begin", known ? place.start.line : 1U).member("end", known ? place.end.line : 1U);
        json.end_object().end_object().end_object();
    }
}

void gitlab_tail(const RunSummary& summary, const ReportOptions&, std::string& out) {
    // The drafts before it may have given nothing: then no comma is due.
    bool first = summary.findings() == 0;
    int number = 0;
    for (const Error& error : summary.errors) {
        if (!first) out += ',';
        first = false;
        JsonWriter json(out);
        const std::string text = error.to_string();
        json.begin_object().member("description", text).member("check_name", "unchecked");
        json.member("fingerprint", hex(sha256(fmt::format("unchecked\n{}\n{}\n", text, ++number))).substr(0, 32));
        json.member("severity", "blocker").key("location").begin_object();
        json.member("path", error.path.empty() ? "." : repository_path(error.path)).key("lines").begin_object();
        json.member("begin", error.line > 0 ? error.line : 1).end_object().end_object().end_object();
    }
    out += "]\n";
}

} // namespace statlint
