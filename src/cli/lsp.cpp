#include <csignal>
#include <memory>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "cli/command.hpp"
#include "lsp/server.hpp"

namespace statlint {

std::function<int()> declare_lsp(CLI::App& app) {
    const auto stdio = std::make_shared<bool>(true);
    app.add_flag("--stdio", *stdio, "talk over standard input and output, which it does anyway");
    return [] {
        std::signal(SIGPIPE, SIG_IGN); // a client that is gone is noticed by the write
        return lsp::serve(STDIN_FILENO, STDOUT_FILENO);
    };
}

} // namespace statlint
