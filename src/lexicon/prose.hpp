#pragma once
#include <span>
#include <vector>

#include "document/document.hpp"
#include "lexicon/lexicon.hpp"
#include "text/sentences.hpp"
#include "text/words.hpp"

namespace statlint {

/// A sentence of a block: its place in the text, its words, and what they say.
struct Sentence {
    TextSpan text;
    std::uint32_t first_word = 0, last_word = 0; ///< indices into BlockProse::words, end exclusive
    std::uint32_t first_hit = 0, last_hit = 0;   ///< indices into BlockProse::hits, end exclusive
};

/// One block as words, sentences and concepts.
struct BlockProse {
    std::vector<Word> words;
    std::vector<Sentence> sentences;
    std::vector<Hit> hits;   ///< word indices are those of `words`
    std::uint32_t start = 0; ///< of the block, when it was read
    bool read = false;       ///< the words are
    bool whole = false;      ///< sentences and hits are read, too

    [[nodiscard]] const Sentence& sentence_at(std::uint32_t offset) const; ///< needs at least one sentence
    [[nodiscard]] std::span<const Hit> hits_of(const Sentence& sentence) const {
        return std::span(hits).subspan(sentence.first_hit, sentence.last_hit - sentence.first_hit);
    }
    /// Index of the first word that starts at or after a byte offset.
    [[nodiscard]] std::uint32_t word_at(std::uint32_t offset) const;
    [[nodiscard]] TextSpan span_of(std::uint32_t first, std::uint32_t last) const {
        return {words[first].span.start, words[last - 1].span.end};
    }
};

/// Reads the blocks of a document when somebody asks for them: most blocks of most drafts hold no statistic, and of
/// those the words alone are wanted, in search of names. Keeps references: document, lexicon and readers must outlive
/// it.
class Prose {
  public:
    Prose(const Document& document, const Lexicon& lexicon, WordReader& words, SentenceSplitter& sentences)
        : document_(document), lexicon_(lexicon), words_(words), sentences_(sentences),
          blocks_(document.blocks.size()) {}

    [[nodiscard]] const BlockProse& block(std::uint32_t index);
    /// The same, but sentences and hits may be missing yet.
    [[nodiscard]] const BlockProse& words_of(std::uint32_t index);
    /// The document has changed: `now` blocks stand where those from `first` to `last` stood. All others keep what was
    /// read, wherever they moved.
    void replace(std::uint32_t first, std::uint32_t last, std::uint32_t now);
    [[nodiscard]] const Document& document() const { return document_; }
    [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

  private:
    const Document& document_;
    const Lexicon& lexicon_;
    WordReader& words_;
    SentenceSplitter& sentences_;
    std::vector<BlockProse> blocks_;
    std::vector<TextSpan> spans_;
};

} // namespace statlint
