#pragma once
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.hpp"
#include "text/error.hpp"
#include "text/numbered_strings.hpp"
#include "text/words.hpp"

namespace statlint {

using ConceptId = std::uint32_t; ///< index into Lexicon::concepts

/// What a concept is about, which decides how far it reaches and what it is compared with.
enum class ConceptKind : std::uint8_t {
    topic,     ///< what was measured
    who,       ///< a population
    where,     ///< a place
    own,       ///< the writer's own organisation and what it counts
    elsewhere, ///< a source that the corpus does not have
    pointer,   ///< "it", "such", "of them": carries on from the sentence before
    carry,     ///< "the same study": carries on the work named before
    manner,    ///< how the number is said: "more likely", "respectively"
};

/// Something that a sentence can say, in many wordings.
struct Concept {
    std::string id;
    ConceptKind kind = ConceptKind::topic;
    std::string group;              ///< concepts of one group exclude each other; empty: none
    std::vector<ConceptId> implies; ///< who says this also says these
    std::string part_of;            ///< of periods: the longer period that this one is a part of
    bool always = false;            ///< counts even inside a longer wording of another concept
    bool holds_numbers = false;     ///< numbers in its wordings belong to the measure: "more than 50 times"

    template <class Archive> void archive(Archive& archive) {
        archive(id, kind, group, implies, part_of, always, holds_numbers);
    }
};

/// A place in the prose that says a concept.
struct Hit {
    ConceptId concept_id = 0;
    std::uint32_t first = 0; ///< index of the first word
    std::uint32_t last = 0;  ///< one past the last word
    std::uint64_t used = 0;  ///< which of the words from `first` on belong to the wording (the rest stand in a gap)
};

/// The wordings of all concepts, over stems. From rules/LANG/lexicon/*.toml.
///
/// A wording is a row of words, each met by its stem: `word`, `a/b` (either), `{child}` (a class of words), `word?`
/// (may be missing), `..` (up to three words between), `....` (up to six).
class Lexicon {
  public:
    /// Stems go into `stems`, which must be the table that the prose is read with.
    static tl::expected<Lexicon, std::vector<Error>> load(const std::vector<CorpusFile>& files, StemTable& stems);

    [[nodiscard]] ConceptId find(std::string_view id) const; ///< or `none`
    [[nodiscard]] const Concept& operator[](ConceptId id) const { return concepts_[id]; }
    [[nodiscard]] std::size_t size() const { return concepts_.size(); }
    /// The concept that is said by these words, made if need be: for corpora whose words the lexicon does not know.
    ConceptId add_words(std::string_view phrase, StemTable& stems);

    /// Appends what a sentence says, a hit for each wording and, behind it, for what it implies. A hit that stands
    /// wholly inside a longer one is left out, unless its concept counts always.
    void find_hits(std::span<const Word> sentence, std::uint32_t first_word, std::vector<Hit>& out) const;
    /// Whether a wording of the concept starts at a word: cheap, for whoever asks about few places.
    [[nodiscard]] bool says_at(ConceptId id, std::span<const Word> words, std::size_t at) const;

    template <class Archive> void archive(Archive& archive) {
        archive(concepts_, traits_, ids_, stems_, elements_, wordings_, starts_, links_, pairs_, pairs_used_);
    }

  private:
    struct Element {
        std::uint32_t first_stem = 0, last_stem = 0; ///< indices into stems_; sorted
        bool optional = false;
        std::uint8_t gap = 0;      ///< words that may stand before it
        std::uint16_t padding = 0; ///< named, so that equal lexicons are equal bytes
    };
    struct Wording {
        ConceptId concept_id = 0;
        std::uint32_t first = 0, last = 0; ///< indices into elements_
    };
    /// A row of links, in the order of their wordings.
    struct Row {
        std::uint32_t first = none, last = none; ///< indices into links_
    };
    /// Wordings that may start with a stem, whatever follows.
    struct Start {
        Row alone;
        std::uint32_t pairs = 0; ///< what may follow in a row of pairs_, as a set of 32 bits
    };
    /// Wordings that may start with two stems side by side.
    struct Pair {
        std::uint32_t stem = 0, next_stem = 0;
        Row row;
    };
    struct Link {
        std::uint32_t wording = 0;
        std::uint32_t next = none;
        /// A sentence can meet the wording only if it has a stem of each of these sets (see bit_of); 0 asks for none.
        std::uint64_t one = 0, other = 0;
    };
    /// What is asked of the concept of each hit: of a large corpus all of them stay near, as whole concepts would not.
    struct Traits {
        bool always = false;
        bool implies = false; ///< some others
    };
    struct Draft; ///< a wording while it is read
    struct Loader;

    void compile(ConceptId id, std::string_view wording, const std::map<std::string, std::vector<std::string>>& classes,
                 StemTable& stems, std::string& trouble);
    void index(const Draft& draft);
    void file(std::uint32_t stem, std::uint32_t next_stem, const Link& link);
    void append(Row& row, const Link& link);
    [[nodiscard]] std::size_t place_of(std::uint32_t stem, std::uint32_t next_stem) const;
    template <class Take> void each_start(std::span<const Word> words, std::size_t at, Take take) const;
    [[nodiscard]] bool meet(const Wording& wording, std::uint32_t element, std::span<const Word> words, std::size_t at,
                            std::size_t first, Hit& hit) const;
    void find_all(std::span<const Word> words, std::vector<Hit>& out) const;

    std::vector<Concept> concepts_;
    PlainRow<Traits> traits_; ///< by concept
    NumberedStrings ids_;
    PlainRow<std::uint32_t> stems_;
    PlainRow<Element> elements_;
    PlainRow<Wording> wordings_;
    PlainRow<Start> starts_; ///< by stem
    PlainRow<Link> links_;
    PlainRow<Pair> pairs_; ///< open addressing, a power of two
    std::size_t pairs_used_ = 0;
};

} // namespace statlint
