#include "cli/run_options.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "corpus/closest_name.hpp"

namespace statlint {

namespace {

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const Format& format : formats()) names.emplace_back(format.name);
    return names;
}

/// Like CLI::IsMember, with the word that was probably meant.
CLI::Validator one_of(const std::vector<std::string>& known) {
    const auto check = [known](std::string& written) -> std::string {
        if (std::ranges::find(known, written) != known.end()) return {};
        const std::vector<std::string_view> views(known.begin(), known.end());
        return fmt::format("unknown value \"{}\"{} Known are {}", written,
                           closest_name(written, views).empty() ? "." : did_you_mean(written, views),
                           fmt::join(known, ", "));
    };
    return {check, fmt::format("{}", fmt::join(known, "|")), "one_of"};
}

} // namespace

void declare_corpus_options(CLI::App& app, RunOptions& options) {
    app.add_option("--config", options.config, "use FILE instead of the nearest .statlint.toml")->type_name("FILE");
    app.add_option("--corpus", options.corpora, "add the corpus in a file or folder; may be repeated")
        ->type_name("PATH")
        ->expected(1)
        ->take_all()
        ->allow_extra_args(false);
    app.add_flag("--no-builtin", options.no_builtin, "leave out the corpus that is built into the program");
}

void declare_input_options(CLI::App& app, RunOptions& options) {
    app.add_option("paths", options.paths, "files, folders, or - for standard input; default: the current folder")
        ->type_name("PATH");
    app.add_option("--stdin-filename", options.stdin_filename, "what - is called in reports; tells format and config")
        ->type_name("PATH");
    app.add_option("--format-in", options.format_in, "read named files and - as this format, whatever their name")
        ->check(one_of(format_names()));
    app.add_option("--exclude", options.exclude, "leave out files that match, as in .gitignore; may be repeated")
        ->type_name("GLOB")
        ->expected(1)
        ->take_all()
        ->allow_extra_args(false);
    app.add_option("--min-confidence", options.min_confidence, "be silent about matches below this score, 0 to 1")
        ->check(CLI::Range(0.0, 1.0));
}

void declare_output_options(CLI::App& app, RunOptions& options) {
    app.add_option("--color", options.color, "colour the text format")->check(one_of({"auto", "always", "never"}));
    app.add_flag("--quiet,-q", options.quiet, "no coverage line and no progress bar");
}

void declare_report_options(CLI::App& app, RunOptions& options) {
    app.add_option("--output", options.outputs,
                   "write a report into a file too: FORMAT=FILE, or FILE whose extension tells; may be repeated")
        ->type_name("REPORT")
        ->expected(1)
        ->take_all()
        ->allow_extra_args(false);
    app.add_option("--sign-off", options.sign_off, "who vouches for the drafts, for the html report")
        ->type_name("NAME");
}

void declare_format(CLI::App& app, std::string& format, const std::vector<std::string>& names) {
    app.add_option("--format", format, "output format")->check(one_of(names))->capture_default_str();
}

Walk drafts_of(const RunOptions& options, std::function<const Format*(const std::string& path)> configured) {
    WalkOptions walk_options{.configured = std::move(configured), .exclude = {}};
    walk_options.format = options.format_in.empty() ? nullptr : format_by_name(options.format_in);
    for (const std::string& glob : options.exclude) walk_options.exclude.add_line(glob);
    std::vector<std::string> paths = options.paths;
    if (paths.empty()) paths.emplace_back(".");
    const bool from_stdin = std::erase(paths, standard_input) > 0;
    Walk walk = find_drafts(paths, walk_options);
    if (!from_stdin) return walk;
    const Format* format = walk_options.format;
    if (format == nullptr && !options.stdin_filename.empty()) {
        format = walk_options.configured(options.stdin_filename);
        if (format == nullptr) format = format_by_path(options.stdin_filename);
    }
    if (format == nullptr && !options.stdin_filename.empty())
        walk.errors.push_back({.message = "unknown format; --format-in names it", .path = options.stdin_filename});
    else
        walk.drafts.insert(walk.drafts.begin(), {.path = std::string(standard_input), .format = format});
    return walk;
}

} // namespace statlint
