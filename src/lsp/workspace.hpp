#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/bibliographies.hpp"
#include "cli/run_options.hpp"
#include "cli/settings.hpp"
#include "lsp/protocol.hpp"

namespace statlint::lsp {

/// What a draft is checked with. It keeps alive what it points to.
struct Basis {
    std::shared_ptr<Settings> settings;
    const Knowledge* knowledge = nullptr; ///< null where the configuration or a corpus can't be loaded
    const Config* config = nullptr;
    std::shared_ptr<BibliographyFiles> bibliographies;
    Policy policy;
    bool ignored = false; ///< the configuration says that the draft is none

    /// The policy for a draft that names these bibliographies, as paths from its folder.
    [[nodiscard]] Policy policy_with(const std::vector<std::string>& names, const std::filesystem::path& folder) const;
};

/// The folders of a session, and the configurations and corpora that hold in them.
class Workspace {
  public:
    Workspace();

    /// Takes what the client sets: {"corpora": [], "builtinCorpus": true, "config": "", "minConfidence": 0.5,
    /// "show": "note"}, alone or under "statlint". Unknown keys are left alone, wrong types an invalid_params error.
    void configure(const Json& settings);
    void add_folder(const std::string& path);
    void remove_folder(const std::string& path);
    [[nodiscard]] const std::vector<std::string>& folders() const { return folders_; }
    [[nodiscard]] Severity show() const { return show_; }

    [[nodiscard]] Basis basis_for(const std::string& path);
    /// The format that the configuration gives a draft, or null.
    [[nodiscard]] const Format* format_for(const std::string& path) { return settings_->format_for(path); }
    /// What is wrong with configurations and corpora.
    [[nodiscard]] const std::vector<Error>& errors() const { return settings_->errors(); }
    /// True where a configuration or corpus file has changed, come or gone since it was loaded.
    [[nodiscard]] bool outdated();
    /// Loads everything again when it is next asked for.
    void reload();
    /// The folders and files that a client should watch.
    [[nodiscard]] std::vector<std::string> watched() const;

  private:
    [[nodiscard]] std::string stamp() const;

    RunOptions options_;
    Severity show_ = Severity::warning;
    std::vector<std::string> folders_;
    std::shared_ptr<Settings> settings_;
    std::shared_ptr<BibliographyFiles> bibliographies_;
    std::set<std::filesystem::path> draft_folders_; ///< in which drafts were asked about
    std::set<std::string> corpora_;
    std::string stamp_; ///< names, times and sizes of the files that were loaded
};

} // namespace statlint::lsp
