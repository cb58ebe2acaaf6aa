#include "match/base_phrase.hpp"

#include <algorithm>

namespace statlint {
namespace {

constexpr std::uint32_t longest_phrase = 8;  ///< words of a noun phrase
constexpr std::uint32_t longest_clause = 14; ///< words of a relative clause

class Finder {
  public:
    Finder(const BlockProse& prose, const Claim& claim, const Lexicon& lexicon)
        : prose_(prose), claim_(claim), sentence_(prose.sentences[claim.sentence]), of_(lexicon.find("of")),
          fronting_(lexicon.find("fronting")), joins_(lexicon.find("joins")), contrasts_(lexicon.find("contrasts")),
          relative_(lexicon.find("relative")), end_(lexicon.find("phrase-end")) {}

    [[nodiscard]] BasePhrase behind() const {
        std::uint32_t at = claim_.last_word;
        if (at >= sentence_.last_word) return {};
        // "1 in 4 (23.7%) Australians": the parenthesis is part of the number.
        if (prose_.words[at].gap >= Gap::comma && !(prose_.words[at].gap == Gap::close && claim_.quantities.size() > 1))
            return {};
        if (says(of_, at)) ++at;
        return phrase(at);
    }

    [[nodiscard]] BasePhrase fronted() const {
        // "Among girls it is one in three; among boys, one in four": the last that stands at the start of a clause.
        std::uint32_t start = claim_.first_word;
        bool found_start = false;
        while (!found_start && start > sentence_.first_word) {
            --start;
            const bool clause = start == sentence_.first_word || prose_.words[start].gap >= Gap::comma ||
                                says(joins_, start - 1) || says(contrasts_, start - 1);
            found_start = clause && says(fronting_, start);
        }
        if (!found_start || start + 1 >= claim_.first_word) return {};
        BasePhrase found = phrase(start + 1);
        found.last = std::min(found.last, claim_.first_word);
        return found;
    }

    /// "[Women aged 16 and over]: 2 in 5": a label before a colon, which the sentence or a part of it starts with.
    [[nodiscard]] BasePhrase label() const {
        // A hedge may stand behind the colon.
        std::uint32_t colon = claim_.first_word;
        while (colon > sentence_.first_word && prose_.words[colon].gap != Gap::colon &&
               claim_.first_word - colon < longest_hedge)
            --colon;
        if (colon == sentence_.first_word || prose_.words[colon].gap != Gap::colon) return {};
        std::uint32_t start = colon - 1;
        while (start > sentence_.first_word && colon - start < longest_phrase &&
               prose_.words[start].gap < Gap::semicolon)
            --start;
        if (start > sentence_.first_word && prose_.words[start].gap < Gap::semicolon) return {};
        BasePhrase found = phrase(start);
        found.last = std::min(found.last, colon);
        found.head_last = std::min(found.head_last, colon);
        return found;
    }

    /// The subject before the number: "[LGBTQ+ teens] are twice as likely".
    [[nodiscard]] BasePhrase before() const {
        std::uint32_t start = claim_.first_word;
        while (start > sentence_.first_word && claim_.first_word - start < longest_phrase &&
               prose_.words[start].gap < Gap::comma)
            --start;
        return phrase(start);
    }

  private:
    [[nodiscard]] bool says(ConceptId id, std::uint32_t word) const {
        return std::ranges::any_of(prose_.hits_of(sentence_),
                                   [&](const Hit& h) { return h.concept_id == id && h.first == word; });
    }

    [[nodiscard]] BasePhrase phrase(std::uint32_t start) const {
        BasePhrase found{start, start, start};
        std::uint32_t at = start;
        while (at < sentence_.last_word && at < start + longest_phrase) {
            if (at > start && prose_.words[at].gap >= Gap::comma) break;
            // "fake but lifelike images": it goes on.
            const bool between_adjectives = at > start && says(contrasts_, at) && prose_.words[at].gap < Gap::comma;
            if (says(end_, at) && !between_adjectives) break;
            ++at;
        }
        found.last = found.head_last = at;
        if (at == start || at >= sentence_.last_word || prose_.words[at].gap >= Gap::comma || !says(relative_, at))
            return found;
        const std::uint32_t clause = at;
        for (++at; at < sentence_.last_word && at < clause + longest_clause && prose_.words[at].gap < Gap::comma;) ++at;
        found.last = at;
        return found;
    }

    const BlockProse& prose_;
    const Claim& claim_;
    const Sentence& sentence_;
    ConceptId of_, fronting_, joins_, contrasts_, relative_, end_;
};

} // namespace

BasePhrase find_counted(const BlockProse& prose, const Claim& claim, const Lexicon& lexicon) {
    return Finder(prose, claim, lexicon).behind();
}

BasePhrase find_base(const BlockProse& prose, const Claim& claim, const Lexicon& lexicon, bool multiplier) {
    // "one [boy] in five": the noun stands inside the number.
    const bool inside = std::ranges::any_of(prose.hits, [&](const Hit& hit) {
        return hit.first > claim.first_word && hit.last < claim.last_word &&
               lexicon[hit.concept_id].kind == ConceptKind::who;
    });
    if (inside) return {claim.first_word, claim.last_word, claim.last_word};
    const Finder finder(prose, claim, lexicon);
    const BasePhrase behind = finder.behind();
    const bool says_who = std::ranges::any_of(prose.hits, [&](const Hit& hit) {
        const ConceptKind kind = lexicon[hit.concept_id].kind;
        return behind.holds(hit) &&
               (kind == ConceptKind::who || kind == ConceptKind::own || kind == ConceptKind::pointer);
    });
    if (says_who) return behind;
    if (const BasePhrase label = finder.label(); !label.empty()) {
        const bool names = std::ranges::any_of(prose.hits, [&](const Hit& hit) {
            return label.holds(hit) && hit.first < label.head_last && lexicon[hit.concept_id].kind == ConceptKind::who;
        });
        if (names) return label;
    }
    const BasePhrase fronted = finder.fronted();
    if (fronted.empty() && multiplier) return finder.before();
    return fronted.empty() ? behind : fronted;
}

} // namespace statlint
