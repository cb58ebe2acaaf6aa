#include "cli/reports.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/terminal.hpp"
#include "cli/whole_path.hpp"
#include "rules/figures_of_run.hpp"
#include "rules/suppress.hpp"

namespace statlint {

namespace fs = std::filesystem;

namespace {

/// A report in a folder that is checked is no draft; a draft that is named must not be overwritten.
Result<void> leave_out_reports(const RunOptions& options, const std::vector<WantedReport>& wanted, Plan& plan) {
    for (const WantedReport& report : wanted) {
        const fs::path target = whole_path(report.path);
        for (const std::string& path : options.paths)
            if (path != standard_input && whole_path(path) == target)
                return tl::unexpected(Error{.message = "the report would overwrite the draft", .path = report.path});
        std::erase_if(plan.jobs, [&](const Job& job) { return whole_path(job.draft.path) == target; });
    }
    for (std::size_t i = 0; i < plan.jobs.size(); ++i) plan.jobs[i].number = i;
    return {};
}

bool signs_nothing(const ReportedRun& run, const std::vector<WantedReport>& wanted) {
    return !run.options.sign_off.empty() && run.format != "html" &&
           std::ranges::none_of(wanted, [](const WantedReport& report) { return report.format->name == "html"; });
}

void write(const Job& job, const ReportedRun& run, const ReportFormat<CheckedDraft>& format, const ReportFiles& files,
           Analysis& analysis, Outcome& outcome) {
    ReportOptions report = run.report;
    report.fail = run.settle(job, analysis, outcome);
    report.show = std::min(report.show, report.fail); // what fails a run must be seen
    outcome.findings = static_cast<std::size_t>(
        std::ranges::count_if(analysis.findings, [&](const Finding& f) { return f.severity >= report.show; }));
    const CheckedDraft draft{
        .path = job.shown, .analysis = analysis, .corpus = corpus_of(*job.knowledge), .number = job.number};
    format.draft(draft, report, outcome.output);
    outcome.file_outputs = files.render(draft, report);
}

/// `figures` is null where drafts are not held against each other.
Outcome look_at(const Job& job, const ReportedRun& run, const ReportFormat<CheckedDraft>& format,
                const ReportFiles& files, FiguresOfRun* figures) {
    Outcome outcome;
    std::optional<Analysis> analysis = analyse_draft(job, outcome);
    if (!analysis) return outcome;
    if (figures == nullptr || !figures->add(*analysis, *job.knowledge, job.shown)) {
        write(job, run, format, files, *analysis, outcome);
        return outcome;
    }
    // A function can be copied, an analysis should not be.
    const auto kept = std::make_shared<Analysis>(std::move(*analysis));
    outcome.later = [&job, &run, &format, &files, figures, kept, coverage = outcome.coverage] {
        Outcome rest;
        rest.coverage = coverage;
        figures->compare(*kept, *job.knowledge, job.policy, job.shown);
        suppress(*kept, *job.knowledge, job.policy);
        write(job, run, format, files, *kept, rest);
        return rest;
    };
    return outcome;
}

} // namespace

std::optional<RunResult> run_reported(const ReportedRun& run) {
    const auto wanted = wanted_reports(run.options.outputs, run.formats);
    if (!wanted) {
        print_error(wanted.error());
        return std::nullopt;
    }
    if (signs_nothing(run, *wanted)) {
        print_error({.message = "--sign-off goes into an html report: add --output html=FILE", .path = {}});
        return std::nullopt;
    }
    Plan plan = make_plan(run.options, run.settings, true);
    if (const auto fine = leave_out_reports(run.options, *wanted, plan); !fine) {
        print_error(fine.error());
        return std::nullopt;
    }
    ReportFiles files(run.report);
    if (const auto opened = files.open(*wanted); !opened) {
        print_error(opened.error());
        return std::nullopt;
    }
    const auto& format = by_name(run.formats, run.format);
    Frame frame = frame_of(format, run.report);
    if (run.options.quiet && run.format == "text") frame.tail = [](const RunSummary&, std::string&) {};
    FiguresOfRun figures;
    FiguresOfRun* several = run.across_drafts && plan.jobs.size() > 1 ? &figures : nullptr;
    return run_jobs(
        plan, frame, run.options.quiet, [&](const Job& job) { return look_at(job, run, format, files, several); },
        &files);
}

} // namespace statlint
