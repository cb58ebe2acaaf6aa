#include "cli/command_table.hpp"

#include <algorithm>
#include <string_view>

#include <CLI/CLI.hpp>

namespace statlint {

namespace {

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

/// The two ways in which validators show a closed list: "TEXT:{a,b}" and "TEXT:a|b".
std::vector<std::string> values_of(std::string_view type) {
    const std::size_t colon = type.find(':');
    if (colon == std::string_view::npos) return {};
    std::string_view list = type.substr(colon + 1);
    if (list.starts_with('{') && list.ends_with('}')) return split(list.substr(1, list.size() - 2), ',');
    if (list.find('|') != std::string_view::npos) return split(list, '|');
    return {};
}

OptionInfo describe(const CLI::Option& option) {
    OptionInfo info;
    const std::string type = option.get_type_name();
    info.text = option.get_description();
    info.values = values_of(type);
    const std::string word = type.substr(0, type.find(':'));
    if (option.get_positional()) {
        info.name = option.get_name();
        info.value = word;
    } else {
        info.name = "--" + option.get_lnames().front();
        if (!option.get_snames().empty()) info.other = "-" + option.get_snames().front();
        if (option.get_items_expected_max() > 0)
            info.value = !info.values.empty() ? "WORD" : word.starts_with("FLOAT") ? "NUMBER" : word;
    }
    constexpr std::string_view files[] = {"FILE", "PATH", "FOLDER", "REPORT"};
    info.takes_file = std::ranges::find(files, info.value) != std::end(files) ||
                      (option.get_positional() && info.value.starts_with("FILE"));
    return info;
}

void collect(const CLI::App& app, const std::string& before, std::vector<CommandInfo>& table) {
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (command->get_group().empty()) continue; // for work on the program itself
        CommandInfo info{.name = before + command->get_name(),
                         .text = command->get_description(),
                         .options = {},
                         .arguments = {},
                         .has_commands = command->get_require_subcommand_min() > 0};
        for (const CLI::Option* option : command->get_options([](const CLI::Option*) { return true; }))
            if (!option->get_group().empty() && (option->get_positional() || !option->get_lnames().empty()))
                (option->get_positional() ? info.arguments : info.options).push_back(describe(*option));
        const std::string name = info.name;
        table.push_back(std::move(info));
        collect(*command, name + " ", table);
    }
}

} // namespace

std::vector<CommandInfo> command_table(const CLI::App& root) {
    std::vector<CommandInfo> table;
    collect(root, "", table);
    return table;
}

} // namespace statlint
