// The fact-check sheet on a terminal: one row a statistic.
#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "report/code_point.hpp"
#include "report/draft_json.hpp"
#include "report/formats.hpp"
#include "report/shown_place.hpp"
#include "report/snippet.hpp"

namespace statlint {

namespace {

/// `text` on one line, padded to `width` terminal columns.
std::string padded(std::string_view text, std::size_t width) {
    std::string cell;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = first_code_point(text.substr(at));
        const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0);
        if (control)
            cell += ' ';
        else
            cell += text.substr(at, c.size);
        used += static_cast<std::size_t>(control ? 1 : display_width(c.value));
        at += c.size;
    }
    if (used < width) cell.append(width - used, ' ');
    return cell;
}

} // namespace

void audit_text(const CheckedDraft& draft, const ReportOptions&, std::string& out) {
    const Analysis& analysis = draft.analysis;
    if (analysis.statistics.empty()) return;
    const LineIndex lines(analysis.document.source);
    const auto rules = rules_by_statistic(analysis);
    const auto end = std::back_inserter(out);
    fmt::format_to(end, "{}\n", draft.path);
    for (std::size_t index = 0; index < rules.size(); ++index) {
        const Statistic& statistic = analysis.statistics[index];
        const SourceSpan span = analysis.document.to_source(statistic.quantity.span);
        const Position at = lines.locate(span.start);
        const bool matched = statistic.figure < draft.corpus.figures.size();
        std::string row =
            fmt::format("  {:<9} {} {:<10} {}", shown_place(analysis.document, statistic.quantity.span, at),
                        padded(analysis.document.view(span), 24), name(statistic.verdict),
                        padded(matched ? draft.corpus.figures[statistic.figure].id : "-", 28));
        if (!statistic.expected.empty()) row += fmt::format(" should be \"{}\"", statistic.expected);
        if (!rules[index].empty()) row += fmt::format(" [{}]", fmt::join(rules[index], ", "));
        if (const auto works = cited_works(draft, statistic); !works.empty())
            row += fmt::format(" cites {}", fmt::join(works, ", "));
        row.erase(row.find_last_not_of(' ') + 1);
        fmt::format_to(end, "{}\n", row);
    }
}

void audit_text_tail(const RunSummary& summary, const ReportOptions& options, std::string& out) {
    check_text_tail(summary, options, out);
}

} // namespace statlint
