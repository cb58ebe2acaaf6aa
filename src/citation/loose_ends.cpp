#include "citation/loose_ends.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

namespace statlint {

namespace {

constexpr std::size_t shown_of_entry = 40; ///< bytes of an entry that name it

/// The first words of an entry, cut between two words.
std::string first_words(const std::string& text) {
    if (text.size() <= shown_of_entry) return text;
    const std::size_t cut = text.rfind(' ', shown_of_entry);
    return text.substr(0, cut == std::string::npos ? shown_of_entry : cut) + " …";
}

LooseEnd::Kind undefined(EntryPointer::Kind kind) {
    switch (kind) {
    case EntryPointer::Kind::note:
        return LooseEnd::Kind::undefined_note;
    case EntryPointer::Kind::number:
        return LooseEnd::Kind::undefined_number;
    case EntryPointer::Kind::key:
        break;
    }
    return LooseEnd::Kind::undefined_key;
}

} // namespace

std::vector<LooseEnd> find_loose_ends(const std::vector<EntryPointer>& pointers, const References& references,
                                      const Document& document) {
    std::vector<LooseEnd> found;
    // A number may mean a note of that name; a note's label means no number.
    std::set<std::string_view> notes, numbers;
    bool knows_keys = false;
    for (const EntryPointer& pointer : pointers) {
        if (pointer.kind == EntryPointer::Kind::key)
            knows_keys = knows_keys || pointer.known || !pointer.unnamed;
        else
            notes.insert(pointer.name);
        if (pointer.kind == EntryPointer::Kind::number) numbers.insert(pointer.name);
        if (!pointer.known) found.push_back({undefined(pointer.kind), pointer.span, pointer.block, pointer.name});
    }
    if (!knows_keys) std::erase_if(found, [](const LooseEnd& e) { return e.kind == LooseEnd::Kind::undefined_key; });
    const auto uncited = [&](const ReferenceEntry& entry) {
        found.push_back(
            {LooseEnd::Kind::uncited, document.blocks[entry.block].text, entry.block, first_words(entry.text)});
    };
    for (const auto& [label, entry] : references.notes)
        if (!notes.contains(label)) uncited(entry);
    // A list that nobody refers to by number is a bibliography to author and year.
    const auto cited = [&](const auto& entry) { return numbers.contains(std::to_string(entry.first)); };
    if (std::ranges::any_of(references.numbered, cited))
        for (const auto& entry : references.numbered)
            if (!cited(entry)) uncited(entry.second);
    std::ranges::stable_sort(found, {}, [](const LooseEnd& end) { return end.span.start; });
    return found;
}

} // namespace statlint
