#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "corpus/place.hpp"

namespace statlint {

/// One table of a TOML file, read field by field. Whatever has the wrong type becomes an error and counts as absent.
class TomlFields {
  public:
    TomlFields(const toml::table& table, const std::string& path, std::vector<Error>& errors)
        : table_(table), path_(path), errors_(errors) {}

    /// An error for each key that is not among `known`.
    void check_keys(std::initializer_list<std::string_view> known);

    /// A text that is not empty.
    std::optional<PlacedId> text(std::string_view key);
    std::string text_or_empty(std::string_view key);
    /// A page: a text, or a whole number.
    std::string page(std::string_view key);
    bool truth(std::string_view key);
    std::vector<PlacedId> texts(std::string_view key);
    std::vector<std::string> plain_texts(std::string_view key);
    /// Texts whose " | " separates alternatives.
    std::vector<std::vector<std::string>> alternatives(std::string_view key);
    /// A TOML date, or a text "2026-12-31"; as ISO text.
    std::string date(std::string_view key);
    /// The tables of an array of tables `[[…key]]`.
    std::vector<const toml::table*> tables(std::string_view key);

    /// Where the value of a key stands; the table itself where there is none.
    [[nodiscard]] Place place(std::string_view key) const;
    [[nodiscard]] Place place() const { return place_of(table_); }
    void fail(const Place& place, std::string message) { errors_.push_back(place.error(std::move(message))); }
    /// "a figure without \"id\"": an error about the whole table.
    void require(bool present, std::string_view what, std::string_view key);

  private:
    [[nodiscard]] Place place_of(const toml::node& node) const;
    void wrong_type(std::string_view key, const toml::node& node, std::string_view wanted);

    const toml::table& table_;
    const std::string& path_;
    std::vector<Error>& errors_;
};

} // namespace statlint
