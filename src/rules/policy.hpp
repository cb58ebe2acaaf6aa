#pragma once
#include <map>
#include <string>
#include <vector>

#include "rules/finding.hpp"

namespace statlint {

/// How far a citation covers the statistics around it.
enum class Reach : std::uint8_t { sentence, paragraph, section };

/// What the house asks of a draft; from .statlint.toml.
struct Policy {
    std::map<std::string, Severity, std::less<>> severities; ///< where they differ from the rule's own
    Reach reach = Reach::paragraph;
    bool page_required = false;              ///< turns missing-page on
    std::vector<std::string> citable;        ///< work ids that may be cited; empty: all
    double min_confidence = 0;               ///< 0: the built-in threshold
};

} // namespace statlint
