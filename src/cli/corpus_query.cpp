// The sub-commands that look things up in a loaded corpus.
#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/corpus_commands.hpp"
#include "cli/figure_text.hpp"
#include "cli/terminal.hpp"
#include "corpus/closest_name.hpp"
#include "corpus/describe.hpp"
#include "corpus/search.hpp"

namespace statlint {

namespace {

std::vector<std::string_view> all_ids(const Corpus& corpus) {
    std::vector<std::string_view> ids;
    ids.reserve(corpus.figures.size() + corpus.findings.size() + corpus.works.size());
    for (const Figure& figure : corpus.figures) ids.push_back(figure.id);
    for (const FindingStatement& finding : corpus.findings) ids.push_back(finding.id);
    for (const Work& work : corpus.works) ids.push_back(work.id);
    return ids;
}

int unknown_id(const Corpus& corpus, const std::string& id) {
    print_error(
        {.message = fmt::format("the corpus has no \"{}\"{}", id, did_you_mean(id, all_ids(corpus))), .path = {}});
    return exit_trouble;
}

int missing_id() {
    print_error({.message = "an id is missing; `statlint corpus list` shows them", .path = {}});
    return exit_trouble;
}

std::string row(const Corpus& corpus, const Figure& figure) {
    return fmt::format("{:<34} {}\n", figure.id, describe_figure(corpus, figure));
}

std::string show(const Corpus& corpus, const Figure& figure) {
    std::string out = fmt::format("{}\n  {}\n", figure.id, describe_figure(corpus, figure));
    const auto end = std::back_inserter(out);
    for (const Statement& statement : figure.statements)
        fmt::format_to(end, "  printed as \"{}\" in {}{}\n", statement.value, printed_at(corpus, statement),
                       statement.disputed ? " (disputed)" : "");
    if (!figure.superseded_by.empty()) fmt::format_to(end, "  superseded by {}\n", figure.superseded_by);
    if (!figure.valid_until.empty()) fmt::format_to(end, "  valid until {}\n", figure.valid_until);
    fmt::format_to(end, "  defined at {}:{}\n", figure.path, figure.line);
    return out;
}

std::string show(const Corpus& corpus, const FindingStatement& finding) {
    return fmt::format("{}\n  {}{}\n  printed in {}\n  defined at {}:{}\n", finding.id, finding.says,
                       finding.quotation ? " (quotation)" : "",
                       cite(corpus.works.at(finding.work), CiteStyle::apa, finding.page), finding.path, finding.line);
}

std::string show(const Corpus& corpus, const Work& work) {
    std::string out = fmt::format("{}\n  {}\n", work.id, reference(work, CiteStyle::apa));
    if (!work.aliases.empty()) out += fmt::format("  also called {}\n", fmt::join(work.aliases, ", "));
    for (const Figure& figure : corpus.figures)
        if (figure.work < corpus.works.size() && corpus.works[figure.work].id == work.id)
            out += "  " + row(corpus, figure);
    return out;
}

} // namespace

int corpus_check(const CorpusRequest& request) {
    const Corpus& corpus = corpus_of(request.knowledge);
    print(fmt::format("{} figures, {} findings, {} works: no errors\n", corpus.figures.size(), corpus.findings.size(),
                      corpus.works.size()));
    return exit_clean;
}

int corpus_list(const CorpusRequest& request) {
    const Corpus& corpus = corpus_of(request.knowledge);
    for (const std::string& id : request.words)
        if (corpus.work_by_id(id) == none) return unknown_id(corpus, id);
    for (const Figure& figure : corpus.figures) {
        const bool wanted = request.words.empty() || std::ranges::any_of(request.words, [&](const std::string& id) {
                                return corpus.work_by_id(id) == figure.work;
                            });
        if (wanted) print(row(corpus, figure));
    }
    return exit_clean;
}

int corpus_show(const CorpusRequest& request) {
    const Corpus& corpus = corpus_of(request.knowledge);
    if (request.words.empty()) return missing_id();
    for (const std::string& id : request.words) {
        const auto finding = std::ranges::find(corpus.findings, id, &FindingStatement::id);
        if (const FigureIndex figure = corpus.figure_by_id(id); figure != none)
            print(show(corpus, corpus.figures[figure]));
        else if (const WorkIndex work = corpus.work_by_id(id); work != none)
            print(show(corpus, corpus.works[work]));
        else if (finding != corpus.findings.end())
            print(show(corpus, *finding));
        else
            return unknown_id(corpus, id);
    }
    return exit_clean;
}

int corpus_search(const CorpusRequest& request) {
    const Corpus& corpus = corpus_of(request.knowledge);
    if (request.words.empty()) {
        print_error({.message = "words to search for are missing", .path = {}});
        return exit_trouble;
    }
    const std::vector<SearchHit> hits = search_figures(corpus, fmt::format("{}", fmt::join(request.words, " ")));
    for (const SearchHit& hit : hits) print(row(corpus, corpus.figures[hit.figure]));
    if (hits.empty()) print_remark("no figure has one of these words");
    return hits.empty() ? exit_findings : exit_clean;
}

int corpus_cite(const CorpusRequest& request) {
    const Corpus& corpus = corpus_of(request.knowledge);
    if (request.words.empty()) return missing_id();
    for (const std::string& id : request.words) {
        WorkIndex work = corpus.work_by_id(id);
        std::string page;
        if (const FigureIndex index = corpus.figure_by_id(id); index != none) {
            const Figure& figure = corpus.figures[index];
            work = figure.work;
            for (const Statement& statement : figure.statements)
                if (statement.work == work && !statement.page.empty()) page = statement.page;
        }
        if (work >= corpus.works.size()) return unknown_id(corpus, id);
        print(fmt::format("{}\n{}\n", cite(corpus.works[work], request.style, page),
                          reference(corpus.works[work], request.style)));
    }
    return exit_clean;
}

} // namespace statlint
