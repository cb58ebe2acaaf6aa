#include "report/draft_json.hpp"
#include "report/formats.hpp"

namespace statlint {

void audit_json(const CheckedDraft& draft, const ReportOptions&, std::string& out) {
    const LineIndex lines(draft.analysis.document.source);
    const auto rules = rules_by_statistic(draft.analysis);
    JsonWriter json(out);
    json.begin_object().member("path", draft.path).key("statistics").begin_array();
    for (std::uint32_t index = 0; index < rules.size(); ++index)
        write_statistic(json, draft, lines, index, rules[index]);
    json.end_array().end_object();
}

} // namespace statlint
