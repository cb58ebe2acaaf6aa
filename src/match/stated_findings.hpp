#pragma once
#include <span>
#include <vector>

#include "citation/citation.hpp"
#include "corpus/corpus.hpp"
#include "lexicon/prose.hpp"
#include "text/index_range.hpp"
#include "text/words.hpp"

namespace statlint {

/// A sentence that says what a page-referenced finding of the corpus says, and cites its work with a page.
struct StatedFinding {
    std::uint32_t finding = 0;  ///< index into Corpus::findings
    std::uint32_t citation = 0; ///< index into Analysis::citations
    TextSpan sentence;
};

/// What a sentence must say to say a finding: by stems, so that any order of the words will do.
class FindingWords {
  public:
    FindingWords() = default; ///< to be read from an archive
    FindingWords(const Corpus& corpus, StemTable& stems);
    template <class Archive> void archive(Archive& archive) { archive(by_work_); }

    /// Appends the findings of these works that a sentence says.
    void find(std::span<const Word> sentence, std::span<const WorkIndex> works, std::vector<std::uint32_t>& out) const;

  private:
    struct Compiled {
        std::uint32_t finding = 0;
        std::vector<std::vector<std::uint32_t>> needs; ///< of each one stem must be there
    };
    std::vector<std::vector<Compiled>> by_work_;
};

/// Findings that are stated with a page, in the order of the citations: of those that `which` names.
[[nodiscard]] std::vector<StatedFinding> find_stated_findings(Prose& prose, const FindingWords& findings,
                                                              const std::vector<Citation>& citations, IndexRange which);

} // namespace statlint
