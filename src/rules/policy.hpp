#pragma once
#include <map>
#include <string>
#include <vector>

#include "citation/bibliography.hpp"
#include "citation/citation.hpp"
#include "rules/finding.hpp"
#include "rules/source_text.hpp"

namespace statlint {

/// What the house asks of a draft; from .statlint.toml.
struct Policy {
    std::map<std::string, Severity, std::less<>> severities; ///< where they differ from the rule's own
    Reach reach = Reach::paragraph;
    bool page_required = false;                      ///< turns missing-page on
    std::vector<std::string> citable;                ///< work ids that may be cited; empty: all
    std::vector<const Bibliography*> bibliographies; ///< the draft's own, for its keys; they outlive the policy
    const SourceTexts* sources = nullptr;            ///< texts of works, for quotations; null: none
    std::string today;                               ///< ISO date; empty: figures and suppressions never run out
    double min_confidence = 0;                       ///< 0: the built-in threshold
};

} // namespace statlint
