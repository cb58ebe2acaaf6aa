#include "quantity/number_style.hpp"

#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "quantity/quantity_reader.hpp"
#include "quantity/tables.hpp"

namespace statlint {
namespace {

/// The separators that may stand between thousands.
constexpr std::string_view separators[] = {",", " ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "'"};

/// Of several words for one number the shortest ("zero", not "nought"), or the longest ("quarter", not "fourth").
const NumberWord* word_for(double value, Role role, double NumberWord::* field, bool longest,
                           const NumberWords& words) {
    const NumberWord* best = nullptr;
    for (const NumberWord& word : words.tables().words) {
        if (!word.is(role) || word.*field != value) continue;
        if (best == nullptr ||
            (longest ? word.text().size() > best->text().size() : word.text().size() < best->text().size()))
            best = &word;
    }
    return best;
}

/// Digits with what stands before and behind them: "A$", "1 965", " million".
struct Digits {
    std::string_view before, behind;
    std::string plain;     ///< without separators: "1965", "28.5"
    std::string separator; ///< between thousands, empty where there is none
};

std::size_t separator_at(std::string_view text, std::size_t at, std::string& found) {
    for (const std::string_view separator : separators) {
        if (!text.substr(at).starts_with(separator)) continue;
        const std::string_view group = text.substr(std::min(at + separator.size(), text.size()), 4);
        if (group.size() < 3 || !is_digit(group[0]) || !is_digit(group[1]) || !is_digit(group[2])) continue;
        if (group.size() == 4 && is_digit(group[3])) continue;
        found = separator;
        return separator.size();
    }
    return 0;
}

std::optional<Digits> read_digits(std::string_view text) {
    Digits digits;
    std::size_t at = 0;
    while (at < text.size() && !is_digit(text[at])) ++at;
    if (at == text.size()) return std::nullopt;
    digits.before = text.substr(0, at);
    while (at < text.size()) {
        const bool point = text[at] == '.' && at + 1 < text.size() && is_digit(text[at + 1]);
        if (is_digit(text[at]) || point) {
            digits.plain += text[at++];
        } else if (const std::size_t size = separator_at(text, at, digits.separator)) {
            at += size;
        } else {
            break;
        }
    }
    digits.behind = text.substr(at);
    for (const char c : digits.behind)
        if (is_digit(c)) return std::nullopt;
    return digits;
}

std::string grouped(const std::string& plain, const std::string& separator) {
    const std::size_t point = std::min(plain.find('.'), plain.size());
    std::string out;
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0) out += separator;
        out += plain[i];
    }
    return out + plain.substr(point);
}

/// A number in words at the start of a text, and what stands behind it: "thirty" and " per cent".
struct Spelled {
    double value = 0;
    std::string_view number, behind;
};

std::optional<Spelled> read_spelled(std::string_view text, const NumberWords& words) {
    std::optional<Spelled> longest;
    for (std::size_t end = 1; end <= text.size(); ++end) {
        if (end < text.size() && text[end] != ' ' && text[end] != '-' && static_cast<unsigned char>(text[end]) < 0x80)
            continue;
        const std::string_view start = text.substr(0, end);
        if (const NumberWord* word = words.tables().find(start); word != nullptr && word->is(Role::cardinal)) {
            longest = Spelled{word->cardinal, start, text.substr(end)};
            continue;
        }
        const auto read = read_quantity(start, words);
        if (!read || read->kind != QuantityKind::cardinal || read->span.start != 0 || read->span.end != end) continue;
        longest = Spelled{read->low, start, text.substr(end)};
    }
    return longest;
}

std::string plain_digits(double value) {
    std::string text = fmt::format("{:.4f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

/// The draft scales its number ("1.5 million") and the print does not ("1,339,597"): as many decimals as the draft has.
std::string in_scale(const std::string& plain, const std::string& draft, double scale) {
    const std::size_t point = draft.find('.');
    const std::size_t decimals = point == std::string::npos ? 0 : draft.size() - point - 1;
    return fmt::format("{:.{}f}", std::stod(plain) / scale, decimals);
}

double scale_in(std::string_view behind, const NumberWords& words) {
    while (!behind.empty() && (behind.front() == ' ' || behind.front() == '-')) behind.remove_prefix(1);
    const std::size_t end = std::min(behind.find_first_of(" -"), behind.size());
    const NumberWord* word = words.tables().find(behind.substr(0, end));
    return word != nullptr && word->is(Role::scale) ? word->scale : 1;
}

} // namespace

std::optional<std::string> spell_out(double value, const NumberWords& words) {
    if (value < 0 || value > 100 || value != std::floor(value)) return std::nullopt;
    const auto name = [&](double part) -> std::string {
        const NumberWord* word = word_for(part, Role::cardinal, &NumberWord::cardinal, false, words);
        return word == nullptr ? std::string() : std::string(word->text());
    };
    if (value == 100) {
        const NumberWord* hundred = word_for(100, Role::scale, &NumberWord::scale, false, words);
        return hundred == nullptr ? std::optional<std::string>() : name(1) + " " + std::string(hundred->text());
    }
    if (std::string single = name(value); !single.empty()) return single;
    const std::string tens = name(std::floor(value / 10) * 10);
    const std::string ones = name(std::fmod(value, 10));
    if (tens.empty() || ones.empty()) return std::nullopt;
    return tens + "-" + ones;
}

std::optional<std::string> spell_denominator(double value, bool several, const NumberWords& words) {
    const NumberWord* word =
        word_for(value, several ? Role::denominators : Role::denominator, &NumberWord::denominator, true, words);
    if (word == nullptr) return std::nullopt;
    return std::string(word->text());
}

std::optional<std::string> number_like(std::string_view draft, std::string_view printed, const NumberWords& words) {
    const auto source = read_digits(printed);
    const auto spelled = source ? std::nullopt : read_spelled(printed, words);
    if (!source && !spelled) return std::nullopt;
    const double scale = source ? scale_in(source->behind, words) : 1;
    const std::string plain = source ? source->plain : plain_digits(spelled->value);

    if (const auto style = read_digits(draft)) {
        const double own = scale_in(style->behind, words);
        if (own != scale && scale != 1) return std::nullopt;
        const std::string number = own == scale ? plain : in_scale(plain, style->plain, own);
        // Four digits in the draft without a separator say that it wants none; fewer say nothing.
        const bool open = style->separator.empty() && style->plain.find('.') == std::string::npos;
        const std::string separator = !style->separator.empty()              ? style->separator
                                      : open && style->plain.size() >= 4     ? std::string()
                                      : source && !source->separator.empty() ? source->separator
                                                                             : std::string();
        return std::string(style->before) + grouped(number, separator) + std::string(style->behind);
    }
    const auto style = read_spelled(draft, words);
    if (!style || scale != 1) return std::nullopt;
    const double value = std::stod(plain);
    if (const auto out = spell_out(value, words)) return *out + std::string(style->behind);
    // "Half a million" stays as it is printed.
    if (spelled) return std::string(spelled->number) + std::string(style->behind);
    return grouped(plain, source->separator) + std::string(style->behind);
}

} // namespace statlint
