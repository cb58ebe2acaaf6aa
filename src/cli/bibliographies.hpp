#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "citation/bibliography.hpp"

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

  private:
    std::mutex mutex_;
    std::map<std::string, std::unique_ptr<Read>> files_;
};

} // namespace statlint
