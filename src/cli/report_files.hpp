#pragma once
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "cli/new_file.hpp"
#include "cli/report_stream.hpp"
#include "report/report.hpp"
#include "text/error.hpp"

namespace statlint {

/// What one --output asks for.
struct WantedReport {
    const ReportFormat<CheckedDraft>* format = nullptr;
    std::string path;
};

/// Reads "FORMAT=FILE", or "FILE" whose extension tells the format.
[[nodiscard]] Result<WantedReport> wanted_report(std::string_view text,
                                                 std::span<const ReportFormat<CheckedDraft>> formats);

/// All --output of a command line; two may not go to the same file.
[[nodiscard]] Result<std::vector<WantedReport>> wanted_reports(const std::vector<std::string>& texts,
                                                               std::span<const ReportFormat<CheckedDraft>> formats);

/// The reports that a run writes into files, beside what it prints. A file appears under its name when it is whole.
class ReportFiles {
  public:
    explicit ReportFiles(ReportOptions options) : options_(std::move(options)) {}
    /// Opens the files, so that an unwritable one is known before the work starts.
    [[nodiscard]] Result<void> open(const std::vector<WantedReport>& wanted);

    /// One output for each file; called by several threads at once.
    [[nodiscard]] std::vector<std::string> render(const CheckedDraft& draft, const ReportOptions& options) const;
    void add(const std::vector<std::string>& outputs);
    /// Errors for the files that could not be written.
    [[nodiscard]] std::vector<Error> finish(const RunSummary& summary);

  private:
    struct Report {
        const ReportFormat<CheckedDraft>* format;
        NewFile file;
        ReportStream stream;
    };
    ReportOptions options_;
    std::deque<Report> reports_;
};

} // namespace statlint
