#include <array>

#include "lsp/handlers.hpp"

namespace statlint::lsp {

std::span<const Handler> handlers() {
    static constexpr auto table = std::to_array<Handler>({
        {"initialize", initialize},
        {"initialized", initialized},
        {"shutdown", shut_down},
        {"textDocument/didOpen", did_open},
        {"textDocument/didChange", did_change},
        {"textDocument/didSave", did_save},
        {"textDocument/didClose", did_close},
        {"workspace/didChangeConfiguration", change_configuration},
        {"workspace/didChangeWatchedFiles", change_files},
        {"workspace/didChangeWorkspaceFolders", change_folders},
        {"textDocument/diagnostic", pull_diagnostics},
        {"workspace/diagnostic", pull_workspace_diagnostics},
        {"workspace/executeCommand", execute_command},
        {"textDocument/hover", hover},
        {"textDocument/completion", complete},
        {"textDocument/definition", define},
        {"textDocument/documentSymbol", list_symbols},
        {"textDocument/codeAction", list_code_actions},
    });
    return table;
}

} // namespace statlint::lsp
