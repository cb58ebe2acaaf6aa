#pragma once
#include <string>
#include <vector>

#include "report/report.hpp"
#include "text/line_index.hpp"

namespace statlint {

/// Where a finding, or a change that would mend it, stands, in every convention that a consumer asks for.
struct FindingPlace {
    Position start, end;  ///< the end is exclusive
    std::string location; ///< "paragraph 12" in containers, whose lines and columns nobody sees; else empty
};

[[nodiscard]] FindingPlace place_of(const CheckedDraft& draft, const LineIndex& lines, const Finding& finding);
[[nodiscard]] FindingPlace place_of(const CheckedDraft& draft, const LineIndex& lines, TextSpan span);

/// The path as tools for repositories want it: "./a//b.md" is "a/b.md".
[[nodiscard]] std::string repository_path(std::string_view path);

/// One paragraph for tools that show no more: "slide 3: MESSAGE; write "1 in 6"".
[[nodiscard]] std::string whole_message(const Finding& finding, const FindingPlace& place);

/// The findings that are shown.
[[nodiscard]] std::vector<const Finding*> shown_findings(const CheckedDraft& draft, const ReportOptions& options);

} // namespace statlint
