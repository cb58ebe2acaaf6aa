#include <array>

#include "report/formats.hpp"

namespace statlint {

namespace {

constexpr std::string_view csv_head = "path,line,column,text,verdict,figure,expected,rules,cited,score\r\n";
constexpr std::string_view sarif_head =
    R"({"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",)"
    R"("version":"2.1.0","runs":[{"results":[)";
constexpr std::string_view checkstyle_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n";
constexpr std::string_view junit_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"statlint\">\n";

using Checked = ReportFormat<CheckedDraft>;
using Extracted = ReportFormat<ExtractedDraft>;

constexpr auto check_table = std::to_array<Checked>({
    {"text", "", check_text, "", check_text_tail, nullptr, ".txt"},
    {"json", json_head, check_json, ",", json_tail, nullptr, ".json"},
    {"jsonl", "", check_jsonl, "", no_tail, nullptr, ".jsonl"},
    {"sarif", sarif_head, check_sarif, ",", sarif_tail, nullptr, ".sarif"},
    {"github", "", check_github, "", github_tail},
    {"gitlab", "[", check_gitlab, ",", gitlab_tail},
    {"checkstyle", checkstyle_head, check_checkstyle, "", checkstyle_tail},
    {"junit", junit_head, check_junit, "", junit_tail},
    {"rdjsonl", "", check_rdjsonl, "", rdjsonl_tail, nullptr, ".rdjsonl"},
    {"html", "", html_draft, "", html_tail, html_front, ".html"},
});

constexpr auto audit_table = std::to_array<Checked>({
    {"text", "", audit_text, "", audit_text_tail, nullptr, ".txt"},
    {"json", json_head, audit_json, ",", json_tail, nullptr, ".json"},
    {"jsonl", "", audit_jsonl, "", no_tail, nullptr, ".jsonl"},
    {"csv", csv_head, audit_csv, "", no_tail, nullptr, ".csv"},
    {"html", "", html_draft, "", html_tail, html_front, ".html"},
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
