#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "rules/analysis.hpp"

namespace statlint {

/// A sub-command of `statlint corpus`: gets the loaded corpus and the words of the line, gives the exit code.
struct CorpusCommand {
    std::string_view name;
    std::string_view summary;
    std::string_view argument; ///< what its words are
    int (*run)(const Knowledge &knowledge, const std::vector<std::string> &words);
};

int corpus_check(const Knowledge &knowledge, const std::vector<std::string> &words);
int corpus_list(const Knowledge &knowledge, const std::vector<std::string> &words);
int corpus_show(const Knowledge &knowledge, const std::vector<std::string> &words);
int corpus_search(const Knowledge &knowledge, const std::vector<std::string> &words);
int corpus_test(const Knowledge &knowledge, const std::vector<std::string> &words);
int corpus_cite(const Knowledge &knowledge, const std::vector<std::string> &words);

} // namespace statlint
