#pragma once
#include <string_view>
#include <vector>

#include "report/json_writer.hpp"
#include "report/report.hpp"
#include "text/line_index.hpp"

namespace statlint {

/// Members of an open object: path, line, column, start, end, text and, where there is one, location.
void write_place(JsonWriter& json, std::string_view path, const Document& document, const LineIndex& lines,
                 TextSpan span);
/// Members of an open object: kind, value or low and high, unit, hedge.
void write_quantity(JsonWriter& json, const Quantity& quantity);
/// An object: one line of `audit --format=jsonl`.
void write_statistic(JsonWriter& json, const CheckedDraft& draft, const LineIndex& lines, std::uint32_t index,
                     std::span<const std::string_view> rules);
/// An object: one line of `check --format=jsonl`.
void write_finding(JsonWriter& json, const CheckedDraft& draft, const LineIndex& lines, const Finding& finding);
/// A member of an open object: coverage.
void write_coverage(JsonWriter& json, const Coverage& coverage);
/// A member of an open object: errors.
void write_errors(JsonWriter& json, std::span<const Error> errors);

/// Ids of the rules that fired on each statistic, each once, in the order of the findings.
[[nodiscard]] std::vector<std::vector<std::string_view>> rules_by_statistic(const Analysis& analysis);
/// Ids of the works that the citations in reach of a statistic may mean, each once.
[[nodiscard]] std::vector<std::string_view> cited_works(const CheckedDraft& draft, const Statistic& statistic);

} // namespace statlint
