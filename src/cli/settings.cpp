#include "cli/settings.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <ctime>

#include <fmt/format.h>

#include "cli/read_file.hpp"
#include "formats/format.hpp"

namespace statlint {

namespace fs = std::filesystem;

namespace {

fs::path whole(const std::string& path) {
    return fs::absolute(path).lexically_normal();
}

/// A path as short as it can be said from here.
std::string shown(const fs::path& path) {
    const std::string relative = path.lexically_proximate(fs::current_path()).string();
    return relative.size() < path.string().size() ? relative : path.string();
}

/// As ISO text, in UTC. SOURCE_DATE_EPOCH stands in for the clock where a run has to give the same again.
std::string today() {
    std::time_t now = std::time(nullptr);
    if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH")) {
        long long seconds = 0;
        const std::string_view text = fixed;
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (code == std::errc{} && end == text.data() + text.size()) now = static_cast<std::time_t>(seconds);
    }
    // gmtime() would read the file of the local time zone.
    constexpr std::time_t last_day = 253402300799; // of year 9999
    const std::chrono::sys_seconds time{std::chrono::seconds(std::clamp<std::time_t>(now, 0, last_day))};
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

} // namespace

Settings::Settings(const RunOptions& options) : options_(options), today_(today()) {
    configs_.emplace_back(); // what holds where there is no file
    if (!options.config.empty()) by_folder_[{}] = load_config(options.config);
}

const Config* Settings::config_for(const std::string& draft) {
    if (!options_.config.empty()) return by_folder_.at({});
    return config_in(whole(draft).parent_path());
}

const Config* Settings::config_in(const fs::path& folder) {
    if (const auto known = by_folder_.find(folder); known != by_folder_.end()) return known->second;
    const fs::path candidate = folder / config_name;
    std::error_code ignored;
    const Config* config = &configs_.front();
    if (fs::exists(fs::symlink_status(candidate, ignored)))
        config = load_config(shown(candidate));
    else if (folder != folder.parent_path())
        config = config_in(folder.parent_path());
    by_folder_[folder] = config;
    return config;
}

const Config* Settings::load_config(const std::string& path) {
    const auto text = read_file(path);
    if (!text) {
        errors_.push_back(text.error());
        return nullptr;
    }
    auto config = parse_config(*text, path);
    if (!config) {
        errors_.insert(errors_.end(), config.error().begin(), config.error().end());
        return nullptr;
    }
    return &configs_.emplace_back(std::move(*config));
}

const Knowledge* Settings::knowledge_for(const Config& config) {
    const auto known = knowledge_.find(&config);
    if (known != knowledge_.end()) return known->second.get();
    return (knowledge_[&config] = load(config)).get();
}

KnowledgePtr Settings::load(const Config& config) {
    const std::size_t errors_before = errors_.size();
    CorpusFiles& corpora = corpora_.emplace_back();
    for (const ConfigWord& corpus : config.corpora) {
        const auto added = corpora.add(corpus.text);
        if (added) continue;
        const Error& error = added.error();
        // The place to mend is the line that names the corpus.
        errors_.push_back({.message = "corpus \"" + error.path + "\": " + error.message,
                           .path = config.path,
                           .line = corpus.line,
                           .column = corpus.column});
    }
    for (const std::string& path : options_.corpora)
        if (const auto added = corpora.add(path); !added) errors_.push_back(added.error());
    if (errors_.size() > errors_before) return nullptr;

    auto knowledge = load_knowledge(corpora.files(), config.builtin_corpus && !options_.no_builtin);
    if (!knowledge) {
        errors_.insert(errors_.end(), knowledge.error().begin(), knowledge.error().end());
        return nullptr;
    }
    const std::vector<Error> unknown = check_names(config, rules_of(**knowledge), corpus_of(**knowledge));
    errors_.insert(errors_.end(), unknown.begin(), unknown.end());
    if (!unknown.empty()) return nullptr;
    load_sources(config, corpus_of(**knowledge));
    return errors_.size() > errors_before ? nullptr : std::move(*knowledge);
}

void Settings::load_sources(const Config& config, const Corpus& corpus) {
    for (const auto& [id, path] : config.sources) {
        // The place to mend is the line that names the file.
        const auto fail = [&, &file = path](const std::string& message) {
            errors_.push_back({.message = "source \"" + file.text + "\": " + message,
                               .path = config.path,
                               .line = file.line,
                               .column = file.column});
        };
        auto bytes = read_file(path.text);
        if (!bytes) {
            fail(bytes.error().message);
            continue;
        }
        const Format* format = format_by_path(path.text);
        if (format == nullptr) format = format_by_content(*bytes);
        if (format == nullptr) {
            fail("unknown format");
            continue;
        }
        if (auto document = format->read(std::move(*bytes))) {
            std::vector<SourcePlace> places;
            for (Block& block : document->blocks) places.push_back({block.text.start, std::move(block.location)});
            sources_[&config].emplace(corpus.work_by_id(id.text),
                                      SourceText(std::move(document->text), std::move(places)));
        } else {
            fail(document.error().message);
        }
    }
}

Policy Settings::policy_for(const Config& config, const std::string& draft) const {
    Policy policy = statlint::policy_for(config, whole(draft).lexically_relative(config.folder).generic_string());
    if (options_.min_confidence) policy.min_confidence = *options_.min_confidence;
    policy.today = today_;
    if (const auto known = sources_.find(&config); known != sources_.end()) policy.sources = &known->second;
    return policy;
}

const Format* Settings::format_for(const std::string& draft) {
    const Config* config = config_for(draft);
    if (config == nullptr || config->overrides.empty()) return nullptr;
    return statlint::format_for(*config, whole(draft).lexically_relative(config->folder).generic_string());
}

bool Settings::ignores(const Config& config, const std::string& draft) {
    if (config.ignore.empty()) return false;
    const std::string relative = whole(draft).lexically_relative(config.folder).generic_string();
    return !relative.starts_with("../") && config.ignore.covers(relative);
}

} // namespace statlint
