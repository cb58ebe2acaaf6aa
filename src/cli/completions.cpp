// statlint completions SHELL: what a shell needs to complete command lines of statlint.
#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/command_table.hpp"
#include "cli/terminal.hpp"
#include "rules/analysis.hpp"

namespace statlint {

namespace {

using Table = std::vector<CommandInfo>;

/// The words that may come behind `command`: "" are the commands themselves, "corpus" its own.
std::vector<const CommandInfo*> commands_below(const Table& table, const std::string& command) {
    const std::string prefix = command.empty() ? "" : command + " ";
    std::vector<const CommandInfo*> below;
    for (const CommandInfo& info : table)
        if (info.name.starts_with(prefix) && info.name.find(' ', prefix.size()) == std::string::npos &&
            info.name != command)
            below.push_back(&info);
    return below;
}

std::string last_word(const std::string& name) {
    return name.substr(name.rfind(' ') + 1);
}

bool takes_files(const CommandInfo& command) {
    return std::ranges::any_of(command.arguments, &OptionInfo::takes_file);
}

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, " "));
}

/// Words that stand where an argument does: rule ids behind `explain`, shells behind `completions`.
std::vector<std::string> argument_words(const CommandInfo& command) {
    for (const OptionInfo& argument : command.arguments)
        if (!argument.values.empty()) return argument.values;
    if (command.name != "explain") return {};
    std::vector<std::string> rules;
    if (const auto knowledge = load_knowledge({}, true))
        for (const RuleInfo& rule : rules_of(**knowledge)) rules.push_back(rule.id);
    return rules;
}

constexpr std::string_view bash_head = R"(# Completion of statlint for bash: source this file, or put it into
# ~/.local/share/bash-completion/completions/statlint
_statlint() {
    local cur=${COMP_WORDS[COMP_CWORD]} option= command= word i
    # Bash splits --format=text into three words.
    if [[ $cur == = ]]; then option=${COMP_WORDS[COMP_CWORD-1]} cur=
    elif ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[COMP_CWORD-1]} == = ]]; then option=${COMP_WORDS[COMP_CWORD-2]}
    elif ((COMP_CWORD > 0)) && [[ ${COMP_WORDS[COMP_CWORD-1]} == --* ]]; then option=${COMP_WORDS[COMP_CWORD-1]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case "$command|$word" in
)";

constexpr std::string_view bash_tail = R"(}
complete -F _statlint statlint
)";

std::string bash(const Table& table) {
    std::string out(bash_head);
    for (const CommandInfo& command : table) {
        const std::size_t space = command.name.rfind(' ');
        const std::string above = space == std::string::npos ? "" : command.name.substr(0, space);
        out += fmt::format("            '{}|{}') command='{}' ;;\n", above, last_word(command.name), command.name);
    }
    out += "        esac\n    done\n    case \"$command|$option\" in\n";
    // Without a command it is check that reads the options.
    const auto pattern = [](const CommandInfo& command, std::string_view option) {
        const std::string own = fmt::format("'{}|{}'", command.name, option);
        return command.name == "check" ? fmt::format("{}|'|{}'", own, option) : own;
    };
    for (const CommandInfo& command : table)
        for (const OptionInfo& option : command.options) {
            if (option.value.empty()) continue;
            const std::string what = !option.values.empty() ? fmt::format("-W '{}'", joined(option.values))
                                     : option.takes_file    ? "-f"
                                                            : "-W ''";
            out += fmt::format("        {}) mapfile -t COMPREPLY < <(compgen {} -- \"$cur\"); return ;;\n",
                               pattern(command, option.name), what);
        }
    out += "    esac\n    case \"$command|$cur\" in\n";
    for (const CommandInfo& command : table) {
        std::vector<std::string> options;
        options.reserve(command.options.size());
        for (const OptionInfo& option : command.options) options.push_back(option.name);
        out += fmt::format("        '{}|'-*{}) mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$cur\") ;;\n",
                           command.name, command.name == "check" ? "|'|'-*" : "", joined(options));
        std::vector<std::string> words = argument_words(command);
        for (const CommandInfo* below : commands_below(table, command.name)) words.push_back(last_word(below->name));
        out += fmt::format("        '{}|'*) mapfile -t COMPREPLY < <(compgen {}-W '{}' -- \"$cur\") ;;\n", command.name,
                           takes_files(command) ? "-f " : "", joined(words));
    }
    std::vector<std::string> names;
    for (const CommandInfo* command : commands_below(table, "")) names.push_back(command->name);
    out += fmt::format("        *) mapfile -t COMPREPLY < <(compgen -f -W '{}' -- \"$cur\") ;;\n    esac\n",
                       joined(names));
    out += "    compopt -o filenames 2>/dev/null\n";
    return out += bash_tail;
}

/// A text inside '…' of zsh's _arguments, where brackets and colons mean something.
std::string zsh_text(std::string_view text) {
    std::string made;
    for (const char c : text) {
        if (c == '\'')
            made += "'\\''";
        else {
            if (c == '[' || c == ']' || c == ':' || c == '\\') made += '\\';
            made += c;
        }
    }
    return made;
}

std::string zsh_arguments(const CommandInfo& command) {
    std::string out;
    for (const OptionInfo& option : command.options) {
        std::string action;
        if (!option.values.empty())
            action = fmt::format(":{}:({})", option.value, joined(option.values));
        else if (!option.value.empty())
            action = fmt::format(":{}:{}", zsh_text(option.value), option.takes_file ? "_files" : " ");
        out += fmt::format(" \\\n        '*{}{}[{}]{}'", option.name, option.value.empty() ? "" : "=",
                           zsh_text(option.text), action);
    }
    if (const std::vector<std::string> words = argument_words(command); !words.empty() && !takes_files(command))
        out += fmt::format(" \\\n        '*:word:({})'", joined(words));
    else if (!words.empty())
        out +=
            fmt::format(" \\\n        '*:word:_alternative \"words:word:({})\" \"files:file:_files\"'", joined(words));
    else if (takes_files(command))
        out += " \\\n        '*:file:_files'";
    return out;
}

std::string zsh(const Table& table) {
    std::string out =
        "#compdef statlint\n# Completion of statlint for zsh: put it as _statlint into a folder of $fpath.\n"
        "_statlint() {\n    local command=\n    local -a commands\n"
        "    case $words[2] in\n";
    for (const CommandInfo* command : commands_below(table, "")) {
        out += fmt::format("        {})", command->name);
        if (command->has_commands) {
            out += "\n            case $words[3] in\n";
            for (const CommandInfo* below : commands_below(table, command->name))
                out += fmt::format("                {}) command='{}'; shift 2 words; ((CURRENT -= 2)) ;;\n",
                                   last_word(below->name), below->name);
            out += fmt::format("                *) command='{}' ;;\n            esac ;;\n", command->name);
        } else {
            out += fmt::format(" command={}; shift words; ((CURRENT -= 1)) ;;\n", command->name);
        }
    }
    out += "    esac\n    case $command in\n";
    const auto described = [&](const std::string& above) {
        std::string list;
        for (const CommandInfo* command : commands_below(table, above))
            list += fmt::format(" '{}:{}'", last_word(command->name), zsh_text(command->text));
        return list;
    };
    for (const CommandInfo& command : table) {
        if (command.has_commands)
            out += fmt::format("        '{}') commands=({}); _describe command commands ;;\n", command.name,
                               described(command.name));
        else
            out += fmt::format("        '{}') _arguments{} ;;\n", command.name, zsh_arguments(command));
    }
    // Without a command it is check that reads the line.
    out += "        *)\n            if ((CURRENT == 2)) && [[ $PREFIX != -* ]]; then\n";
    out += fmt::format("                commands=({})\n                _describe command commands\n", described(""));
    out += "                _files\n            else\n                _arguments";
    for (const CommandInfo& command : table)
        if (command.name == "check") out += zsh_arguments(command);
    return out += "\n            fi ;;\n    esac\n}\n_statlint \"$@\"\n";
}

std::string fish_text(std::string_view text) {
    std::string made = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') made += '\\';
        made += c;
    }
    return made + "'";
}

std::string fish(const Table& table) {
    std::string out = "# Completion of statlint for fish: put it into ~/.config/fish/completions/statlint.fish\n";
    std::vector<std::string> names;
    for (const CommandInfo* command : commands_below(table, "")) names.push_back(command->name);
    const std::string none = fmt::format("not __fish_seen_subcommand_from {}", joined(names));
    for (const CommandInfo& command : table) {
        const std::size_t space = command.name.find(' ');
        std::string here = none;
        if (space != std::string::npos) {
            std::vector<std::string> siblings;
            const std::string above = command.name.substr(0, space);
            for (const CommandInfo* below : commands_below(table, above)) siblings.push_back(last_word(below->name));
            here = fmt::format("__fish_seen_subcommand_from {}; and not __fish_seen_subcommand_from {}", above,
                               joined(siblings));
        }
        out += fmt::format("complete -c statlint -n {} {}-a {} -d {}\n", fish_text(here),
                           space == std::string::npos ? "" : "-f ", last_word(command.name), fish_text(command.text));
        std::string inside;
        for (std::size_t at = 0; at <= command.name.size();) {
            const std::size_t end = std::min(command.name.find(' ', at), command.name.size());
            inside += fmt::format("{}__fish_seen_subcommand_from {}", inside.empty() ? "" : "; and ",
                                  command.name.substr(at, end - at));
            at = end + 1;
        }
        // Without a command it is check that reads the options.
        if (command.name == "check") inside += "; or " + none;
        if (!takes_files(command)) out += fmt::format("complete -c statlint -n {} -f\n", fish_text(inside));
        if (const std::vector<std::string> words = argument_words(command); !words.empty())
            out += fmt::format("complete -c statlint -n {} -a {}\n", fish_text(inside), fish_text(joined(words)));
        for (const OptionInfo& option : command.options) {
            out += fmt::format("complete -c statlint -n {} -l {}", fish_text(inside), option.name.substr(2));
            if (option.other.size() == 2) out += fmt::format(" -s {}", option.other.substr(1));
            if (!option.values.empty())
                out += fmt::format(" -x -a {}", fish_text(joined(option.values)));
            else if (!option.value.empty())
                out += option.takes_file ? " -r -F" : " -x";
            out += fmt::format(" -d {}\n", fish_text(option.text));
        }
    }
    return out;
}

} // namespace

std::function<int()> declare_completions(CLI::App& app) {
    auto shell = std::make_shared<std::string>();
    app.add_option("shell", *shell, "bash, zsh or fish")
        ->required()
        ->type_name("SHELL")
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    return [shell, &app] {
        const Table table = command_table(*app.get_parent());
        print(*shell == "bash" ? bash(table) : *shell == "zsh" ? zsh(table) : fish(table));
        return exit_clean;
    };
}

} // namespace statlint
