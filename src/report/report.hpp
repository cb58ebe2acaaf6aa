#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/analysis.hpp"

namespace statlint {

/// How much of what was read could be judged. A checker that doesn't say what it left out can't be trusted.
struct Coverage {
    std::size_t statistics = 0;
    std::size_t verified = 0;
    std::size_t misquoted = 0;
    std::size_t unverified = 0; ///< about a work of the corpus, but no figure covers it
    std::size_t matched = 0;    ///< to a figure
    std::size_t files = 0;      ///< read and checked
    std::size_t skipped = 0;    ///< excluded by an option or the configuration, or unreadable

    void add(const Analysis& analysis);
    Coverage& operator+=(const Coverage& other);
    [[nodiscard]] std::size_t unjudged() const { return statistics - matched; }
    [[nodiscard]] double share() const; ///< matched of all statistics; 1 where there are none
    /// "30 statistics: 18 matched to a figure (15 verified, 3 misquoted), 12 left unjudged, 0 files skipped"
    [[nodiscard]] std::string to_string() const;
};

struct ReportOptions {
    bool color = false;
    Severity show = Severity::warning; ///< findings below it are left out
};

/// A draft that was checked, as a reporter sees it.
struct CheckedDraft {
    std::string_view path;
    const Analysis& analysis;
    const Corpus& corpus;
};

/// A draft whose quantities were read, without a corpus.
struct ExtractedDraft {
    std::string_view path;
    const Document& document;
    std::span<const Quantity> quantities;
};

/// What is known when all drafts are done.
struct RunSummary {
    Coverage coverage;
    std::span<const Error> errors;
};

/// An output format: bytes before the first draft, for each draft, between two drafts that printed something, and at
/// the end. `draft` is called by several threads at once, on drafts of their own; its outputs are joined in order.
template <class Draft> struct ReportFormat {
    std::string_view name;
    std::string_view head;
    void (*draft)(const Draft&, const ReportOptions&, std::string& out);
    std::string_view separator;
    void (*tail)(const RunSummary&, const ReportOptions&, std::string& out);
};

/// To add a format, write src/report/COMMAND_NAME.cpp and a line in the table of registry.cpp.
[[nodiscard]] std::span<const ReportFormat<CheckedDraft>> check_formats();
[[nodiscard]] std::span<const ReportFormat<CheckedDraft>> audit_formats();
[[nodiscard]] std::span<const ReportFormat<ExtractedDraft>> extract_formats();

} // namespace statlint
