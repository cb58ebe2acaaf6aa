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
    std::size_t suppressed = 0; ///< findings that comments of the drafts keep from being reported

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
    Severity fail = Severity::warning; ///< findings from it on fail the run
    std::string sign_off = {};         ///< who vouches for the drafts; empty where nobody does
};

/// A draft that was checked, as a reporter sees it.
struct CheckedDraft {
    std::string_view path;
    const Analysis& analysis;
    const Corpus& corpus;
    std::size_t number = 0; ///< among the drafts of the run, from 0
};

/// A draft whose quantities were read, without a corpus.
struct ExtractedDraft {
    std::string_view path;
    const Document& document;
    std::span<const Quantity> quantities;
};

/// One draft in an overview of all.
struct DraftSummary {
    std::string_view path;
    std::size_t number = 0; ///< as in CheckedDraft
    Coverage coverage;
    std::size_t findings = 0; ///< that are shown
};

/// What is known when all drafts are done.
struct RunSummary {
    Coverage coverage;
    std::span<const Error> errors;
    std::span<const RuleInfo> rules; ///< empty where no draft could be checked, and for `extract`
    std::string_view edition, hash;  ///< of the corpus
    std::span<const DraftSummary> drafts;

    [[nodiscard]] std::size_t findings() const; ///< that are shown
};

/// An output format: bytes before the first draft, for each draft, between two drafts that printed something, and at
/// the end. `draft` is called by several threads at once, on drafts of their own; its outputs are joined in order.
template <class Draft> struct ReportFormat {
    std::string_view name;
    std::string_view head;
    void (*draft)(const Draft&, const ReportOptions&, std::string& out);
    std::string_view separator;
    void (*tail)(const RunSummary&, const ReportOptions&, std::string& out);
    /// An overview that stands between head and drafts: the drafts wait for it. Null for most formats.
    void (*front)(const RunSummary&, const ReportOptions&, std::string& out) = nullptr;
    std::string_view extension = {}; ///< ".sarif": a file of this name gets this format
};

/// To add a format, write src/report/COMMAND_NAME.cpp and a line in the table of registry.cpp.
[[nodiscard]] std::span<const ReportFormat<CheckedDraft>> check_formats();
[[nodiscard]] std::span<const ReportFormat<CheckedDraft>> audit_formats();
[[nodiscard]] std::span<const ReportFormat<ExtractedDraft>> extract_formats();

} // namespace statlint
