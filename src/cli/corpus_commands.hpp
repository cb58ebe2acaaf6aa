#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "corpus/cite.hpp"
#include "rules/analysis.hpp"

namespace statlint {

/// What a sub-command works on: the loaded corpus and the words of the line.
struct CorpusRequest {
    const Knowledge& knowledge;
    std::vector<std::string> words;
    CiteStyle style = CiteStyle::apa;
};

/// A sub-command of `statlint corpus`; gives the exit code.
struct CorpusCommand {
    std::string_view name;
    std::string_view summary;
    std::string_view argument; ///< what its words are
    int (*run)(const CorpusRequest& request);
};

int corpus_check(const CorpusRequest& request);
int corpus_list(const CorpusRequest& request);
int corpus_show(const CorpusRequest& request);
int corpus_search(const CorpusRequest& request);
int corpus_test(const CorpusRequest& request);
int corpus_cite(const CorpusRequest& request);

} // namespace statlint
