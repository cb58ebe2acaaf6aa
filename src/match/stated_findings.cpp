#include "match/stated_findings.hpp"

#include <algorithm>

namespace statlint {

FindingWords::FindingWords(const Corpus& corpus, StemTable& stems) : by_work_(corpus.works.size()) {
    for (std::uint32_t i = 0; i < corpus.findings.size(); ++i) {
        const FindingStatement& finding = corpus.findings[i];
        if (finding.work == none || finding.page.empty() || finding.needs.empty()) continue;
        Compiled compiled{.finding = i, .needs = {}};
        for (const std::vector<std::string>& alternatives : finding.needs) {
            std::vector<std::uint32_t>& need = compiled.needs.emplace_back();
            for (const std::string& word : alternatives) need.push_back(stems.add(word));
        }
        by_work_[finding.work].push_back(std::move(compiled));
    }
}

void FindingWords::find(std::span<const Word> sentence, std::span<const WorkIndex> works,
                        std::vector<std::uint32_t>& out) const {
    for (const WorkIndex work : works) {
        for (const Compiled& finding : by_work_[work]) {
            const bool said = std::ranges::all_of(finding.needs, [&](const std::vector<std::uint32_t>& need) {
                return std::ranges::any_of(
                    sentence, [&](const Word& word) { return std::ranges::find(need, word.stem) != need.end(); });
            });
            if (said) out.push_back(finding.finding);
        }
    }
}

std::vector<StatedFinding> find_stated_findings(Prose& prose, const FindingWords& findings,
                                                const std::vector<Citation>& citations, IndexRange which) {
    std::vector<StatedFinding> stated;
    std::vector<std::uint32_t> said;
    for (std::uint32_t i = which.first; i < which.last; ++i) {
        const Citation& citation = citations[i];
        if (citation.works.empty() || citation.block == no_block) continue;
        if (std::ranges::none_of(citation.locators, &Locator::page)) continue;
        const BlockProse& read = prose.block(citation.block);
        if (read.sentences.empty()) continue;
        // A marker that is not in the text belongs to the sentence before it.
        const bool behind = citation.span.empty() && citation.span.start > 0;
        const Sentence& sentence = read.sentence_at(citation.span.start - (behind ? 1 : 0));
        said.clear();
        const auto words = std::span(read.words).subspan(sentence.first_word, sentence.last_word - sentence.first_word);
        findings.find(words, citation.works, said);
        for (const std::uint32_t finding : said) stated.push_back({finding, i, sentence.text});
    }
    return stated;
}

} // namespace statlint
