#include "report/draft_json.hpp"
#include "report/formats.hpp"

namespace statlint {

namespace {

void write(JsonWriter& json, const ExtractedDraft& draft, const LineIndex& lines, const Quantity& quantity) {
    json.begin_object();
    write_place(json, draft.path, draft.document, lines, quantity.span);
    write_quantity(json, quantity);
    json.end_object();
}

} // namespace

void extract_jsonl(const ExtractedDraft& draft, const ReportOptions&, std::string& out) {
    if (draft.quantities.empty()) return;
    const LineIndex lines(draft.document.source);
    for (const Quantity& quantity : draft.quantities) {
        JsonWriter json(out);
        write(json, draft, lines, quantity);
        out += '\n';
    }
}

void extract_json(const ExtractedDraft& draft, const ReportOptions&, std::string& out) {
    const LineIndex lines(draft.document.source);
    JsonWriter json(out);
    json.begin_object().member("path", draft.path).key("quantities").begin_array();
    for (const Quantity& quantity : draft.quantities) write(json, draft, lines, quantity);
    json.end_array().end_object();
}

} // namespace statlint
