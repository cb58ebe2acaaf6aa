#include "lexicon/prose.hpp"

#include <algorithm>

namespace statlint {

const Sentence& BlockProse::sentence_at(std::uint32_t offset) const {
    const auto after = std::ranges::upper_bound(sentences, offset, {}, [](const Sentence& s) { return s.text.start; });
    return after == sentences.begin() ? sentences.front() : *(after - 1);
}

std::uint32_t BlockProse::word_at(std::uint32_t offset) const {
    const auto found = std::ranges::lower_bound(words, offset, {}, [](const Word& w) { return w.span.start; });
    return static_cast<std::uint32_t>(found - words.begin());
}

const BlockProse& Prose::words_of(std::uint32_t index) {
    BlockProse& prose = blocks_[index];
    if (prose.read) return prose;
    prose.read = true;
    const TextSpan span = document_.blocks[index].text;
    words_.read(document_.view(span), span.start, prose.words);
    return prose;
}

const BlockProse& Prose::block(std::uint32_t index) {
    (void)words_of(index);
    BlockProse& prose = blocks_[index];
    if (prose.whole) return prose;
    prose.whole = true;
    const TextSpan span = document_.blocks[index].text;
    spans_.clear();
    sentences_.split(document_.view(span), span.start, spans_);
    if (spans_.empty()) spans_.push_back(span);
    prose.sentences.reserve(spans_.size());
    for (const TextSpan sentence : spans_) {
        Sentence made{sentence, prose.word_at(sentence.start), prose.word_at(sentence.end),
                      static_cast<std::uint32_t>(prose.hits.size()), 0};
        lexicon_.find_hits(std::span(prose.words).subspan(made.first_word, made.last_word - made.first_word),
                           made.first_word, prose.hits);
        made.last_hit = static_cast<std::uint32_t>(prose.hits.size());
        prose.sentences.push_back(made);
    }
    return prose;
}

} // namespace statlint
