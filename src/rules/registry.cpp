#include "rules/rule.hpp"

namespace statlint {

std::span<const Rule> rules() {
    static constexpr Rule table[] = {
        {check_misquotes},         {check_citations},     {check_loose_ends, true}, {check_citation_marks},
        {check_consistency, true}, {check_equivalence},   {check_arithmetic},       {check_unverified},
        {check_superseded},        {check_finding_pages}, {check_quotations},
    };
    return table;
}

} // namespace statlint
