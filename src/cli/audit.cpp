#include <memory>

#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "cli/run.hpp"
#include "cli/terminal.hpp"

namespace statlint {

namespace {

struct AuditOptions {
    RunOptions run;
    std::string format = "text";
};

Outcome audit_draft(const Job& job, const ReportFormat<CheckedDraft>& format, const ReportOptions& report) {
    Outcome outcome;
    const std::optional<Analysis> analysis = analyse_draft(job, outcome);
    if (!analysis) return outcome;
    format.draft({.path = job.shown, .analysis = *analysis, .corpus = corpus_of(*job.knowledge)}, report,
                 outcome.output);
    return outcome;
}

int run_audit(const AuditOptions& options) {
    Settings settings(options.run);
    const Plan plan = make_plan(options.run, settings, true);
    const auto& format = by_name(audit_formats(), options.format);
    const ReportOptions report{.color = wants_color(options.run.color), .show = Severity::note};
    Frame frame = frame_of(format, report);
    if (options.run.quiet && options.format == "text") frame.tail = [](const RunSummary&, std::string&) {};
    return code_of(
        run_jobs(plan, frame, options.run.quiet, [&](const Job& job) { return audit_draft(job, format, report); }));
}

} // namespace

std::function<int()> declare_audit(CLI::App& app) {
    auto options = std::make_shared<AuditOptions>();
    declare_input_options(app, options->run);
    declare_corpus_options(app, options->run);
    declare_format(app, options->format, names_of(audit_formats()));
    declare_output_options(app, options->run);
    return [options] { return run_audit(*options); };
}

} // namespace statlint
