#pragma once
#include <deque>
#include <string>
#include <vector>

#include "corpus/corpus.hpp"

namespace statlint {

/// The files of a user's corpora, in memory.
class CorpusFiles {
  public:
    /// A file, or all *.toml and *.json of a folder and its sub-folders. A path that gives no file is an Error.
    [[nodiscard]] Result<void> add(const std::string& path);
    [[nodiscard]] const std::vector<CorpusFile>& files() const { return files_; }

  private:
    [[nodiscard]] Result<void> add_file(const std::string& path);

    std::deque<std::string> texts_; ///< a deque: the views in files_ must stay valid
    std::vector<CorpusFile> files_;
};

} // namespace statlint
