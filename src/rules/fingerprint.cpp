#include "rules/fingerprint.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "text/sha256.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

/// Of a finding that is about no statistic: the block that it stands in.
std::string_view sentence_of(const Analysis& analysis, const Finding& finding) {
    const Document& document = analysis.document;
    if (!finding.source.empty()) return document.view(finding.source);
    if (finding.statistic < analysis.statistics.size())
        return document.view(analysis.statistics[finding.statistic].sentence);
    for (const Block& block : document.blocks)
        if (block.text.contains(finding.span)) return document.view(block.text);
    return {};
}

bool is_quote(UChar32 c) {
    return (c >= 0x2018 && c <= 0x201F) || c == 0x2032 || c == 0x2033 || c == '\'' || c == '"';
}

bool is_dash(UChar32 c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

} // namespace

std::string normalised_sentence(std::string_view sentence) {
    UErrorCode code = U_ZERO_ERROR;
    const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(code);
    icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(sentence.data(), static_cast<std::int32_t>(sentence.size())));
    if (U_SUCCESS(code)) text = folding->normalize(text, code);
    std::string made;
    bool space = false;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 c = text.char32At(at);
        if (u_isUWhiteSpace(c)) {
            space = !made.empty();
            continue;
        }
        if (space) made += ' ';
        space = false;
        if (is_quote(c))
            made += '\'';
        else
            append_utf8(made, static_cast<std::uint32_t>(is_dash(c) ? '-' : c));
    }
    return made;
}

std::string fingerprint(const Analysis& analysis, const Corpus& corpus, const Finding& finding) {
    const std::string_view figure =
        finding.figure < corpus.figures.size() ? std::string_view(corpus.figures[finding.figure].id) : "-";
    const std::string text =
        fmt::format("{}\n{}\n{}\n", finding.rule, figure, normalised_sentence(sentence_of(analysis, finding)));
    return hex(sha256(text)).substr(0, 32);
}

} // namespace statlint
