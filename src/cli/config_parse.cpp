// .statlint.toml, key by key. Every value is checked for its type, and a key that nobody reads is an error: a typo in
// a severity must not loosen the gate unseen.
#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "cli/config.hpp"
#include "corpus/closest_name.hpp"

namespace statlint {

namespace fs = std::filesystem;

namespace {

class ConfigReader {
  public:
    ConfigReader(Config& config, std::vector<Error>& errors) : config_(config), errors_(errors) {}

    void read(const toml::table& table) {
        check_keys(table, {"corpora", "builtin-corpus", "severity", "fail-on", "min-coverage", "min-confidence",
                           "citation", "sources", "ignore", "override"});
        config_.corpora = paths(table, "corpora");
        if (const auto flag = boolean(table, "builtin-corpus")) config_.builtin_corpus = *flag;
        config_.severities = severities(table, "severity");
        read_fail_on(table);
        config_.min_coverage = proportion(table, "min-coverage");
        config_.min_confidence = proportion(table, "min-confidence");
        if (const toml::table* citation = subtable(table, "citation")) read_citation(*citation);
        if (const toml::table* sources = subtable(table, "sources")) read_sources(*sources);
        for (const ConfigWord& glob : strings(table, "ignore")) config_.ignore.add_line(glob.text);
        read_overrides(table);
    }

    void fail(const toml::source_region& where, std::string message) {
        errors_.push_back({.message = std::move(message),
                           .path = config_.path,
                           .line = static_cast<int>(where.begin.line),
                           .column = static_cast<int>(where.begin.column)});
    }

  private:
    [[nodiscard]] fs::path shown_folder() const { return fs::path(config_.path).parent_path(); }

    void check_keys(const toml::table& table, const std::vector<std::string_view>& known) {
        for (const auto& [key, node] : table)
            if (std::ranges::find(known, key.str()) == known.end())
                fail(key.source(), fmt::format("unknown key \"{}\"{}", key.str(), did_you_mean(key.str(), known)));
    }

    void fail_type(const toml::node& node, std::string_view key, std::string_view wanted) {
        fail(node.source(), fmt::format("{} must be {}", key, wanted));
    }

    std::vector<ConfigWord> strings(const toml::table& table, std::string_view key) {
        std::vector<ConfigWord> words;
        const toml::node* node = table.get(key);
        if (node == nullptr) return words;
        const toml::array* array = node->as_array();
        if (array == nullptr) {
            fail_type(*node, key, "a list of strings");
            return words;
        }
        for (const toml::node& item : *array) {
            const auto text = item.value<std::string>();
            if (!item.is_string() || !text)
                fail_type(item, key, "a list of strings");
            else
                words.push_back({.text = *text,
                                 .line = static_cast<int>(item.source().begin.line),
                                 .column = static_cast<int>(item.source().begin.column)});
        }
        return words;
    }

    /// Paths from the configuration's folder, made usable from the current one.
    std::vector<ConfigWord> paths(const toml::table& table, std::string_view key) {
        std::vector<ConfigWord> words = strings(table, key);
        for (ConfigWord& word : words)
            if (!fs::path(word.text).is_absolute())
                word.text = (shown_folder() / word.text).lexically_normal().string();
        return words;
    }

    std::optional<bool> boolean(const toml::table& table, std::string_view key) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return std::nullopt;
        if (!node->is_boolean()) {
            fail_type(*node, key, "true or false");
            return std::nullopt;
        }
        return node->value<bool>();
    }

    std::optional<double> proportion(const toml::table& table, std::string_view key) {
        const toml::node* node = table.get(key);
        if (node == nullptr) return std::nullopt;
        const auto number = node->is_number() ? node->value<double>() : std::nullopt;
        if (number && *number >= 0 && *number <= 1) return number;
        fail_type(*node, key, "a number from 0 to 1");
        return std::nullopt;
    }

    /// One word of a fixed list; `convert` gives nothing where it isn't one.
    template <class Read>
    auto choice(const toml::node& node, std::string_view key, const std::vector<std::string_view>& known, Read convert)
        -> decltype(convert(std::string_view())) {
        const auto text = node.is_string() ? node.value<std::string>() : std::nullopt;
        auto value = text ? convert(std::string_view(*text)) : std::nullopt;
        if (!value)
            fail_type(node, key,
                      fmt::format("one of {}{}", fmt::join(known, ", "), text ? did_you_mean(*text, known) : ""));
        return value;
    }

    const toml::table* subtable(const toml::table& table, std::string_view key) {
        const toml::node* node = table.get(key);
        if (node != nullptr && !node->is_table()) fail_type(*node, key, "a table");
        return node == nullptr ? nullptr : node->as_table();
    }

    std::vector<SeveritySetting> severities(const toml::table& table, std::string_view name_of_table) {
        std::vector<SeveritySetting> settings;
        const toml::table* entries = subtable(table, name_of_table);
        if (entries == nullptr) return settings;
        for (const auto& [key, node] : *entries)
            if (const auto severity = choice(node, key.str(), {"off", "note", "warning", "error"}, severity_by_name))
                settings.push_back({.rule = {.text = std::string(key.str()),
                                             .line = static_cast<int>(key.source().begin.line),
                                             .column = static_cast<int>(key.source().begin.column)},
                                    .severity = *severity});
        return settings;
    }

    void read_fail_on(const toml::table& table) {
        const toml::node* node = table.get("fail-on");
        if (node == nullptr) return;
        config_.fail_on = choice(*node, "fail-on", {"error", "warning", "note"}, [](std::string_view text) {
            return text == "off" ? std::nullopt : severity_by_name(text);
        });
    }

    void read_citation(const toml::table& table) {
        check_keys(table, {"reach", "works", "page-required", "bibliography"});
        if (const toml::node* node = table.get("reach")) {
            const auto reach = choice(*node, "reach", {"sentence", "paragraph", "section"},
                                      [](std::string_view text) -> std::optional<Reach> {
                                          if (text == "sentence") return Reach::sentence;
                                          if (text == "paragraph") return Reach::paragraph;
                                          if (text == "section") return Reach::section;
                                          return std::nullopt;
                                      });
            config_.reach = reach.value_or(config_.reach);
        }
        config_.works = strings(table, "works");
        config_.bibliographies = paths(table, "bibliography");
        config_.page_required = boolean(table, "page-required").value_or(false);
    }

    /// id = "path", one a line.
    void read_sources(const toml::table& table) {
        for (const auto& [key, node] : table) {
            const auto path = node.is_string() ? node.value<std::string>() : std::nullopt;
            if (!path) {
                fail_type(node, key.str(), "the path of a file");
                continue;
            }
            ConfigWord id{.text = std::string(key.str()),
                          .line = static_cast<int>(key.source().begin.line),
                          .column = static_cast<int>(key.source().begin.column)};
            ConfigWord file{
                .text = fs::path(*path).is_absolute() ? *path : (shown_folder() / *path).lexically_normal().string(),
                .line = static_cast<int>(node.source().begin.line),
                .column = static_cast<int>(node.source().begin.column)};
            config_.sources.emplace_back(std::move(id), std::move(file));
        }
    }

    void read_overrides(const toml::table& table) {
        const toml::node* node = table.get("override");
        if (node == nullptr) return;
        const toml::array* list = node->as_array();
        if (list == nullptr) return fail_type(*node, "override", "written as [[override]]");
        for (const toml::node& item : *list) {
            const toml::table* entry = item.as_table();
            if (entry == nullptr) {
                fail_type(item, "override", "written as [[override]]");
                continue;
            }
            check_keys(*entry, {"glob", "format", "severity"});
            PathOverride made;
            read_glob(*entry, made.glob);
            read_format(*entry, made.format);
            made.severities = severities(*entry, "severity");
            config_.overrides.push_back(std::move(made));
        }
    }

    /// A glob or a list of globs; without one an override would never apply.
    void read_glob(const toml::table& entry, IgnoreRules& rules) {
        const toml::node* node = entry.get("glob");
        if (node == nullptr) return fail(entry.source(), "override has no glob");
        if (const auto glob = node->is_string() ? node->value<std::string>() : std::nullopt)
            rules.add_line(*glob);
        else
            for (const ConfigWord& word : strings(entry, "glob")) rules.add_line(word.text);
    }

    void read_format(const toml::table& entry, const Format*& format) {
        const toml::node* node = entry.get("format");
        if (node == nullptr) return;
        std::vector<std::string_view> known;
        for (const Format& one : formats()) known.push_back(one.name);
        const auto found = choice(*node, "format", known, [](std::string_view name) {
            const Format* one = format_by_name(name);
            return one == nullptr ? std::nullopt : std::optional(one);
        });
        format = found.value_or(nullptr);
    }

    Config& config_;
    std::vector<Error>& errors_;
};

} // namespace

tl::expected<Config, std::vector<Error>> parse_config(std::string_view text, const std::string& path) {
    Config config;
    config.path = path;
    config.folder = fs::absolute(path).parent_path().lexically_normal();
    std::vector<Error> errors;
    ConfigReader reader(config, errors);
    try {
        reader.read(toml::parse(text, path));
    } catch (const toml::parse_error& error) {
        reader.fail(error.source(), std::string(error.description()));
    }
    if (!errors.empty()) {
        std::ranges::stable_sort(errors, {}, [](const Error& e) { return std::pair(e.line, e.column); });
        return tl::unexpected(std::move(errors));
    }
    return config;
}

} // namespace statlint
