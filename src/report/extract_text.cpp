#include <iterator>

#include <fmt/format.h>

#include "report/draft_json.hpp"
#include "report/formats.hpp"
#include "report/shown_place.hpp"

namespace statlint {

void extract_text(const ExtractedDraft& draft, const ReportOptions&, std::string& out) {
    if (draft.quantities.empty()) return;
    const LineIndex lines(draft.document.source);
    for (const Quantity& quantity : draft.quantities) {
        const SourceSpan span = draft.document.to_source(quantity.span);
        const Position at = lines.locate(span.start);
        fmt::format_to(std::back_inserter(out), "{}:{}: {} {}", draft.path,
                       shown_place(draft.document, quantity.span, at), name(quantity.kind),
                       format_number(quantity.low));
        if (quantity.is_pair())
            out += (quantity.kind == QuantityKind::change ? " to " : " - ") + format_number(quantity.high);
        if (!quantity.unit.empty()) out += " " + quantity.unit;
        if (quantity.hedge != Hedge::none) fmt::format_to(std::back_inserter(out), " ({})", name(quantity.hedge));
        fmt::format_to(std::back_inserter(out), "  \"{}\"\n", draft.document.view(span));
    }
}

} // namespace statlint
