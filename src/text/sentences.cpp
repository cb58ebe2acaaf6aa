#include "text/sentences.hpp"

#include <algorithm>
#include <string>

#include "text/ascii.hpp"
#include "text/sentence_breaks.hpp"

namespace statlint {

namespace {

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

constexpr std::string_view no_break_space = "\xC2\xA0";

/// Whether a sentence may end before the text's end: whether one of ". ! ?", or a mark outside ASCII that could be one,
/// is followed by white space, by a closing mark or by a letter of another script. If not, there is nothing to look
/// for.
bool may_split(std::string_view text) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        if (text[at] != '.' && text[at] != '!' && text[at] != '?') continue;
        const char next = text[at + 1];
        if (!is_letter(next) && !is_digit(next) && next != ',' && next != '%') return true;
    }
    // "…" ends no sentence, but full stops of other scripts do: "。", "؟", "।".
    for (const std::string_view mark : {"\xE3\x80\x82", "\xD8\x9F", "\xE0\xA5\xA4", "\xEF\xBC\x9F", "\xEF\xBC\x81"}) {
        if (text.find(mark) != std::string_view::npos) return true;
    }
    return false;
}

std::string_view trim_end(std::string_view text) {
    while (!text.empty()) {
        if (is_white(text.back()))
            text.remove_suffix(1);
        else if (text.ends_with(no_break_space))
            text.remove_suffix(no_break_space.size());
        else
            break;
    }
    return text;
}

/// The word at the start of `text` in lower case, without quotation marks before it.
std::string first_word(std::string_view text) {
    std::string word;
    for (const std::string_view mark : {"“", "‘", "\"", "'", "(", "["}) {
        if (text.starts_with(mark)) text.remove_prefix(mark.size());
    }
    for (const char c : text.substr(0, 40)) {
        if (!is_letter(c)) break;
        word.push_back(is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return word;
}

/// The word before the full stop that ends `text`, in lower case and with inner full stops: "u.s" of "the U.S.".
struct LastWord {
    std::string lower;
    bool initial = false; ///< a single capital letter: "J."
};

LastWord last_word(std::string_view text) {
    text.remove_suffix(1);
    std::size_t start = text.size();
    constexpr std::size_t longest = 16;
    while (start > 0 && text.size() - start < longest && (is_letter(text[start - 1]) || text[start - 1] == '.'))
        --start;
    const bool cut = start > 0 && !is_ascii(text[start - 1]) && !text.substr(0, start).ends_with(no_break_space) &&
                     !text.substr(0, start).ends_with("“") && !text.substr(0, start).ends_with("‘");
    if (cut || text.size() - start == longest) return {};
    const std::string_view word = text.substr(start);
    LastWord out{.lower = {}, .initial = word.size() == 1 && is_upper(word[0])};
    for (const char c : word) out.lower.push_back(is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c);
    return out;
}

bool opens_number(std::string_view text) {
    for (const std::string_view mark : {"$", "£", "€", "~", "#", "§"}) {
        if (text.starts_with(mark)) return true;
    }
    return is_digit(text[0]) || text[0] == '(' || text[0] == '[';
}

/// "1." or "12)" at the start of a block.
bool is_list_number(std::string_view sentence) {
    return sentence.size() <= 5 && std::all_of(sentence.begin(), sentence.end() - 1, is_digit);
}

/// Whether the sentence that Unicode's rules end at `before` goes on with `after`.
bool joins(std::string_view before, std::string_view after, bool first, const Abbreviations& abbreviations) {
    before = trim_end(before);
    if (before.empty() || after.empty()) return true;
    const char end = before.back();
    // "“Is it safe?” she asked", "a Stop It Now! campaign": Unicode's rules end a sentence at these whatever follows.
    if (is_lower(after[0])) return true;
    if (end != '.') return false;
    if (before.size() < 2) return false;
    if (first && is_list_number(before)) return true;
    const LastWord word = last_word(before);
    if (word.lower.empty()) return false;
    if (Abbreviations::contains(abbreviations.before_name, word.lower)) return true;
    if (Abbreviations::contains(abbreviations.before_number, word.lower) && opens_number(after)) return true;
    const bool inside = word.initial || Abbreviations::contains(abbreviations.inside, word.lower);
    if (!inside) return false;
    if (opens_number(after)) return true;
    const std::string next = first_word(after);
    // "Smith, J. A." goes on; "Plan B. A" is rare.
    if (word.initial && next.size() == 1 && after.size() > 1 && after[1] == '.') return true;
    return is_upper(after[0]) && !Abbreviations::contains(abbreviations.starters, next);
}

/// "… more than once. 42% of them …": Unicode's rules see that a small letter follows, past the number, and go on. The
/// first such place between two ends by these rules, or `end`.
std::size_t break_before_number(std::string_view text, std::size_t from, std::size_t end) {
    for (std::size_t stop = text.find('.', from); stop < end; stop = text.find('.', stop + 1)) {
        std::size_t at = stop + 1;
        while (at < end && (text[at] == '"' || text[at] == '\'' || text[at] == ')' || text[at] == ']')) ++at;
        for (const std::string_view mark : {"\xE2\x80\x9D", "\xE2\x80\x99"})
            if (text.substr(at).starts_with(mark)) at += mark.size();
        const std::size_t space = at;
        while (at < end && text[at] == ' ') ++at;
        const bool ellipsis = stop > 0 && text[stop - 1] == '.';
        const bool bracket = at < end && (text[at] == '(' || text[at] == '[');
        if (at > space && at < end && !ellipsis && !bracket && opens_number(text.substr(at))) return at;
    }
    return end;
}

} // namespace

void SentenceSplitter::split(std::string_view text, std::uint32_t base, std::vector<TextSpan>& out) const {
    if (text.empty()) return;
    const auto add = [&](std::size_t start, std::size_t end) {
        out.push_back({base + static_cast<std::uint32_t>(start), base + static_cast<std::uint32_t>(end)});
    };
    if (!may_split(text)) return add(0, text.size());
    std::size_t start = 0;
    std::size_t unicode_end = 0;
    for (std::size_t end = 0; end < text.size();) {
        if (end >= unicode_end) unicode_end = next_sentence_break(text, end);
        end = break_before_number(text, end, unicode_end);
        if (end < text.size() && joins(text.substr(start, end - start), text.substr(end), start == 0, *abbreviations_))
            continue;
        add(start, end);
        start = end;
    }
}

} // namespace statlint
