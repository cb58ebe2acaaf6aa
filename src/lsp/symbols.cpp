// textDocument/documentSymbol: the headings, and under each its statistics.
#include <fmt/format.h>

#include "lsp/handlers.hpp"

namespace statlint::lsp {
namespace {

constexpr int kind_string = 15;
constexpr int kind_number = 16;

std::string one_line(std::string_view text) {
    std::string line(text.substr(0, 200));
    for (char& c : line)
        if (c == '\n') c = ' ';
    return line;
}

Json symbol(std::string name, int kind, const Json& range, const std::string& uri, bool nested) {
    if (nested) return {{"name", std::move(name)}, {"kind", kind}, {"range", range}, {"selectionRange", range}};
    return {{"name", std::move(name)}, {"kind", kind}, {"location", {{"uri", uri}, {"range", range}}}};
}

} // namespace

Json list_symbols(Session& session, const Json& params) {
    OpenDraft& draft = session.checked_draft_of(params);
    const Analysis* analysis = draft.analysis();
    if (analysis == nullptr) return Json::array();
    const Document& document = analysis->document;
    const bool nested = session.client.nested_symbols;
    Json symbols = Json::array();
    std::size_t next = 0;
    Json* heading = nullptr;
    for (std::uint32_t block = 0; block < document.blocks.size(); ++block) {
        session.stop_if_cancelled();
        if (document.blocks[block].kind == BlockKind::heading) {
            const TextSpan text = document.blocks[block].text;
            symbols.push_back(symbol(one_line(document.view(text)), kind_string,
                                     draft.positions().range(document.to_source(text)), draft.uri(), nested));
            heading = &symbols.back();
        }
        for (; next < analysis->statistics.size() && analysis->statistics[next].block == block; ++next) {
            const Statistic& statistic = analysis->statistics[next];
            const std::string figure =
                statistic.figure == none ? "no figure" : draft.corpus().figures[statistic.figure].id;
            Json made = symbol(fmt::format("{} — {} ({})", one_line(document.view(statistic.quantity.span)), figure,
                                           name(statistic.verdict)),
                               kind_number, draft.positions().range(document.to_source(statistic.quantity.span)),
                               draft.uri(), nested);
            if (nested && heading != nullptr)
                (*heading)["children"].push_back(std::move(made));
            else
                symbols.push_back(std::move(made));
        }
    }
    // A heading's range must hold its children.
    for (Json& one : symbols)
        if (one.contains("children")) one["range"]["end"] = one["children"].back()["range"]["end"];
    return symbols;
}

} // namespace statlint::lsp
