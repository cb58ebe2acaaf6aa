// The report for people: place, message, the line with a mark under the part, what to write, where it is printed.
#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "report/formats.hpp"
#include "report/shown_place.hpp"
#include "report/snippet.hpp"
#include "text/line_index.hpp"

namespace statlint {

namespace {

struct Style {
    std::string_view place, error, warning, note, marks, reset;
};

constexpr Style plain{};
constexpr Style colored{.place = "\033[1m",
                        .error = "\033[1;31m",
                        .warning = "\033[1;33m",
                        .note = "\033[1;36m",
                        .marks = "\033[1;32m",
                        .reset = "\033[0m"};

std::string_view style_of(Severity severity, const Style& style) {
    if (severity == Severity::error) return style.error;
    return severity == Severity::warning ? style.warning : style.note;
}

void write(const CheckedDraft& draft, const Finding& finding, const LineIndex& lines, const Style& style,
           std::string& out) {
    const SourceSpan span = source_of(draft.analysis.document, finding);
    const Position at = lines.locate(span.start);
    const std::uint32_t line_start = lines.line_start(at.line);
    const Snippet snippet = make_snippet(lines.line(at.line), span.start - line_start, span.end - line_start);
    const auto end = std::back_inserter(out);
    fmt::format_to(end, "{}{}:{}:{} {}{}:{} {} [{}]\n", style.place, draft.path,
                   shown_place(draft.analysis.document, finding.span, at), style.reset,
                   style_of(finding.severity, style), name(finding.severity), style.reset, finding.message,
                   finding.rule);
    fmt::format_to(end, "{:>5} | {}\n      | {}{}{}", at.line, snippet.line, style.marks, snippet.marks, style.reset);
    if (!finding.help.empty()) fmt::format_to(end, " help: {}", finding.help);
    out += '\n';
    for (const std::string& note : finding.notes) fmt::format_to(end, "      = {}\n", note);
}

} // namespace

void check_text(const CheckedDraft& draft, const ReportOptions& options, std::string& out) {
    const auto& findings = draft.analysis.findings;
    if (std::ranges::none_of(findings, [&](const Finding& f) { return f.severity >= options.show; })) return;
    const LineIndex lines(draft.analysis.document.source);
    for (const Finding& finding : findings)
        if (finding.severity >= options.show) write(draft, finding, lines, options.color ? colored : plain, out);
}

void check_text_tail(const RunSummary& summary, const ReportOptions&, std::string& out) {
    out += summary.coverage.to_string();
    out += '\n';
}

} // namespace statlint
