#include "cli/run.hpp"

#include <algorithm>
#include <set>
#include <thread>

#include "cli/command.hpp"
#include "cli/latex_inputs.hpp"
#include "cli/ordered_parallel.hpp"
#include "cli/read_file.hpp"
#include "cli/terminal.hpp"

namespace statlint {

namespace {

constexpr std::string_view unnamed_input = "<stdin>";

/// A file that the program stumbles over must not take the others with it.
Outcome look_safely(const std::function<Outcome()>& look, const Job& job) {
    try {
        return look();
    } catch (const std::exception& error) {
        Outcome outcome;
        outcome.errors.push_back({.message = std::string("internal error: ") + error.what(), .path = job.shown});
        return outcome;
    }
}

/// Asking for the number of processors opens a file: of one draft it isn't asked.
unsigned threads_for(std::size_t drafts) {
    return drafts < 2 ? 1 : std::max(1U, std::thread::hardware_concurrency());
}

void add(std::vector<std::pair<const Config*, Coverage>>& list, const Config* config, const Coverage& coverage) {
    const auto known = std::ranges::find(list, config, [](const auto& entry) { return entry.first; });
    if (known == list.end())
        list.emplace_back(config, coverage);
    else
        known->second += coverage;
}

} // namespace

Plan make_plan(const RunOptions& options, Settings& settings, bool with_knowledge) {
    Walk walk = drafts_of(options, [&](const std::string& path) { return settings.format_for(path); });
    follow_inputs(walk.drafts);
    Plan plan{.jobs = {},
              .bibliographies = std::make_shared<BibliographyFiles>(),
              .errors = std::move(walk.errors),
              .skipped = walk.skipped};
    for (FoundDraft& draft : walk.drafts) {
        Job job{.draft = std::move(draft), .shown = {}, .policy = {}};
        job.shown = job.draft.path;
        if (job.shown == standard_input)
            job.shown = options.stdin_filename.empty() ? std::string(unnamed_input) : options.stdin_filename;
        job.config = settings.config_for(job.shown);
        if (job.config != nullptr && Settings::ignores(*job.config, job.shown)) {
            ++plan.skipped;
            continue;
        }
        if (job.config != nullptr && with_knowledge) job.knowledge = settings.knowledge_for(*job.config);
        if (job.config == nullptr || (with_knowledge && job.knowledge == nullptr)) {
            ++plan.skipped;
            continue;
        }
        job.policy = settings.policy_for(*job.config, job.shown);
        job.bibliographies = plan.bibliographies.get();
        job.number = plan.jobs.size();
        plan.jobs.push_back(std::move(job));
    }
    plan.errors.insert(plan.errors.end(), settings.errors().begin(), settings.errors().end());
    return plan;
}

const Format& format_of(const Job& job, std::string_view bytes) {
    if (job.draft.format != nullptr) return *job.draft.format;
    const Format* format = format_by_content(bytes);
    return format != nullptr ? *format : *format_by_name("text");
}

Result<Document> read_draft(const Job& job) {
    auto bytes = job.draft.path == standard_input ? read_standard_input(job.shown) : read_file(job.draft.path);
    if (!bytes) return tl::unexpected(bytes.error());
    const Format& format = format_of(job, *bytes);
    auto document = format.read(std::move(*bytes));
    if (!document && document.error().path.empty()) document.error().path = job.shown;
    return document;
}

/// Those of the configuration and those that the draft names itself. They must be readable, but a draft may be checked
/// without the rest of its project: what is missing there only leaves its keys open.
void add_bibliographies(const Job& job, const Document& document, Policy& policy, Outcome& outcome) {
    const std::filesystem::path folder = std::filesystem::path(job.shown).parent_path();
    for (const auto& [read, by_draft] : job.bibliographies->find(*job.config, document.bibliographies, folder)) {
        policy.bibliographies.push_back(&read->bibliography);
        if (read->missing && by_draft)
            print_remark(read->errors.front().to_string());
        else
            outcome.errors.insert(outcome.errors.end(), read->errors.begin(), read->errors.end());
    }
}

std::optional<Analysis> analyse_draft(const Job& job, Outcome& outcome) {
    Result<Document> document = read_draft(job);
    if (!document) {
        outcome.errors.push_back(document.error());
        return std::nullopt;
    }
    Policy policy = job.policy;
    add_bibliographies(job, *document, policy, outcome);
    Analysis analysis = analyse(std::move(*document), *job.knowledge, policy);
    outcome.coverage.add(analysis);
    return analysis;
}

RunResult run_jobs(const Plan& plan, const Frame& frame, bool quiet, const std::function<Outcome(const Job&)>& look,
                   ReportFiles* files) {
    RunResult result;
    std::vector<Error> errors = plan.errors;
    std::vector<DraftSummary> drafts;
    std::set<std::string, std::less<>> told;
    print_errors(errors);
    Progress progress(plan.jobs.size(), !quiet);
    ReportStream stream(frame.head, frame.separator, static_cast<bool>(frame.front), print);
    const auto consume = [&](std::size_t index, Outcome outcome) {
        if (!outcome.output.empty() || !outcome.errors.empty()) progress.clear();
        if (!outcome.errors.empty()) ++outcome.coverage.skipped;
        const bool fine = outcome.errors.empty();
        // A broken bibliography of many drafts is told once.
        std::erase_if(outcome.errors, [&](const Error& error) { return !told.insert(error.to_string()).second; });
        stream.add(outcome.output);
        if (files != nullptr) files->add(outcome.file_outputs);
        print_errors(outcome.errors);
        errors.insert(errors.end(), outcome.errors.begin(), outcome.errors.end());
        if (fine) drafts.push_back({plan.jobs[index].shown, index, outcome.coverage, outcome.findings});
        result.coverage += outcome.coverage;
        result.failed = result.failed || outcome.failed;
        add(result.by_config, plan.jobs[index].config, outcome.coverage);
    };
    std::vector<std::pair<std::size_t, Outcome>> waiting; // behind the first that waits for all
    ordered_parallel(
        plan.jobs.size(), threads_for(plan.jobs.size()),
        [&](std::size_t index) {
            const Job& job = plan.jobs[index];
            return look_safely([&] { return look(job); }, job);
        },
        [&](std::size_t index, Outcome outcome) {
            if (waiting.empty() && !outcome.later)
                consume(index, std::move(outcome));
            else
                waiting.emplace_back(index, std::move(outcome));
        },
        [&](std::size_t done) { progress.update(done); });
    for (auto& [index, outcome] : waiting) {
        if (outcome.later) outcome = look_safely(outcome.later, plan.jobs[index]);
        consume(index, std::move(outcome));
    }
    progress.clear();
    result.coverage.skipped += plan.skipped;
    RunSummary summary{
        .coverage = result.coverage, .errors = errors, .rules = {}, .edition = {}, .hash = {}, .drafts = drafts};
    if (!plan.jobs.empty() && plan.jobs.front().knowledge != nullptr) {
        const Knowledge& knowledge = *plan.jobs.front().knowledge;
        summary.rules = rules_of(knowledge);
        summary.edition = corpus_of(knowledge).edition;
        summary.hash = corpus_of(knowledge).hash;
    }
    stream.finish(frame.front, frame.tail, summary);
    result.trouble = !errors.empty();
    if (files != nullptr) {
        const std::vector<Error> unwritten = files->finish(summary);
        print_errors(unwritten);
        result.trouble = result.trouble || !unwritten.empty();
    }
    return result;
}

int code_of(const RunResult& result) {
    if (result.trouble) return exit_trouble;
    return result.failed ? exit_findings : exit_clean;
}

} // namespace statlint
