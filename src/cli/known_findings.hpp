#pragma once
#include <atomic>
#include <optional>
#include <string>

#include "cli/baseline.hpp"
#include "cli/changed_lines.hpp"
#include "cli/run.hpp"

namespace CLI {
class App;
}

namespace statlint {

struct KnownFindingsOptions {
    std::string baseline;
    bool update = false;
    std::string diff_base;
};
void declare_known_findings_options(CLI::App& app, KnownFindingsOptions& options);

/// Which findings a run leaves out because they were there before: those of a baseline, and those in paragraphs that a
/// change did not touch.
class KnownFindings {
  public:
    /// Nothing where the options can't be followed, which was said then.
    [[nodiscard]] static std::unique_ptr<KnownFindings> open(const KnownFindingsOptions& options);

    /// Takes them out of a draft's; several threads may ask at once. `from` is the least severity that is reported.
    void filter(const Job& job, Analysis& analysis, Severity from);
    /// Writes the baseline where that was asked for, and says on standard error what was left out. False where the
    /// baseline could not be written; with `trouble` it is left as it is.
    [[nodiscard]] bool finish(bool trouble, bool quiet);
    [[nodiscard]] bool updates() const { return update_; }

  private:
    std::optional<Baseline> baseline_;
    std::optional<ChangedLines> changes_;
    std::string diff_base_;
    bool update_ = false;
    std::atomic<std::size_t> accepted_ = 0, untouched_ = 0;
};

} // namespace statlint
