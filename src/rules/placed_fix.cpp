#include "rules/placed_fix.hpp"

#include <algorithm>
#include <vector>

namespace statlint {
namespace {

enum class Kind : std::uint8_t { letters, digits, space, other };

Kind kind_of(char c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Kind::letters;
    if ((c >= '0' && c <= '9') || c == '.' || c == ',') return Kind::digits;
    return c == ' ' ? Kind::space : Kind::other;
}

/// Words, numbers and what stands between them.
std::vector<std::string_view> tokens_of(std::string_view text) {
    std::vector<std::string_view> tokens;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && kind_of(text[end]) == kind_of(text[at])) ++end;
        tokens.push_back(text.substr(at, end - at));
        at = end;
    }
    return tokens;
}

/// A change without the characters that it leaves as they are at its two ends: of "27.5" and "28.5" the "7".
Fix narrowed(std::string_view before, Fix fix) {
    const std::size_t most = std::min(before.size(), fix.replacement.size());
    std::size_t head = 0;
    while (head < most && before[head] == fix.replacement[head]) ++head;
    std::size_t tail = 0;
    while (tail < most - head && before[before.size() - 1 - tail] == fix.replacement[fix.replacement.size() - 1 - tail])
        ++tail;
    fix.span.start += static_cast<std::uint32_t>(head);
    fix.span.end -= static_cast<std::uint32_t>(tail);
    fix.replacement = fix.replacement.substr(head, fix.replacement.size() - head - tail);
    return fix;
}

/// The same but for line ends, which a change over them may take out.
bool fits_over_lines(const Document& document, TextSpan span) {
    const std::string_view source = document.view(document.to_source(span));
    return std::ranges::equal(document.view(span), source, [](char text, char byte) {
        return text == byte || (text == ' ' && (byte == '\n' || byte == '\r' || byte == '\t'));
    });
}

} // namespace

bool fits_source(const Document& document, TextSpan span) {
    const SourceSpan place = document.to_source(span);
    return place.size() == span.size() && document.view(place) == document.view(span);
}

std::optional<Fix> placed_fix(const Document& document, TextSpan span, std::string replacement, bool certain) {
    if (document.view(span) == replacement) return std::nullopt;
    if (fits_source(document, span)) return Fix{span, std::move(replacement), certain};
    const std::vector<std::string_view> before = tokens_of(document.view(span));
    const std::vector<std::string_view> after = tokens_of(replacement);
    const std::size_t most = std::min(before.size(), after.size());
    std::size_t head = 0;
    while (head < most && before[head] == after[head]) ++head;
    std::size_t tail = 0;
    while (tail < most - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
    const bool over_lines = fits_over_lines(document, span);
    Fix fix{span, {}, certain};
    for (std::size_t i = 0; i < head; ++i) fix.span.start += static_cast<std::uint32_t>(before[i].size());
    for (std::size_t i = 0; i < tail; ++i)
        fix.span.end -= static_cast<std::uint32_t>(before[before.size() - 1 - i].size());
    for (std::size_t i = head; i < after.size() - tail; ++i) fix.replacement += after[i];
    if (fits_source(document, fix.span)) return fix;
    // Markup inside a number ("**2**7.5%") stays where it is, if what changes has none of it. Where characters only
    // come or go, it could be on either side of it.
    Fix inner = narrowed(document.view(fix.span), fix);
    const auto ascii = [](std::string_view text) {
        return !text.empty() && std::ranges::all_of(text, [](char c) { return static_cast<signed char>(c) > 0; });
    };
    if (ascii(document.view(inner.span)) && ascii(inner.replacement) && fits_source(document, inner.span)) return inner;
    if (over_lines) return Fix{span, std::move(replacement), certain};
    return std::nullopt;
}

} // namespace statlint
