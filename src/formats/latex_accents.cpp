#include "formats/latex_accents.hpp"

#include <algorithm>

#include <unicode/unistr.h>
#include <unicode/unorm2.h>

#include "text/utf8.hpp"

namespace statlint {

namespace {

UChar32 first_code_point(std::string_view text) {
    const auto size = static_cast<std::int32_t>(std::min<std::size_t>(text.size(), 8));
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), size)).char32At(0);
}

} // namespace

std::string with_accent(std::string_view letter, std::string_view combining) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* const composer = unorm2_getNFCInstance(&error);
    const UChar32 composed = U_FAILURE(error) != 0 || letter.empty()
                                 ? -1
                                 : unorm2_composePair(composer, first_code_point(letter), first_code_point(combining));
    std::string out;
    if (composed < 0) return out.append(letter).append(combining);
    append_utf8(out, static_cast<std::uint32_t>(composed));
    return out;
}

} // namespace statlint
