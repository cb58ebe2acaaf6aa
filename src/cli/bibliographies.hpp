#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "citation/bibliography.hpp"
#include "cli/config.hpp"

namespace statlint {

/// The bibliography files that drafts and configurations name, each read once. May be asked by several threads.
class BibliographyFiles {
  public:
    struct Read {
        Bibliography bibliography;
        std::vector<Error> errors; ///< with path, line and column
        bool missing = false;
    };
    /// A file that can't be read has its error, and holds no key.
    [[nodiscard]] const Read& read(const std::string& path);

    /// One that holds for a draft.
    struct Named {
        const Read* read = nullptr;
        bool by_draft = false; ///< the draft names it itself
    };
    /// Those that a configuration names, and those that a draft names: `names` are paths from `folder`.
    [[nodiscard]] std::vector<Named> find(const Config& config, const std::vector<std::string>& names,
                                          const std::filesystem::path& folder);
    /// The paths that were asked for.
    [[nodiscard]] std::vector<std::string> paths() const;

  private:
    mutable std::mutex mutex_;
    std::map<std::string, std::unique_ptr<Read>> files_;
};

} // namespace statlint
