// Sets a repository up: configuration, pre-commit entry and CI workflow. What is there stays as it is.
#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "cli/command.hpp"
#include "cli/read_file.hpp"
#include "cli/terminal.hpp"
#include "corpus/corpus.hpp"
#include "formats/format.hpp"

namespace statlint {

namespace fs = std::filesystem;

namespace {

// Somebody's repository of that name would be a stranger's: better a workflow that says what is missing.
constexpr std::string_view unknown_action = "OWNER/statlint@v" STATLINT_VERSION;

struct InitOptions {
    std::string folder = ".";
    std::string ci; ///< empty: what the repository looks like
    std::string action = std::string(unknown_action);
};

/// The names of drafts, as pre-commit wants them.
std::string draft_pattern() {
    std::string pattern;
    for (const Format& format : formats()) {
        if (format.data) continue;
        for (const std::string_view extension : format.extensions)
            (pattern += pattern.empty() ? "" : "|") += extension.substr(1);
    }
    return "\\.(" + pattern + ")$";
}

/// Writes all of a new file, or nothing; never follows or replaces what has the name.
Result<void> write_new(const fs::path& path, std::string_view text) {
    std::error_code code;
    fs::create_directories(path.parent_path(), code);
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    int trouble = file < 0 ? errno : 0;
    while (trouble == 0 && !text.empty()) {
        const ssize_t wrote = ::write(file, text.data(), text.size());
        if (wrote > 0) text.remove_prefix(static_cast<std::size_t>(wrote));
        if (wrote < 0 && errno != EINTR) trouble = errno;
    }
    if (file >= 0 && close(file) != 0 && trouble == 0) trouble = errno;
    if (trouble == 0) return {};
    if (file >= 0) unlink(path.c_str());
    return tl::unexpected(
        Error{.message = "cannot be written: " + std::generic_category().message(trouble), .path = path.string()});
}

class Setup {
  public:
    explicit Setup(const InitOptions& options) : options_(options) {}

    int run() {
        std::error_code code;
        if (!fs::is_directory(options_.folder, code)) {
            print_error({.message = "no such folder", .path = options_.folder});
            return exit_trouble;
        }
        place(".statlint.toml", filled("statlint.toml"), {});
        const std::string entry = filled("pre-commit.yaml");
        place(".pre-commit-config.yaml", "repos:\n" + entry, entry);
        const std::string ci = wanted_ci();
        if (ci == "github") place(".github/workflows/statlint.yml", filled("github.yml"), {});
        if (ci == "gitlab") place(".gitlab-ci.yml", filled("gitlab.yml"), filled("gitlab.yml"));
        if (ci == "github" && options_.action == unknown_action)
            print("Say in .github/workflows/statlint.yml, behind \"uses:\", who keeps your copy of statlint.\n");
        return failed_ ? exit_trouble : exit_clean;
    }

  private:
    [[nodiscard]] std::string filled(std::string_view name) const {
        std::string text(embedded_rules(fmt::format("init/{}", name)));
        const std::pair<std::string_view, std::string> values[] = {{"@FILES@", draft_pattern()},
                                                                   {"@ACTION@", options_.action}};
        for (const auto& [mark, value] : values)
            if (const std::size_t at = text.find(mark); at != std::string::npos) text.replace(at, mark.size(), value);
        return text;
    }

    [[nodiscard]] std::string wanted_ci() const {
        if (!options_.ci.empty()) return options_.ci;
        std::error_code code;
        return fs::exists(fs::symlink_status(fs::path(options_.folder) / ".gitlab-ci.yml", code)) ? "gitlab" : "github";
    }

    /// Writes a file, or says what to add to the one that is there.
    void place(std::string_view name, const std::string& text, const std::string& addition) {
        const fs::path path = (fs::path(options_.folder) / name).lexically_normal();
        std::error_code code;
        if (!fs::exists(fs::symlink_status(path, code))) {
            const auto written = write_new(path, text);
            if (written) return print(fmt::format("wrote {}\n", path.string()));
            failed_ = true;
            return print_error(written.error());
        }
        const auto there = read_file(path.string());
        if (addition.empty() || (there && there->find("statlint") != std::string::npos))
            return print(fmt::format("kept {}\n", path.string()));
        print(fmt::format("kept {}; add to it:\n\n{}\n", path.string(), addition));
    }

    const InitOptions& options_;
    bool failed_ = false;
};

} // namespace

std::function<int()> declare_init(CLI::App& app) {
    auto options = std::make_shared<InitOptions>();
    app.add_option("folder", options->folder, "the repository; default: the current folder")->type_name("FOLDER");
    app.add_option("--ci", options->ci, "which workflow; default: gitlab where there is a .gitlab-ci.yml, else github")
        ->check(CLI::IsMember({"github", "gitlab", "none"}));
    app.add_option("--action", options->action, "where GitHub finds the action")->type_name("OWNER/REPO@REF");
    return [options] { return Setup(*options).run(); };
}

} // namespace statlint
