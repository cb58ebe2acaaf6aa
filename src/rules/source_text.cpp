#include "rules/source_text.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace statlint {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr std::size_t most_inserted = 8;      ///< words of the source that a bracketed insertion stands for
constexpr std::size_t common_word = 400;      ///< a word that stands in more places says nothing about the passage
constexpr std::size_t longest_compared = 200; ///< words of a quotation whose differences are shown

struct Token {
    std::string text;
    std::uint32_t start, end;
};

bool word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Lower-case words of letters and digits; apostrophes are left out, and so are the brackets in "[c]hildren".
std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    Token token{{}, 0, 0};
    const auto finish = [&] {
        if (!token.text.empty()) tokens.push_back(std::move(token));
        token = {};
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const std::string_view rest = text.substr(i);
        std::size_t size = 0; // bytes of a letter
        bool silent = false;
        if (word_byte(c)) {
            size = 1;
        } else if (c == '\'' || rest.starts_with("\xE2\x80\x99") || rest.starts_with("\xC2\xAD")) {
            silent = !token.text.empty(); // an apostrophe or a soft hyphen
            if (silent && c != '\'') i += c == '\xE2' ? 2 : 1;
        } else if ((c == ']' || c == '[') && i > 0 && i + 1 < text.size() && word_byte(text[i + 1]) &&
                   (c == '[' ? word_byte(text[i - 1]) : !token.text.empty())) {
            silent = true;
        } else if (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) != 0xE2) {
            size = static_cast<unsigned char>(c) < 0xE0 ? 2 : static_cast<unsigned char>(c) < 0xF0 ? 3 : 4;
        }
        if (size == 0 && !silent) {
            finish();
            continue;
        }
        if (silent) continue;
        size = std::min(size, text.size() - i);
        if (token.text.empty()) token.start = static_cast<std::uint32_t>(i);
        for (std::size_t k = 0; k < size; ++k)
            token.text += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : text[i + k];
        i += size - 1;
        token.end = static_cast<std::uint32_t>(i + 1);
    }
    finish();
    return tokens;
}

/// Bytes of an ellipsis at the start of a text; 0 where there is none.
std::size_t ellipsis(std::string_view text) {
    for (const std::string_view form : {"[\xE2\x80\xA6]", "[...]", "[. . .]", "\xE2\x80\xA6", "...", ". . ."})
        if (text.starts_with(form)) return form.size();
    return 0;
}

/// Words of both sides in one row: equal ones, and on each side those that the other lacks.
std::string list_differences(const std::vector<std::string>& quoted, const std::vector<std::string>& printed) {
    const std::size_t n = quoted.size(), m = printed.size();
    std::vector<std::vector<std::uint16_t>> common(n + 1, std::vector<std::uint16_t>(m + 1, 0));
    for (std::size_t i = n; i-- > 0;)
        for (std::size_t j = m; j-- > 0;)
            common[i][j] = quoted[i] == printed[j] ? static_cast<std::uint16_t>(common[i + 1][j + 1] + 1)
                                                   : std::max(common[i + 1][j], common[i][j + 1]);
    std::string out;
    std::size_t i = 0, j = 0;
    const auto add = [](std::string& side, const std::string& word) { side += (side.empty() ? "" : " ") + word; };
    while (i < n || j < m) {
        std::string left, right;
        while (i < n || j < m) {
            if (i < n && j < m && quoted[i] == printed[j]) break;
            if (j == m || (i < n && common[i + 1][j] >= common[i][j + 1]))
                add(left, quoted[i++]);
            else
                add(right, printed[j++]);
        }
        if (!left.empty() || !right.empty())
            out += fmt::format("{}\"{}\" for \"{}\"", out.empty() ? "" : ", ", left, right);
        while (i < n && j < m && quoted[i] == printed[j]) ++i, ++j;
    }
    return out;
}

} // namespace

std::vector<QuotedWords> read_quotation(std::string_view quotation) {
    std::vector<QuotedWords> parts(1);
    std::string run; ///< words since the last mark that matters
    bool inserted = false;
    const auto take = [&] {
        for (Token& token : tokens_of(run)) {
            parts.back().words.push_back(std::move(token.text));
            parts.back().inserted_before.push_back(std::exchange(inserted, false));
        }
        run.clear();
    };
    for (std::size_t i = 0; i < quotation.size();) {
        if (const std::size_t size = ellipsis(quotation.substr(i)); size > 0) {
            take();
            if (!parts.back().words.empty()) parts.emplace_back();
            inserted = false;
            i += size;
            continue;
        }
        const std::size_t close = quotation[i] == '[' ? quotation.find(']', i) : std::string_view::npos;
        const bool in_word =
            close != std::string_view::npos && ((close + 1 < quotation.size() && word_byte(quotation[close + 1])) ||
                                                (i > 0 && word_byte(quotation[i - 1])));
        if (close != std::string_view::npos && !in_word) {
            take();
            inserted = true;
            i = close + 1;
            continue;
        }
        run += quotation[i++];
    }
    take();
    if (parts.back().words.empty()) parts.pop_back();
    return parts;
}

SourceText::SourceText(std::string text, std::vector<SourcePlace> places)
    : text_(std::move(text)), named_places_(std::move(places)) {
    for (Token& token : tokens_of(text_)) {
        places_[token.text].push_back(static_cast<std::uint32_t>(words_.size()));
        words_.push_back({std::move(token.text), token.start, token.end});
    }
}

const std::vector<std::uint32_t>& SourceText::places(const std::string& word) const {
    static const std::vector<std::uint32_t> no_places;
    const auto known = places_.find(word);
    return known == places_.end() ? no_places : known->second;
}

/// One past the last word where the part stands at a word of the text, or `nowhere`.
std::size_t SourceText::meets(const QuotedWords& part, std::size_t at) const {
    for (std::size_t i = 0; i < part.words.size(); ++i) {
        std::size_t skip = 0;
        const std::size_t allowed = part.inserted_before[i] && i > 0 ? most_inserted : 0;
        while (skip <= allowed && at + skip < words_.size() && words_[at + skip].text != part.words[i]) ++skip;
        if (skip > allowed || at + skip >= words_.size()) return nowhere;
        at += skip + 1;
    }
    return at;
}

std::size_t SourceText::find(const QuotedWords& part, std::size_t from) const {
    if (part.words.empty()) return from;
    for (const std::uint32_t at : places(part.words.front())) {
        if (at < from) continue;
        if (const std::size_t end = meets(part, at); end != nowhere) return end;
    }
    return nowhere;
}

bool SourceText::holds(const std::vector<QuotedWords>& parts) const {
    std::size_t from = 0;
    for (const QuotedWords& part : parts) {
        from = find(part, from);
        if (from == nowhere) return false;
    }
    return true;
}

SourceText::Nearest SourceText::nearest(const QuotedWords& part) const {
    // Each word votes for where the passage would start.
    std::unordered_map<std::int64_t, std::uint32_t> votes;
    std::int64_t best = 0;
    std::uint32_t most = 0;
    constexpr std::int64_t slack = 4; // words that may be missing or too many before one that votes
    for (std::size_t i = 0; i < part.words.size(); ++i) {
        const std::vector<std::uint32_t>& found = places(part.words[i]);
        if (found.size() > common_word) continue;
        for (const std::uint32_t at : found) {
            const std::int64_t start = (static_cast<std::int64_t>(at) - static_cast<std::int64_t>(i)) / slack;
            if (const std::uint32_t count = ++votes[start]; count > most) {
                most = count;
                best = static_cast<std::int64_t>(at) - static_cast<std::int64_t>(i);
            }
        }
    }
    if (most == 0 || words_.empty()) return {};
    const auto first = static_cast<std::size_t>(std::max<std::int64_t>(best, 0));
    const std::size_t last = std::min(first + part.words.size(), words_.size());
    if (first >= last) return {};
    Nearest found;
    found.passage = text_.substr(words_[first].start, words_[last - 1].end - words_[first].start);
    std::ranges::replace(found.passage, '\n', ' ');
    const auto after = std::ranges::upper_bound(named_places_, words_[first].start, {}, &SourcePlace::at);
    if (after != named_places_.begin()) found.place = (after - 1)->name;
    if (part.words.size() > longest_compared) return found;
    std::vector<std::string> printed;
    for (std::size_t i = first; i < last; ++i) printed.push_back(words_[i].text);
    found.differences = list_differences(part.words, printed);
    return found;
}

} // namespace statlint
