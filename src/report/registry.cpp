#include <array>

#include "report/formats.hpp"

namespace statlint {

namespace {

constexpr std::string_view csv_head = "path,line,column,text,verdict,figure,expected,rules,cited,score\r\n";

using Checked = ReportFormat<CheckedDraft>;
using Extracted = ReportFormat<ExtractedDraft>;

constexpr auto check_table = std::to_array<Checked>({
    {"text", "", check_text, "", check_text_tail},
    {"json", json_head, check_json, ",", json_tail},
    {"jsonl", "", check_jsonl, "", no_tail},
});

constexpr auto audit_table = std::to_array<Checked>({
    {"text", "", audit_text, "", audit_text_tail},
    {"json", json_head, audit_json, ",", json_tail},
    {"jsonl", "", audit_jsonl, "", no_tail},
    {"csv", csv_head, audit_csv, "", no_tail},
});

constexpr auto extract_table = std::to_array<Extracted>({
    {"text", "", extract_text, "", no_tail},
    {"json", json_head, extract_json, ",", json_tail_without_coverage},
    {"jsonl", "", extract_jsonl, "", no_tail},
});

} // namespace

std::span<const Checked> check_formats() {
    return check_table;
}
std::span<const Checked> audit_formats() {
    return audit_table;
}
std::span<const Extracted> extract_formats() {
    return extract_table;
}

} // namespace statlint
