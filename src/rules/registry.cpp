#include "rules/rule.hpp"

namespace statlint {

std::span<const Rule> rules() {
    static constexpr Rule table[] = {
        check_misquotes, check_citations, check_consistency, check_equivalence, check_arithmetic, check_unverified,
    };
    return table;
}

} // namespace statlint
