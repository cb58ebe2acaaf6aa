#pragma once
#include <doctest/doctest.h>

#include "corpus/corpus.hpp"

namespace statlint {

/// The number words that are built in.
inline const NumberWords& number_words() {
    static const Result<NumberWords> words = NumberWords::load(
        embedded_rules("en/numbers.toml"), embedded_rules("en/units.toml"), embedded_rules("en/hedges.toml"));
    REQUIRE_MESSAGE(words, (words ? "" : words.error().to_string()));
    return *words;
}

/// The corpus that is built in; the test fails with its first error where it does not load.
inline const Corpus& builtin() {
    static const auto loaded = load_corpus(embedded_corpus(), number_words());
    REQUIRE_MESSAGE(loaded, (loaded ? "" : loaded.error().front().to_string()));
    return *loaded;
}

} // namespace statlint
