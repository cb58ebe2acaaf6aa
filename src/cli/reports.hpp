#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "cli/run.hpp"

namespace statlint {

/// A run that checks drafts and reports on them, on standard output and in the files of --output.
struct ReportedRun {
    const RunOptions& options;
    Settings& settings; ///< outlives the result, which points to its configurations
    std::span<const ReportFormat<CheckedDraft>> formats;
    std::string_view format; ///< for standard output
    ReportOptions report;
    bool across_drafts = false; ///< hold the figures of the drafts against each other, too
    /// Gets each analysis before it is reported, and says in the outcome whether it fails the run; gives the fail level
    /// that holds for the draft.
    std::function<Severity(const Job&, Analysis&, Outcome&)> settle;
};

/// Nothing where the options can't be followed, which was said then.
[[nodiscard]] std::optional<RunResult> run_reported(const ReportedRun& run);

} // namespace statlint
