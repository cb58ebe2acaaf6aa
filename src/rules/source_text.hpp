#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/corpus.hpp"

namespace statlint {

/// A quotation, or a part of one between two ellipses, as the words that must stand in the source.
struct QuotedWords {
    std::vector<std::string> words;
    std::vector<bool> inserted_before; ///< by word: a bracketed insertion stands before it, for any few words or none
};

/// Splits a quotation at its ellipses. Words are compared without case and marks; "[C]hildren" is a word, "[the men]"
/// stands for whatever the source has there.
[[nodiscard]] std::vector<QuotedWords> read_quotation(std::string_view quotation);

/// Where in a work a stretch of its text begins: "page ix (9)".
struct SourcePlace {
    std::uint32_t at; ///< byte of the text
    std::string name;
};

/// The text of a work, in which quotations are looked up.
class SourceText {
  public:
    explicit SourceText(std::string text, std::vector<SourcePlace> places = {});

    /// The passage that comes nearest to the words, and how many words differ. Empty where no word is met.
    struct Nearest {
        std::string passage;
        std::string place;       ///< where it begins, if the text has places
        std::string differences; ///< `"must" for "should"`, parted by commas
    };

    /// True where all parts stand in the text, in their order.
    [[nodiscard]] bool holds(const std::vector<QuotedWords>& parts) const;
    [[nodiscard]] Nearest nearest(const QuotedWords& part) const;

  private:
    struct Word {
        std::string text;
        std::uint32_t start, end; ///< bytes of `text_`
    };
    [[nodiscard]] std::size_t find(const QuotedWords& part, std::size_t from) const;
    [[nodiscard]] std::size_t meets(const QuotedWords& part, std::size_t at) const;
    [[nodiscard]] const std::vector<std::uint32_t>& places(const std::string& word) const;

    std::string text_;
    std::vector<SourcePlace> named_places_; ///< ascending
    std::vector<Word> words_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> places_;
};

using SourceTexts = std::map<WorkIndex, SourceText>;

} // namespace statlint
