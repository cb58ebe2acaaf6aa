#pragma once
#include <functional>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

namespace statlint {

/// What the program's exit code says; scripts rely on it.
enum ExitCode : int {
    exit_clean = 0,    ///< nothing at or above the fail level
    exit_findings = 1, ///< findings, or too little coverage
    exit_trouble = 2,  ///< wrong usage, unreadable input, bad corpus or configuration: even when other files were fine
};

/// A command of the program: `statlint NAME …`.
struct Command {
    std::string_view name;
    std::string_view summary;
    /// Declares the options on `app`; what it returns runs after they are parsed and gives the exit code.
    std::function<int()> (*declare)(CLI::App& app);
    bool tells_of_all = false; ///< it describes the other commands, which have to be declared then
};

/// All commands; to add one, write src/cli/NAME.cpp and a line in the table of registry.cpp.
[[nodiscard]] std::span<const Command> commands();

/// The whole program: parses the line (without a command it means `check`), runs, gives the exit code.
[[nodiscard]] int run_command_line(int argc, char** argv);

} // namespace statlint
