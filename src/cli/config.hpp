#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/gitignore.hpp"
#include "formats/format.hpp"
#include "rules/analysis.hpp"

namespace statlint {

/// A word of the configuration that only the corpus or the rules can judge, and where it stands.
struct ConfigWord {
    std::string text;
    int line = 0;
    int column = 0;
};

struct SeveritySetting {
    ConfigWord rule;
    Severity severity = Severity::error;
};

struct PathOverride {
    IgnoreRules glob;               ///< relative to the configuration's folder
    const Format* format = nullptr; ///< null: as the file's name or content says
    std::vector<SeveritySetting> severities;
};

/// What .statlint.toml says. An absent value leaves the choice to the command line and the defaults.
struct Config {
    std::string path;                ///< as shown in errors; empty where there is no file
    std::filesystem::path folder;    ///< absolute; what `ignore` and globs are relative to
    std::vector<ConfigWord> corpora; ///< paths, usable from the current folder
    bool builtin_corpus = true;
    std::vector<SeveritySetting> severities;
    std::vector<PathOverride> overrides;
    std::optional<Severity> fail_on;
    std::optional<double> min_coverage, min_confidence;
    Reach reach = Reach::paragraph;
    bool page_required = false;
    std::vector<std::pair<ConfigWord, ConfigWord>> sources; ///< work id and path of its text, usable from here
    std::vector<ConfigWord> bibliographies;                 ///< paths, usable from the current folder
    std::vector<ConfigWord> works;                          ///< that may be cited; empty: all
    IgnoreRules ignore;
};

inline constexpr std::string_view config_name = ".statlint.toml";

/// Reads a configuration. All errors are returned, each with line and column: syntax, unknown key, wrong type or value.
[[nodiscard]] tl::expected<Config, std::vector<Error>> parse_config(std::string_view text, const std::string& path);

/// What can be judged only once the corpus is loaded: names of rules and works.
[[nodiscard]] std::vector<Error> check_names(const Config& config, const std::vector<RuleInfo>& rules,
                                             const Corpus& corpus);

/// The policy for one draft; `relative` is its path from the configuration's folder.
[[nodiscard]] Policy policy_for(const Config& config, std::string_view relative);

/// The format that an override gives a draft, or null; the last one counts.
[[nodiscard]] const Format* format_for(const Config& config, std::string_view relative);

/// "off", "note", "warning", "error".
[[nodiscard]] std::optional<Severity> severity_by_name(std::string_view text);

} // namespace statlint
