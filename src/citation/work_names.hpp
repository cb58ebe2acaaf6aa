#pragma once
#include <span>
#include <vector>

#include "citation/bibliography.hpp"
#include "citation/named_works.hpp"
#include "citation/stem_tree.hpp"
#include "corpus/corpus.hpp"
#include "lexicon/lexicon.hpp"
#include "text/plain_rows.hpp"
#include "text/words.hpp"

namespace statlint {

/// How much a name tells about the work that is meant.
enum class NameKind : std::uint8_t {
    alias,  ///< the work alone: "ACMS"
    title,  ///< its title, or the part before the colon
    issuer, ///< whoever issued it, and perhaps others: "AIC"
    author, ///< the family name of a first author: counts only where the words around it cite
    topic,  ///< tells works of one issuer apart: "live streaming"
    start,  ///< how a long title begins: counts only where a parenthesis cites
};

struct NameHit {
    std::uint32_t first = 0, last = 0; ///< words, end exclusive
    NameKind kind = NameKind::alias;
    bool person = false;              ///< it names the first author: "Salter", "Mathews et al."
    std::uint8_t last_size = 0;       ///< bytes of the last word of the name itself
    std::span<const WorkIndex> works; ///< those that bear the name
};

/// The names by which drafts call the works of a corpus, found word by word. Made once; its stems go into the table
/// that the prose is read with.
class WorkNames {
  public:
    WorkNames(const Corpus& corpus, StemTable& stems);
    /// To be read from an archive.
    explicit WorkNames(const Corpus& corpus) : corpus_(&corpus) {}
    template <class Archive> void archive(Archive& archive) {
        archive(names_, works_, tree_, by_end_, by_title_, by_isbn_, by_family_, by_short_, by_link_, by_house_);
    }

    /// Appends the names in a row of words; a name inside a longer one is left out.
    void find(std::span<const Word> words, std::vector<NameHit>& out) const;

    /// Which works a reference means: a reference list entry, a footnote, what stands in a parenthesis. Several where
    /// the words leave it open, none where they name nothing of the corpus. `year` is 0 where none is given.
    [[nodiscard]] std::vector<WorkIndex> resolve(std::string_view text, std::span<const NameHit> hits, int year) const;

    /// Which works are meant by names that stand with a year. Where the author fits and the year does not, the works
    /// are those of the author, and `other_year` says so.
    struct Dated {
        std::vector<WorkIndex> works;
        bool other_year = false;
    };
    [[nodiscard]] Dated resolve_dated(std::string_view text, std::span<const NameHit> hits, int year) const;

    /// Works of that year whose first author is written almost so: "Slater", "Matthews".
    [[nodiscard]] std::vector<WorkIndex> misspelt(std::string_view author, int year) const;

    /// Which works an entry of a user's bibliography is: by DOI, URL, ISBN, or by title, author and year.
    [[nodiscard]] std::vector<WorkIndex> by_item(const BibliographyItem& item) const;

    /// Which works a key spells that no bibliography defines: "salter2023", "iwf_ai_2023". None where it spells others.
    [[nodiscard]] std::vector<WorkIndex> by_key(std::string_view key) const;

    /// Works with this DOI or URL; empty where there is none.
    [[nodiscard]] std::vector<WorkIndex> by_link(std::string_view url) const;
    /// Works of a house with this word in its name, by its stem: the "Institute" of "the Institute's survey".
    [[nodiscard]] std::span<const WorkIndex> of_house(std::uint32_t stem) const;
    /// Whether a word is the family name of an author of one of these works.
    [[nodiscard]] bool is_author(std::string_view word, std::span<const WorkIndex> works) const;
    [[nodiscard]] const Corpus& corpus() const { return *corpus_; }

  private:
    struct Name {
        NameKind kind = NameKind::alias;
        bool person = false;
        std::uint8_t last_size = 0;
    };
    struct Builder;

    const Corpus* corpus_;
    PlainRow<Name> names_;
    PlainRows<WorkIndex> works_; ///< by name
    StemTree tree_;
    PlainRows<std::uint32_t> by_end_; ///< by node of the tree: the names that end there
    NamedWorks by_title_;             ///< plain_title, whole and up to the colon
    NamedWorks by_isbn_;              ///< digits alone
    NamedWorks by_family_;            ///< plain_title of the first author
    NamedWorks by_short_;             ///< lower-case names of one word: "iwf"
    NamedWorks by_link_;              ///< normal_link of DOIs and URLs
    PlainRows<WorkIndex> by_house_;   ///< by the stem of a word of an issuer
};

} // namespace statlint
