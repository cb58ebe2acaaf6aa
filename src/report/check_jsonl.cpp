#include "report/draft_json.hpp"
#include "report/formats.hpp"

namespace statlint {

void check_jsonl(const CheckedDraft& draft, const ReportOptions& options, std::string& out) {
    if (draft.analysis.findings.empty()) return;
    const LineIndex lines(draft.analysis.document.source);
    for (const Finding& finding : draft.analysis.findings) {
        if (finding.severity < options.show) continue;
        JsonWriter json(out);
        write_finding(json, draft, lines, finding);
        out += '\n';
    }
}

} // namespace statlint
