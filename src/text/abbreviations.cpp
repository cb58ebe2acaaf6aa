#include "text/abbreviations.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace statlint {

namespace {

Error error_at(const toml::source_region& source, std::string message) {
    return {std::move(message), {}, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

Result<std::vector<std::string>> read_list(std::string_view key, const toml::node& node) {
    const toml::array* array = node.as_array();
    if (array == nullptr) return tl::unexpected(error_at(node.source(), fmt::format("{} must be a list", key)));
    std::vector<std::string> words;
    for (const toml::node& element : *array) {
        const auto word = element.value<std::string>();
        if (!word) return tl::unexpected(error_at(element.source(), fmt::format("{} must hold strings", key)));
        words.push_back(*word);
    }
    std::sort(words.begin(), words.end());
    return words;
}

} // namespace

bool Abbreviations::contains(const std::vector<std::string>& list, std::string_view word) {
    const auto at = std::lower_bound(list.begin(), list.end(), word);
    return at != list.end() && *at == word;
}

Result<Abbreviations> read_abbreviations(std::string_view text) {
    toml::table table;
    try {
        table = toml::parse(text);
    } catch (const toml::parse_error& error) {
        return tl::unexpected(error_at(error.source(), std::string(error.description())));
    }
    Abbreviations out;
    for (const auto& [key, node] : table) {
        std::vector<std::string>* list = nullptr;
        if (key == "before_name")
            list = &out.before_name;
        else if (key == "before_number")
            list = &out.before_number;
        else if (key == "inside")
            list = &out.inside;
        else if (key == "starters")
            list = &out.starters;
        if (list == nullptr) return tl::unexpected(error_at(node.source(), fmt::format("unknown key: {}", key.str())));
        Result<std::vector<std::string>> words = read_list(key.str(), node);
        if (!words) return tl::unexpected(words.error());
        *list = *std::move(words);
    }
    return out;
}

} // namespace statlint
