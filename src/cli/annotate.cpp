#include <algorithm>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/atomic_write.hpp"
#include "cli/command.hpp"
#include "cli/new_file.hpp"
#include "cli/read_file.hpp"
#include "cli/run.hpp"
#include "cli/terminal.hpp"

namespace statlint {

namespace {

struct AnnotateOptions {
    RunOptions run;
    std::string draft, output;
    bool in_place = false;
    std::string show = "warning";
};

std::string remark_of(const Finding& finding) {
    std::string text = fmt::format("{}: {} [{}]", name(finding.severity), finding.message, finding.rule);
    if (!finding.help.empty()) text += "\n" + finding.help;
    for (const std::string& note : finding.notes) text += "\n" + note;
    return text;
}

/// One annotation a place: findings on the same words share it.
std::vector<Annotation> annotations_of(const Analysis& analysis, Severity show) {
    std::vector<const Finding*> findings;
    for (const Finding& finding : analysis.findings)
        if (finding.severity >= show && !finding.span.empty()) findings.push_back(&finding);
    std::ranges::stable_sort(findings, {}, [](const Finding* finding) { return finding->span.start; });
    std::vector<Annotation> annotations;
    for (const Finding* finding : findings) {
        if (!annotations.empty() && annotations.back().span.overlaps(finding->span)) {
            annotations.back().span = annotations.back().span.cover(finding->span);
            annotations.back().text += "\n" + remark_of(*finding);
        } else {
            annotations.push_back({finding->span, remark_of(*finding)});
        }
    }
    return annotations;
}

int fail(Error error, const std::string& path) {
    if (error.path.empty()) error.path = path;
    print_error(error);
    return exit_trouble;
}

Result<void> write_copy(const AnnotateOptions& options, std::string_view before, std::string_view copy) {
    if (options.in_place) return replace_content(options.draft, before, copy);
    auto file = NewFile::create(options.output);
    if (!file) return tl::unexpected(file.error());
    file->write(copy);
    return file->keep();
}

int run_annotate(const AnnotateOptions& options) {
    if (options.output.empty() && !options.in_place)
        return fail({.message = "name the copy with --output, or choose --in-place", .path = {}}, {});
    RunOptions run = options.run;
    run.paths = {options.draft};
    Settings settings(run);
    const Plan plan = make_plan(run, settings, true);
    print_errors(plan.errors);
    if (!plan.errors.empty()) return exit_trouble;
    if (plan.jobs.size() != 1 || plan.jobs.front().draft.path == standard_input ||
        std::filesystem::is_directory(options.draft))
        return fail({.message = "is not one draft that is checked", .path = {}}, options.draft);
    const Job& job = plan.jobs.front();
    const Format& format = *job.draft.format;
    if (format.annotate == nullptr)
        return fail({.message = fmt::format("{} takes no comments, only .docx and .odt do", format.name), .path = {}},
                    job.shown);
    std::error_code ignored;
    if (!options.in_place && std::filesystem::equivalent(job.draft.path, options.output, ignored))
        return fail({.message = "is the draft itself: give another name, or --in-place", .path = {}}, options.output);
    const auto bytes = read_file(job.draft.path);
    if (!bytes) return fail(bytes.error(), job.shown);
    Outcome outcome;
    const auto analysis = analyse_draft(job, outcome);
    print_errors(outcome.errors);
    if (!analysis || !outcome.errors.empty()) return exit_trouble;
    const auto copy =
        format.annotate(*bytes, annotations_of(*analysis, severity_by_name(options.show).value_or(Severity::warning)));
    if (!copy) return fail(copy.error(), job.shown);
    const std::string& target = options.in_place ? options.draft : options.output;
    if (auto written = write_copy(options, *bytes, copy->bytes); !written) return fail(written.error(), target);
    print_remark(fmt::format("{} comment{} in {}", copy->placed, copy->placed == 1 ? "" : "s", target));
    if (copy->outside > 0)
        print_remark(fmt::format("{} more on words that can't have one (headers, other comments): see `statlint check`",
                                 copy->outside));
    return exit_clean;
}

} // namespace

std::function<int()> declare_annotate(CLI::App& app) {
    auto options = std::make_shared<AnnotateOptions>();
    app.add_option("draft", options->draft, "the Word file or OpenDocument text to check")
        ->type_name("FILE")
        ->required();
    CLI::Option* const output = app.add_option("--output,-o", options->output, "the copy to write")->type_name("FILE");
    app.add_flag("--in-place", options->in_place, "write the comments into the draft itself")->excludes(output);
    app.add_option("--show", options->show, "comment on findings from this severity on")
        ->check(CLI::IsMember({"error", "warning", "note"}));
    declare_corpus_options(app, options->run);
    app.footer("Each finding becomes a comment on its words; all else stays as it is, byte for byte.");
    return [options] { return run_annotate(*options); };
}

} // namespace statlint
