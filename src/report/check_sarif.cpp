// SARIF 2.1.0, for GitHub code scanning, VS Code and whoever collects results. Columns are UTF-16 units: those viewers
// count so, also where they don't read `columnKind`.
#include <fmt/format.h>

#include "report/finding_place.hpp"
#include "report/formats.hpp"
#include "report/json_writer.hpp"
#include "rules/fingerprint.hpp"

namespace statlint {

namespace {

std::string_view level(Severity severity) {
    return severity == Severity::off ? "none" : name(severity); // "note", "warning" and "error" are SARIF's own words
}

/// A path as a URI: relative to the repository, or file:// where it is absolute.
std::string uri_of(std::string_view path) {
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : repository_path(path)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || std::string_view("/-._~").find(c) != std::string_view::npos;
        uri += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return uri;
}

void write_artifact(JsonWriter& json, std::string_view path) {
    json.key("artifactLocation").begin_object().member("uri", uri_of(path));
    if (!path.starts_with('/')) json.member("uriBaseId", "SRCROOT");
    json.end_object();
}

void write_region(JsonWriter& json, std::string_view key, const FindingPlace& place) {
    json.key(key).begin_object().member("startLine", place.start.line);
    json.member("startColumn", place.start.column_utf16).member("endLine", place.end.line);
    json.member("endColumn", place.end.column_utf16);
}

void write_location(JsonWriter& json, const CheckedDraft& draft, const LineIndex& lines, const Finding& finding,
                    const FindingPlace& place) {
    json.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
    write_artifact(json, draft.path);
    // A container has no lines; consumers want a region all the same, and get its beginning.
    const bool lined = place.location.empty();
    write_region(json, "region", lined ? place : FindingPlace{});
    const SourceSpan span = source_of(draft.analysis.document, finding);
    json.key("snippet").begin_object().member("text", draft.analysis.document.view(span)).end_object();
    json.end_object();
    // Tools show the lines around a result; whole ones, so that nobody has to open the file.
    if (lined && place.start.line == place.end.line && lines.line(place.start.line).size() < 2000) {
        json.key("contextRegion").begin_object().member("startLine", place.start.line);
        json.key("snippet").begin_object().member("text", lines.line(place.start.line)).end_object().end_object();
    }
    json.end_object();
    if (!lined) {
        json.key("logicalLocations").begin_array().begin_object();
        json.member("fullyQualifiedName", place.location).end_object().end_array();
    }
    json.end_object().end_array();
}

void write_fixes(JsonWriter& json, const CheckedDraft& draft, const LineIndex& lines, const Finding& finding) {
    json.key("fixes").begin_array();
    for (const Fix& fix : finding.fixes) {
        json.begin_object().key("description").begin_object();
        json.member("text", fmt::format("Write \"{}\".", fix.replacement)).end_object();
        json.key("artifactChanges").begin_array().begin_object();
        write_artifact(json, draft.path);
        json.key("replacements").begin_array().begin_object();
        write_region(json, "deletedRegion", place_of(draft, lines, fix.span));
        json.end_object().key("insertedContent").begin_object().member("text", fix.replacement).end_object();
        json.end_object().end_array().end_object().end_array().end_object();
    }
    json.end_array();
}

void write_result(JsonWriter& json, const CheckedDraft& draft, const LineIndex& lines, const Finding& finding) {
    const FindingPlace place = place_of(draft, lines, finding);
    std::string message = whole_message(finding, place) + ".";
    for (const std::string& note : finding.notes) (message += '\n') += note;
    json.begin_object().member("ruleId", finding.rule).member("level", level(finding.severity));
    json.key("message").begin_object().member("text", message).end_object();
    write_location(json, draft, lines, finding, place);
    json.key("partialFingerprints").begin_object();
    json.member("statlint/v1", fingerprint(draft.analysis, draft.corpus, finding)).end_object();
    if (!finding.fixes.empty() && place.location.empty()) write_fixes(json, draft, lines, finding);
    if (finding.figure < draft.corpus.figures.size())
        json.key("properties").begin_object().member("figure", draft.corpus.figures[finding.figure].id).end_object();
    json.end_object();
}

void write_rule(JsonWriter& json, const RuleInfo& rule) {
    const std::string example = rule.bad.empty() ? "" : fmt::format("\n\nWrong: {}", rule.bad);
    const std::string better = rule.good.empty() ? "" : fmt::format("\n\nRight: {}", rule.good);
    json.begin_object().member("id", rule.id);
    json.key("shortDescription").begin_object().member("text", rule.summary + ".").end_object();
    json.key("fullDescription").begin_object().member("text", rule.text).end_object();
    json.key("help").begin_object().member("text", rule.text + example + better).end_object();
    json.key("defaultConfiguration").begin_object();
    // What is off by default is reported only where the house asked for it.
    json.member("enabled", rule.severity != Severity::off).member("level", level(rule.severity)).end_object();
    json.end_object();
}

void write_errors(JsonWriter& json, std::span<const Error> errors) {
    json.key("invocations").begin_array().begin_object().member("executionSuccessful", errors.empty());
    json.key("toolExecutionNotifications").begin_array();
    for (const Error& error : errors) {
        json.begin_object().member("level", "error").key("message").begin_object();
        json.member("text", error.message + ".").end_object();
        if (!error.path.empty()) {
            json.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
            write_artifact(json, error.path);
            if (error.line > 0) {
                json.key("region").begin_object().member("startLine", error.line);
                if (error.column > 0) json.member("startColumn", error.column);
                json.end_object();
            }
            json.end_object().end_object().end_array();
        }
        json.end_object();
    }
    json.end_array().end_object().end_array();
}

} // namespace

void check_sarif(const CheckedDraft& draft, const ReportOptions& options, std::string& out) {
    const LineIndex lines(draft.analysis.document.source);
    bool first = true;
    for (const Finding* finding : shown_findings(draft, options)) {
        if (!first) out += ',';
        first = false;
        JsonWriter json(out);
        write_result(json, draft, lines, *finding);
    }
}

void sarif_tail(const RunSummary& summary, const ReportOptions&, std::string& out) {
    out += "],";
    JsonWriter json(out);
    json.key("tool").begin_object().key("driver").begin_object().member("name", "statlint");
    json.member("version", STATLINT_VERSION).member("semanticVersion", STATLINT_VERSION);
    json.member("informationUri", STATLINT_HOMEPAGE).key("rules").begin_array();
    for (const RuleInfo& rule : summary.rules) write_rule(json, rule);
    json.end_array().end_object().end_object();
    json.member("columnKind", "utf16CodeUnits");
    json.key("originalUriBaseIds").begin_object().key("SRCROOT").begin_object().key("description").begin_object();
    json.member("text", "The folder that statlint was run in.").end_object().end_object().end_object();
    write_errors(json, summary.errors);
    json.key("properties").begin_object().key("corpus").begin_object();
    json.member("edition", summary.edition).member("sha256", summary.hash).end_object();
    json.key("coverage").begin_object().member("statistics", summary.coverage.statistics);
    json.member("matched", summary.coverage.matched).member("unjudged", summary.coverage.unjudged());
    json.member("skippedFiles", summary.coverage.skipped).end_object().end_object();
    out += "}]}\n";
}

} // namespace statlint
