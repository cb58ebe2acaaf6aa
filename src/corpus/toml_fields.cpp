#include "corpus/toml_fields.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "corpus/closest_name.hpp"
#include "text/ascii.hpp"

namespace statlint {

namespace {

std::string_view kind_name(const toml::node& node) {
    switch (node.type()) {
    case toml::node_type::table:
        return "a table";
    case toml::node_type::array:
        return "an array";
    case toml::node_type::string:
        return "a text";
    case toml::node_type::integer:
    case toml::node_type::floating_point:
        return "a number";
    case toml::node_type::boolean:
        return "true or false";
    default:
        return "a date or time";
    }
}

std::string iso(const toml::date& date) {
    return fmt::format("{:04}-{:02}-{:02}", int{date.year}, int{date.month}, int{date.day});
}

/// "2026-12-31" and nothing else, and a day that exists.
bool is_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto number = [&](std::size_t start, std::size_t length) {
        unsigned value = 0;
        const char* first = text.data() + start;
        const auto [end, problem] = std::from_chars(first, first + length, value);
        return problem == std::errc() && end == first + length ? static_cast<int>(value) : -1;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    if (year < 0 || month < 0 || day < 0) return false;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok();
}

} // namespace

Place TomlFields::place_of(const toml::node& node) const {
    const toml::source_position& begin = node.source().begin;
    return {path_, static_cast<int>(begin.line), static_cast<int>(begin.column)};
}

Place TomlFields::place(std::string_view key) const {
    const toml::node* node = table_.get(key);
    return place_of(node != nullptr ? *node : table_);
}

void TomlFields::wrong_type(std::string_view key, const toml::node& node, std::string_view wanted) {
    fail(place_of(node), fmt::format("\"{}\" is {}, not {}", key, wanted, kind_name(node)));
}

void TomlFields::require(bool present, std::string_view what, std::string_view key) {
    if (!present && table_.get(key) == nullptr) fail(place(), fmt::format("{} without \"{}\"", what, key));
}

void TomlFields::check_keys(std::initializer_list<std::string_view> known) {
    for (const auto& [key, node] : table_) {
        const std::string_view name = key.str();
        if (std::ranges::count(known, name) > 0) continue;
        const toml::source_position& begin = key.source().begin;
        const Place at{path_, static_cast<int>(begin.line), static_cast<int>(begin.column)};
        fail(at, fmt::format("unknown key \"{}\"{}", name, did_you_mean(name, {known.begin(), known.size()})));
    }
}

std::optional<PlacedId> TomlFields::text(std::string_view key) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_string()) {
        wrong_type(key, *node, "a text");
        return std::nullopt;
    }
    const std::string_view text = trimmed(node->as_string()->get());
    if (!text.empty()) return PlacedId{std::string(text), place_of(*node)};
    fail(place_of(*node), fmt::format("\"{}\" is empty", key));
    return std::nullopt;
}

std::string TomlFields::text_or_empty(std::string_view key) {
    std::optional<PlacedId> found = text(key);
    return found ? std::move(found->id) : std::string();
}

std::string TomlFields::page(std::string_view key) {
    const toml::node* node = table_.get(key);
    if (node != nullptr && node->is_integer()) return std::to_string(node->as_integer()->get());
    return text_or_empty(key);
}

bool TomlFields::truth(std::string_view key) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) return false;
    if (node->is_boolean()) return node->as_boolean()->get();
    wrong_type(key, *node, "true or false");
    return false;
}

std::vector<PlacedId> TomlFields::texts(std::string_view key) {
    std::vector<PlacedId> found;
    const toml::node* node = table_.get(key);
    if (node == nullptr) return found;
    const toml::array* array = node->as_array();
    if (array == nullptr) {
        wrong_type(key, *node, "an array of texts");
        return found;
    }
    found.reserve(array->size());
    for (const toml::node& item : *array) {
        const std::string_view text = item.is_string() ? trimmed(item.as_string()->get()) : std::string_view();
        if (!text.empty()) {
            found.push_back({std::string(text), place_of(item)});
        } else {
            fail(place_of(item), fmt::format("\"{}\" holds texts that are not empty", key));
        }
    }
    return found;
}

std::vector<std::string> TomlFields::plain_texts(std::string_view key) {
    std::vector<std::string> plain;
    for (PlacedId& text : texts(key)) plain.push_back(std::move(text.id));
    return plain;
}

std::vector<std::vector<std::string>> TomlFields::alternatives(std::string_view key) {
    std::vector<std::vector<std::string>> all;
    for (const PlacedId& text : texts(key)) {
        std::vector<std::string>& names = all.emplace_back();
        std::string_view rest = text.id;
        while (true) {
            const std::size_t bar = rest.find('|');
            const std::string_view name = trimmed(rest.substr(0, bar));
            if (name.empty()) fail(text.place, fmt::format("\"{}\" has an empty alternative", key));
            if (!name.empty()) names.emplace_back(name);
            if (bar == std::string_view::npos) break;
            rest.remove_prefix(bar + 1);
        }
    }
    return all;
}

std::string TomlFields::date(std::string_view key) {
    const toml::node* node = table_.get(key);
    if (node == nullptr) return {};
    if (node->is_date()) return iso(node->as_date()->get());
    if (node->is_date_time()) return iso(node->as_date_time()->get().date);
    if (!node->is_string()) {
        wrong_type(key, *node, "a date");
        return {};
    }
    const std::string& text = node->as_string()->get();
    if (is_iso_date(text)) return text;
    fail(place_of(*node), fmt::format("\"{}\" is no date: write it as 2026-12-31", text));
    return {};
}

std::vector<const toml::table*> TomlFields::tables(std::string_view key) {
    std::vector<const toml::table*> found;
    const toml::node* node = table_.get(key);
    if (node == nullptr) return found;
    const toml::array* array = node->as_array();
    if (array == nullptr) {
        wrong_type(key, *node, "an array of tables, [[double brackets]]");
        return found;
    }
    for (const toml::node& item : *array) {
        if (const toml::table* table = item.as_table()) {
            found.push_back(table);
        } else {
            wrong_type(key, item, "an array of tables, [[double brackets]]");
        }
    }
    return found;
}

} // namespace statlint
