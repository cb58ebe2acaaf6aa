// workspace/diagnostic, and the command that checks the workspace for clients that don't pull: both with progress.
#include <fmt/format.h>

#include "cli/read_file.hpp"
#include "cli/walk.hpp"
#include "lsp/diagnostics.hpp"
#include "lsp/handlers.hpp"
#include "lsp/uri.hpp"

namespace statlint::lsp {
namespace {

/// Tells the client how far a long request has come, where it wants to know.
class Progress {
  public:
    Progress(Session& session, const Json& params) : session_(session) {
        if (params.contains("workDoneToken")) {
            token_ = params["workDoneToken"];
        } else if (session.client.shows_progress) {
            token_ = fmt::format("statlint-check-{}", ++session.progress_tokens);
            session.outbox.request("window/workDoneProgress/create", {{"token", token_}});
        }
        send({{"kind", "begin"}, {"title", "Checking statistics"}, {"cancellable", true}, {"percentage", 0}});
    }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { send({{"kind", "end"}}); }

    void report(std::size_t done, std::size_t all) {
        send({{"kind", "report"},
              {"message", fmt::format("{} of {} files", done, all)},
              {"percentage", done * 100 / all}});
    }

  private:
    void send(Json value) {
        if (!token_.is_null()) session_.outbox.notify("$/progress", {{"token", token_}, {"value", std::move(value)}});
    }

    Session& session_;
    Json token_;
};

/// Hands the diagnostics of each draft of the folders to `take`; an open draft is checked as it is in the editor.
template <class Take> void check_folders(Session& session, const Json& params, Take take) {
    if (session.workspace.folders().empty()) return;
    WalkOptions options;
    options.configured = [&](const std::string& path) { return session.workspace.format_for(path); };
    const Walk walk = find_drafts(session.workspace.folders(), options);
    Progress progress(session, params);
    std::size_t done = 0;
    for (const FoundDraft& found : walk.drafts) {
        session.stop_if_cancelled();
        const std::string uri = uri_of(found.path);
        if (const auto open = session.drafts.find(uri); open != session.drafts.end()) {
            take(uri, Json(open->second->version()), diagnostics_of(session, *open->second));
        } else if (!found.format->container) {
            const Basis basis = session.workspace.basis_for(found.path);
            const auto bytes = read_file(found.path);
            if (basis.knowledge != nullptr && !basis.ignored && bytes) {
                auto document = found.format->read(*bytes);
                Json items = Json::array();
                if (document) {
                    const Policy policy =
                        basis.policy_with(document->bibliographies, std::filesystem::path(found.path).parent_path());
                    const Analysis analysis = analyse(std::move(*document), *basis.knowledge, policy);
                    const Positions positions(*bytes, session.encoding);
                    items = diagnostics_of(session, analysis, corpus_of(*basis.knowledge), positions);
                } else {
                    items.push_back(diagnostic_of(document.error()));
                }
                take(uri, Json(), std::move(items));
            }
        }
        progress.report(++done, walk.drafts.size());
    }
}

} // namespace

Json pull_workspace_diagnostics(Session& session, const Json& params) {
    Json items = Json::array();
    check_folders(session, params, [&](const std::string& uri, Json version, Json diagnostics) {
        items.push_back(
            {{"kind", "full"}, {"uri", uri}, {"version", std::move(version)}, {"items", std::move(diagnostics)}});
    });
    return {{"items", std::move(items)}};
}

Json execute_command(Session& session, const Json& params) {
    if (params.at("command") != "statlint.checkWorkspace")
        throw RequestError(ErrorCode::invalid_params, "unknown command");
    std::size_t drafts = 0;
    std::size_t findings = 0;
    check_folders(session, params, [&](const std::string& uri, Json, Json diagnostics) {
        ++drafts;
        findings += diagnostics.size();
        session.outbox.notify("textDocument/publishDiagnostics",
                              {{"uri", uri}, {"diagnostics", std::move(diagnostics)}});
    });
    return {{"drafts", drafts}, {"findings", findings}};
}

} // namespace statlint::lsp
