#pragma once
#include <string>

#include "report/report.hpp"

// What the files of this folder offer to registry.cpp; nobody else needs it.
namespace statlint {

void check_text(const CheckedDraft& draft, const ReportOptions& options, std::string& out);
void check_text_tail(const RunSummary& summary, const ReportOptions& options, std::string& out);
void check_json(const CheckedDraft& draft, const ReportOptions& options, std::string& out);
void check_jsonl(const CheckedDraft& draft, const ReportOptions& options, std::string& out);

void check_sarif(const CheckedDraft& draft, const ReportOptions& options, std::string& out);
void sarif_tail(const RunSummary& summary, const ReportOptions& options, std::string& out);
void check_github(const CheckedDraft& draft, const ReportOptions& options, std::string& out);
void github_tail(const RunSummary& summary, const ReportOptions& options, std::string& out);
void check_gitlab(const CheckedDraft& draft, const ReportOptions& options, std::string& out);
void gitlab_tail(const RunSummary& summary, const ReportOptions& options, std::string& out);
void check_checkstyle(const CheckedDraft& draft, const ReportOptions& options, std::string& out);
void checkstyle_tail(const RunSummary& summary, const ReportOptions& options, std::string& out);
void check_junit(const CheckedDraft& draft, const ReportOptions& options, std::string& out);
void junit_tail(const RunSummary& summary, const ReportOptions& options, std::string& out);
void check_rdjsonl(const CheckedDraft& draft, const ReportOptions& options, std::string& out);
void rdjsonl_tail(const RunSummary& summary, const ReportOptions& options, std::string& out);

void html_front(const RunSummary& summary, const ReportOptions& options, std::string& out);
void html_draft(const CheckedDraft& draft, const ReportOptions& options, std::string& out);
void html_tail(const RunSummary& summary, const ReportOptions& options, std::string& out);

void audit_text(const CheckedDraft& draft, const ReportOptions& options, std::string& out);
void audit_text_tail(const RunSummary& summary, const ReportOptions& options, std::string& out);
void audit_json(const CheckedDraft& draft, const ReportOptions& options, std::string& out);
void audit_jsonl(const CheckedDraft& draft, const ReportOptions& options, std::string& out);
void audit_csv(const CheckedDraft& draft, const ReportOptions& options, std::string& out);

void extract_text(const ExtractedDraft& draft, const ReportOptions& options, std::string& out);
void extract_json(const ExtractedDraft& draft, const ReportOptions& options, std::string& out);
void extract_jsonl(const ExtractedDraft& draft, const ReportOptions& options, std::string& out);

/// The one object of the json formats: everything before its first file, and after its last.
inline constexpr std::string_view json_head = "{\"version\":1,\"files\":[";
void json_tail(const RunSummary& summary, const ReportOptions& options, std::string& out);
void json_tail_without_coverage(const RunSummary& summary, const ReportOptions& options, std::string& out);
void no_tail(const RunSummary& summary, const ReportOptions& options, std::string& out);

} // namespace statlint
