#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "cli/reports.hpp"
#include "cli/terminal.hpp"

namespace statlint {

namespace {

struct AuditOptions {
    RunOptions run;
    std::string format = "text";
};

int run_audit(const AuditOptions& options) {
    Settings settings(options.run);
    const ReportedRun run{
        .options = options.run,
        .settings = settings,
        .formats = audit_formats(),
        .format = options.format,
        .report = {.color = wants_color(options.run.color), .show = Severity::note, .sign_off = options.run.sign_off},
        // A fact-check sheet fails nothing.
        .settle = [](const Job&, Analysis&, Outcome&) { return Severity::error; }};
    const std::optional<RunResult> result = run_reported(run);
    return result ? code_of(*result) : exit_trouble;
}

} // namespace

std::function<int()> declare_audit(CLI::App& app) {
    auto options = std::make_shared<AuditOptions>();
    declare_input_options(app, options->run);
    declare_corpus_options(app, options->run);
    declare_format(app, options->format, names_of(audit_formats()));
    declare_report_options(app, options->run);
    declare_output_options(app, options->run);
    return [options] { return run_audit(*options); };
}

} // namespace statlint
