#include "rules/rule.hpp"

namespace statlint {

std::span<const Rule> rules() {
    static constexpr Rule table[] = {
        check_misquotes,  check_citations,  check_citation_marks, check_consistency,   check_equivalence,
        check_arithmetic, check_unverified, check_superseded,     check_finding_pages, check_quotations,
    };
    return table;
}

} // namespace statlint
