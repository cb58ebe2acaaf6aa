#include "cli/gitignore.hpp"

#include <array>
#include <cctype>
#include <optional>
#include <ranges>

namespace statlint {

namespace {

struct ClassName {
    std::string_view name;
    int (*test)(int);
};

constexpr auto class_names = std::to_array<ClassName>({
    {"alnum", std::isalnum},
    {"alpha", std::isalpha},
    {"blank", std::isblank},
    {"cntrl", std::iscntrl},
    {"digit", std::isdigit},
    {"graph", std::isgraph},
    {"lower", std::islower},
    {"print", std::isprint},
    {"punct", std::ispunct},
    {"space", std::isspace},
    {"upper", std::isupper},
    {"xdigit", std::isxdigit},
});

struct ClassMatch {
    bool hit;
    std::size_t size; ///< of "[…]" in the pattern
};

/// "[a-z]", "[!0-9]", "[[:alpha:]_]" at the start of `pattern`; nothing where it is not closed.
std::optional<ClassMatch> match_class(std::string_view pattern, char c) {
    std::size_t at = 1;
    const bool negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
    if (negated) ++at;
    bool hit = false;
    for (bool first = true; at < pattern.size(); first = false) {
        if (pattern[at] == ']' && !first) return ClassMatch{hit != negated, at + 1};
        if (pattern.substr(at, 2) == "[:") {
            const std::size_t close = pattern.find(":]", at + 2);
            if (close == std::string_view::npos) return std::nullopt;
            for (const ClassName& known : class_names)
                if (known.name == pattern.substr(at + 2, close - at - 2))
                    hit = hit || known.test(static_cast<unsigned char>(c)) != 0;
            at = close + 2;
            continue;
        }
        if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
        const auto low = static_cast<unsigned char>(pattern[at++]);
        auto high = low;
        if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
            at += pattern[at + 1] == '\\' && at + 2 < pattern.size() ? 2 : 1;
            high = static_cast<unsigned char>(pattern[at++]);
        }
        const auto byte = static_cast<unsigned char>(c);
        hit = hit || (low <= byte && byte <= high);
    }
    return std::nullopt;
}

/// Bytes of `pattern` that one character took, 0 where it doesn't fit.
std::size_t match_one(std::string_view pattern, char c) {
    if (pattern.front() == '?') return 1;
    if (pattern.front() == '\\' && pattern.size() > 1) return pattern[1] == c ? 2 : 0;
    if (pattern.front() == '[')
        if (const auto found = match_class(pattern, c)) return found->hit ? found->size : 0;
    return pattern.front() == c ? 1 : 0;
}

/// One part of a path against one part of a pattern. Only the last star is ever gone back to, so the work is bounded
/// by the product of the two lengths, whatever the pattern.
bool match_part(std::string_view pattern, std::string_view text) {
    constexpr auto unset = std::string_view::npos;
    std::size_t p = 0, t = 0, star = unset, star_text = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            star_text = t;
            continue;
        }
        const std::size_t taken = p < pattern.size() ? match_one(pattern.substr(p), text[t]) : 0;
        if (taken > 0) {
            p += taken;
            ++t;
        } else if (star != unset) {
            p = star + 1;
            t = ++star_text;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

/// The same, one level up: "**" is the star, and takes whole parts. A "**" at the end takes at least one.
bool match_parts(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path) {
    constexpr std::size_t unset = static_cast<std::size_t>(-1);
    std::size_t p = 0, t = 0, star = unset, star_path = 0;
    while (t < path.size()) {
        if (p < pattern.size() && pattern[p] == "**") {
            if (p + 1 == pattern.size()) return true;
            star = p++;
            star_path = t;
        } else if (p < pattern.size() && match_part(pattern[p], path[t])) {
            ++p;
            ++t;
        } else if (star != unset) {
            p = star + 1;
            t = ++star_path;
        } else {
            return false;
        }
    }
    return p == pattern.size();
}

template <class String> std::vector<String> split_parts(std::string_view path) {
    std::vector<String> parts;
    for (const auto part : std::views::split(path, '/'))
        if (!part.empty()) parts.emplace_back(std::string_view(part.begin(), part.end()));
    return parts;
}

/// Without the line ending and the spaces at the end, unless a backslash keeps them.
std::string_view trimmed(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
    return line;
}

} // namespace

bool IgnorePattern::parse(std::string_view line, IgnorePattern& pattern) {
    line = trimmed(line);
    if (line.empty() || line.front() == '#') return false;
    pattern = {};
    if (line.front() == '!') {
        pattern.negated_ = true;
        line.remove_prefix(1);
    }
    if (line.ends_with('/')) {
        pattern.folders_only_ = true;
        line.remove_suffix(1);
    }
    pattern.anchored_ = line.find('/') != std::string_view::npos;
    pattern.parts_ = split_parts<std::string>(line);
    return !pattern.parts_.empty();
}

bool IgnorePattern::matches(std::string_view path, bool folder) const {
    if (folders_only_ && !folder) return false;
    if (anchored_) return match_parts(parts_, split_parts<std::string_view>(path));
    return match_part(parts_.front(), path.substr(path.rfind('/') + 1)); // npos + 1 is 0
}

void IgnoreRules::add_line(std::string_view line) {
    if (IgnorePattern pattern; IgnorePattern::parse(line, pattern)) patterns_.push_back(std::move(pattern));
}

void IgnoreRules::add_file(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (const auto line : std::views::split(text, '\n')) add_line(std::string_view(line.begin(), line.end()));
}

IgnoreRules::Answer IgnoreRules::ask(std::string_view path, bool folder) const {
    for (const IgnorePattern& pattern : std::views::reverse(patterns_))
        if (pattern.matches(path, folder)) return pattern.negated() ? Answer::kept : Answer::ignored;
    return Answer::silent;
}

bool IgnoreRules::covers(std::string_view path) const {
    if (patterns_.empty()) return false;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1))
        if (slash > 0 && ask(path.substr(0, slash), true) == Answer::ignored) return true;
    return ask(path, false) == Answer::ignored;
}

} // namespace statlint
