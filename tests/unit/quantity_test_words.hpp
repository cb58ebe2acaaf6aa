#pragma once
#include <stdexcept>

#include <doctest/doctest.h>

#include "corpus/embedded_files.hpp"
#include "quantity/number_words.hpp"

namespace statlint::test {

inline std::string_view embedded(std::string_view path) {
    for (const EmbeddedFile& file : embedded_files())
        if (file.path == path) return file.text;
    return {};
}

/// The words that the program uses.
inline const NumberWords& number_words() {
    static const NumberWords words = [] {
        auto loaded = NumberWords::load(embedded("rules/en/numbers.toml"), embedded("rules/en/units.toml"),
                                        embedded("rules/en/hedges.toml"));
        if (!loaded) throw std::runtime_error(loaded.error().to_string());
        return std::move(*loaded);
    }();
    return words;
}

inline std::vector<Quantity> find(std::string_view text, std::uint32_t base = 0) {
    std::vector<Quantity> found;
    find_quantities(text, base, number_words(), found);
    return found;
}

} // namespace statlint::test
