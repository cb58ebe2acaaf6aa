#include "citation/references.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "citation/group.hpp"
#include "citation/keys.hpp"
#include "citation/links.hpp"
#include "citation/pages.hpp"
#include "text/ascii.hpp"

namespace statlint {
namespace {

/// "Ibid.", "As above".
bool points_back(Prose& prose, std::uint32_t block) {
    const BlockProse& note = prose.block(block);
    const ConceptId wanted = prose.lexicon().find("note-before");
    return std::ranges::any_of(note.hits, [&](const Hit& hit) { return hit.concept_id == wanted; });
}

/// The words of a block that stand in a stretch of it.
std::span<const Word> words_in(const BlockProse& read, TextSpan part) {
    const auto first = std::ranges::lower_bound(read.words, part.start, {}, [](const Word& w) { return w.span.start; });
    const auto last =
        std::ranges::lower_bound(first, read.words.end(), part.end, {}, [](const Word& w) { return w.span.start; });
    return {first, last};
}

/// The keys that a note gives, and what they point to.
struct NoteKeys {
    std::vector<TextSpan> spans;
    std::vector<WorkIndex> works;
    bool known = false; ///< one of them is, here or in a bibliography
};

NoteKeys keys_in(std::string_view text, std::uint32_t base, const WorkNames& names, Bibliographies bibliographies) {
    NoteKeys found;
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        if (at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]))) continue; // an address of mail
        const GroupMember member = read_bare_key(text.substr(at), base + static_cast<std::uint32_t>(at));
        if (member.key.empty()) continue;
        const KeyMeaning meaning = look_up_key(member.key, names, bibliographies);
        found.known = found.known || meaning.item != nullptr || !meaning.works.empty();
        found.works.insert(found.works.end(), meaning.works.begin(), meaning.works.end());
        found.spans.push_back(member.span);
    }
    return found;
}

/// Reads one entry, a block or a part of it: the works that its words, links and year point to, and a note's keys.
ReferenceEntry read_reference(Prose& prose, std::uint32_t block, TextSpan part, const WorkNames& names,
                              const BlockReferences& links, Bibliographies bibliographies) {
    const std::string_view text = prose.document().view(part);
    const bool note = prose.document().blocks[block].kind == BlockKind::footnote;
    const NoteKeys keys = note ? keys_in(text, part.start, names, bibliographies) : NoteKeys{};
    ReferenceEntry entry;
    entry.block = block;
    entry.text = std::string(text.substr(0, 300));
    entry.year = year_in(text);
    std::vector<NameHit> hits;
    const std::span<const Word> words = words_in(prose.block(block), part);
    names.find(words, hits);
    // In a list of references the title of another work may begin the same; without an author before it hardly.
    std::erase_if(hits, [&](const NameHit& hit) {
        const auto tells = [](const Word& word) { return !word.number; };
        return hit.kind == NameKind::start && std::ranges::any_of(words.first(hit.first), tells);
    });
    // The "salter" of "@salter-2023" names no author.
    std::erase_if(hits, [&](const NameHit& hit) {
        return std::ranges::any_of(keys.spans, [&](TextSpan key) { return key.contains(words[hit.first].span); });
    });
    entry.works = names.resolve(text, hits, entry.year);
    for (const std::uint32_t index : links.of(block)) {
        const Reference& reference = prose.document().references[index];
        if (reference.kind != Reference::Kind::link || !part.contains(reference.at)) continue;
        if (const std::vector<WorkIndex> linked = names.by_link(reference.target); !linked.empty())
            entry.works = linked;
    }
    // In a list of references a page is where the article stands, in a note where the claim does.
    if (note) {
        entry.locators = read_locators(text, part.start);
        std::erase_if(entry.locators, [&](const Locator& locator) {
            return std::ranges::any_of(entry.works, [&](WorkIndex work) {
                const std::string& pages = names.corpus().works[work].page;
                return locator.first != locator.last && !pages.empty() && holds_page(locator, pages);
            });
        });
        if (entry.locators.empty()) entry.locators = read_closing_page(text, part.start);
    }
    for (const WorkIndex work : keys.works)
        if (std::ranges::find(entry.works, work) == entry.works.end()) entry.works.push_back(work);
    entry.names_source = !entry.works.empty() || keys.known || entry.year != 0 || !links_in(text).empty();
    return entry;
}

/// A draft may end in its references without a heading that says so: a last list of which each item is dated or linked.
void take_unheaded_list(Prose& prose, const WorkNames& names, const BlockReferences& links, References& found) {
    const std::vector<Block>& blocks = prose.document().blocks;
    std::uint32_t end = static_cast<std::uint32_t>(blocks.size());
    if (end == 0 || blocks[end - 1].list == no_block) return;
    std::uint32_t start = end;
    while (start > 0 && blocks[start - 1].list == blocks[end - 1].list) --start;
    const auto dated = [&](std::uint32_t i) {
        const std::string_view text = prose.document().view(blocks[i].text);
        return year_in(text) != 0 || !links_in(text).empty();
    };
    for (std::uint32_t i = start; i < end; ++i)
        if (!dated(i)) return;
    // Items that are statements with a source of their own are no references: someone must refer to them by number.
    const std::string_view before = std::string_view(prose.document().text).substr(0, blocks[start].text.start);
    if (before.find("[1") == std::string_view::npos) return;
    found.unheaded = true;
    for (std::uint32_t i = start; i < end; ++i) {
        found.is_reference[i] = true;
        found.numbered.emplace(static_cast<int>(i - start) + 1,
                               read_reference(prose, i, blocks[i].text, names, links, {}));
    }
}

/// "[3] …", "3. …", "3) …" at the start of an entry; 0 where there is no number.
int leading_number(std::string_view text) {
    std::size_t at = text.starts_with('[') ? 1 : 0;
    const std::size_t start = at;
    int number = 0;
    while (at < text.size() && is_digit(text[at]) && at - start < 3) number = number * 10 + (text[at++] - '0');
    if (at == start || at >= text.size()) return 0;
    return std::string_view(".)] ").find(text[at]) != std::string_view::npos ? number : 0;
}

/// The number that a note's label is; 0 where it is none.
int label_number(std::string_view label) {
    int number = 0;
    const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), number);
    return error == std::errc{} && end == label.data() + label.size() ? number : 0;
}

/// Where the entry of a number starts behind `from`: "[2]" at the end of a sentence or in a new line, "2." in a new
/// line.
std::size_t next_entry(std::string_view text, std::size_t from, int number) {
    const std::string bracketed = fmt::format("[{}]", number);
    for (std::size_t at = from + 1; at < text.size(); ++at) {
        at = text.find_first_of("[\n", at);
        if (at == std::string_view::npos) break;
        if (text[at] == '\n' && leading_number(text.substr(at + 1)) == number) return at + 1;
        if (!text.substr(at).starts_with(bracketed)) continue;
        const std::size_t before = text.find_last_not_of(" \n", at - 1);
        if (before != std::string_view::npos && std::string_view(".)]>").find(text[before]) != std::string_view::npos)
            return at;
    }
    return std::string_view::npos;
}

/// "[1] Salter 2023. [2] Dombert 2016.": the entries that stand in one block, on lines of their own or in one. One
/// entry, the whole block, where no further number follows in its turn.
std::vector<std::pair<int, TextSpan>> entries_in(std::string_view text, std::uint32_t base, int number) {
    std::vector<std::pair<int, TextSpan>> entries;
    std::size_t start = 0;
    for (std::size_t at = 0; at != std::string_view::npos;) {
        at = next_entry(text, start, number + 1);
        const std::size_t end = std::min(at, text.size());
        entries.emplace_back(
            number++, TextSpan{base + static_cast<std::uint32_t>(start), base + static_cast<std::uint32_t>(end)});
        start = end;
    }
    return entries;
}

/// A note, and the entries that stand behind it in the same block: "[1] Salter 2023. [2] Dombert 2016.", of which only
/// the first was taken for one.
std::vector<std::pair<int, TextSpan>> entries_of_note(const Document& document, const Block& note) {
    const int number = label_number(note.label);
    if (number == 0) return {{0, note.text}};
    return entries_in(document.view(note.text), note.text.start, number);
}

} // namespace

bool heads_references(Prose& prose, std::uint32_t block) {
    if (const std::size_t words = prose.words_of(block).words.size(); words == 0 || words > 4) return false;
    const BlockProse& text = prose.block(block);
    // Every word must say so: "Sources and notes", but not "Quarterly monitoring note".
    const ConceptId wanted = prose.lexicon().find("reference-heading");
    const ConceptId joins = prose.lexicon().find("joins");
    for (std::uint32_t word = 0; word < text.words.size(); ++word) {
        const bool says = std::ranges::any_of(text.hits, [&](const Hit& hit) {
            return (hit.concept_id == wanted || hit.concept_id == joins) && hit.first <= word && word < hit.last;
        });
        if (!says) return false;
    }
    return true;
}

bool refers_in_brackets(std::string_view text) {
    for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1))
        if (at + 1 < text.size() && is_digit(text[at + 1])) return true;
    return false;
}

int year_in(std::string_view text) {
    int year = 0;
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        if (!((text[at] == '1' && text[at + 1] == '9') || (text[at] == '2' && text[at + 1] == '0'))) continue;
        if (!is_digit(text[at + 2]) || !is_digit(text[at + 3])) continue;
        if (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '/' || text[at - 1] == '.')) continue;
        if (at + 4 < text.size() && (is_digit(text[at + 4]) || text[at + 4] == '/')) continue;
        year = (text[at] - '0') * 1000 + (text[at + 1] - '0') * 100 + (text[at + 2] - '0') * 10 + (text[at + 3] - '0');
        at += 3;
    }
    return year;
}

BlockReferences::BlockReferences(const Document& document) : first_(document.blocks.size() + 1, 0) {
    for (const Reference& reference : document.references)
        if (reference.block != no_block) ++first_[reference.block + 1];
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    sorted_.resize(first_.back());
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::uint32_t i = 0; i < document.references.size(); ++i)
        if (const std::uint32_t block = document.references[i].block; block != no_block) sorted_[next[block]++] = i;
}

const ReferenceEntry* References::by_number(int number) const {
    if (const auto entry = numbered.find(number); entry != numbered.end()) return &entry->second;
    const auto note = notes.find(std::to_string(number));
    return note != notes.end() ? &note->second : nullptr;
}

References read_references(Prose& prose, const WorkNames& names, const BlockReferences& links,
                           Bibliographies bibliographies) {
    References found;
    const std::vector<Block>& blocks = prose.document().blocks;
    found.is_reference.resize(blocks.size());
    std::vector<signed char> heads(blocks.size(), -1);
    std::uint32_t list_heading = no_block;
    ReferenceEntry last;
    int next = 1;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        if (block.kind == BlockKind::footnote) {
            found.is_reference[i] = true;
            const auto entries = entries_of_note(prose.document(), block);
            ReferenceEntry entry = read_reference(prose, i, entries.front().second, names, links, bibliographies);
            if (entry.works.empty() && !entry.names_source && points_back(prose, i)) {
                // "As above", "Ibid., p. 12": what the note before cites, with a page of its own.
                entry.works = last.works;
                entry.names_source = last.names_source;
                entry.year = last.year;
            }
            last = entry;
            found.notes.emplace(block.label, std::move(entry));
            for (const auto& [number, part] : std::span(entries).subspan(1))
                found.notes.emplace(std::to_string(number),
                                    read_reference(prose, i, part, names, links, bibliographies));
            continue;
        }
        if (block.kind == BlockKind::heading || block.heading == no_block) continue;
        if (heads[block.heading] < 0) heads[block.heading] = heads_references(prose, block.heading) ? 1 : 0;
        if (heads[block.heading] == 0) continue;
        if (block.heading != list_heading) next = 1;
        list_heading = block.heading;
        const int written = leading_number(prose.document().view(block.text));
        if (block.kind != BlockKind::list_item && written == 0 && year_in(prose.document().view(block.text)) == 0)
            continue;
        found.is_reference[i] = true;
        const int number = written != 0 ? written : next;
        for (const auto& [of_entry, part] : entries_in(prose.document().view(block.text), block.text.start, number)) {
            found.numbered.emplace(of_entry, read_reference(prose, i, part, names, links, bibliographies));
            next = of_entry + 1;
        }
    }
    if (found.numbered.empty()) take_unheaded_list(prose, names, links, found);
    found.round_numbers = !found.numbered.empty() && !refers_in_brackets(prose.document().text);
    return found;
}

} // namespace statlint
