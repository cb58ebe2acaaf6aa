#include <algorithm>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/debug_output.hpp"
#include "cli/run.hpp"
#include "cli/terminal.hpp"
#include "rules/figures_of_run.hpp"

namespace statlint {

namespace {

struct CheckOptions {
    RunOptions run;
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

ReportOptions report_options(const CheckOptions& options, Severity fail) {
    // What fails a run must be seen.
    const Severity shown = severity_by_name(options.show).value_or(Severity::warning);
    return {.color = wants_color(options.run.color), .show = std::min(shown, fail)};
}

using Format = ReportFormat<CheckedDraft>;

void write(const Job& job, const Analysis& analysis, const CheckOptions& options, const Format& format,
           Outcome& outcome) {
    const Severity fail = fail_level(options, *job.config);
    outcome.failed = std::ranges::any_of(analysis.findings, [fail](const Finding& f) { return f.severity >= fail; });
    format.draft({.path = job.shown, .analysis = analysis, .corpus = corpus_of(*job.knowledge)},
                 report_options(options, fail), outcome.output);
}

/// `figures` is null where there is only one draft to check.
Outcome check_draft(const Job& job, const CheckOptions& options, const Format& format, FiguresOfRun* figures) {
    Outcome outcome;
    std::optional<Analysis> analysis = analyse_draft(job, outcome);
    if (!analysis) return outcome;
    if (figures == nullptr || !figures->add(*analysis, *job.knowledge, job.shown)) {
        write(job, *analysis, options, format, outcome);
        return outcome;
    }
    // A function can be copied, an analysis should not be.
    const auto kept = std::make_shared<Analysis>(std::move(*analysis));
    outcome.later = [&job, &options, &format, figures, kept, coverage = outcome.coverage] {
        Outcome rest{.output = {}, .errors = {}, .coverage = coverage, .later = {}};
        figures->compare(*kept, *job.knowledge, job.policy, job.shown);
        write(job, *kept, options, format, rest);
        return rest;
    };
    return outcome;
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
    const Plan plan = make_plan(options.run, settings, true);
    const auto& format = by_name(check_formats(), options.format);
    Frame frame = frame_of(format, report_options(options, Severity::error));
    if (options.run.quiet && options.format == "text") frame.tail = [](const RunSummary&, std::string&) {};
    FiguresOfRun figures;
    FiguresOfRun* several = plan.jobs.size() > 1 ? &figures : nullptr;
    RunResult result = run_jobs(plan, frame, options.run.quiet,
                                [&](const Job& job) { return check_draft(job, options, format, several); });
    result.failed = too_little_coverage(options, result) || result.failed;
    return code_of(result);
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
    declare_output_options(app, options->run);
    app.add_option("--debug", options->debug)->check(CLI::IsMember({"document", "quantities"}))->group("");
    app.add_option("--stage", options->stage)->check(CLI::IsMember({"parse", "extract", "check"}))->group("");
    return [options] { return run_check(*options); };
}

} // namespace statlint
