// The fact-check sheet on a terminal: one row a statistic.
#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "report/draft_json.hpp"
#include "report/formats.hpp"
#include "report/shown_place.hpp"
#include "report/snippet.hpp"
#include "text/code_point.hpp"

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

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = first_code_point(text.substr(at));
        width += static_cast<std::size_t>(c.value < 0x20 ? 1 : display_width(c.value));
        at += c.size;
    }
    return width;
}

/// A shape beside the word, for who can't tell the colours.
struct Look {
    std::string_view sign, color;
};
Look look_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::verified:
        return {"✓", "\033[32m"};
    case Verdict::misquoted:
        return {"✗", "\033[1;31m"};
    case Verdict::unverified:
        return {"?", "\033[35m"};
    case Verdict::unrelated:
        break;
    }
    return {" ", "\033[2m"};
}

constexpr std::size_t columns = 4;
using Row = std::array<std::string, columns + 1>; ///< the last one is as long as it is

Row row_of(const CheckedDraft& draft, const Statistic& statistic, const LineIndex& lines,
           const std::vector<std::string_view>& rules) {
    const Document& document = draft.analysis.document;
    const SourceSpan span = document.to_source(statistic.quantity.span);
    const bool matched = statistic.figure < draft.corpus.figures.size();
    Row row;
    row[0] = shown_place(document, statistic.quantity.span, lines.locate(span.start));
    row[1] = padded(document.view(span), 0);
    row[2] = fmt::format("{} {}", look_of(statistic.verdict).sign, name(statistic.verdict));
    row[3] = matched ? draft.corpus.figures[statistic.figure].id : "-";
    std::vector<std::string> remarks;
    if (!statistic.expected.empty()) remarks.push_back(fmt::format("write \"{}\"", statistic.expected));
    if (!rules.empty()) remarks.push_back(fmt::format("[{}]", fmt::join(rules, ", ")));
    if (statistic.near_miss < draft.corpus.figures.size())
        remarks.push_back(
            fmt::format("perhaps {} ({:.2f})", draft.corpus.figures[statistic.near_miss].id, statistic.near_score));
    if (const auto works = cited_works(draft, statistic); !works.empty())
        remarks.push_back(fmt::format("cites {}", fmt::join(works, ", ")));
    row[columns] = fmt::format("{}", fmt::join(remarks, "  "));
    return row;
}

} // namespace

void audit_text(const CheckedDraft& draft, const ReportOptions& options, std::string& out) {
    // One very long cell must not push all others off the screen.
    constexpr std::array<std::size_t, columns> widest = {24, 32, 12, 40};
    const Analysis& analysis = draft.analysis;
    if (analysis.statistics.empty()) return;
    const LineIndex lines(analysis.document.source);
    const auto rules = rules_by_statistic(analysis);
    std::vector<Row> rows = {{"line", "number", "  verdict", "figure", ""}};
    for (std::size_t i = 0; i < rules.size(); ++i)
        rows.push_back(row_of(draft, analysis.statistics[i], lines, rules[i]));
    std::array<std::size_t, columns> widths{};
    for (const Row& row : rows)
        for (std::size_t i = 0; i < columns; ++i)
            widths[i] = std::max(widths[i], std::min(width_of(row[i]), widest[i]));
    const auto end = std::back_inserter(out);
    const std::string_view reset = options.color ? "\033[0m" : "";
    fmt::format_to(end, "{}{}{}\n", options.color ? "\033[1m" : "", draft.path, reset);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::string line;
        for (std::size_t column = 0; column < columns; ++column) line += "  " + padded(rows[i][column], widths[column]);
        line += "  " + rows[i][columns];
        line.erase(line.find_last_not_of(' ') + 1);
        std::string_view color;
        if (options.color) color = i == 0 ? "\033[4m" : look_of(analysis.statistics[i - 1].verdict).color;
        fmt::format_to(end, "{}{}{}\n", color, line, reset);
    }
}

void audit_text_tail(const RunSummary& summary, const ReportOptions& options, std::string& out) {
    check_text_tail(summary, options, out);
}

} // namespace statlint
