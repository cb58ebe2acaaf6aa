#pragma once
#include <memory>
#include <vector>

#include "citation/find_citations.hpp"
#include "corpus/corpus.hpp"
#include "document/document.hpp"
#include "match/derivations.hpp"
#include "match/stated_findings.hpp"
#include "match/statistic.hpp"
#include "quantity/number_words.hpp"
#include "rules/finding.hpp"
#include "rules/policy.hpp"
#include "rules/rule_texts.hpp"
#include "text/error.hpp"

namespace statlint {

/// A finding that a comment of the draft keeps from being reported.
struct Suppressed {
    Finding finding;
    std::string reason; ///< may be empty
};

/// All that is known about one draft. Spans are in document.text.
struct Analysis {
    Document document;
    std::vector<Citation> citations;
    std::vector<LooseEnd> loose_ends;  ///< of citations
    std::vector<Statistic> statistics; ///< in reading order
    std::vector<StatedFinding> stated_findings;
    std::vector<Derivation> derivations;
    std::vector<Finding> findings; ///< in reading order; severity off is left out
    std::vector<Suppressed> suppressed;
};

/// What checking needs and no draft changes: corpus, words, lexicon, rule texts. Made once, then only read; it may be
/// shared by threads.
class Knowledge;
struct KnowledgeDeleter {
    bool stays = false; ///< somebody else keeps it
    void operator()(const Knowledge*) const;
};
using KnowledgePtr = std::unique_ptr<const Knowledge, KnowledgeDeleter>;

/// `corpora` are added to the built-in one (or replace it where `builtin` is false).
[[nodiscard]] tl::expected<KnowledgePtr, std::vector<Error>> load_knowledge(const std::vector<CorpusFile>& corpora,
                                                                            bool builtin);
[[nodiscard]] const Corpus& corpus_of(const Knowledge& knowledge);
[[nodiscard]] const NumberWords& number_words_of(const Knowledge& knowledge);

[[nodiscard]] const std::vector<RuleInfo>& rules_of(const Knowledge& knowledge);

/// The whole pipeline over one document. With `candidates` the statistics keep their candidates (for `explain`).
[[nodiscard]] Analysis analyse(Document document, const Knowledge& knowledge, const Policy& policy,
                               bool candidates = false);

} // namespace statlint
