#pragma once
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/config.hpp"
#include "cli/corpus_files.hpp"
#include "cli/run_options.hpp"
#include "rules/analysis.hpp"

namespace statlint {

/// Finds the configuration and loads the knowledge that hold for each draft. Configurations are looked up once a
/// folder and knowledge is loaded once for each set of corpora. All lookups come before the threads start.
class Settings {
  public:
    explicit Settings(const RunOptions& options);

    /// The nearest .statlint.toml upward from the draft, or --config; null where it can't be used, which is reported
    /// once by errors(). Without any file: the defaults.
    const Config* config_for(const std::string& draft);
    /// The corpora of a configuration and of the command line; null where they can't be loaded.
    const Knowledge* knowledge_for(const Config& config);
    [[nodiscard]] Policy policy_for(const Config& config, const std::string& draft) const;
    /// The format that the configuration gives a draft, or null.
    const Format* format_for(const std::string& draft);
    /// True where the configuration's `ignore` names the draft.
    [[nodiscard]] static bool ignores(const Config& config, const std::string& draft);

    [[nodiscard]] const std::vector<Error>& errors() const { return errors_; }

  private:
    const Config* config_in(const std::filesystem::path& folder);
    const Config* load_config(const std::string& path);
    KnowledgePtr load(const Config& config);
    /// The texts of works that a configuration names under [sources].
    void load_sources(const Config& config, const Corpus& corpus);

    const RunOptions& options_;
    std::string today_;
    std::deque<Config> configs_;
    std::map<std::filesystem::path, const Config*> by_folder_;
    std::map<const Config*, KnowledgePtr> knowledge_;
    std::map<const Config*, SourceTexts> sources_;
    std::deque<CorpusFiles> corpora_;
    std::vector<Error> errors_;
};

} // namespace statlint
