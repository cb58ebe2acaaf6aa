#include "lsp/session.hpp"

#include <filesystem>

#include "lsp/diagnostics.hpp"
#include "lsp/uri.hpp"

namespace statlint::lsp {

namespace {

/// Errors of configurations and corpora, each at its file; what is mended is taken back.
void report_files(Session& session) {
    std::map<std::string, Json> by_file;
    for (const auto& [uri, reported] : session.reported_files) by_file[uri] = Json::array();
    for (const Error& error : session.workspace.errors()) {
        if (error.path.empty()) continue;
        const std::string uri = uri_of(std::filesystem::absolute(error.path).lexically_normal().string());
        by_file[uri].push_back(diagnostic_of(error));
    }
    for (auto& [uri, diagnostics] : by_file) {
        const bool any = !diagnostics.empty();
        session.outbox.notify("textDocument/publishDiagnostics",
                              {{"uri", uri}, {"diagnostics", std::move(diagnostics)}});
        if (any)
            session.reported_files[uri] = true;
        else
            session.reported_files.erase(uri);
    }
}

} // namespace

OpenDraft* Session::draft_of(const Json& params) {
    const auto found = drafts.find(params.at("textDocument").at("uri").get_ref<const std::string&>());
    return found == drafts.end() ? nullptr : found->second.get();
}

OpenDraft& Session::checked_draft_of(const Json& params) {
    OpenDraft* draft = draft_of(params);
    if (draft == nullptr) throw RequestError(ErrorCode::invalid_params, "the document is not open");
    return *draft;
}

void Session::stop_if_cancelled() const {
    if (!request.is_null() && inbox.cancelled(request)) throw RequestError(ErrorCode::request_cancelled, "cancelled");
}

void report_changes(Session& session) {
    for (auto& [uri, draft] : session.drafts) {
        if (draft->reported) continue;
        draft->reported = true;
        if (session.client.pulls_diagnostics) continue;
        session.outbox.notify(
            "textDocument/publishDiagnostics",
            {{"uri", uri}, {"version", draft->version()}, {"diagnostics", diagnostics_of(session, *draft)}});
    }
}

void renew_drafts(Session& session) {
    for (auto& [uri, draft] : session.drafts) draft->set_basis(session.workspace.basis_for(draft->path()));
    report_files(session);
    if (session.client.pulls_diagnostics) session.outbox.request("workspace/diagnostic/refresh", nullptr);
}

} // namespace statlint::lsp
