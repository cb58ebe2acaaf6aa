// unresolved-citation and malformed-citation: pointers that lead nowhere, whatever they stand beside.
#include <algorithm>

#include <fmt/format.h>

#include "corpus/cite.hpp"
#include "corpus/describe.hpp"
#include "rules/rule.hpp"

namespace statlint {

namespace {

const std::string& wording(const LooseEnd& end, const CitationWords& words) {
    switch (end.kind) {
    case LooseEnd::Kind::undefined_note:
        return words.undefined_note;
    case LooseEnd::Kind::undefined_number:
        return words.undefined_number;
    case LooseEnd::Kind::undefined_key:
        return words.undefined_key;
    case LooseEnd::Kind::uncited:
        break;
    }
    return words.uncited;
}

/// A marker that is not in the text stands behind the word before it.
TextSpan visible(TextSpan span, std::string_view text) {
    if (!span.empty() || span.start == 0) return span;
    std::uint32_t start = span.start - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
    return {start, span.start};
}

void report_flaw(RuleContext& context, const Citation& citation) {
    const Work& work = context.knowledge.corpus.works[citation.works.front()];
    const CitationWords& words = context.knowledge.citing;
    const std::string& detail = citation.flaw == CitationFlaw::year ? words.other_year : words.misspelt;
    const std::string text(context.analysis.document.view(citation.span));
    context.report(
        "malformed-citation", none,
        {{"detail", fill(detail, {{"text", text}, {"work", short_name(work)}, {"year", std::to_string(work.year)}})},
         {"right", cite(work, CiteStyle::apa, "")}},
        citation.span);
}

} // namespace

void check_citation_marks(RuleContext& context) {
    for (const LooseEnd& end : context.analysis.loose_ends) {
        Finding* finding =
            context.report("unresolved-citation", none,
                           {{"detail", fill(wording(end, context.knowledge.citing), {{"name", end.name}})}},
                           visible(end.span, context.analysis.document.text));
        // What is listed and not used misleads nobody.
        if (finding != nullptr && end.kind == LooseEnd::Kind::uncited)
            finding->severity = std::min(finding->severity, Severity::note);
    }
    for (const Citation& citation : context.analysis.citations)
        if (citation.flaw != CitationFlaw::nothing && !citation.works.empty()) report_flaw(context, citation);
}

} // namespace statlint
