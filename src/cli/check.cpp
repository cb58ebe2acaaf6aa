#include <algorithm>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/debug_output.hpp"
#include "cli/known_findings.hpp"
#include "cli/reports.hpp"
#include "cli/terminal.hpp"

namespace statlint {

namespace {

struct CheckOptions {
    RunOptions run;
    KnownFindingsOptions known;
    std::string format = "text";
    std::string show = "warning";
    std::string fail_on; ///< empty: the configuration's, else warning
    std::optional<double> min_coverage;
    std::string debug, stage; ///< for work on the program itself
};

Severity fail_level(const CheckOptions& options, const Config& config) {
    if (const auto chosen = severity_by_name(options.fail_on)) return *chosen;
    return config.fail_on.value_or(Severity::warning);
}

Severity settle(const CheckOptions& options, const Job& job, KnownFindings& known, Analysis& analysis,
                Outcome& outcome) {
    const Severity fail = fail_level(options, *job.config);
    const Severity shown = severity_by_name(options.show).value_or(Severity::warning);
    known.filter(job, analysis, std::min(shown, fail));
    outcome.failed = std::ranges::any_of(analysis.findings, [fail](const Finding& f) { return f.severity >= fail; });
    return fail;
}

/// True where a configuration, or the command line for all, asks for more coverage than there was.
bool too_little_coverage(const CheckOptions& options, const RunResult& result) {
    bool low = false;
    const auto gate = [&low](const Coverage& coverage, std::optional<double> wanted, std::string_view by) {
        if (!wanted || coverage.share() >= *wanted) return;
        low = true;
        print_remark(fmt::format("coverage {:.1f}% is below the {:.1f}% that {} asks for", 100 * coverage.share(),
                                 100 * *wanted, by));
    };
    if (options.min_coverage)
        gate(result.coverage, options.min_coverage, "--min-coverage");
    else
        for (const auto& [config, coverage] : result.by_config) gate(coverage, config->min_coverage, config->path);
    return low;
}

int run_check(const CheckOptions& options) {
    if (!options.debug.empty()) return run_debug(options.run, options.debug);
    if (!options.stage.empty()) return run_stage(options.run, options.stage);
    Settings settings(options.run);
    const std::unique_ptr<KnownFindings> known = KnownFindings::open(options.known);
    if (!known) return exit_trouble;
    const ReportedRun run{.options = options.run,
                          .settings = settings,
                          .formats = check_formats(),
                          .format = options.format,
                          .report = {.color = wants_color(options.run.color),
                                     .show = severity_by_name(options.show).value_or(Severity::warning),
                                     .sign_off = options.run.sign_off},
                          .across_drafts = true,
                          .settle = [&](const Job& job, Analysis& analysis, Outcome& outcome) {
                              return settle(options, job, *known, analysis, outcome);
                          }};
    std::optional<RunResult> result = run_reported(run);
    if (!result) return exit_trouble;
    if (!known->finish(result->trouble, options.run.quiet)) return exit_trouble;
    result->failed = too_little_coverage(options, *result) || result->failed;
    return code_of(*result);
}

} // namespace

std::function<int()> declare_check(CLI::App& app) {
    auto options = std::make_shared<CheckOptions>();
    declare_input_options(app, options->run);
    declare_corpus_options(app, options->run);
    declare_format(app, options->format, names_of(check_formats()));
    const CLI::IsMember severities({"error", "warning", "note"});
    app.add_option("--show", options->show, "show findings from this severity on")->check(severities);
    app.add_option("--fail-on", options->fail_on, "exit with 1 from this severity on; default: warning")
        ->check(severities);
    app.add_option("--min-coverage", options->min_coverage,
                   "exit with 1 where fewer statistics are matched to a figure, 0 to 1")
        ->check(CLI::Range(0.0, 1.0));
    declare_known_findings_options(app, options->known);
    declare_report_options(app, options->run);
    declare_output_options(app, options->run);
    app.add_option("--debug", options->debug)->check(CLI::IsMember({"document", "quantities"}))->group("");
    app.add_option("--stage", options->stage)->check(CLI::IsMember({"parse", "extract", "check"}))->group("");
    return [options] { return run_check(*options); };
}

} // namespace statlint
