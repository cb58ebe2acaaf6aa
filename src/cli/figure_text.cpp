#include "cli/figure_text.hpp"

#include <fmt/format.h>

namespace statlint {

namespace {

std::string year_of(const Work &work) {
    return work.year > 0 ? std::to_string(work.year) : "n.d.";
}

/// "James G." gives "J. G."
std::string initials(std::string_view given) {
    std::string out;
    bool starts = true;  // the next byte starts a name
    bool inside = false; // in the bytes of its first letter
    for (const char c : given) {
        inside = starts || (inside && (static_cast<unsigned char>(c) & 0xC0) == 0x80);
        if (c != ' ' && starts && !out.empty()) out += ". ";
        if (c != ' ' && inside) out += c;
        starts = c == ' ';
    }
    if (!out.empty()) out += '.';
    return out;
}

std::string author_list(const Work &work) {
    std::string list;
    for (std::size_t i = 0; i < work.authors.size(); ++i) {
        const Author &author = work.authors[i];
        if (i > 0) list += i + 1 == work.authors.size() && author.family != "et al." ? " & " : ", ";
        list += author.family;
        if (!author.organisation && !author.given.empty()) list += ", " + initials(author.given);
    }
    return list.empty() ? work.publisher : list;
}

} // namespace

std::string describe_figure(const Corpus &corpus, const Figure &figure) {
    std::string text = figure.statements.empty() ? std::string() : figure.statements.front().value + " ";
    if (!figure.population.empty()) text += "of " + figure.population + ": ";
    text += figure.measure;
    if (!figure.place.empty()) text += ", " + figure.place;
    if (!figure.period.empty()) text += ", " + figure.period;
    if (figure.work < corpus.works.size()) text += fmt::format(" ({})", author_year(corpus.works[figure.work]));
    return text;
}

std::string author_year(const Work &work) {
    if (work.authors.empty())
        return fmt::format("{} {}", work.publisher.empty() ? work.title : work.publisher, year_of(work));
    const std::string &first = work.authors.front().family;
    if (work.authors.size() == 2 && work.authors.back().family != "et al.")
        return fmt::format("{} and {} {}", first, work.authors.back().family, year_of(work));
    return fmt::format("{}{} {}", first, work.authors.size() > 1 ? " et al." : "", year_of(work));
}

std::string reference_entry(const Work &work) {
    std::string entry = author_list(work);
    if (!entry.ends_with('.')) entry += '.';
    entry = fmt::format("{} ({}). {}.", entry, year_of(work), work.title);
    if (!work.container.empty()) {
        entry += " " + work.container;
        if (!work.volume.empty()) entry += ", " + work.volume;
        if (!work.issue.empty()) entry += "(" + work.issue + ")";
        if (!work.number.empty()) entry += " no. " + work.number;
        if (!work.page.empty()) entry += ", " + work.page;
        entry += ".";
    }
    if (!work.publisher.empty() && author_list(work) != work.publisher) entry += " " + work.publisher + ".";
    if (!work.doi.empty())
        entry += " https://doi.org/" + work.doi;
    else if (!work.url.empty())
        entry += " " + work.url;
    return entry;
}

} // namespace statlint
