#include "rules/citation_fix.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "corpus/cite.hpp"

namespace statlint {
namespace {

/// How the draft's author-year citations are written; most common first where there is no majority.
CiteStyle author_style(const Analysis& analysis) {
    std::size_t bare = 0, commas = 0, joined = 0;
    for (const Citation& citation : analysis.citations) {
        if (citation.form != CitationForm::author_year || !citation.marker || citation.year <= 0) continue;
        const std::size_t year = citation.text.find(std::to_string(citation.year));
        if (year == std::string::npos || year < 2) continue;
        ++(citation.text[year - 2] == ',' ? commas : bare);
        if (citation.text.substr(0, year).find(" and ") != std::string::npos) ++joined;
    }
    if (bare > commas) return CiteStyle::agsm;
    return joined > 0 ? CiteStyle::harvard : CiteStyle::apa;
}

/// The marker with which the draft points to this work elsewhere: "[3]", "[^acms]"; empty where there is none.
std::string marker_of(const Analysis& analysis, CitationForm form, WorkIndex work) {
    for (const Citation& citation : analysis.citations) {
        if (citation.form != form || citation.works != std::vector<WorkIndex>{work}) continue;
        if (form == CitationForm::footnote) {
            const auto marker = std::ranges::find_if(analysis.document.references, [&](const Reference& reference) {
                return reference.kind == Reference::Kind::footnote && reference.block == citation.block &&
                       reference.at == citation.span;
            });
            if (marker == analysis.document.references.end()) continue;
            const std::string_view written = analysis.document.view(marker->source);
            if (written.starts_with("[^")) return std::string(written);
            continue;
        }
        const std::uint32_t start = citation.span.start;
        const bool bracket = start > 0 && analysis.document.text[start - 1] == '[';
        const std::string_view digits = analysis.document.view(citation.span);
        const bool number = digits.find_first_not_of("0123456789") == std::string_view::npos;
        if (bracket && number) return fmt::format("[{}]", digits);
    }
    return {};
}

/// A key citation as the draft's format writes it, after one that is there: "[@salter-2023]", "\citep{salter-2023}".
/// Empty where none is there to learn from.
std::string key_marker(const Analysis& analysis, const Work& work) {
    const Document& document = analysis.document;
    std::string pandoc = cite(work, CiteStyle::pandoc, "");
    for (const Citation& citation : analysis.citations) {
        if (citation.form != CitationForm::key || !citation.marker) continue;
        const TextSpan whole{citation.span.start - 1, citation.span.end + 1};
        const std::string_view source = document.view(document.to_source(citation.span));
        if (source == document.view(citation.span)) return pandoc;
        const std::string_view text = document.view(whole);
        if (!text.starts_with("[@") || !text.ends_with(']')) continue;
        const std::string_view key = text.substr(2, text.size() - 3);
        std::string written(document.view(document.to_source(whole)));
        const std::size_t at = written.find(key);
        if (at != std::string::npos) return written.replace(at, key.size(), pandoc.substr(2, pandoc.size() - 3));
    }
    return {};
}

} // namespace

Fix citation_fix(const RuleContext& context, const Statistic& statistic, WorkIndex work) {
    const Analysis& analysis = context.analysis;
    std::array<std::size_t, 3> uses{}; // keys, numbers, notes
    for (const Citation& citation : analysis.citations) {
        if (citation.form == CitationForm::key) ++uses[0];
        if (citation.form == CitationForm::number) ++uses[1];
        if (citation.form == CitationForm::footnote) ++uses[2];
    }
    const Work& cited = context.knowledge.corpus.works[work];
    std::string marker;
    std::string_view before = " ";
    if (uses[0] > 0 && uses[0] >= std::max(uses[1], uses[2])) {
        marker = key_marker(analysis, cited);
    } else if (uses[1] > 0 && uses[1] >= uses[2]) {
        marker = marker_of(analysis, CitationForm::number, work);
    } else if (uses[2] > 0) {
        marker = marker_of(analysis, CitationForm::footnote, work);
        before = "";
    }
    const bool note = before.empty() && !marker.empty();
    if (marker.empty()) {
        marker = cite(cited, author_style(analysis), "");
        before = " ";
    }
    // A note stands behind the full stop, everything else before it.
    const std::string_view text = analysis.document.text;
    std::uint32_t at = statistic.sentence.end;
    const std::uint32_t start = statistic.quantity.span.end;
    while (at > start && text[at - 1] == ' ') --at;
    while (!note && at > start && std::string_view(".!?:;").find(text[at - 1]) != std::string_view::npos) --at;
    return {{at, at}, fmt::format("{}{}", before, marker), false};
}

} // namespace statlint
