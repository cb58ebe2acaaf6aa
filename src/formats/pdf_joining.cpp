#include "formats/pdf_joining.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::size_t longest_word = 200; ///< bytes that are looked at before a hyphen
constexpr std::string_view soft_hyphen = "\xC2\xAD";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
}
bool is_lower(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC3;
}

template <std::size_t Size> bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& known) {
    return std::ranges::find(known, word) != known.end();
}

constexpr std::array<std::string_view, 8> tens{"twenty", "thirty",  "forty",  "fifty",
                                               "sixty",  "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 10> units{"one", "two",   "three", "four", "five",
                                                 "six", "seven", "eight", "nine", "ten"};
constexpr std::array<std::string_view, 9> ordinals{"first", "second",  "third",  "fourth", "fifth",
                                                   "sixth", "seventh", "eighth", "ninth"};
/// What goes with a number: "one-in-five", "two-thirds", "three-month", "five-fold".
constexpr std::array<std::string_view, 14> counted{"in",    "out",  "to",  "half", "quarter", "tenth", "year",
                                                   "month", "week", "day", "hour", "fold",    "time",  "person"};
constexpr std::array<std::string_view, 9> first_parts{"self", "non",  "well", "cross", "anti",
                                                      "half", "long", "peer", "child"};

/// True where two words that no line of the file has together are written with a hyphen all the same.
bool keeps_hyphen(std::string_view first, std::string_view second) {
    if (is_one_of(first, first_parts)) return true;
    if (is_one_of(first, tens)) return is_one_of(second, units) || is_one_of(second, ordinals);
    if (!is_one_of(first, units)) return false;
    std::string_view single = second;
    if (single.ends_with('s')) single.remove_suffix(1);
    return is_one_of(single, counted) || is_one_of(single, ordinals);
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

/// A word without the marks around it.
std::string_view bare(std::string_view word) {
    while (!word.empty() && !is_letter(word.front()) && !is_digit(word.front())) word.remove_prefix(1);
    while (!word.empty() && !is_letter(word.back()) && !is_digit(word.back()) &&
           (static_cast<unsigned char>(word.back()) & 0xC0U) != 0x80U)
        word.remove_suffix(1);
    return word;
}

bool is_odd(std::uint32_t c) {
    return c == 0xAD || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFB00 && c <= 0xFB4F) || (c >= 0xFF01 && c <= 0xFF5E) ||
           (c >= 0x1D400 && c <= 0x1D7FF);
}

} // namespace

bool LineJoiner::knows(const std::string& word) const {
    return std::ranges::binary_search(words_, std::hash<std::string_view>()(word));
}

void LineJoiner::read_words() {
    read_ = true;
    for (const PdfPage& page : *pages_)
        for (const PdfSheet& sheet : page.sheets)
            for (const PdfWord& word : sheet.words)
                words_.push_back(std::hash<std::string_view>()(lower(bare(word.text))));
    std::ranges::sort(words_);
}

std::string_view LineJoiner::join(std::string& line, std::string_view next) {
    if (line.ends_with(soft_hyphen)) {
        line.resize(line.size() - soft_hyphen.size());
        return "";
    }
    const std::size_t hyphen = line.ends_with('-') ? 1 : line.ends_with("‐") ? 3 : 0;
    if (hyphen == 0) return line.ends_with("—") || line.ends_with("/") ? "" : " ";
    std::string_view before = std::string_view(line).substr(0, line.size() - hyphen);
    if (before.size() > longest_word) before = before.substr(before.size() - longest_word);
    if (before.empty() || next.empty() || before.back() == ' ' || next.front() == ' ') return " ";
    // "1-in-" "10", "COVID-" "19", "self-" "Reported": the hyphen is the writer's.
    if (!is_letter(before.back()) || !is_lower(next.front())) return "";
    std::string_view first = before.substr(before.find_last_of(" \x01\x02") + 1);
    first = bare(first);
    const std::string_view second = bare(next.substr(0, next.find_first_of(" -"))); // of "in-five" the "in"
    const bool capitals = first.size() > 1 && first[first.size() - 1] >= 'A' && first[first.size() - 1] <= 'Z';
    // Addresses and keys ("@roche-osec-2023") have hyphens of their own.
    const std::string_view whole = before.substr(before.find_last_of(' ') + 1);
    if (whole.find_first_of("@/") != std::string_view::npos) return "";
    if (first.find('-') != std::string_view::npos || capitals) return "";
    if (!read_) read_words();
    const std::string one = lower(first) + lower(second);
    const std::string two = lower(first) + "-" + lower(second);
    if (knows(two) || (!knows(one) && keeps_hyphen(lower(first), lower(second)))) return "";
    line.resize(line.size() - hyphen);
    return "";
}

void clean_pdf_text(std::string& text) {
    // Nearly every line has none of them: their first bytes are rare.
    const auto rare = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0xC2 || byte == 0xEE || byte == 0xEF || byte == 0xF0;
    };
    if (std::ranges::none_of(text, rare)) return;
    UErrorCode code = U_ZERO_ERROR;
    const icu::Normalizer2* compatible = icu::Normalizer2::getNFKCInstance(code);
    const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
    const bool soft_at_end = text.ends_with(soft_hyphen);
    std::string out;
    for (std::int32_t i = 0; i < units.length(); i = units.moveIndex32(i, 1)) {
        const auto c = static_cast<std::uint32_t>(units.char32At(i));
        if (!is_odd(c)) {
            append_utf8(out, c);
        } else if (c != 0xAD && (c < 0xE000 || c > 0xF8FF)) {
            compatible->normalize(icu::UnicodeString(static_cast<UChar32>(c)), code).toUTF8String(out);
        }
    }
    text = std::move(out);
    if (soft_at_end) text += soft_hyphen;
}

} // namespace statlint
