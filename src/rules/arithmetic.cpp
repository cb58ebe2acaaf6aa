// bad-arithmetic: a change, share or sum that its own numbers contradict.
#include "rules/rule.hpp"

namespace statlint {

void check_arithmetic(RuleContext& context) {
    constexpr std::string_view rule = "bad-arithmetic";
    for (std::uint32_t i = context.part.derivations.first; i < context.part.derivations.last; ++i) {
        const Derivation& derivation = context.analysis.derivations[i];
        if (derivation.right) continue;
        const Computation& how = derivation.computation;
        Finding* finding =
            context.report(rule, derivation.statistic,
                           {{"detail", fill(context.knowledge.texts.detail(rule, how.wording), how.values)}});
        if (finding != nullptr) finding->figure = none;
    }
}

} // namespace statlint
