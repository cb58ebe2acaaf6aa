#include "rules/findings_of.hpp"

#include <algorithm>
#include <tuple>

#include "rules/rule.hpp"

namespace statlint {

bool comes_before(const Finding& a, const Finding& b) {
    return std::tuple(a.span.start, a.order, a.statistic) < std::tuple(b.span.start, b.order, b.statistic);
}

std::vector<Finding> findings_of(const Analysis& analysis, const Knowledge& knowledge, const Policy& policy,
                                 IndexRange blocks) {
    std::vector<Finding> findings;
    RuleContext all(analysis, knowledge, policy, findings);
    RuleContext part(analysis, knowledge, policy, part_of(analysis, blocks), findings);
    std::uint8_t order = 0;
    for (const Rule& rule : rules()) {
        const std::size_t from = findings.size();
        rule.check(rule.whole_draft ? all : part);
        for (std::size_t i = from; i < findings.size(); ++i) {
            Finding& finding = findings[i];
            finding.order = order;
            if (rule.whole_draft) continue;
            finding.block = finding.statistic != none ? analysis.statistics[finding.statistic].block
                                                      : analysis.document.block_at(finding.span.start);
        }
        ++order;
    }
    std::ranges::stable_sort(findings, comes_before);
    return findings;
}

} // namespace statlint
