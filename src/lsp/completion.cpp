// textDocument/completion: a few letters or digits of a figure become a sentence with its citation.
#include <algorithm>

#include <fmt/format.h>

#include "corpus/cite.hpp"
#include "corpus/describe.hpp"
#include "corpus/search.hpp"
#include "lsp/handlers.hpp"
#include "match/compare.hpp"

namespace statlint::lsp {
namespace {

constexpr std::size_t most_items = 20;

/// The figure as a writer would say it, with its source.
std::string sentence_of(FigureIndex index, const Corpus& corpus) {
    const Figure& figure = corpus.figures[index];
    const std::vector<std::string>& accept = (*corpus.examples)[index].accept;
    const Statement& first = figure.statements.front();
    std::string text;
    if (is_share(first.quantity.kind) && !figure.population.empty()) {
        const bool ratio = first.quantity.kind == QuantityKind::ratio;
        text = fmt::format("{}{}{} {}", first.value, ratio ? " " : " of ", figure.population, figure.measure);
    } else if (!accept.empty()) {
        text = accept.front();
        if (text.ends_with('.')) text.pop_back();
        if (text.ends_with(')')) return text;
    } else {
        text = fmt::format("{} {}", first.value, figure.measure);
    }
    return figure.work == none ? text : text + " " + cite(corpus.works[figure.work], CiteStyle::apa, "");
}

bool word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == ',' ||
           c == '%' || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

Json complete(Session& session, const Json& params) {
    OpenDraft& draft = session.checked_draft_of(params);
    if (draft.analysis() == nullptr) return nullptr;
    const std::uint32_t offset = draft.positions().offset(params.at("position"));
    std::uint32_t start = offset;
    while (start > 0 && word_byte(draft.text()[start - 1])) --start;
    const std::string_view typed = std::string_view(draft.text()).substr(start, offset - start);
    Json items = Json::array();
    if (typed.size() < 2) return {{"isIncomplete", true}, {"items", std::move(items)}};
    const Corpus& corpus = draft.corpus();
    const Json range = draft.positions().range({start, offset});
    for (const SearchHit& hit : search_figures(corpus, typed)) {
        const Figure& figure = corpus.figures[hit.figure];
        const std::string text = sentence_of(hit.figure, corpus);
        items.push_back({{"label", fmt::format("{}: {}", figure.statements.front().value, figure.measure)},
                         {"kind", 12},
                         {"detail", fmt::format("{} ({})", figure.population, figure.id)},
                         {"documentation", printed_at(corpus, figure)},
                         {"filterText", typed},
                         {"sortText", fmt::format("{:03}", items.size())},
                         {"textEdit", {{"range", range}, {"newText", text}}}});
        if (items.size() == most_items) break;
    }
    return {{"isIncomplete", true}, {"items", std::move(items)}};
}

} // namespace statlint::lsp
