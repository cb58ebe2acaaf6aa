#include "corpus/describe.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace statlint {

namespace {

/// "Salter et al.", "Brown & Bricknell".
std::string author_names(const Work& work) {
    if (work.authors.empty()) return work.publisher;
    const std::string& first = work.authors.front().family;
    if (work.more_authors || work.authors.size() > 2) return first + " et al.";
    return work.authors.size() == 2 ? fmt::format("{} & {}", first, work.authors.back().family) : first;
}

std::string with_page(std::string text, const std::string& page) {
    if (page.empty()) return text;
    const bool several = page.find('-') != std::string::npos || page.find("–") != std::string::npos;
    return fmt::format("{}, {} {}", text, several ? "pp." : "p.", page);
}

std::string with_section(std::string text, const std::string& section) {
    return section.empty() ? text : fmt::format("{}, \"{}\"", text, section);
}

const Work* work_at(const Corpus& corpus, WorkIndex index) {
    return index < corpus.works.size() ? &corpus.works[index] : nullptr;
}

/// The study's own statement with a page, if there is one.
std::string page_in(const Figure& figure, WorkIndex work) {
    const auto paged = [&](const Statement& statement) { return statement.work == work && !statement.page.empty(); };
    const auto found = std::ranges::find_if(figure.statements, paged);
    return found == figure.statements.end() ? std::string() : found->page;
}

} // namespace

std::string short_title(const Work& work) {
    return work.title.substr(0, work.title.find(": "));
}

std::string short_name(const Work& work) {
    std::string name = work.short_name.empty() ? author_names(work) : work.short_name;
    if (name.empty()) name = work.title.empty() ? work.id : fmt::format("“{}”", short_title(work));
    return work.year == 0 ? name : fmt::format("{} {}", name, work.year);
}

std::string printed_at(const Corpus& corpus, const Statement& statement) {
    const Work* work = work_at(corpus, statement.work);
    if (work == nullptr) return {};
    const std::string name =
        work->overview ? fmt::format("{} ({})", short_title(*work), short_name(*work)) : short_name(*work);
    return with_section(with_page(name, statement.page), statement.section);
}

std::string printed_at(const Corpus& corpus, const Figure& figure) {
    std::string line;
    const auto add_study = [&](WorkIndex index) {
        const Work* work = work_at(corpus, index);
        if (work == nullptr) return;
        if (!line.empty()) line += "; ";
        line += with_page(short_name(*work), page_in(figure, index));
    };
    add_study(figure.work);
    for (const WorkIndex index : figure.also) add_study(index);
    const auto passed_on = [&](const Statement& statement) {
        const bool own = statement.work == figure.work || std::ranges::count(figure.also, statement.work) > 0;
        return !own && work_at(corpus, statement.work) != nullptr;
    };
    const auto found = std::ranges::find_if(figure.statements, passed_on);
    if (found != figure.statements.end()) return fmt::format("{}, in {}", line, printed_at(corpus, *found));
    const std::string* section = figure.statements.empty() ? nullptr : &figure.statements.front().section;
    return section == nullptr ? line : with_section(line, *section);
}

} // namespace statlint
