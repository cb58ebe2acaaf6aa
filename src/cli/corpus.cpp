// `statlint corpus …`: the sub-commands and what they share, a loaded corpus.
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "cli/corpus_commands.hpp"
#include "cli/settings.hpp"
#include "cli/terminal.hpp"

namespace statlint {

namespace {

constexpr CorpusCommand table[] = {
    {"check", "read the corpora and report every error", "path", corpus_check},
    {"list", "list figures; with a work's id those of that work", "work", corpus_list},
    {"show", "show a figure, a finding or a work", "id", corpus_show},
    {"search", "list the figures whose description has all the words", "word", corpus_search},
    {"test", "run the accept and reject sentences of the figures", "figure", corpus_test},
    {"cite", "print a work, or the work of a figure, as a reference", "id", corpus_cite},
};

struct CorpusOptions {
    RunOptions run;
    std::vector<std::string> words;
    std::string style = "apa";
    const CorpusCommand* command = nullptr;
};

int run_on_corpus(const CorpusOptions& chosen) {
    RunOptions options = chosen.run;
    if (chosen.command->run == corpus_check)
        options.corpora.insert(options.corpora.end(), chosen.words.begin(), chosen.words.end());
    Settings settings(options);
    // The configuration of the current folder holds, as for a draft that lies in it.
    const Config* config = settings.config_for("draft");
    const Knowledge* knowledge = config == nullptr ? nullptr : settings.knowledge_for(*config);
    if (knowledge == nullptr) {
        print_errors(settings.errors());
        return exit_trouble;
    }
    return chosen.command->run({.knowledge = *knowledge,
                                .words = chosen.words,
                                .style = cite_style_by_name(chosen.style).value_or(CiteStyle::apa)});
}

} // namespace

std::function<int()> declare_corpus(CLI::App& app) {
    auto options = std::make_shared<CorpusOptions>();
    app.require_subcommand(1);
    for (const CorpusCommand& command : table) {
        CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
        sub->add_option(std::string(command.argument) + "s", options->words)->type_name(std::string(command.argument));
        declare_corpus_options(*sub, options->run);
        if (command.run == corpus_cite)
            sub->add_option("--style", options->style, "citation style")
                ->check(CLI::IsMember({"apa", "vancouver", "harvard", "agsm", "footnote", "pandoc"}))
                ->capture_default_str();
        sub->callback([options, &command] { options->command = &command; });
    }
    return [options] { return run_on_corpus(*options); };
}

} // namespace statlint
