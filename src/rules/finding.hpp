#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "corpus/corpus.hpp"
#include "document/document.hpp"
#include "text/span.hpp"

namespace statlint {

enum class Severity : std::uint8_t { off, note, warning, error };
[[nodiscard]] std::string_view name(Severity severity);

/// A change of the text that would mend a finding.
struct Fix {
    TextSpan span;
    std::string replacement;
    bool certain = false; ///< `fix` applies it without being asked
};

/// What a rule reports.
struct Finding {
    std::string rule; ///< "value-mismatch"
    Severity severity = Severity::error;
    TextSpan span;
    SourceSpan source = {};         ///< of what is not in the text (a comment); empty: where `span` is
    std::string message;            ///< what the draft has and what it should have: one line, no full stop
    std::string help;               ///< what to write: `write "1 in 6"`; may be empty
    std::vector<std::string> notes; ///< further lines: where it is printed, a computation, a sibling figure
    FigureIndex figure = none;
    std::uint32_t statistic = none; ///< index into Analysis::statistics
    std::vector<Fix> fixes;
    std::uint32_t block = no_block; ///< in which it was found; no_block where the whole draft was compared
    std::uint8_t order = 0;         ///< of two findings at one place the lower comes first
};

/// The stretch of source that a finding is about.
[[nodiscard]] SourceSpan source_of(const Document& document, const Finding& finding);

} // namespace statlint
