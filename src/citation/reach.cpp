#include "citation/reach.hpp"

#include <algorithm>

#include <unicode/uchar.h>

#include "text/ascii.hpp"
#include "text/code_point.hpp"

namespace statlint {
namespace {

constexpr std::size_t longest_remark = 300;   ///< bytes of a paragraph below a table
constexpr std::uint32_t widest_section = 100; ///< blocks looked at for citations of the same section
constexpr std::uint32_t longest_tile = 110;   ///< bytes of a paragraph that is one of a row of tiles
constexpr std::uint32_t longest_display = 24; ///< bytes of a number that stands alone
constexpr std::size_t most_of_section = 200;  ///< citations of it that are kept

/// "👉 …", "→ …", "• …"
bool starts_with_sign(std::string_view text) {
    if (text.empty()) return false;
    const auto first = static_cast<UChar32>(first_code_point(text).value);
    constexpr UChar32 bullet = 0x2022;
    const int category = u_charType(first);
    return first == bullet || category == U_OTHER_SYMBOL || category == U_MATH_SYMBOL;
}

} // namespace

bool in_reach(Nearness nearness, Reach policy) {
    switch (policy) {
    case Reach::sentence:
        return nearness <= Nearness::sentence || nearness == Nearness::around;
    case Reach::paragraph:
        return nearness <= Nearness::heading;
    case Reach::section:
        return nearness <= Nearness::section;
    }
    return false;
}

ReachFinder::ReachFinder(const Document& document, const std::vector<Citation>& citations, const CitationWords& words,
                         std::vector<std::uint32_t> document_wide)
    : document_(document), citations_(citations), words_(words), document_wide_(std::move(document_wide)),
      first_(document.blocks.size() + 1, 0) {
    for (const Citation& citation : citations) ++first_[citation.block + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
}

void ReachFinder::take(std::uint32_t block, Nearness nearness, std::vector<Reached>& out) const {
    for (std::uint32_t i = first_[block]; i < first_[block + 1]; ++i) out.push_back({i, nearness});
}

void ReachFinder::take_table(const Block& cell, std::uint32_t index, std::vector<Reached>& out) const {
    const auto look = [&](std::uint32_t other) {
        const Block& block = document_.blocks[other];
        if (block.table != cell.table) return false;
        const bool near = block.kind != BlockKind::table_cell || block.header || block.row == cell.row;
        if (near && other != index) take(other, Nearness::around, out);
        return true;
    };
    std::uint32_t end = index + 1;
    while (end < document_.blocks.size() && look(end)) ++end;
    std::uint32_t start = index;
    while (start > 0 && look(start - 1)) --start;
    if (end < document_.blocks.size() && (gives_source(end) || is_caption(end))) take(end, Nearness::around, out);
    // The paragraph that leads to a table says what is in it.
    if (start > 0 && document_.blocks[start - 1].table == no_block) take(start - 1, Nearness::around, out);
}

bool ReachFinder::starts_source_line(std::uint32_t block) const {
    return words_.starts_source_line(document_.view(document_.blocks[block].text));
}

/// A short paragraph one of whose sentences is a source line: "2021 was twice 2020. Source: …".
bool ReachFinder::gives_source(std::uint32_t block) const {
    if (starts_source_line(block)) return true;
    const std::string_view text = document_.view(document_.blocks[block].text);
    if (document_.blocks[block].kind == BlockKind::heading || text.size() > longest_remark) return false;
    for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1))
        if (words_.starts_source_line(text.substr(at + 2))) return true;
    return false;
}

/// "Table 2. …": a caption that the format tells from no other paragraph.
bool ReachFinder::is_caption(std::uint32_t block) const {
    const Block& it = document_.blocks[block];
    return it.kind == BlockKind::paragraph && it.text.size() <= longest_remark &&
           words_.starts_caption(document_.view(it.text));
}

/// A block that is there to name a source: "Source: …", or little else than a citation.
bool ReachFinder::is_source(std::uint32_t block) const {
    if (starts_source_line(block)) return true;
    if (!cites(block, block + 1)) return false;
    const TextSpan text = document_.blocks[block].text;
    std::uint32_t cited = 0;
    for (std::uint32_t i = first_[block]; i < first_[block + 1]; ++i) cited += citations_[i].span.size();
    if (cited * 2 > text.size()) return true;
    // Of "Thorn, 2023" the name is all but the year.
    if (text.size() > longest_remark) return false;
    const auto letters = [&](TextSpan span) { return std::ranges::count_if(document_.view(span), is_letter); };
    std::ptrdiff_t named = 0;
    for (std::uint32_t i = first_[block]; i < first_[block + 1]; ++i) named += letters(citations_[i].span);
    return named * 2 > letters(text);
}

/// One item of a list may give the source of the others.
void ReachFinder::take_list_sources(std::uint32_t block, std::vector<Reached>& out) const {
    const std::uint32_t list = document_.blocks[block].list;
    if (list == no_block) return;
    const auto look = [&](std::uint32_t other) {
        if (document_.blocks[other].list != list) return false;
        if (is_source(other)) take(other, Nearness::around, out);
        return true;
    };
    for (std::uint32_t i = block + 1; i < document_.blocks.size() && i < block + widest_section && look(i);) ++i;
    for (std::uint32_t i = block; i > 0 && block - i < widest_section && look(i - 1);) --i;
}

void ReachFinder::take_source_line(std::uint32_t block, std::vector<Reached>& out) const {
    // Past the rest of the list, if it is one.
    const std::uint32_t list = document_.blocks[block].list;
    std::uint32_t next = block + 1;
    while (next < document_.blocks.size() && list != no_block && document_.blocks[next].list == list) ++next;
    if (next >= document_.blocks.size() || document_.blocks[next].kind == BlockKind::heading) return;
    // A row of tiles has one source line below all of them.
    const auto tile = [&](std::uint32_t i) {
        const Block& other = document_.blocks[i];
        return other.kind == BlockKind::paragraph && other.text.size() <= longest_tile &&
               other.heading == document_.blocks[block].heading;
    };
    if (list == no_block && tile(block))
        while (next < document_.blocks.size() && next - block < blocks_around && !starts_source_line(next) &&
               tile(next))
            ++next;
    if (next < document_.blocks.size() && starts_source_line(next)) take(next, Nearness::around, out);
}

/// "Source for this slide: …" right under the heading of what it covers; a caption is of its own figure.
void ReachFinder::take_source_above(std::uint32_t index, std::vector<Reached>& out) const {
    for (std::uint32_t i = index; i > 0 && index - i < blocks_around; --i) {
        const Block& above = document_.blocks[i - 1];
        if (above.kind == BlockKind::heading) return;
        if (above.kind == BlockKind::caption || !cites(i - 1, i) || !starts_source_line(i - 1)) continue;
        // Behind something else it is the source of that, as the last line of a card.
        if (i == 1 || document_.blocks[i - 2].kind == BlockKind::heading) take(i - 1, Nearness::around, out);
    }
}

/// "20,254.", a line of its own: the next one says what that is. And a number with its words on a card, which ends
/// with who says so: "Internet Watch Foundation, October 2023".
void ReachFinder::take_display(std::uint32_t index, std::vector<Reached>& out) const {
    const auto follows = [&](std::uint32_t i) {
        return i < document_.blocks.size() && document_.blocks[i].kind == BlockKind::paragraph &&
               document_.blocks[i].heading == document_.blocks[index].heading;
    };
    const Block& block = document_.blocks[index];
    if (block.kind != BlockKind::paragraph || block.text.size() > longest_tile) return;
    const bool display = block.text.size() <= longest_display;
    if (display && follows(index + 1)) take(index + 1, Nearness::around, out);
    for (std::uint32_t i = index + 1; i <= index + (display ? 2U : 1U) && follows(i); ++i) {
        if (document_.blocks[i].text.size() > longest_tile) break;
        if (cites(i, i + 1) && is_source(i)) take(i, Nearness::around, out);
    }
}

/// "What came back:" leads to the paragraph below it, and to those that go on as items do: "👉 11.5% …".
void ReachFinder::take_lead_in(std::uint32_t index, std::vector<Reached>& out) const {
    const auto paragraph = [&](std::uint32_t i) {
        const Block& block = document_.blocks[i];
        return block.kind == BlockKind::paragraph && block.list == no_block && block.table == no_block &&
               block.heading == document_.blocks[index].heading;
    };
    const auto item = [&](std::uint32_t i) { return starts_with_sign(document_.view(document_.blocks[i].text)); };
    for (std::uint32_t i = index; i > 0 && index - i < blocks_around && paragraph(i) && paragraph(i - 1); --i) {
        if (document_.view(document_.blocks[i - 1].text).ends_with(':')) return take(i - 1, Nearness::around, out);
        if (!item(i) || !item(i - 1)) return;
    }
}

/// One of several raised numbers behind a full stop: "children.¹,²"
bool ReachFinder::trails(const Citation& citation, std::uint32_t sentence_end) const {
    constexpr std::uint32_t longest_row = 16; // bytes
    const std::uint32_t at = citation.span.start;
    if (!citation.marker || at <= sentence_end || at - sentence_end > longest_row) return false;
    const std::string_view between = document_.view(TextSpan{sentence_end, at});
    return between.find_first_of(" \n") == std::string_view::npos;
}

std::vector<Reached> ReachFinder::around(std::uint32_t index, TextSpan sentence) const {
    std::vector<Reached> out;
    if (citations_.empty()) return out;
    const Block& block = document_.blocks[index];
    for (std::uint32_t i = first_[index]; i < first_[index + 1]; ++i) {
        const std::uint32_t at = citations_[i].span.start;
        const bool same = (sentence.start <= at && at <= sentence.end) || trails(citations_[i], sentence.end);
        out.push_back({i, same ? Nearness::sentence : Nearness::block});
    }
    if (block.table != no_block) take_table(block, index, out);
    // Lead-ins of lists inside lists; a bound, because a file may claim a loop.
    std::uint32_t lead = block.lead_in;
    for (int depth = 0; lead != no_block && lead < index && depth < 32; ++depth) {
        take(lead, Nearness::around, out);
        lead = document_.blocks[lead].lead_in;
    }
    if (block.kind == BlockKind::alt_text || block.kind == BlockKind::caption) {
        // An image and its caption are one.
        const auto pairs = [&](std::uint32_t other) {
            const BlockKind kind = document_.blocks[other].kind;
            return (kind == BlockKind::caption || kind == BlockKind::alt_text) && kind != block.kind;
        };
        if (index + 1 < document_.blocks.size() && pairs(index + 1)) take(index + 1, Nearness::around, out);
        if (index > 0 && pairs(index - 1)) take(index - 1, Nearness::around, out);
    }
    take_source_line(index, out);
    take_display(index, out);
    take_lead_in(index, out);
    take_list_sources(index, out);
    take_source_above(index, out);
    for (const std::uint32_t wide : document_wide_) take(wide, Nearness::heading, out);
    std::uint32_t heading = block.heading;
    for (int depth = 0; heading != no_block && heading < index && depth < 32; ++depth) {
        take(heading, Nearness::heading, out);
        heading = document_.blocks[heading].heading;
    }
    if (block.kind == BlockKind::heading) {
        for (std::uint32_t under = index + 1; under < document_.blocks.size() && under < index + widest_section;
             ++under) {
            if (document_.blocks[under].kind == BlockKind::heading) break;
            take(under, Nearness::heading, out);
        }
    } else {
        const auto section = [&](std::uint32_t other) {
            return other != index && document_.blocks[other].heading == block.heading &&
                   document_.blocks[other].kind != BlockKind::heading;
        };
        const auto blocks = static_cast<std::uint32_t>(document_.blocks.size());
        const bool above = cites(index - std::min(index, widest_section), index);
        const bool below = cites(index + 1, std::min(blocks, index + widest_section));
        for (std::uint32_t back = 1; above && back <= index && back < widest_section; ++back) {
            if (out.size() >= most_of_section || !section(index - back)) break;
            take(index - back, Nearness::section, out);
        }
        for (std::uint32_t i = index + 1;
             below && i < blocks && i - index < widest_section && out.size() < most_of_section * 2 && section(i); ++i)
            take(i, Nearness::section, out);
    }
    // The same citation may have been met on two ways: the nearest counts.
    std::ranges::stable_sort(out, {}, [](const Reached& r) { return std::pair(r.citation, r.nearness); });
    const auto twice = std::ranges::unique(out, {}, &Reached::citation);
    out.erase(twice.begin(), twice.end());
    std::ranges::stable_sort(out, {}, &Reached::nearness);
    return out;
}

} // namespace statlint
