// Reviewdog's diagnostic format, one JSON object a line. Columns are UTF-8 bytes, from 1, the end exclusive.
#include "report/finding_place.hpp"
#include "report/formats.hpp"
#include "report/json_writer.hpp"

namespace statlint {

namespace {

void write_position(JsonWriter& json, std::string_view key, const Position& at) {
    json.key(key).begin_object().member("line", at.line).member("column", at.column_bytes).end_object();
}

void write_range(JsonWriter& json, const FindingPlace& place) {
    json.key("range").begin_object();
    write_position(json, "start", place.start);
    write_position(json, "end", place.end);
    json.end_object();
}

std::string_view rdf_severity(Severity severity) {
    if (severity == Severity::error) return "ERROR";
    return severity == Severity::warning ? "WARNING" : "INFO";
}

void write_source(JsonWriter& json, std::string_view rule) {
    json.key("source").begin_object().member("name", "statlint").end_object();
    json.key("code").begin_object().member("value", rule).end_object();
}

} // namespace

void check_rdjsonl(const CheckedDraft& draft, const ReportOptions& options, std::string& out) {
    const LineIndex lines(draft.analysis.document.source);
    for (const Finding* finding : shown_findings(draft, options)) {
        const FindingPlace place = place_of(draft, lines, *finding);
        std::string text = whole_message(*finding, place);
        for (const std::string& note : finding->notes) (text += '\n') += note;
        JsonWriter json(out);
        json.begin_object().member("message", text).key("location").begin_object();
        json.member("path", repository_path(draft.path));
        if (place.location.empty()) write_range(json, place);
        json.end_object().member("severity", rdf_severity(finding->severity));
        write_source(json, finding->rule);
        if (!finding->fixes.empty() && place.location.empty()) {
            json.key("suggestions").begin_array();
            for (const Fix& fix : finding->fixes) {
                json.begin_object();
                write_range(json, place_of(draft, lines, fix.span));
                json.member("text", fix.replacement).end_object();
            }
            json.end_array();
        }
        json.end_object();
        out += '\n';
    }
}

void rdjsonl_tail(const RunSummary& summary, const ReportOptions&, std::string& out) {
    for (const Error& error : summary.errors) {
        JsonWriter json(out);
        json.begin_object().member("message", error.message).key("location").begin_object();
        json.member("path", error.path.empty() ? "." : repository_path(error.path));
        if (error.line > 0) {
            json.key("range").begin_object().key("start").begin_object().member("line", error.line);
            json.end_object().end_object();
        }
        json.end_object().member("severity", "ERROR");
        write_source(json, "unchecked");
        json.end_object();
        out += '\n';
    }
}

} // namespace statlint
