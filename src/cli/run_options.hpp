#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/walk.hpp"

namespace CLI {
class App;
}

namespace statlint {

/// Options that say what is read, and against what.
struct RunOptions {
    std::vector<std::string> paths;
    std::string config; ///< empty: the nearest one upward from each file
    std::vector<std::string> corpora;
    bool no_builtin = false;
    std::string stdin_filename;
    std::string format_in;
    std::vector<std::string> exclude;
    std::optional<double> min_confidence;
    std::string color = "auto";
    bool quiet = false;
    std::vector<std::string> outputs; ///< --output, as written
    std::string sign_off;
};

/// Options that only some commands have.
void declare_corpus_options(CLI::App& app, RunOptions& options);
void declare_input_options(CLI::App& app, RunOptions& options);
void declare_output_options(CLI::App& app, RunOptions& options);

/// --output and --sign-off, of commands that check drafts.
void declare_report_options(CLI::App& app, RunOptions& options);

/// Adds --format with the names of a table of report formats.
void declare_format(CLI::App& app, std::string& format, const std::vector<std::string>& names);

/// The names of a table of report formats.
template <class Table> std::vector<std::string> names_of(const Table& table) {
    std::vector<std::string> names;
    for (const auto& entry : table) names.emplace_back(entry.name);
    return names;
}

template <class Table> const auto& by_name(const Table& table, std::string_view name) {
    for (const auto& entry : table)
        if (entry.name == name) return entry;
    return table.front(); // not reached: the option was checked against the same table
}

/// The drafts that the options name, standard input ("-") among them; `configured` as in WalkOptions.
[[nodiscard]] Walk drafts_of(const RunOptions& options,
                             std::function<const Format*(const std::string& path)> configured);

inline constexpr std::string_view standard_input = "-";

} // namespace statlint
