// unresolved-citation and malformed-citation: pointers that lead nowhere, whatever they stand beside.
#include <algorithm>

#include <fmt/format.h>

#include "corpus/describe.hpp"
#include "rules/placed_fix.hpp"
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

/// "Matthews et al. (2023" with its second parenthesis.
TextSpan whole(const Citation& citation, const Document& document) {
    const std::string_view text = document.view(citation.span);
    const TextSpan closed{citation.span.start, citation.span.end + 1};
    const bool open = std::ranges::count(text, '(') > std::ranges::count(text, ')');
    return open && closed.end <= document.text.size() && document.view(closed).ends_with(')') ? closed : citation.span;
}

void report_flaw(RuleContext& context, const Citation& citation) {
    const Work& work = context.knowledge.corpus.works[citation.works.front()];
    const CitationWords& words = context.knowledge.citing;
    const bool of_year = citation.flaw == CitationFlaw::year;
    const std::string& detail = of_year ? words.other_year : words.misspelt;
    const std::string year = std::to_string(work.year);
    const Document& document = context.analysis.document;
    const TextSpan span = whole(citation, document);
    // The rest of it stays as the writer has it: narrative or in parentheses, with or without its page.
    std::string right(document.view(span));
    const std::string& put = of_year ? year : work.authors.front().family;
    right.replace(citation.slip.start - span.start, citation.slip.size(), put);
    Finding* finding = context.report(
        "malformed-citation", none,
        {{"detail",
          fill(detail, {{"text", std::string(document.view(span))}, {"work", short_name(work)}, {"year", year}})},
         {"right", right}},
        span);
    if (finding == nullptr) return;
    if (auto fix = placed_fix(document, citation.slip, put, false)) finding->fixes.push_back(std::move(*fix));
}

} // namespace

void check_loose_ends(RuleContext& context) {
    for (const LooseEnd& end : context.analysis.loose_ends) {
        Finding* finding =
            context.report("unresolved-citation", none,
                           {{"detail", fill(wording(end, context.knowledge.citing), {{"name", end.name}})}},
                           visible(end.span, context.analysis.document.text));
        // What is listed and not used misleads nobody.
        if (finding != nullptr && end.kind == LooseEnd::Kind::uncited)
            finding->severity = std::min(finding->severity, Severity::note);
    }
}

void check_citation_marks(RuleContext& context) {
    for (std::uint32_t i = context.part.citations.first; i < context.part.citations.last; ++i) {
        const Citation& citation = context.analysis.citations[i];
        if (citation.flaw != CitationFlaw::nothing && !citation.works.empty()) report_flaw(context, citation);
    }
}

} // namespace statlint
