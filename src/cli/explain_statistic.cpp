#include "cli/explain_statistic.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "cli/figure_text.hpp"
#include "report/draft_json.hpp"
#include "report/snippet.hpp"

namespace statlint {

namespace {

constexpr std::size_t shown_candidates = 5;

std::string understood(const Quantity& quantity) {
    std::string text = fmt::format("a {} of {}", name(quantity.kind), format_number(quantity.low));
    if (quantity.is_pair()) text += " to " + format_number(quantity.high);
    if (!quantity.unit.empty()) text += " " + quantity.unit;
    if (quantity.hedge != Hedge::none) text += fmt::format(", hedged as \"{}\"", name(quantity.hedge));
    return text;
}

std::string one_line(std::string_view text) {
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    return line;
}

void write_understood(const Document& document, std::string_view what, const std::vector<TextSpan>& spans,
                      std::string& out) {
    if (spans.empty()) return;
    out += fmt::format("{}:", what);
    for (const TextSpan span : spans) out += fmt::format(" \"{}\"", one_line(document.view(span)));
    out += '\n';
}

/// A number that stands for a missing word has no words of its own; a citation is named, not quoted.
std::string evidence_line(const Document& document, const Evidence& evidence) {
    if (evidence.layer == "value") return fmt::format("       {:+.2f} the right value stands in\n", evidence.weight);
    if (evidence.span.empty())
        return fmt::format("       {:+.2f} {} is cited\n", evidence.weight, evidence.concept_name);
    return fmt::format("       {:+.2f} {} in the {}: \"{}\"\n", evidence.weight, evidence.concept_name, evidence.layer,
                       one_line(document.view(evidence.span)));
}

void write_candidate(const CheckedDraft& draft, const Candidate& candidate, std::string& out) {
    const Figure& figure = draft.corpus.figures.at(candidate.figure);
    const auto end = std::back_inserter(out);
    fmt::format_to(end, "  {:.2f} {}: {}\n", candidate.score, figure.id, describe_figure(draft.corpus, figure));
    for (const Evidence& evidence : candidate.evidence)
        if (candidate.rescued || evidence.layer != "value") out += evidence_line(draft.analysis.document, evidence);
    if (!candidate.lost.empty()) fmt::format_to(end, "       lost: {}\n", candidate.lost);
}

void write_candidates(const CheckedDraft& draft, const Statistic& statistic, std::string& out) {
    if (statistic.candidates.empty()) {
        out += "considered: no figure; nothing in reach says what one of them measures\n";
        return;
    }
    out += "considered:\n";
    const std::size_t shown = std::min(shown_candidates, statistic.candidates.size());
    for (std::size_t i = 0; i < shown; ++i) write_candidate(draft, statistic.candidates[i], out);
    if (statistic.candidates.size() > shown)
        out += fmt::format("  and {} more, all lower\n", statistic.candidates.size() - shown);
}

} // namespace

std::string explain_statistic(const CheckedDraft& draft, const LineIndex& lines, std::uint32_t index) {
    const Document& document = draft.analysis.document;
    const Statistic& statistic = draft.analysis.statistics.at(index);
    const SourceSpan span = document.to_source(statistic.quantity.span);
    const Position at = lines.locate(span.start);
    const std::uint32_t line_start = lines.line_start(at.line);
    const Snippet snippet = make_snippet(lines.line(at.line), span.start - line_start, span.end - line_start);
    std::string out = fmt::format("{}:{}:{}: \"{}\" is {}\n{:>5} | {}\n      | {}\n", draft.path, at.line, at.column,
                                  one_line(document.view(statistic.quantity.span)), name(statistic.verdict), at.line,
                                  snippet.line, snippet.marks);
    const auto end = std::back_inserter(out);
    fmt::format_to(end, "read as: {}\n", understood(statistic.quantity));
    fmt::format_to(end, "sentence: {}\n", one_line(document.view(statistic.sentence)));
    write_understood(document, "who", statistic.understood.who, out);
    write_understood(document, "where", statistic.understood.where, out);
    write_understood(document, "when", statistic.understood.when, out);
    const auto works = cited_works(draft, statistic);
    fmt::format_to(end, "cites: {}\n",
                   works.empty() ? "no work of the corpus in reach" : fmt::format("{}", fmt::join(works, ", ")));
    if (statistic.figure < draft.corpus.figures.size())
        fmt::format_to(end, "figure: {} ({:.2f})\n", draft.corpus.figures[statistic.figure].id, statistic.score);
    if (!statistic.expected.empty()) fmt::format_to(end, "should be: {}\n", statistic.expected);
    for (const Finding& finding : draft.analysis.findings)
        if (finding.statistic == index)
            fmt::format_to(end, "{}: {} [{}]\n", name(finding.severity), finding.message, finding.rule);
    write_candidates(draft, statistic, out);
    out += '\n';
    return out;
}

} // namespace statlint
