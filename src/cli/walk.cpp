#include "cli/walk.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "cli/read_file.hpp"

namespace statlint {

namespace fs = std::filesystem;

namespace {

/// The patterns that hold in a folder and below.
struct IgnoreLevel {
    fs::path folder; ///< absolute
    IgnoreRules rules;
};

std::string relative_to(const fs::path& path, const fs::path& folder) {
    return path.lexically_relative(folder).generic_string();
}

IgnoreLevel read_level(const fs::path& folder, bool repository) {
    IgnoreLevel level{.folder = folder, .rules = {}};
    std::vector<const char*> names{".gitignore", ".statlintignore"};
    if (repository) names.insert(names.begin(), ".git/info/exclude");
    for (const char* name : names) {
        const fs::path path = folder / name;
        std::error_code ignored;
        if (!fs::is_regular_file(path, ignored)) continue;
        if (const auto text = read_file(path.string())) level.rules.add_file(*text);
    }
    return level;
}

class Walker {
  public:
    Walker(const WalkOptions& options, Walk& walk) : options_(options), walk_(walk), here_(fs::current_path()) {}

    void take(const std::string& path) {
        std::error_code code;
        const fs::file_status status = fs::status(path, code);
        if (status.type() == fs::file_type::not_found) return fail(path, "no such file or folder");
        if (code) return fail(path, "cannot be read: " + code.message());
        if (fs::is_directory(status)) return take_folder(path);
        const Format* format = options_.format != nullptr ? options_.format : configured(path);
        if (format == nullptr) format = format_by_path(path);
        if (format != nullptr) return add(path, format);
        const auto bytes = read_file(path);
        if (!bytes) return walk_.errors.push_back(bytes.error());
        format = format_by_content(*bytes);
        if (format == nullptr) return fail(path, "unknown format; known are " + known_extensions(true));
        add(path, format);
    }

  private:
    [[nodiscard]] const Format* configured(const std::string& path) const {
        return options_.configured ? options_.configured(path) : nullptr;
    }

    static std::string known_extensions(bool with_data) {
        std::string list;
        for (const Format& format : formats()) {
            if (format.data && !with_data) continue;
            for (const std::string_view extension : format.extensions)
                list += fmt::format("{}{}", list.empty() ? "" : ", ", extension);
        }
        return list + (with_data ? "; --format-in names another"
                                 : "; data (.csv, .json, .yaml) only where an [[override]] names its format");
    }

    void fail(const std::string& path, std::string message) {
        walk_.errors.push_back({.message = std::move(message), .path = path});
    }

    void add(const std::string& path, const Format* format) {
        const fs::path whole = fs::absolute(path).lexically_normal();
        if (!seen_.insert(whole.string()).second) return;
        const std::string relative = relative_to(whole, here_);
        if (!relative.starts_with("../") && options_.exclude.covers(relative)) {
            ++walk_.skipped;
            return;
        }
        walk_.drafts.push_back({.path = path, .format = format});
    }

    void take_folder(const std::string& path) {
        const std::size_t drafts = walk_.drafts.size(), errors = walk_.errors.size(), skipped = walk_.skipped;
        before_ = 0;
        const fs::path folder = fs::absolute(path).lexically_normal();
        levels_.clear();
        add_levels_above(folder);
        // "." is not worth repeating before each name.
        search(folder, fs::path(path).lexically_normal() == "." ? fs::path() : fs::path(path));
        if (walk_.drafts.size() == drafts && walk_.errors.size() == errors && walk_.skipped == skipped && before_ == 0)
            fail(path, "no drafts in this folder; known are " + known_extensions(false));
    }

    /// Inside a repository the ignore files of the folders above count too.
    void add_levels_above(const fs::path& folder) {
        std::error_code ignored;
        std::vector<fs::path> above;
        for (fs::path at = folder; !at.empty(); at = at.parent_path()) {
            if (at != folder) above.push_back(at);
            if (fs::exists(at / ".git", ignored)) {
                for (auto it = above.rbegin(); it != above.rend(); ++it)
                    levels_.push_back(read_level(*it, fs::exists(*it / ".git", ignored)));
                return;
            }
            if (at == at.root_path()) return;
        }
    }

    [[nodiscard]] bool ignored(const fs::path& path, bool folder) const {
        for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
            if (level->rules.empty()) continue;
            const auto answer = level->rules.ask(relative_to(path, level->folder), folder);
            if (answer != IgnoreRules::Answer::silent) return answer == IgnoreRules::Answer::ignored;
        }
        return false;
    }

    void search(const fs::path& folder, const fs::path& shown) {
        std::error_code code;
        std::vector<fs::directory_entry> entries;
        for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code))
            entries.push_back(*it);
        if (code) return fail(shown.empty() ? "." : shown.string(), "cannot be read: " + code.message());
        std::ranges::sort(entries, {}, [](const fs::directory_entry& e) { return e.path().filename().string(); });
        std::error_code ignored_code;
        levels_.push_back(read_level(folder, fs::exists(folder / ".git", ignored_code)));
        for (const fs::directory_entry& entry : entries) visit(entry, shown / entry.path().filename());
        levels_.pop_back();
    }

    void visit(const fs::directory_entry& entry, const fs::path& shown) {
        if (entry.path().filename().string().starts_with('.')) return;
        std::error_code code;
        if (!entry.is_symlink(code) && entry.is_directory(code)) {
            if (!ignored(entry.path(), true)) search(entry.path(), shown);
            return;
        }
        const Format* format = configured(shown.string());
        if (format == nullptr) {
            format = format_by_path(entry.path().string());
            if (format != nullptr && format->data) return;
        }
        if (format == nullptr || ignored(entry.path(), false)) return;
        const fs::file_status status = entry.status(code);
        if (status.type() == fs::file_type::not_found) return fail(shown.string(), "is a link that leads nowhere");
        if (!fs::is_regular_file(status)) return;
        ++before_;
        add(shown.string(), format);
    }

    const WalkOptions& options_;
    Walk& walk_;
    fs::path here_;
    std::vector<IgnoreLevel> levels_;
    std::set<std::string> seen_;
    std::size_t before_ = 0; ///< drafts met in this folder, those included that an earlier argument had named
};

} // namespace

Walk find_drafts(const std::vector<std::string>& paths, const WalkOptions& options) {
    Walk walk;
    Walker walker(options, walk);
    for (const std::string& path : paths) walker.take(path);
    return walk;
}

} // namespace statlint
