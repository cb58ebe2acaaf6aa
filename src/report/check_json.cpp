#include "report/draft_json.hpp"
#include "report/formats.hpp"

namespace statlint {

void check_json(const CheckedDraft& draft, const ReportOptions& options, std::string& out) {
    const Analysis& analysis = draft.analysis;
    const LineIndex lines(analysis.document.source);
    Coverage coverage;
    coverage.add(analysis);
    JsonWriter json(out);
    json.begin_object().member("path", draft.path).key("findings").begin_array();
    for (const Finding& finding : analysis.findings)
        if (finding.severity >= options.show) write_finding(json, draft, lines, finding);
    json.end_array().member("statistics", coverage.statistics).member("matched", coverage.matched);
    json.member("unjudged", coverage.unjudged()).end_object();
}

void json_tail(const RunSummary& summary, const ReportOptions&, std::string& out) {
    out += "],";
    JsonWriter json(out);
    write_coverage(json, summary.coverage);
    write_errors(json, summary.errors);
    out += "}\n";
}

void json_tail_without_coverage(const RunSummary& summary, const ReportOptions&, std::string& out) {
    out += "],";
    JsonWriter json(out);
    write_errors(json, summary.errors);
    out += "}\n";
}

void no_tail(const RunSummary&, const ReportOptions&, std::string&) {}

} // namespace statlint
