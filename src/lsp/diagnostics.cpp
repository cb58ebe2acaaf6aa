// textDocument/diagnostic, and what is published without being asked for.
#include "lsp/diagnostics.hpp"

#include <algorithm>

#include "lsp/corpus_place.hpp"
#include "lsp/handlers.hpp"

namespace statlint::lsp {
namespace {

int severity_of(Severity severity) {
    return severity == Severity::error ? 1 : severity == Severity::warning ? 2 : 3;
}

} // namespace

Json diagnostic_of(const Error& error) {
    const int line = std::max(error.line - 1, 0);
    const int column = std::max(error.column - 1, 0);
    const Json at{{"line", line}, {"character", column}};
    return {
        {"range", {{"start", at}, {"end", at}}}, {"severity", 1}, {"source", "statlint"}, {"message", error.message}};
}

Json diagnostic_of(const Finding& finding, const Session& session, const Analysis& analysis, const Corpus& corpus,
                   const Positions& positions) {
    Json diagnostic{{"range", positions.range(analysis.document.to_source(finding.span))},
                    {"severity", severity_of(finding.severity)},
                    {"code", finding.rule},
                    {"source", "statlint"}};
    std::string message = finding.message;
    const Json place = finding.figure < corpus.figures.size() ? place_of(corpus.figures[finding.figure]) : Json();
    const bool related = session.client.related_information && !place.is_null();
    Json information = Json::array();
    for (const std::string& note : finding.notes) {
        if (related)
            information.push_back({{"location", place}, {"message", note}});
        else
            message += "\n" + note;
    }
    if (!information.empty()) diagnostic["relatedInformation"] = std::move(information);
    diagnostic["message"] = std::move(message);
    return diagnostic;
}

Json diagnostics_of(const Session& session, const Analysis& analysis, const Corpus& corpus,
                    const Positions& positions) {
    Json diagnostics = Json::array();
    for (const Finding& finding : analysis.findings)
        if (finding.severity >= session.workspace.show())
            diagnostics.push_back(diagnostic_of(finding, session, analysis, corpus, positions));
    return diagnostics;
}

Json diagnostics_of(Session& session, OpenDraft& draft) {
    if (draft.ignored()) return Json::array();
    const Analysis* analysis = draft.analysis();
    if (analysis != nullptr) return diagnostics_of(session, *analysis, draft.corpus(), draft.positions());
    Json diagnostics = Json::array();
    if (draft.trouble()) diagnostics.push_back(diagnostic_of(*draft.trouble()));
    return diagnostics;
}

Json pull_diagnostics(Session& session, const Json& params) {
    OpenDraft& draft = session.checked_draft_of(params);
    return {{"kind", "full"}, {"items", diagnostics_of(session, draft)}};
}

} // namespace statlint::lsp
