#include <algorithm>

#include <fmt/format.h>

#include "corpus/cite.hpp"
#include "corpus/describe.hpp"
#include "report/html.hpp"
#include "report/xml_text.hpp"

namespace statlint {

namespace {

constexpr std::size_t most_statements = 3;

/// The draft's words of a statistic: its hedge, number and unit.
std::string_view words_of(const CheckedDraft& draft, const Statistic& statistic) {
    TextSpan span = statistic.quantity.span;
    if (!statistic.quantity.hedge_span.empty()) span = span.cover(statistic.quantity.hedge_span);
    return draft.analysis.document.view(span);
}

/// A link only where following it can't do anything but open a page.
std::string link(const Work& work) {
    const std::string address = !work.doi.empty() ? "https://doi.org/" + work.doi : work.url;
    if (!address.starts_with("https://") && !address.starts_with("http://")) return {};
    return fmt::format(" <a class=\"source\" href=\"{}\" rel=\"noopener noreferrer\">source</a>", xml_text(address));
}

void write_findings(const std::vector<const Finding*>& findings, std::string& out) {
    if (findings.empty()) return;
    out += "<ul class=\"findings\">\n";
    for (const Finding* finding : findings) {
        out += fmt::format("<li class=\"{0}\"><span class=\"severity\">{0}</span> {1} <code>{2}</code>",
                           name(finding->severity), xml_text(finding->message), xml_text(finding->rule));
        for (const std::string& note : finding->notes)
            if (note.starts_with("note: ")) out += fmt::format("<p>{}</p>", xml_text(note.substr(6)));
        out += "</li>\n";
    }
    out += "</ul>\n";
}

std::string of_whom(const Figure& figure) {
    std::string text = figure.population;
    for (const std::string& part : {figure.place, figure.period})
        if (!part.empty()) (text += text.empty() ? "" : ", ") += part;
    return text;
}

/// How the figure is printed, in the study itself first.
std::vector<const Statement*> statements_of(const Figure& figure) {
    std::vector<const Statement*> list;
    list.reserve(figure.statements.size());
    for (const Statement& statement : figure.statements) list.push_back(&statement);
    std::ranges::stable_sort(list, {}, [&](const Statement* s) { return s->work == figure.work ? 0 : 1; });
    if (list.size() > most_statements) list.resize(most_statements);
    return list;
}

std::string cited(const CheckedDraft& draft, const Figure& figure) {
    if (figure.work >= draft.corpus.works.size()) return {};
    const auto own = std::ranges::find_if(figure.statements,
                                          [&](const Statement& s) { return s.work == figure.work && !s.page.empty(); });
    return xml_text(cite(draft.corpus.works[figure.work], CiteStyle::apa,
                         own == figure.statements.end() ? std::string() : own->page));
}

/// The whole comparison, where there is something to mend.
void write_comparison(const CheckedDraft& draft, const MarkedStatistic& marked, const Figure& figure,
                      std::string& out) {
    out += "<dl>\n";
    if (marked.mark == Mark::misquoted)
        out += fmt::format("<dt>The draft says</dt><dd><q class=\"said\">{}</q></dd>\n",
                           xml_text(words_of(draft, *marked.statistic)));
    out += "<dt>The source says</dt>";
    for (const Statement* statement : statements_of(figure))
        out += fmt::format("<dd><q>{}</q> <span class=\"where\">{}</span></dd>\n", xml_text(statement->value),
                           xml_text(printed_at(draft.corpus, *statement)));
    if (marked.mark == Mark::misquoted && !marked.statistic->expected.empty())
        out += fmt::format("<dt>Write</dt><dd class=\"write\">{}</dd>\n", xml_text(marked.statistic->expected));
    if (const std::string citation = cited(draft, figure); !citation.empty())
        out += fmt::format("<dt>Cite</dt><dd>{}</dd>\n", citation);
    out += "</dl>\n";
}

/// One line, where all is well: a page of good news must not bury the rest.
void write_agreement(const CheckedDraft& draft, const Figure& figure, std::string& out) {
    const std::vector<const Statement*> statements = statements_of(figure);
    if (statements.empty()) return;
    std::vector<std::string> values;
    for (const Statement* statement : statements) {
        std::string value = fmt::format("<q>{}</q>", xml_text(statement->value));
        if (std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
    }
    out += fmt::format("<p>{} <span class=\"where\">{}</span>", fmt::join(values, ", "),
                       xml_text(printed_at(draft.corpus, *statements.front())));
    if (const std::string citation = cited(draft, figure); !citation.empty())
        out += fmt::format(" <span class=\"where\">· cite</span> {}", citation);
    out += "</p>\n";
}

} // namespace

void write_card(const CheckedDraft& draft, const MarkedStatistic& marked, std::string& out) {
    const Statistic& statistic = *marked.statistic;
    out += fmt::format("<article class=\"card {0}\" id=\"{1}\" tabindex=\"-1\">\n<h5>{2} {3}: <b>{4}</b> "
                       "<a class=\"place\" href=\"#{5}\">{6}</a></h5>\n",
                       css_class(marked.mark), marked.card, icon(marked.mark), label(marked.mark),
                       xml_text(words_of(draft, statistic)), marked.anchor, xml_text(marked.place));
    if (statistic.figure < draft.corpus.figures.size()) {
        const Figure& figure = draft.corpus.figures[statistic.figure];
        out += fmt::format("<p class=\"measure\">{}{}{} <code>{}</code></p>\n", xml_text(of_whom(figure)),
                           of_whom(figure).empty() ? "" : ": ", xml_text(figure.measure), xml_text(figure.id));
        write_findings(marked.findings, out);
        if (marked.mark == Mark::verified)
            write_agreement(draft, figure, out);
        else
            write_comparison(draft, marked, figure, out);
    } else {
        if (marked.mark == Mark::unverified)
            out += "<p class=\"measure\">A work of the corpus is cited here, but no figure of the corpus covers this "
                   "number. Look it up in the work itself.</p>\n";
        write_findings(marked.findings, out);
    }
    out += "</article>\n";
}

void write_card(const CheckedDraft& draft, const Finding& finding, const std::string& place, std::string& out) {
    const Mark mark = finding.severity == Severity::error ? Mark::misquoted : Mark::attention;
    const std::string_view words = draft.analysis.document.view(source_of(draft.analysis.document, finding));
    out += fmt::format("<article class=\"card {}\">\n<h5>{} {}<span class=\"place\">{}</span></h5>\n", css_class(mark),
                       icon(mark), words.empty() ? "" : fmt::format("<b>{}</b> ", xml_text(words)), xml_text(place));
    write_findings({&finding}, out);
    if (!finding.help.empty()) out += fmt::format("<p>{}</p>\n", xml_text(finding.help));
    out += "</article>\n";
}

void write_references(const CheckedDraft& draft, const MarkedDraft& marked, std::string& out) {
    std::vector<WorkIndex> works;
    for (const MarkedStatistic& one : marked.statistics)
        if (one.statistic->figure < draft.corpus.figures.size())
            works.push_back(draft.corpus.figures[one.statistic->figure].work);
    std::erase_if(works, [&](WorkIndex work) { return work >= draft.corpus.works.size(); });
    std::vector<std::pair<std::string, std::string>> entries;
    std::ranges::sort(works);
    works.erase(std::unique(works.begin(), works.end()), works.end());
    entries.reserve(works.size());
    for (const WorkIndex work : works)
        entries.emplace_back(reference(draft.corpus.works[work], CiteStyle::apa), link(draft.corpus.works[work]));
    if (entries.empty()) return;
    std::ranges::sort(entries);
    out += "<section class=\"references\"><h3>References for the figures of this draft</h3>\n<ul>\n";
    for (const auto& [text, address] : entries) out += fmt::format("<li>{}{}</li>\n", xml_text(text), address);
    out += "</ul></section>\n";
}

} // namespace statlint
