#include "cli/changed_lines.hpp"

#include <algorithm>
#include <charconv>

#include "cli/git.hpp"

namespace statlint {

namespace fs = std::filesystem;

namespace {

std::string_view next_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

std::set<std::string, std::less<>> split_at_nul(std::string_view text) {
    std::set<std::string, std::less<>> names;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\0'), text.size());
        names.emplace(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return names;
}

std::uint32_t number(std::string_view& text) {
    std::uint32_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return code == std::errc{} ? value : 0;
}

struct Counted {
    std::uint32_t start = 0, count = 1;
};

/// "12,3" or "12".
Counted counted(std::string_view& text) {
    Counted made{.start = number(text)};
    if (!text.starts_with(',')) return made;
    text.remove_prefix(1);
    made.count = number(text);
    return made;
}

/// The name behind "+++ ", which git puts into quotes, as C does, where it holds a quote or a control character.
std::string name_in(std::string_view text) {
    std::string name;
    if (!text.starts_with('"')) {
        name = text.substr(0, text.find('\t')); // git ends a name with spaces by a tab
    } else {
        for (std::size_t i = 1; i < text.size() && text[i] != '"'; ++i) {
            if (text[i] != '\\' || i + 1 == text.size()) {
                name += text[i];
                continue;
            }
            const char c = text[++i];
            constexpr std::string_view letters = "abtnvfr", codes = "\a\b\t\n\v\f\r";
            if (const std::size_t at = letters.find(c); at != std::string_view::npos) {
                name += codes[at];
            } else if (c >= '0' && c <= '7') {
                unsigned value = 0;
                for (int digit = 0; digit < 3 && i < text.size() && text[i] >= '0' && text[i] <= '7'; ++digit, ++i)
                    value = value * 8 + static_cast<unsigned>(text[i] - '0');
                --i;
                name += static_cast<char>(value);
            } else {
                name += c;
            }
        }
    }
    return name.starts_with("b/") ? name.substr(2) : std::string(); // "/dev/null"
}

} // namespace

std::map<std::string, std::vector<std::pair<std::uint32_t, std::uint32_t>>> read_hunks(std::string_view diff) {
    std::map<std::string, std::vector<std::pair<std::uint32_t, std::uint32_t>>> files;
    std::string name;
    while (!diff.empty()) {
        std::string_view line = next_line(diff);
        if (line.starts_with("diff --git ")) name.clear();
        if (line.starts_with("+++ ")) name = name_in(line.substr(4));
        if (!line.starts_with("@@ -")) continue;
        line.remove_prefix(4);
        const Counted old_lines = counted(line);
        if (!line.starts_with(" +")) continue;
        line.remove_prefix(2);
        const Counted new_lines = counted(line);
        // Lines of the files themselves may look like anything.
        for (std::uint32_t i = 0; i < old_lines.count + new_lines.count && !diff.empty();) {
            if (!next_line(diff).starts_with('\\')) ++i; // "\ No newline at end of file"
        }
        if (name.empty()) continue;
        const std::uint32_t last = new_lines.count == 0 ? new_lines.start + 1 : new_lines.start + new_lines.count - 1;
        files[name].emplace_back(new_lines.start, last);
    }
    return files;
}

Result<ChangedLines> ChangedLines::since(const std::string& revision) {
    ChangedLines made;
    auto top = run_git({"rev-parse", "--show-toplevel"});
    if (!top) return tl::unexpected(top.error());
    top->erase(top->find_last_not_of('\n') + 1);
    made.top_ = *top;
    // --end-of-options: a revision is never an option.
    auto commit = run_git({"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
    if (!commit)
        return tl::unexpected(
            Error{.message = "--diff-base: git knows no revision \"" + revision + "\" here", .path = {}});
    commit->erase(commit->find_last_not_of('\n') + 1);
    std::string base = *commit;
    // What the base branch did meanwhile is not this change's; a shallow clone may not know where it left.
    if (auto fork = run_git({"merge-base", *commit, "HEAD"}); fork && !fork->empty())
        base = fork->substr(0, fork->find('\n'));
    const std::vector<std::string> plain = {"--no-ext-diff", "--no-textconv",      "--no-color", "-M",
                                            "--no-relative", "--ignore-submodules"};
    std::vector<std::string> names = {"-C", *top, "diff", "--name-only", "-z"};
    names.insert(names.end(), plain.begin(), plain.end());
    names.insert(names.end(), {base, "--"});
    std::vector<std::string> lines = {
        "-C", *top, "diff", "-U0", "--inter-hunk-context=0", "-a", "--src-prefix=a/", "--dst-prefix=b/"};
    lines.insert(lines.end(), plain.begin(), plain.end());
    lines.insert(lines.end(), {base, "--"});
    const auto tracked = run_git({"-C", *top, "ls-files", "-z"});
    const auto changed = run_git(names), diff = run_git(lines);
    for (const auto* answer : {&tracked, &changed, &diff})
        if (!*answer) return tl::unexpected(answer->error());
    made.tracked_ = split_at_nul(*tracked);
    made.changed_ = split_at_nul(*changed);
    made.lines_ = read_hunks(*diff);
    return made;
}

std::string ChangedLines::name_of(const std::string& path) const {
    std::error_code code;
    const fs::path whole = fs::weakly_canonical(fs::absolute(path), code);
    return whole.lexically_relative(top_).generic_string();
}

bool ChangedLines::touches_all(const std::string& path, bool whole) const {
    const std::string name = name_of(path);
    return !tracked_.contains(name) || (whole && changed_.contains(name));
}

bool ChangedLines::touches(const std::string& path, std::uint32_t first, std::uint32_t last) const {
    const auto file = lines_.find(name_of(path));
    if (file == lines_.end()) return false;
    const auto& ranges = file->second;
    const auto next = std::ranges::lower_bound(ranges, first, {}, [](const Range& range) { return range.second; });
    return next != ranges.end() && next->first <= last;
}

} // namespace statlint
