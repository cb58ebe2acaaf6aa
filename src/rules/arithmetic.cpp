// bad-arithmetic: a change, share or sum that its own numbers contradict.
#include "rules/rule.hpp"

namespace statlint {

void check_arithmetic(RuleContext& context) {
    for (const Derivation& derivation : context.analysis.derivations) {
        if (derivation.right) continue;
        Finding* finding = context.report("bad-arithmetic", derivation.statistic, {{"detail", derivation.computation}});
        if (finding != nullptr) finding->figure = none;
    }
}

} // namespace statlint
