#pragma once
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "rules/analysis.hpp"
#include "text/error.hpp"

namespace statlint {

/// Findings that a house has accepted, so that an old archive can adopt the gate: a JSON file of fingerprints. A
/// finding is known where the file lists its fingerprint for its draft, as often as it lists it, or for a draft that is
/// no longer there, which was renamed. Paths are relative to the baseline's folder.
class Baseline {
  public:
    [[nodiscard]] static Result<Baseline> load(const std::string& path);
    /// One that lists nothing yet.
    explicit Baseline(std::string path) : path_(std::move(path)) {}

    /// Takes the known findings out of a draft's, and gives how many. Several threads may ask at once.
    std::size_t filter(Analysis& analysis, const Corpus& corpus, const std::string& draft) const;

    /// Notes what a draft has from `from` on, for a new baseline. Several threads may note at once.
    void note(const Analysis& analysis, const Corpus& corpus, const std::string& draft, Severity from);
    /// Writes what was noted; what the old one lists for drafts that were not looked at stays. Gives how many.
    [[nodiscard]] Result<std::size_t> write() const;

  private:
    struct Entry {
        std::string path, rule, figure, fingerprint, text;
        auto operator<=>(const Entry&) const = default;
    };
    [[nodiscard]] std::string name_of(const std::string& draft) const;
    [[nodiscard]] bool is_there(const std::string& name) const;

    std::string path_;
    std::vector<Entry> entries_;
    std::map<std::string, std::map<std::string, int>, std::less<>> counts_; ///< by draft and fingerprint
    std::set<std::string, std::less<>> moved_;                              ///< of drafts that are not there
    std::vector<Entry> noted_;
    std::set<std::string, std::less<>> looked_at_;
    std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
};

} // namespace statlint
