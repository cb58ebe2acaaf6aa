#include "formats/front_matter.hpp"

namespace statlint {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trim(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// A scalar without its quotes and without a comment after it.
std::string scalar(std::string_view text) {
    text = trim(text);
    if (text.size() >= 2 && (text[0] == '"' || text[0] == '\'')) {
        const std::size_t close = text.find(text[0], 1);
        if (close != std::string_view::npos) return std::string(text.substr(1, close - 1));
    }
    return std::string(trim(text.substr(0, text.find(" #"))));
}

/// "[a.bib, b.json]" or a single name.
void add_files(std::string_view text, std::vector<std::string>& files) {
    text = trim(text);
    if (!text.starts_with('[')) {
        if (std::string file = scalar(text); !file.empty()) files.push_back(std::move(file));
        return;
    }
    text.remove_prefix(1);
    text = text.substr(0, text.find(']'));
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        if (std::string file = scalar(text.substr(0, comma)); !file.empty()) files.push_back(std::move(file));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
}

struct Entry {
    std::string_view key;
    std::string_view value;
};

/// "key: value" at the margin; an indented line belongs to the key above.
Entry read_entry(std::string_view line, char separator) {
    if (line.empty() || line[0] == ' ' || line[0] == '\t' || line[0] == '-') return {};
    const std::size_t at = line.find(separator);
    if (at == std::string_view::npos) return {};
    return {trim(line.substr(0, at)), trim(line.substr(at + 1))};
}

} // namespace

FrontMatter read_front_matter(std::string_view source) {
    const bool toml = source.starts_with("+++");
    const std::string_view fence = toml ? "+++" : "---";
    FrontMatter matter;
    std::string_view key;
    for (std::size_t at = 0; at < source.size();) {
        const std::size_t feed = source.find('\n', at);
        const std::size_t next = feed == std::string_view::npos ? source.size() : feed + 1;
        std::string_view line = source.substr(at, next - at);
        while (line.ends_with('\n') || line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
        if (at == 0) {
            if (line != fence) return {};
        } else if (line == fence || (!toml && line == "...")) {
            matter.end = next;
            return matter;
        } else if (const Entry entry = read_entry(line, toml ? '=' : ':'); !entry.key.empty()) {
            key = entry.key;
            if (key == "title") matter.title = scalar(entry.value);
            if (key == "bibliography") add_files(entry.value, matter.bibliographies);
        } else if (at == fence.size() + 1 && line.empty()) {
            return {}; // "---" and a blank line: a rule, not front matter
        } else if (key == "bibliography" && trim(line).starts_with('-')) {
            add_files(trim(line).substr(1), matter.bibliographies);
        }
        at = next;
    }
    return {}; // never closed: a rule at the head of the file
}

} // namespace statlint
