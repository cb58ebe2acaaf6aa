// initialize, initialized, shutdown: what client and server can do.
#include <algorithm>

#include "lsp/handlers.hpp"
#include "lsp/uri.hpp"

namespace statlint::lsp {
namespace {

/// A value deep in an object; null where any step is missing.
Json deep(const Json& object, std::initializer_list<const char*> keys) {
    const Json* at = &object;
    for (const char* key : keys) {
        if (!at->is_object() || !at->contains(key)) return nullptr;
        at = &(*at)[key];
    }
    return *at;
}

bool truth(const Json& object, std::initializer_list<const char*> keys) {
    const Json value = deep(object, keys);
    return value.is_boolean() ? value.get<bool>() : value.is_object();
}

bool lists(const Json& list, std::string_view word) {
    return list.is_array() && std::ranges::any_of(list, [&](const Json& item) { return item == word; });
}

Encoding encoding_for(const Json& offered) {
    // Offsets are bytes here: UTF-8 costs nothing.
    if (lists(offered, "utf-8")) return Encoding::utf8;
    if (lists(offered, "utf-32") && !lists(offered, "utf-16")) return Encoding::utf32;
    return Encoding::utf16;
}

void read_abilities(const Json& can, ClientAbilities& client) {
    client.pulls_diagnostics = truth(can, {"textDocument", "diagnostic"});
    client.related_information = truth(can, {"textDocument", "publishDiagnostics", "relatedInformation"});
    client.markdown_hover = lists(deep(can, {"textDocument", "hover", "contentFormat"}), "markdown");
    client.nested_symbols = truth(can, {"textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport"});
    client.versioned_edits = truth(can, {"workspace", "workspaceEdit", "documentChanges"});
    client.code_action_literals = truth(can, {"textDocument", "codeAction", "codeActionLiteralSupport"});
    client.watches_files = truth(can, {"workspace", "didChangeWatchedFiles", "dynamicRegistration"});
    client.shows_progress = truth(can, {"window", "workDoneProgress"});
}

} // namespace

Json initialize(Session& session, const Json& params) {
    if (session.initialized) throw RequestError(ErrorCode::invalid_request, "initialized already");
    const Json can = deep(params, {"capabilities"});
    read_abilities(can, session.client);
    session.encoding = encoding_for(deep(can, {"general", "positionEncodings"}));
    session.workspace.configure(deep(params, {"initializationOptions"}));
    const Json folders = deep(params, {"workspaceFolders"});
    if (folders.is_array()) {
        for (const Json& folder : folders) session.workspace.add_folder(path_of(folder.value("uri", "")));
    } else if (const Json root = deep(params, {"rootUri"}); root.is_string()) {
        session.workspace.add_folder(path_of(root.get<std::string>()));
    }
    session.initialized = true;
    Json abilities{
        {"positionEncoding", name(session.encoding)},
        {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", true}}},
        {"hoverProvider", true},
        {"definitionProvider", true},
        {"documentSymbolProvider", true},
        {"completionProvider", {{"triggerCharacters", Json::array({"%"})}}},
        {"codeActionProvider", {{"codeActionKinds", {"quickfix", "source.fixAll.statlint"}}}},
        {"executeCommandProvider", {{"commands", {"statlint.checkWorkspace"}}, {"workDoneProgress", true}}},
        {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}},
    };
    if (session.client.pulls_diagnostics)
        abilities["diagnosticProvider"] = {{"identifier", "statlint"},
                                           {"interFileDependencies", false},
                                           {"workspaceDiagnostics", true},
                                           {"workDoneProgress", true}};
    return {{"capabilities", std::move(abilities)}, {"serverInfo", {{"name", "statlint"}}}};
}

Json initialized(Session& session, const Json&) {
    if (!session.client.watches_files) return nullptr; // the server looks at the files itself
    Json watchers = Json::array();
    for (const char* pattern : {"**/.statlint.toml", "**/*.toml", "**/works.json"})
        watchers.push_back({{"globPattern", pattern}});
    session.outbox.request("client/registerCapability",
                           {{"registrations",
                             {{{"id", "statlint-files"},
                               {"method", "workspace/didChangeWatchedFiles"},
                               {"registerOptions", {{"watchers", std::move(watchers)}}}}}}});
    return nullptr;
}

Json shut_down(Session& session, const Json&) {
    report_changes(session); // a script that sends a whole session at once wants to see them
    session.shut_down = true;
    return nullptr;
}

} // namespace statlint::lsp
