#include "rules/apply_fixes.hpp"

#include <algorithm>

namespace statlint {
namespace {

struct Wish {
    SourceEdit edit;
    bool certain = false;
    Severity severity = Severity::error;
};

bool clash(const SourceEdit& one, const SourceEdit& other) {
    // Two insertions at one place would come out in an order that nobody chose.
    return one.span.overlaps(other.span) || one.span.start == other.span.start;
}

} // namespace

std::vector<SourceEdit> edits_of(const Analysis& analysis, const FixChoice& choice) {
    std::vector<Wish> wishes;
    for (const Finding& finding : analysis.findings) {
        if (finding.severity < choice.least) continue;
        const auto fix =
            std::ranges::find_if(finding.fixes, [&](const Fix& f) { return f.certain || choice.suggested; });
        if (fix == finding.fixes.end()) continue;
        wishes.push_back(
            {{analysis.document.to_source(fix->span), fix->replacement, fix->span}, fix->certain, finding.severity});
    }
    std::ranges::stable_sort(wishes, [](const Wish& a, const Wish& b) {
        if (a.certain != b.certain) return a.certain;
        if (a.severity != b.severity) return a.severity > b.severity;
        return a.edit.span < b.edit.span;
    });
    std::vector<SourceEdit> edits;
    for (Wish& wish : wishes) {
        // Kept ascending: only the two neighbours can clash.
        const auto after = std::ranges::lower_bound(edits, wish.edit.span, {}, &SourceEdit::span);
        if (after != edits.end() && clash(*after, wish.edit)) continue;
        if (after != edits.begin() && clash(*(after - 1), wish.edit)) continue;
        edits.insert(after, std::move(wish.edit));
    }
    return edits;
}

std::string apply_edits(std::string_view source, const std::vector<SourceEdit>& edits) {
    std::string out;
    out.reserve(source.size() + 64);
    std::uint32_t at = 0;
    for (const SourceEdit& edit : edits) {
        out += source.substr(at, edit.span.start - at);
        out += edit.replacement;
        at = edit.span.end;
    }
    out += source.substr(at);
    return out;
}

} // namespace statlint
