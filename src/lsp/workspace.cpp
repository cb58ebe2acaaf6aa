#include "lsp/workspace.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <sys/stat.h>

namespace statlint::lsp {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_files = 2000; ///< of a corpus that are looked at for changes

void add_stamp(const fs::path& path, std::string& out) {
    struct stat info{};
    if (::stat(path.c_str(), &info) != 0) return;
    out += fmt::format("{}:{}.{}:{}\n", path.string(), info.st_mtim.tv_sec, info.st_mtim.tv_nsec, info.st_size);
}

template <class T> void read_setting(const Json& settings, const char* key, T& value) {
    const auto found = settings.find(key);
    if (found == settings.end() || found->is_null()) return;
    try {
        value = found->get<T>();
    } catch (const Json::exception&) {
        throw RequestError(ErrorCode::invalid_params, fmt::format("the setting \"{}\" has the wrong type", key));
    }
}

} // namespace

Policy Basis::policy_with(const std::vector<std::string>& names, const fs::path& folder) const {
    Policy made = policy;
    if (config == nullptr) return made;
    for (const auto& [read, by_draft] : bibliographies->find(*config, names, folder))
        made.bibliographies.push_back(&read->bibliography);
    return made;
}

Workspace::Workspace()
    : settings_(std::make_shared<Settings>(options_)), bibliographies_(std::make_shared<BibliographyFiles>()) {}

void Workspace::configure(const Json& given) {
    if (!given.is_object()) return;
    const Json& settings = given.contains("statlint") && given["statlint"].is_object() ? given["statlint"] : given;
    bool builtin = !options_.no_builtin;
    std::string show(statlint::name(show_));
    double confidence = options_.min_confidence.value_or(0);
    read_setting(settings, "corpora", options_.corpora);
    read_setting(settings, "builtinCorpus", builtin);
    read_setting(settings, "config", options_.config);
    read_setting(settings, "minConfidence", confidence);
    read_setting(settings, "show", show);
    options_.no_builtin = !builtin;
    options_.min_confidence = confidence > 0 ? std::optional(confidence) : std::nullopt;
    show_ = severity_by_name(show).value_or(Severity::warning);
    reload();
}

void Workspace::add_folder(const std::string& path) {
    if (!path.empty() && std::ranges::find(folders_, path) == folders_.end()) folders_.push_back(path);
}

void Workspace::remove_folder(const std::string& path) {
    std::erase(folders_, path);
}

Basis Workspace::basis_for(const std::string& path) {
    Basis basis;
    basis.settings = settings_;
    basis.bibliographies = bibliographies_;
    draft_folders_.insert(fs::path(path).parent_path());
    const Config* config = settings_->config_for(path);
    if (config != nullptr) {
        for (const ConfigWord& corpus : config->corpora) corpora_.insert(corpus.text);
        basis.config = config;
        basis.ignored = Settings::ignores(*config, path);
        basis.policy = settings_->policy_for(*config, path);
        basis.knowledge = settings_->knowledge_for(*config);
    }
    stamp_ = stamp();
    return basis;
}

std::vector<std::string> Workspace::watched() const {
    std::vector<std::string> paths(options_.corpora.begin(), options_.corpora.end());
    paths.insert(paths.end(), corpora_.begin(), corpora_.end());
    return paths;
}

std::string Workspace::stamp() const {
    std::string stamp;
    if (!options_.config.empty()) add_stamp(options_.config, stamp);
    std::set<fs::path> seen;
    for (fs::path folder : draft_folders_) {
        while (!folder.empty() && seen.insert(folder).second) {
            add_stamp(folder / config_name, stamp);
            if (folder == folder.parent_path()) break;
            folder = folder.parent_path();
        }
    }
    for (const std::string& bibliography : bibliographies_->paths()) add_stamp(bibliography, stamp);
    for (const std::string& corpus : watched()) {
        std::error_code code;
        add_stamp(corpus, stamp);
        std::size_t files = 0;
        for (fs::recursive_directory_iterator it(corpus, code), end; !code && it != end && files < most_files;
             it.increment(code), ++files)
            add_stamp(it->path(), stamp);
    }
    return stamp;
}

bool Workspace::outdated() {
    return stamp() != stamp_;
}

void Workspace::reload() {
    corpora_.clear();
    // Drafts keep what they were checked with until they are given the new one.
    settings_ = std::make_shared<Settings>(options_);
    bibliographies_ = std::make_shared<BibliographyFiles>();
    stamp_ = stamp();
}

} // namespace statlint::lsp
