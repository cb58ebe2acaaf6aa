#pragma once
#include <string>

#include "corpus/corpus.hpp"
#include "formats/format.hpp"
#include "rules/analysis.hpp"

/// The built-in corpus and rules, loaded once for all tests.
inline const statlint::Knowledge& built_in() {
    static const statlint::KnowledgePtr knowledge = std::move(*statlint::load_knowledge({}, true));
    return *knowledge;
}

inline statlint::Analysis check_draft(std::string text, bool candidates = false) {
    return statlint::analyse(*statlint::read_markdown(std::move(text)), built_in(), statlint::Policy{}, candidates);
}

/// "28.5%: acms.csa verified", one line a statistic that is about a figure.
inline std::string judged(const statlint::Analysis& analysis) {
    std::string lines;
    for (const statlint::Statistic& s : analysis.statistics) {
        if (s.figure == statlint::none) continue;
        lines += std::string(analysis.document.view(s.quantity.span)) + ": " +
                 statlint::corpus_of(built_in()).figures[s.figure].id + " " + std::string(name(s.verdict)) + "\n";
    }
    return lines;
}
