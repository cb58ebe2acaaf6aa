#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/bibliographies.hpp"
#include "cli/report_files.hpp"
#include "cli/settings.hpp"
#include "cli/walk.hpp"
#include "report/report.hpp"

namespace statlint {

/// A draft with what holds for it.
struct Job {
    FoundDraft draft;
    std::string shown; ///< what reports call it
    const Config* config = nullptr;
    const Knowledge* knowledge = nullptr; ///< null for commands that need no corpus
    Policy policy;
    BibliographyFiles* bibliographies = nullptr; ///< owned by the plan
    std::size_t number = 0;                      ///< among the jobs
};

/// What came of one draft.
struct Outcome {
    std::string output;
    std::vector<std::string> file_outputs; ///< for each file of --output
    std::vector<Error> errors;
    Coverage coverage;
    std::size_t findings = 0; ///< that are shown
    bool failed = false;      ///< a finding at or above the fail level
    /// Set where the rest is known only when all drafts were looked at; what it gives stands for the whole.
    std::function<Outcome()> later = {};
};

/// All drafts that can be looked at, and why others can't.
struct Plan {
    std::vector<Job> jobs;
    std::shared_ptr<BibliographyFiles> bibliographies;
    std::vector<Error> errors;
    std::size_t skipped = 0;
};

[[nodiscard]] Plan make_plan(const RunOptions& options, Settings& settings, bool with_knowledge);

/// The format of a draft with these bytes.
[[nodiscard]] const Format& format_of(const Job& job, std::string_view bytes);

/// Reads a draft into a Document; errors carry the path.
[[nodiscard]] Result<Document> read_draft(const Job& job);

/// Reads and analyses a draft, and counts its coverage; nothing where it can't be read, which `outcome` then says.
[[nodiscard]] std::optional<Analysis> analyse_draft(const Job& job, Outcome& outcome);

/// What an output format prints around the drafts.
struct Frame {
    std::string_view head, separator;
    std::function<void(const RunSummary&, std::string& out)> tail;
    std::function<void(const RunSummary&, std::string& out)> front = {}; ///< may be empty
};

template <class Draft> [[nodiscard]] Frame frame_of(const ReportFormat<Draft>& format, const ReportOptions& options) {
    Frame frame{format.head, format.separator, [&format, options](const RunSummary& summary, std::string& out) {
                    format.tail(summary, options, out);
                }};
    if (format.front != nullptr)
        frame.front = [&format, options](const RunSummary& summary, std::string& out) {
            format.front(summary, options, out);
        };
    return frame;
}

struct RunResult {
    Coverage coverage;
    std::vector<std::pair<const Config*, Coverage>> by_config;
    bool trouble = false; ///< something could not be read or checked
    bool failed = false;
};

/// Looks at all jobs on all processors, prints what comes of them in order, errors on standard error. `files`, which
/// may be null, get their reports too.
[[nodiscard]] RunResult run_jobs(const Plan& plan, const Frame& frame, bool quiet,
                                 const std::function<Outcome(const Job&)>& look, ReportFiles* files = nullptr);

/// The exit code of a run that gates on nothing.
[[nodiscard]] int code_of(const RunResult& result);

} // namespace statlint
