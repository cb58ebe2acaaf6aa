#include <array>

#include "cli/command.hpp"

namespace statlint {

std::function<int()> declare_check(CLI::App& app);
std::function<int()> declare_audit(CLI::App& app);
std::function<int()> declare_lsp(CLI::App& app);
std::function<int()> declare_fix(CLI::App& app);
std::function<int()> declare_annotate(CLI::App& app);
std::function<int()> declare_extract(CLI::App& app);
std::function<int()> declare_corpus(CLI::App& app);
std::function<int()> declare_explain(CLI::App& app);
std::function<int()> declare_init(CLI::App& app);
std::function<int()> declare_completions(CLI::App& app);
std::function<int()> declare_man(CLI::App& app);

namespace {

constexpr auto table = std::to_array<Command>({
    {"check", "report misquotes and missing or wrong citations (the default)", declare_check},
    {"audit", "list every statistic with its figure, verdict and citation", declare_audit},
    {"lsp", "serve an editor over standard input and output", declare_lsp},
    {"fix", "write the right numbers into the drafts", declare_fix},
    {"annotate", "write the findings into a copy of a Word file or OpenDocument text, as comments", declare_annotate},
    {"extract", "list every quantity; needs no corpus", declare_extract},
    {"corpus", "check, list, show, search, test and cite the corpus", declare_corpus},
    {"explain", "explain a rule, or why a statistic was judged as it was", declare_explain},
    {"init", "write configuration, pre-commit entry and CI workflow into a repository", declare_init},
    {"completions", "print what a shell needs to complete command lines", declare_completions, true},
    {"man", "print the manual page", declare_man, true},
});

} // namespace

std::span<const Command> commands() {
    return table;
}

} // namespace statlint
