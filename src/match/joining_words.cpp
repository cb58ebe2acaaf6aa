#include "match/joining_words.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace statlint {
namespace {

struct Key {
    std::string_view name;
    WordingList JoiningWords::* list;
};

constexpr Key keys[] = {
    {"restates", &JoiningWords::restates},
    {"restates-noun", &JoiningWords::restates_noun},
    {"no-restatement", &JoiningWords::no_restatement},
    {"of", &JoiningWords::of},
    {"of-whole", &JoiningWords::of_whole},
    {"of-them", &JoiningWords::of_them},
    {"fronts-whole", &JoiningWords::fronts_whole},
    {"again", &JoiningWords::again},
    {"from", &JoiningWords::from},
    {"to", &JoiningWords::to},
    {"becomes", &JoiningWords::becomes},
    {"from-with-way", &JoiningWords::from_with_way},
    {"from-base", &JoiningWords::from_base},
    {"change-behind", &JoiningWords::change_behind},
    {"change-in-parenthesis", &JoiningWords::change_in_parenthesis},
    {"apposes", &JoiningWords::apposes},
    {"change-of", &JoiningWords::change_of},
    {"both", &JoiningWords::both},
    {"new-clause", &JoiningWords::new_clause},
    {"adds", &JoiningWords::adds},
    {"no-sum", &JoiningWords::no_sum},
    {"total-of", &JoiningWords::total_of},
    {"interval", &JoiningWords::interval},
    {"interval-leads", &JoiningWords::interval_leads},
    {"interval-links", &JoiningWords::interval_links},
    {"sample-size", &JoiningWords::sample_size},
    {"before-circumstance", &JoiningWords::before_circumstance},
    {"behind-circumstance", &JoiningWords::behind_circumstance},
};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_word(char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

bool stands_at(std::string_view text, std::size_t at, std::string_view wording) {
    if (at + wording.size() > text.size()) return false;
    for (std::size_t i = 0; i < wording.size(); ++i)
        if (lower(text[at + i]) != lower(wording[i])) return false;
    if (at > 0 && is_word(text[at - 1]) && is_word(wording.front())) return false;
    const std::size_t end = at + wording.size();
    return end == text.size() || !is_word(text[end]) || !is_word(wording.back());
}

Error error_at(const toml::source_position& at, std::string message) {
    return {std::move(message), {}, static_cast<int>(at.line), static_cast<int>(at.column)};
}

Result<WordingList> read_list(std::string_view key, const toml::node& node) {
    const toml::array* array = node.as_array();
    if (array == nullptr || array->empty())
        return tl::unexpected(error_at(node.source().begin, fmt::format("{} must be a list of wordings", key)));
    std::vector<std::string> wordings;
    for (const toml::node& element : *array) {
        const auto wording = element.value<std::string>();
        if (!wording || trimmed(*wording).empty())
            return tl::unexpected(error_at(element.source().begin, fmt::format("{} must hold wordings", key)));
        wordings.emplace_back(trimmed(*wording));
    }
    return WordingList(std::move(wordings));
}

} // namespace

WordingList::WordingList(std::vector<std::string> wordings) : wordings_(std::move(wordings)) {
    std::ranges::stable_sort(wordings_, std::ranges::greater(), &std::string::size);
}

std::size_t WordingList::text_size(std::string_view text) {
    // An empty text is no wording.
    return std::max<std::size_t>(trimmed(text).size(), 1);
}

std::size_t WordingList::longest(std::string_view text, bool at_start, bool at_end) const {
    const std::string_view inner = trimmed(text);
    for (const std::string& wording : wordings_) {
        if (wording.size() > inner.size() || (at_start && at_end && wording.size() != inner.size())) continue;
        if (stands_at(inner, at_start ? 0 : inner.size() - wording.size(), wording)) return wording.size();
    }
    return 0;
}

bool WordingList::within(std::string_view text) const {
    for (const std::string& wording : wordings_)
        for (std::size_t at = 0; at + wording.size() <= text.size(); ++at)
            if (stands_at(text, at, wording)) return true;
    return false;
}

bool WordingList::take(std::string_view& text) const {
    const std::string_view inner = text.substr(std::min(text.find_first_not_of(' '), text.size()));
    const std::size_t size = longest(inner, true, false);
    if (size == 0) return false;
    text = inner.substr(size);
    return true;
}

Result<JoiningWords> read_joining_words(std::string_view text) {
    toml::table table;
    try {
        table = toml::parse(text);
    } catch (const toml::parse_error& error) {
        return tl::unexpected(error_at(error.source().begin, std::string(error.description())));
    }
    JoiningWords words;
    for (const auto& [name, node] : table) {
        const auto* key = std::ranges::find(keys, name.str(), &Key::name);
        if (key == std::end(keys))
            return tl::unexpected(error_at(name.source().begin, fmt::format("unknown key: {}", name.str())));
        auto list = read_list(name.str(), node);
        if (!list) return tl::unexpected(list.error());
        words.*key->list = std::move(*list);
    }
    for (const Key& key : keys)
        if (!table.contains(key.name))
            return tl::unexpected(error_at(table.source().begin, fmt::format("missing key: {}", key.name)));
    return words;
}

} // namespace statlint
