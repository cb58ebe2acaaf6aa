#pragma once
#include <map>
#include <span>
#include <vector>

#include "corpus/corpus.hpp"
#include "lexicon/lexicon.hpp"
#include "text/words.hpp"

namespace statlint {

/// How much a name tells about the work that is meant.
enum class NameKind : std::uint8_t {
    alias,  ///< the work alone: "ACMS"
    title,  ///< its title, or the part before the colon
    issuer, ///< whoever issued it, and perhaps others: "AIC"
    author, ///< the family name of a first author: counts only where the words around it cite
    topic,  ///< tells works of one issuer apart: "live streaming"
};

struct NameHit {
    std::uint32_t first = 0, last = 0; ///< words, end exclusive
    NameKind kind = NameKind::alias;
    const std::vector<WorkIndex>* works = nullptr; ///< those that bear the name
};

/// The names by which drafts call the works of a corpus, found word by word. Made once; its stems go into the table
/// that the prose is read with.
class WorkNames {
  public:
    WorkNames(const Corpus& corpus, StemTable& stems);

    /// Appends the names in a row of words; a name inside a longer one is left out.
    void find(std::span<const Word> words, std::vector<NameHit>& out) const;

    /// Which works a reference means: a reference list entry, a footnote, what stands in a parenthesis. Several where
    /// the words leave it open, none where they name nothing of the corpus. `year` is 0 where none is given.
    [[nodiscard]] std::vector<WorkIndex> resolve(std::string_view text, std::span<const NameHit> hits, int year) const;

    /// Works with this DOI or URL; empty where there is none.
    [[nodiscard]] std::vector<WorkIndex> by_link(std::string_view url) const;
    [[nodiscard]] const Corpus& corpus() const { return *corpus_; }

  private:
    struct Name {
        std::vector<std::uint32_t> stems;
        NameKind kind;
        std::vector<WorkIndex> works;
    };
    void add(std::string_view phrase, NameKind kind, WorkIndex work, StemTable& stems);

    const Corpus* corpus_;
    std::vector<Name> names_;
    std::vector<std::vector<std::uint32_t>> by_stem_;
    std::map<std::string, std::vector<WorkIndex>, std::less<>> by_link_; ///< normal_link of DOIs and URLs
};

} // namespace statlint
