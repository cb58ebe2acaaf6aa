// `statlint corpus test`: a figure's `accept` sentences must be taken as the figure, rightly quoted; its `reject`
// sentences must not.
#include <algorithm>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/corpus_commands.hpp"
#include "cli/terminal.hpp"
#include "corpus/closest_name.hpp"
#include "formats/format.hpp"

namespace statlint {

namespace {

struct Tally {
    std::size_t passed = 0;
    std::size_t failed = 0;
};

/// Whether the sentence, standing alone, is taken as a right quotation of the figure.
bool verifies(const std::string& sentence, FigureIndex figure, const Knowledge& knowledge) {
    Result<Document> document = read_plain(sentence);
    if (!document) return false;
    const Analysis analysis = analyse(std::move(*document), knowledge, {});
    return std::ranges::any_of(analysis.statistics, [figure](const Statistic& statistic) {
        return statistic.figure == figure && statistic.verdict == Verdict::verified;
    });
}

void test(const std::vector<std::string>& sentences, bool wanted, FigureIndex index, const Knowledge& knowledge,
          Tally& tally) {
    const Figure& figure = corpus_of(knowledge).figures[index];
    for (const std::string& sentence : sentences) {
        if (verifies(sentence, index, knowledge) == wanted) {
            ++tally.passed;
            continue;
        }
        ++tally.failed;
        print(fmt::format("{}:{}: {}: should {} \"{}\"\n", figure.path, figure.line, figure.id,
                          wanted ? "accept" : "reject", sentence));
    }
}

} // namespace

int corpus_test(const CorpusRequest& request) {
    const Knowledge& knowledge = request.knowledge;
    const std::vector<std::string>& words = request.words;
    const Corpus& corpus = corpus_of(knowledge);
    std::vector<std::string_view> ids;
    ids.reserve(corpus.figures.size());
    for (const Figure& figure : corpus.figures) ids.push_back(figure.id);
    for (const std::string& id : words) {
        if (corpus.figure_by_id(id) != none) continue;
        print_error(
            {.message = fmt::format("the corpus has no figure \"{}\"{}", id, did_you_mean(id, ids)), .path = {}});
        return exit_trouble;
    }
    Tally tally;
    for (FigureIndex index = 0; index < corpus.figures.size(); ++index) {
        const Figure& figure = corpus.figures[index];
        if (!words.empty() && std::ranges::find(words, figure.id) == words.end()) continue;
        test((*corpus.examples)[index].accept, true, index, knowledge, tally);
        test((*corpus.examples)[index].reject, false, index, knowledge, tally);
    }
    print(fmt::format("{} passed, {} failed\n", tally.passed, tally.failed));
    return tally.failed == 0 ? exit_clean : exit_findings;
}

} // namespace statlint
