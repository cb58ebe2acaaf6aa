#pragma once
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace statlint {

/// An option as the manual and the completions of shells want it.
struct OptionInfo {
    std::string name;                ///< "--format"; of an argument "paths"
    std::string other;               ///< "-q"; empty where there is none
    std::string value;               ///< what follows it: "FILE"; empty for a flag
    std::vector<std::string> values; ///< where only these may follow
    std::string text;
    bool takes_file = false;
};

struct CommandInfo {
    std::string name; ///< "check", "corpus list"
    std::string text;
    std::vector<OptionInfo> options;
    std::vector<OptionInfo> arguments;
    bool has_commands = false; ///< "corpus": a word has to follow
};

/// All commands of the program as they are declared, so that neither manual nor completion can lag behind. `root` is
/// the program itself.
[[nodiscard]] std::vector<CommandInfo> command_table(const CLI::App& root);

} // namespace statlint
