// The fact-check sheet for a spreadsheet; RFC 4180.
#include <fmt/format.h>

#include "report/draft_json.hpp"
#include "report/formats.hpp"

namespace statlint {

namespace {

/// What a spreadsheet would take for a formula: a draft, or its name, must not compute anything in it.
bool is_formula(std::string_view text) {
    if (text.empty()) return false;
    if (text[0] == '=' || text[0] == '@' || text[0] == '\t' || text[0] == '\r') return true;
    const bool sign = text[0] == '+' || text[0] == '-';
    return sign && text.find_first_not_of("0123456789.,% ", 1) != std::string_view::npos;
}

void cell(std::string& out, std::string_view text) {
    if (is_formula(text)) {
        std::string plain = "'";
        plain += text;
        return cell(out, plain);
    }
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

std::string joined(const std::vector<std::string_view>& items) {
    return fmt::format("{}", fmt::join(items, " "));
}

} // namespace

void audit_csv(const CheckedDraft& draft, const ReportOptions&, std::string& out) {
    if (draft.analysis.statistics.empty()) return;
    const LineIndex lines(draft.analysis.document.source);
    const auto rules = rules_by_statistic(draft.analysis);
    for (std::size_t index = 0; index < rules.size(); ++index) {
        const Statistic& statistic = draft.analysis.statistics[index];
        const SourceSpan span = draft.analysis.document.to_source(statistic.quantity.span);
        const Position at = lines.locate(span.start);
        const bool matched = statistic.figure < draft.corpus.figures.size();
        cell(out, draft.path);
        out += fmt::format(",{},{},", at.line, at.column);
        cell(out, draft.analysis.document.view(span));
        for (const std::string& text :
             {std::string(name(statistic.verdict)), matched ? draft.corpus.figures[statistic.figure].id : std::string(),
              statistic.expected, joined(rules[index]), joined(cited_works(draft, statistic)),
              format_number(statistic.score)}) {
            out += ',';
            cell(out, text);
        }
        out += "\r\n";
    }
}

} // namespace statlint
