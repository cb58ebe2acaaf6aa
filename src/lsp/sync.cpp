// textDocument/didOpen, didChange, didSave, didClose, and what changes around the drafts.
#include <filesystem>

#include "lsp/handlers.hpp"
#include "lsp/uri.hpp"

namespace statlint::lsp {
namespace {

/// As the configuration says, else by the file's name, else by what the client calls its language. An editor opens all
/// sorts of data; it is a draft only where the configuration says so.
const Format* format_of(Session& session, const std::string& path, const std::string& language) {
    if (const Format* format = session.workspace.format_for(path)) return format->container ? nullptr : format;
    if (const Format* format = format_by_path(path)) return format->container || format->data ? nullptr : format;
    if (language == "plaintext" || language == "text") return format_by_name("text");
    const Format* format = format_by_name(language);
    return format == nullptr || format->container || format->data ? nullptr : format;
}

} // namespace

Json did_open(Session& session, const Json& params) {
    const Json& item = params.at("textDocument");
    const auto uri = item.at("uri").get<std::string>();
    std::string path = path_of(uri);
    const Format* format = format_of(session, path, item.value("languageId", std::string()));
    if (path.empty()) {
        const auto& folders = session.workspace.folders();
        path = (std::filesystem::path(folders.empty() ? "." : folders.front()) / "untitled").string();
    }
    auto draft = std::make_unique<OpenDraft>(uri, path, format, session.encoding);
    draft->set_text(item.at("text").get<std::string>(), item.value("version", std::int64_t{0}));
    const std::size_t errors = session.workspace.errors().size();
    draft->set_basis(session.workspace.basis_for(path));
    session.drafts[uri] = std::move(draft);
    if (session.workspace.errors().size() != errors) renew_drafts(session);
    return nullptr;
}

Json did_change(Session& session, const Json& params) {
    OpenDraft* draft = session.draft_of(params);
    if (draft == nullptr) return nullptr;
    for (const Json& change : params.at("contentChanges")) draft->change(change);
    const Json& version = params["textDocument"].contains("version") ? params["textDocument"]["version"] : Json();
    if (version.is_number_integer()) draft->set_version(version.get<std::int64_t>());
    return nullptr;
}

Json did_save(Session& session, const Json&) {
    if (!session.workspace.outdated()) return nullptr;
    session.workspace.reload();
    renew_drafts(session);
    return nullptr;
}

Json did_close(Session& session, const Json& params) {
    OpenDraft* draft = session.draft_of(params);
    if (draft == nullptr) return nullptr;
    const std::string uri = draft->uri();
    session.drafts.erase(uri);
    if (!session.client.pulls_diagnostics)
        session.outbox.notify("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", Json::array()}});
    return nullptr;
}

Json change_configuration(Session& session, const Json& params) {
    session.workspace.configure(params.value("settings", Json()));
    renew_drafts(session);
    return nullptr;
}

Json change_files(Session& session, const Json&) {
    session.workspace.reload();
    renew_drafts(session);
    return nullptr;
}

Json change_folders(Session& session, const Json& params) {
    const Json& event = params.at("event");
    for (const Json& folder : event.value("removed", Json::array()))
        session.workspace.remove_folder(path_of(folder.value("uri", "")));
    for (const Json& folder : event.value("added", Json::array()))
        session.workspace.add_folder(path_of(folder.value("uri", "")));
    return nullptr;
}

} // namespace statlint::lsp
