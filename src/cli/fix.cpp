#include <atomic>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/atomic_write.hpp"
#include "cli/command.hpp"
#include "cli/read_file.hpp"
#include "cli/run.hpp"
#include "cli/terminal.hpp"
#include "report/unified_diff.hpp"
#include "rules/fix_draft.hpp"

namespace statlint {

namespace {

struct FixOptions {
    RunOptions run;
    bool diff = false;
    bool suggested = false;
    std::string show = "warning";
};

/// What was done, over all drafts.
struct Tally {
    std::atomic<std::size_t> made = 0, drafts = 0, left = 0;

    [[nodiscard]] std::string to_string(const FixOptions& options) const {
        const std::string files = fmt::format("{} file{}", drafts.load(), drafts == 1 ? "" : "s");
        std::string text = made == 0 ? "nothing to fix"
                                     : fmt::format("{} fix{} {} in {}", made.load(), made == 1 ? "" : "es",
                                                   options.diff ? "would be made" : "made", files);
        if (left > 0 && !options.suggested)
            text += fmt::format("; {} suggested: see `statlint fix --suggested --diff`",
                                left == 1 ? "1 more is" : fmt::format("{} more are", left.load()));
        return text;
    }
};

Outcome fix_one(const Job& job, const FixOptions& options, const FixChoice& choice, Tally& tally) {
    Outcome outcome;
    const bool stream = job.draft.path == standard_input;
    const auto fail = [&](Error error) {
        if (error.path.empty()) error.path = job.shown;
        outcome.errors.push_back(std::move(error));
        return outcome;
    };
    const auto before = stream ? read_standard_input(job.shown) : read_file(job.draft.path);
    if (!before) return fail(before.error());
    const auto fixed = fix_draft(*before, format_of(job, *before), *job.knowledge, job.policy, choice);
    if (!fixed) return fail(fixed.error());
    tally.left += fixed->left;
    if (options.diff)
        outcome.output = unified_diff(*before, fixed->text, job.shown);
    else if (stream)
        outcome.output = fixed->text;
    if (fixed->made == 0) return outcome;
    if (!options.diff && !stream)
        if (auto written = replace_content(job.draft.path, *before, fixed->text); !written)
            return fail(written.error());
    outcome.failed = options.diff;
    tally.made += fixed->made;
    ++tally.drafts;
    return outcome;
}

int run_fix(const FixOptions& options) {
    Settings settings(options.run);
    const Plan plan = make_plan(options.run, settings, true);
    const FixChoice choice{options.suggested, severity_by_name(options.show).value_or(Severity::warning)};
    Tally tally;
    const Frame frame{{}, {}, [](const RunSummary&, std::string&) {}};
    const RunResult result =
        run_jobs(plan, frame, options.run.quiet, [&](const Job& job) { return fix_one(job, options, choice, tally); });
    // On standard error: standard output is the diff, or the fixed draft.
    if (!options.run.quiet) print_remark(tally.to_string(options));
    return code_of(result);
}

} // namespace

std::function<int()> declare_fix(CLI::App& app) {
    auto options = std::make_shared<FixOptions>();
    declare_input_options(app, options->run);
    declare_corpus_options(app, options->run);
    app.add_flag("--diff", options->diff, "change nothing, show what would change; exit with 1 where something would");
    app.add_flag("--suggested", options->suggested, "make those fixes too that a person should look at");
    app.add_option("--show", options->show, "fix findings from this severity on")
        ->check(CLI::IsMember({"error", "warning", "note"}));
    declare_output_options(app, options->run);
    app.footer(
        "A draft on standard input (-) is written to standard output. Quotations are never changed by a fix that\n"
        "is certain.");
    return [options] { return run_fix(*options); };
}

} // namespace statlint
