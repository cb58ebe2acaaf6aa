#include "citation/citation_words.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "text/ascii.hpp"

namespace statlint {
namespace {

Error error_at(const toml::node& node, std::string message) {
    return {std::move(message),
            {},
            static_cast<int>(node.source().begin.line),
            static_cast<int>(node.source().begin.column)};
}

/// Whether a text starts with these lower-case letters, in whatever case.
bool starts(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() &&
           std::ranges::equal(lower, text.substr(0, lower.size()), {}, {}, [](char c) { return lower_case(c); });
}

Result<void> read_list(std::string_view key, const toml::node& node, std::vector<std::string>& words) {
    const toml::array* array = node.as_array();
    if (array == nullptr) return tl::unexpected(error_at(node, fmt::format("{} must be a list", key)));
    for (const toml::node& element : *array) {
        const auto word = element.value<std::string>();
        if (!word) return tl::unexpected(error_at(element, fmt::format("{} must hold strings", key)));
        words.push_back(*word);
    }
    return {};
}

Result<void> read_called(const toml::node& node, CitationWords& words) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return tl::unexpected(error_at(node, "called must be a table"));
    const std::pair<std::string_view, std::string*> fields[] = {
        {"another-source", &words.another_source}, {"another-work", &words.another_work},
        {"corpus-work", &words.corpus_work},       {"not-citable", &words.not_citable},
        {"undefined-note", &words.undefined_note}, {"undefined-number", &words.undefined_number},
        {"undefined-key", &words.undefined_key},   {"uncited", &words.uncited},
        {"other-year", &words.other_year},         {"misspelt", &words.misspelt},
        {"not-quoted", &words.not_quoted},         {"nearest", &words.nearest},
        {"differences", &words.differences},       {"expired", &words.expired}};
    for (const auto& [key, value] : *table) {
        const auto* field = std::ranges::find(fields, key.str(), &std::pair<std::string_view, std::string*>::first);
        const auto text = value.value<std::string>();
        if (field == std::end(fields) || !text)
            return tl::unexpected(error_at(value, fmt::format("unknown key or no text: {}", key.str())));
        *field->second = *text;
    }
    return {};
}

} // namespace

bool CitationWords::starts_source_line(std::string_view text) const {
    return std::ranges::any_of(source_line, [&](std::string_view start) { return starts(text, start); });
}

bool CitationWords::starts_caption(std::string_view text) const {
    return std::ranges::any_of(caption_line, [&](std::string_view start) {
        if (!starts(text, start)) return false;
        text.remove_prefix(start.size());
        if (text.starts_with(' ')) text.remove_prefix(1);
        return !text.empty() && (text[0] == ':' || is_digit(text[0]));
    });
}

bool CitationWords::starts_without_author(std::string_view text) const {
    return std::ranges::any_of(no_author, [&](std::string_view word) {
        // Ingram is no "In", Mayer no "May".
        return text.starts_with(word) && (text.size() == word.size() || !is_letter(text[word.size()]));
    });
}

Result<CitationWords> read_citation_words(std::string_view text) {
    toml::table table;
    try {
        table = toml::parse(text);
    } catch (const toml::parse_error& error) {
        const toml::source_position at = error.source().begin;
        return tl::unexpected(
            Error{std::string(error.description()), {}, static_cast<int>(at.line), static_cast<int>(at.column)});
    }
    CitationWords words;
    for (const auto& [key, node] : table) {
        Result<void> read;
        if (key == "source-line")
            read = read_list(key.str(), node, words.source_line);
        else if (key == "caption-line")
            read = read_list(key.str(), node, words.caption_line);
        else if (key == "no-author")
            read = read_list(key.str(), node, words.no_author);
        else if (key == "called")
            read = read_called(node, words);
        else
            read = tl::unexpected(error_at(node, fmt::format("unknown key: {}", key.str())));
        if (!read) return tl::unexpected(read.error());
    }
    return words;
}

} // namespace statlint
