// The sub-commands that look things up in a loaded corpus.
#include <algorithm>
#include <cctype>
#include <iterator>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/corpus_commands.hpp"
#include "cli/figure_text.hpp"
#include "cli/terminal.hpp"
#include "corpus/closest_name.hpp"

namespace statlint {

namespace {

std::vector<std::string_view> all_ids(const Corpus &corpus) {
    std::vector<std::string_view> ids;
    for (const Figure &figure : corpus.figures) ids.push_back(figure.id);
    for (const FindingStatement &finding : corpus.findings) ids.push_back(finding.id);
    for (const Work &work : corpus.works) ids.push_back(work.id);
    return ids;
}

int unknown_id(const Corpus &corpus, const std::string &id) {
    print_error(
        {.message = fmt::format("the corpus has no \"{}\"{}", id, did_you_mean(id, all_ids(corpus))), .path = {}});
    return exit_trouble;
}

int missing_id() {
    print_error({.message = "an id is missing; `statlint corpus list` shows them", .path = {}});
    return exit_trouble;
}

std::string row(const Corpus &corpus, const Figure &figure) {
    return fmt::format("{:<34} {}\n", figure.id, describe_figure(corpus, figure));
}

std::string place_of(const Corpus &corpus, WorkIndex work, const std::string &page, const std::string &section) {
    std::string text = work < corpus.works.size() ? corpus.works[work].id : std::string("?");
    if (!page.empty()) text += ", p. " + page;
    if (!section.empty()) text += ", \"" + section + "\"";
    return text;
}

std::string show(const Corpus &corpus, const Figure &figure) {
    std::string out = fmt::format("{}\n  {}\n", figure.id, describe_figure(corpus, figure));
    const auto end = std::back_inserter(out);
    for (const Statement &statement : figure.statements)
        fmt::format_to(end, "  printed as \"{}\" in {}{}\n", statement.value,
                       place_of(corpus, statement.work, statement.page, statement.section),
                       statement.disputed ? " (disputed)" : "");
    if (!figure.superseded_by.empty()) fmt::format_to(end, "  superseded by {}\n", figure.superseded_by);
    if (!figure.valid_until.empty()) fmt::format_to(end, "  valid until {}\n", figure.valid_until);
    fmt::format_to(end, "  defined at {}:{}\n", figure.path, figure.line);
    return out;
}

std::string show(const Corpus &corpus, const FindingStatement &finding) {
    return fmt::format("{}\n  {}{}\n  printed in {}\n  defined at {}:{}\n", finding.id, finding.says,
                       finding.quotation ? " (quotation)" : "", place_of(corpus, finding.work, finding.page, ""),
                       finding.path, finding.line);
}

std::string show(const Corpus &corpus, const Work &work) {
    std::string out = fmt::format("{}\n  {}\n", work.id, reference_entry(work));
    if (!work.aliases.empty()) out += fmt::format("  also called {}\n", fmt::join(work.aliases, ", "));
    for (const Figure &figure : corpus.figures)
        if (figure.work < corpus.works.size() && corpus.works[figure.work].id == work.id)
            out += "  " + row(corpus, figure);
    return out;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char &c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

} // namespace

int corpus_check(const Knowledge &knowledge, const std::vector<std::string> &) {
    const Corpus &corpus = corpus_of(knowledge);
    print(fmt::format("{} figures, {} findings, {} works: no errors\n", corpus.figures.size(), corpus.findings.size(),
                      corpus.works.size()));
    return exit_clean;
}

int corpus_list(const Knowledge &knowledge, const std::vector<std::string> &words) {
    const Corpus &corpus = corpus_of(knowledge);
    for (const std::string &id : words)
        if (corpus.work_by_id(id) == none) return unknown_id(corpus, id);
    for (const Figure &figure : corpus.figures) {
        const bool wanted = words.empty() || std::ranges::any_of(words, [&](const std::string &id) {
                                return corpus.work_by_id(id) == figure.work;
                            });
        if (wanted) print(row(corpus, figure));
    }
    return exit_clean;
}

int corpus_show(const Knowledge &knowledge, const std::vector<std::string> &words) {
    const Corpus &corpus = corpus_of(knowledge);
    if (words.empty()) return missing_id();
    for (const std::string &id : words) {
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

int corpus_search(const Knowledge &knowledge, const std::vector<std::string> &words) {
    const Corpus &corpus = corpus_of(knowledge);
    if (words.empty()) {
        print_error({.message = "words to search for are missing", .path = {}});
        return exit_trouble;
    }
    std::size_t found = 0;
    for (const Figure &figure : corpus.figures) {
        std::string text = row(corpus, figure);
        for (const Statement &statement : figure.statements) text += " " + statement.value + " " + statement.section;
        if (figure.work < corpus.works.size()) text += " " + corpus.works[figure.work].title;
        text = lower(text);
        const auto has = [&text](const std::string &word) { return text.find(lower(word)) != std::string::npos; };
        if (!std::ranges::all_of(words, has)) continue;
        ++found;
        print(row(corpus, figure));
    }
    if (found == 0) print_remark("no figure has all of these words");
    return found == 0 ? exit_findings : exit_clean;
}

int corpus_cite(const Knowledge &knowledge, const std::vector<std::string> &words) {
    const Corpus &corpus = corpus_of(knowledge);
    if (words.empty()) return missing_id();
    for (const std::string &id : words) {
        WorkIndex work = corpus.work_by_id(id);
        std::string page;
        if (const FigureIndex index = corpus.figure_by_id(id); index != none) {
            const Figure &figure = corpus.figures[index];
            work = figure.work;
            for (const Statement &statement : figure.statements)
                if (statement.work == work && !statement.page.empty()) page = ", p. " + statement.page;
        }
        if (work >= corpus.works.size()) return unknown_id(corpus, id);
        print(fmt::format("({}{})\n{}\n", author_year(corpus.works[work]), page, reference_entry(corpus.works[work])));
    }
    return exit_clean;
}

} // namespace statlint
