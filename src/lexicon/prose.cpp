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

namespace {

void move_to(std::uint32_t start, BlockProse& prose) {
    const std::uint32_t by = start - prose.start; // modulo 2^32: backwards, too
    prose.start = start;
    for (Word& word : prose.words) word.span = {word.span.start + by, word.span.end + by};
    for (Sentence& sentence : prose.sentences) sentence.text = {sentence.text.start + by, sentence.text.end + by};
}

} // namespace

void Prose::replace(std::uint32_t first, std::uint32_t last, std::uint32_t now) {
    const auto at = blocks_.begin() + first;
    const std::uint32_t kept = std::min(last - first, now);
    for (auto block = at; block != at + kept; ++block) *block = {};
    if (now > kept)
        blocks_.insert(at + kept, now - kept, {});
    else
        blocks_.erase(at + kept, blocks_.begin() + last);
}

const BlockProse& Prose::words_of(std::uint32_t index) {
    BlockProse& prose = blocks_[index];
    const TextSpan span = document_.blocks[index].text;
    if (prose.read) {
        if (prose.start != span.start) move_to(span.start, prose);
        return prose;
    }
    prose.read = true;
    prose.start = span.start;
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
