#include "citation/loose_ends.hpp"

#include <algorithm>

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

} // namespace

void LooseEnds::note(const Reference& marker, bool known) {
    cited_notes_.insert(marker.target);
    if (!known) found_.push_back({LooseEnd::Kind::undefined_note, marker.at, marker.block, marker.target});
}

void LooseEnds::number(int number, TextSpan span, std::uint32_t block, bool known) {
    cited_numbers_.insert(number);
    cited_notes_.insert(std::to_string(number));
    if (!known) found_.push_back({LooseEnd::Kind::undefined_number, span, block, std::to_string(number)});
}

void LooseEnds::key(const std::string& key, TextSpan span, std::uint32_t block, bool known, bool unnamed) {
    knows_keys_ = knows_keys_ || known || !unnamed;
    if (!known) found_.push_back({LooseEnd::Kind::undefined_key, span, block, key});
}

std::vector<LooseEnd> LooseEnds::finish(const Document& document) && {
    if (!knows_keys_)
        std::erase_if(found_, [](const LooseEnd& end) { return end.kind == LooseEnd::Kind::undefined_key; });
    const auto uncited = [&](const ReferenceEntry& entry) {
        found_.push_back(
            {LooseEnd::Kind::uncited, document.blocks[entry.block].text, entry.block, first_words(entry.text)});
    };
    for (const auto& [label, entry] : references_.notes)
        if (!cited_notes_.contains(label)) uncited(entry);
    // A list that nobody refers to by number is a bibliography to author and year.
    const bool by_number = std::ranges::any_of(references_.numbered,
                                               [&](const auto& entry) { return cited_numbers_.contains(entry.first); });
    if (by_number)
        for (const auto& [number, entry] : references_.numbered)
            if (!cited_numbers_.contains(number)) uncited(entry);
    std::ranges::stable_sort(found_, {}, [](const LooseEnd& end) { return end.span.start; });
    return std::move(found_);
}

} // namespace statlint
