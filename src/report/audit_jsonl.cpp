#include "report/draft_json.hpp"
#include "report/formats.hpp"

namespace statlint {

void audit_jsonl(const CheckedDraft& draft, const ReportOptions&, std::string& out) {
    if (draft.analysis.statistics.empty()) return;
    const LineIndex lines(draft.analysis.document.source);
    const auto rules = rules_by_statistic(draft.analysis);
    for (std::uint32_t index = 0; index < rules.size(); ++index) {
        JsonWriter json(out);
        write_statistic(json, draft, lines, index, rules[index]);
        out += '\n';
    }
}

} // namespace statlint
