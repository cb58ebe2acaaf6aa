#include "formats/charset.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

/// ICU takes options and names of files, too: those are no charsets.
bool is_name(std::string_view charset) {
    return charset.size() < 60 &&
           std::ranges::all_of(
               charset, [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ':'; });
}

bool is_utf8(std::string_view charset) {
    const std::string lower = lower_case(charset);
    return lower == "utf-8" || lower == "utf8" || lower == "us-ascii" || lower == "ascii";
}

} // namespace

std::optional<DecodedText> to_utf8(const DecodedText& bytes, std::string_view source, std::string_view charset) {
    const bool good = first_invalid_utf8(bytes.text) == std::string_view::npos;
    if (good && (charset.empty() || is_utf8(charset))) return bytes;
    if (charset.empty() || is_utf8(charset)) charset = "windows-1252"; // what is called UTF-8 and isn't
    if (!is_name(charset)) return std::nullopt;
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(std::string(charset).c_str(), &code),
                                                                       ucnv_close);
    if (U_FAILURE(code) != 0) return std::nullopt;
    DecodedText decoded;
    const char* from = bytes.text.data();
    const char* const end = from + bytes.text.size();
    std::vector<UChar> units(4096);
    std::vector<std::int32_t> offsets(units.size());
    std::uint32_t open = 0; // where the character that is not complete yet starts
    char16_t high = 0;
    bool more = true;
    while (more) {
        const auto base = static_cast<std::uint32_t>(from - bytes.text.data());
        UChar* to = units.data();
        code = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &from, end, offsets.data(), 1, &code);
        more = code == U_BUFFER_OVERFLOW_ERROR;
        if (U_FAILURE(code) != 0 && !more) return std::nullopt;
        const auto count = static_cast<std::size_t>(to - units.data());
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t start = offsets[i] < 0 ? base : base + static_cast<std::uint32_t>(offsets[i]);
            if (U16_IS_LEAD(units[i])) {
                high = units[i];
                open = start;
                continue;
            }
            const bool pair = high != 0 && U16_IS_TRAIL(units[i]);
            std::size_t next = i + 1;
            while (next < count && offsets[next] <= offsets[i]) ++next;
            const std::uint32_t stop = next < count ? base + static_cast<std::uint32_t>(offsets[next])
                                                    : static_cast<std::uint32_t>(from - bytes.text.data());
            std::string text;
            append_utf8(text, pair ? static_cast<std::uint32_t>(U16_GET_SUPPLEMENTARY(high, units[i])) : units[i]);
            const std::uint32_t first = pair ? open : start;
            decoded.append(text, source, bytes.to_source(first, std::max(stop, first + 1)));
            high = 0;
        }
    }
    return decoded;
}

} // namespace statlint
