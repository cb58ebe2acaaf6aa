// textDocument/hover: the figure, its study, page, and what to write. textDocument/definition: where the corpus has it.
#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "corpus/cite.hpp"
#include "corpus/describe.hpp"
#include "lsp/corpus_place.hpp"
#include "lsp/handlers.hpp"

namespace statlint::lsp {
namespace {

const Citation* citation_at(const Analysis& analysis, std::uint32_t offset) {
    for (const Citation& citation : analysis.citations) {
        const SourceSpan span = analysis.document.to_source(citation.span);
        if (span.start <= offset && offset <= span.end && !citation.works.empty()) return &citation;
    }
    return nullptr;
}

std::string about_figure(const Statistic& statistic, const Corpus& corpus, bool markdown) {
    const Figure& figure = corpus.figures[statistic.figure];
    const std::string_view strong = markdown ? "**" : "";
    const std::string_view item = markdown ? "- " : "  ";
    std::string text = fmt::format("{}{}{}: {}", strong, figure.id, strong, figure.measure);
    const auto end = std::back_inserter(text);
    if (!figure.population.empty()) fmt::format_to(end, ", {}", figure.population);
    if (!figure.place.empty()) fmt::format_to(end, ", {}", figure.place);
    if (!figure.period.empty()) fmt::format_to(end, ", {}", figure.period);
    fmt::format_to(end, "\n\n{}\n\nPrinted as:\n", printed_at(corpus, figure));
    for (const Statement& statement : figure.statements)
        fmt::format_to(end, "{}\"{}\": {}{}\n", item, statement.value, printed_at(corpus, statement),
                       statement.disputed ? " (disputed)" : "");
    if (!statistic.expected.empty()) fmt::format_to(end, "\nWrite {}{}{}\n", strong, statistic.expected, strong);
    if (figure.work != none) fmt::format_to(end, "\nCite {}\n", cite(corpus.works[figure.work], CiteStyle::apa, ""));
    if (!figure.note.empty()) fmt::format_to(end, "\n{}\n", figure.note);
    return text;
}

} // namespace

const Statistic* statistic_at(const Analysis& analysis, std::uint32_t offset) {
    for (const Statistic& statistic : analysis.statistics) {
        TextSpan whole = statistic.quantity.span;
        if (!statistic.quantity.hedge_span.empty()) whole = whole.cover(statistic.quantity.hedge_span);
        const SourceSpan span = analysis.document.to_source(whole);
        if (span.start <= offset && offset <= span.end) return &statistic;
    }
    return nullptr;
}

Json hover(Session& session, const Json& params) {
    OpenDraft& draft = session.checked_draft_of(params);
    const Analysis* analysis = draft.analysis();
    if (analysis == nullptr) return nullptr;
    const std::uint32_t offset = draft.positions().offset(params.at("position"));
    std::string text;
    SourceSpan place;
    if (const Statistic* statistic = statistic_at(*analysis, offset)) {
        place = analysis->document.to_source(statistic->quantity.span);
        text = statistic->figure == none ? fmt::format("a {}: no figure of the corpus", name(statistic->quantity.kind))
                                         : about_figure(*statistic, draft.corpus(), session.client.markdown_hover);
    } else if (const Citation* citation = citation_at(*analysis, offset)) {
        place = analysis->document.to_source(citation->span);
        for (const WorkIndex work : citation->works)
            text += (text.empty() ? "" : "\n\n") + reference(draft.corpus().works[work], CiteStyle::apa);
    } else {
        return nullptr;
    }
    return {{"contents", {{"kind", session.client.markdown_hover ? "markdown" : "plaintext"}, {"value", text}}},
            {"range", draft.positions().range(place)}};
}

Json define(Session& session, const Json& params) {
    OpenDraft& draft = session.checked_draft_of(params);
    const Analysis* analysis = draft.analysis();
    if (analysis == nullptr) return nullptr;
    const std::uint32_t offset = draft.positions().offset(params.at("position"));
    const Statistic* statistic = statistic_at(*analysis, offset);
    if (statistic != nullptr && statistic->figure != none) return place_of(draft.corpus().figures[statistic->figure]);
    const Citation* citation = citation_at(*analysis, offset);
    if (citation == nullptr) return nullptr;
    return place_of(draft.corpus().works[citation->works.front()], draft.corpus());
}

} // namespace statlint::lsp
