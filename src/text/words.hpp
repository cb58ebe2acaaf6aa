#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/numbered_strings.hpp"
#include "text/span.hpp"

namespace statlint {

/// What stands between a word and the one before it.
enum class Gap : std::uint8_t { nothing, space, hyphen, slash, comma, colon, semicolon, dash, open, close, stop };

/// A word of the prose: letters, digits and inner apostrophes. Hyphens and slashes split ("non-contact" is two words),
/// a possessive 's is left out of `span`.
struct Word {
    TextSpan span;
    std::uint32_t stem = 0; ///< number in a StemTable; 0 for words that the table does not know
    Gap gap = Gap::space;   ///< the strongest mark between this word and the one before it
    bool capital = false;   ///< starts with an upper-case ASCII letter
    bool number = false;    ///< starts with a digit
};

/// Numbers the stems that anybody asks about; all others are 0. Filled while the knowledge is loaded, then only read.
/// Words of capitals ("US", "AIC") may be numbered as they are, apart from the lower-case word.
class StemTable {
  public:
    /// The number of a word's stem, made if it is new. `word` may be in any case; one in capitals alone is kept apart.
    std::uint32_t add(std::string_view word);
    [[nodiscard]] std::uint32_t find(std::string_view stem) const { return stems_.find(stem) + 1; }
    [[nodiscard]] std::size_t size() const { return stems_.size() + 1; }
    /// False where no stem of the table starts like `word` does, in any case: a cheap first look.
    [[nodiscard]] bool may_hold(std::string_view word) const;

    static constexpr std::size_t start_slots = (1U << 15U) + (1U << 16U);

    template <class Archive> void archive(Archive& archive) { archive(stems_, starts_); }

  private:
    static_assert(NumberedStrings::none + 1U == 0);
    void may_start(std::string_view folded, std::string_view stem);

    NumberedStrings stems_;
    /// A bit for each first three letters of short stems, and one for a hash of more letters of longer ones.
    PlainRow<std::uint64_t> starts_ = PlainRow<std::uint64_t>(start_slots / 64);
};

/// Splits prose into words and stems them (Snowball's English stemmer, after a short list of irregular plurals).
/// Holds a cache of the words it has met: make one for a thread and keep it.
class WordReader {
  public:
    explicit WordReader(const StemTable& table);
    ~WordReader();
    WordReader(WordReader&&) noexcept;
    WordReader& operator=(WordReader&&) noexcept;

    /// Appends the words of `text`; `base` is added to each offset.
    void read(std::string_view text, std::uint32_t base, std::vector<Word>& out);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The stem of one word, lower-cased. Slow: for loading, not for drafts.
[[nodiscard]] std::string stem_of(std::string_view word);

} // namespace statlint
