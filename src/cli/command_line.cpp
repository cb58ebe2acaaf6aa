#include <algorithm>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "rules/analysis.hpp"

namespace statlint {

namespace {

constexpr std::string_view footer = "Without a command, `statlint PATH...` means `statlint check PATH...`.\n"
                                    "Exit code: 0 nothing to report, 1 findings, 2 something could not be checked.";

/// The program, and the corpus that is built into it.
std::string version_text() {
    const auto knowledge = load_knowledge({}, true);
    if (!knowledge) return "statlint " STATLINT_VERSION; // not reached: the tests load it
    const Corpus& corpus = corpus_of(**knowledge);
    return fmt::format("statlint " STATLINT_VERSION "\ncorpus {}: {} figures, {} works\nsha256 {}", corpus.edition,
                       corpus.figures.size(), corpus.works.size(), corpus.hash);
}

/// The command that is meant; all of them where the line asks for no single one. Declaring a dozen of them takes longer
/// than reading a short draft.
std::span<const Command> to_declare(const std::vector<std::string>& words) {
    if (words.empty()) return commands();
    const auto meant = std::ranges::find(commands(), std::string_view(words.front()), &Command::name);
    return meant == commands().end() || meant->tells_of_all ? commands() : std::span(&*meant, 1);
}

/// `statlint draft.md` and `statlint --format=json draft.md` mean `check`.
std::vector<std::string> with_command(int argc, char** argv) {
    std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    if (words.empty()) return words;
    const std::string& first = words.front();
    const bool known = std::ranges::any_of(commands(), [&](const Command& c) { return c.name == first; });
    const bool global = first == "--help" || first == "-h" || first == "--version";
    if (!known && !global) words.insert(words.begin(), "check");
    return words;
}

int parse_and_run(int argc, char** argv) {
    CLI::App app("Checks the statistics that a draft quotes against a corpus of study figures.", "statlint");
    app.set_version_flag("--version", version_text);
    app.require_subcommand(1);
    app.footer(std::string(footer));
    std::function<int()> chosen;
    std::vector<std::string> words = with_command(argc, argv);
    for (const Command& command : to_declare(words)) {
        CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
        // Written after the options are parsed: a command's callback comes last.
        sub->final_callback([&chosen, run = command.declare(*sub)] { chosen = run; });
    }
    if (words.empty()) {
        std::fputs(app.help().c_str(), stdout);
        return exit_trouble;
    }
    std::ranges::reverse(words); // as CLI11 wants it
    try {
        app.parse(std::move(words));
    } catch (const CLI::Success& help) {
        return app.exit(help);
    } catch (const CLI::ParseError& error) {
        print_error({.message = error.what(), .path = {}});
        return exit_trouble;
    }
    return chosen ? chosen() : exit_trouble;
}

} // namespace

int run_command_line(int argc, char** argv) {
    int code = exit_trouble;
    try {
        code = parse_and_run(argc, argv);
    } catch (const std::exception& error) {
        print_error({.message = std::string("internal error: ") + error.what(), .path = {}});
        return exit_trouble;
    }
    // A report that could not be written (disk full) must not look like a clean one.
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        print_error({.message = "the output could not be written", .path = {}});
        return exit_trouble;
    }
    return code;
}

} // namespace statlint
