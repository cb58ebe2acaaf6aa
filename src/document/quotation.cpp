#include "document/quotation.hpp"

#include <algorithm>

namespace statlint {
namespace {

bool letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// A mark of three bytes: “ ” ‘ ’.
bool mark_at(std::string_view text, std::size_t at, char last) {
    return at + 2 < text.size() && text[at] == '\xE2' && text[at + 1] == '\x80' && text[at + 2] == last;
}

/// The quotation marks that are open behind a text.
struct Open {
    bool straight = false;
    bool single = false, curly_single = false;
    int curly = 0, guillemets = 0;
};

Open open_marks(std::string_view text) {
    Open open;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool word_before = at > 0 && letter_or_digit(text[at - 1]);
        if (text[at] == '"') {
            open.straight = !open.straight;
        } else if (text[at] == '\'') {
            const bool word_behind = at + 1 < text.size() && letter_or_digit(text[at + 1]);
            if (!word_before && word_behind) open.single = true;
            if (word_before && !word_behind) open.single = false;
        } else if (mark_at(text, at, '\x9C')) {
            ++open.curly;
        } else if (mark_at(text, at, '\x9D')) {
            open.curly = std::max(0, open.curly - 1);
        } else if (mark_at(text, at, '\x98')) {
            open.curly_single = true;
        } else if (mark_at(text, at, '\x99')) {
            // Between two letters it is an apostrophe.
            const bool word_behind = at + 3 < text.size() && letter_or_digit(text[at + 3]);
            if (!word_before || !word_behind) open.curly_single = false;
        } else if (text.substr(at).starts_with("\xC2\xAB")) {
            ++open.guillemets;
        } else if (text.substr(at).starts_with("\xC2\xBB")) {
            open.guillemets = std::max(0, open.guillemets - 1);
        }
    }
    return open;
}

/// "> " at the start of the line in which a place of the source stands: a list in a quotation keeps its own kind.
bool on_quoted_line(std::string_view source, std::size_t at) {
    constexpr std::size_t widest_indent = 3;
    const std::size_t before = at == 0 ? std::string_view::npos : source.rfind('\n', at - 1);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t first = source.find_first_not_of(' ', start);
    return first != std::string_view::npos && first < at && first - start <= widest_indent && source[first] == '>';
}

/// <q>, whose marks the browser draws.
bool in_q_element(std::string_view before) {
    const std::size_t open = std::max(before.rfind("<q>") + 1, before.rfind("<q ") + 1);
    return open > before.rfind("</q>") + 1;
}

} // namespace

bool in_quotation(const Document& document, std::uint32_t block, TextSpan span) {
    const Block& own = document.blocks[block];
    if (own.kind == BlockKind::quote) return true;
    const SourceSpan place = document.to_source(span);
    if (on_quoted_line(document.source, place.start)) return true;
    const std::uint32_t block_start = document.to_source(own.text).start;
    if (block_start < place.start && in_q_element(document.view(SourceSpan{block_start, place.start}))) return true;
    const Open open = open_marks(document.view(TextSpan{own.text.start, span.start}));
    if (open.straight || open.curly > 0 || open.guillemets > 0) return true;
    // A single mark may be an apostrophe ('90s): it must be closed further on.
    const std::string_view behind = document.view(TextSpan{span.end, own.text.end});
    return (open.single && behind.find('\'') != std::string_view::npos) ||
           (open.curly_single && behind.find("\xE2\x80\x99") != std::string_view::npos);
}

} // namespace statlint
