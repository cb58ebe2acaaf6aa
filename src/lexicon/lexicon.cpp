#include "lexicon/lexicon.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace statlint {
namespace {

constexpr std::size_t longest_wording = 60; ///< words from first to last, gaps included: they must fit Hit::used

std::vector<std::string_view> split(std::string_view text, char mark) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t at = text.find(mark);
        if (const std::string_view part = text.substr(0, at); !part.empty()) parts.push_back(part);
        if (at == std::string_view::npos) break;
        text.remove_prefix(at + 1);
    }
    return parts;
}

} // namespace

ConceptId Lexicon::find(std::string_view id) const {
    const auto found = ids_.find(id);
    return found == ids_.end() ? none : found->second;
}

void Lexicon::index(Wording wording) {
    const auto number = static_cast<std::uint32_t>(wordings_.size());
    // A wording whose first words may be missing can start with any of them.
    for (const Element& element : wording.elements) {
        for (const std::uint32_t stem : element.stems) {
            if (by_stem_.size() <= stem) by_stem_.resize(stem + 1);
            if (by_stem_[stem].empty() || by_stem_[stem].back() != number) by_stem_[stem].push_back(number);
        }
        if (!element.optional) break;
    }
    wordings_.push_back(std::move(wording));
}

void Lexicon::compile(ConceptId id, std::string_view text,
                      const std::map<std::string, std::vector<std::string>>& classes, StemTable& stems,
                      std::string& trouble) {
    // Classes may hold phrases ("young person"): each phrase makes a wording of its own.
    std::vector<Wording> rows{{id, {}}};
    std::uint8_t gap = 0;
    for (std::string_view part : split(text, ' ')) {
        if (part == "..") {
            gap = 3;
            continue;
        }
        if (part == "....") {
            gap = 6;
            continue;
        }
        Element element;
        element.gap = gap;
        gap = 0;
        if (part.ends_with('?')) {
            element.optional = true;
            gap = element.gap; // where it is missing, its gap stands before the next word
            part.remove_suffix(1);
        }
        std::vector<std::string_view> phrases;
        if (part.starts_with('{') && part.ends_with('}')) {
            const auto found = classes.find(std::string(part.substr(1, part.size() - 2)));
            if (found == classes.end()) {
                trouble = fmt::format("there is no word class {}", part);
                return;
            }
            for (const std::string& word : found->second) {
                if (word.find(' ') != std::string::npos)
                    phrases.push_back(word);
                else
                    element.stems.push_back(stems.add(word));
            }
        } else {
            for (const std::string_view word : split(part, '/')) element.stems.push_back(stems.add(word));
        }
        std::ranges::sort(element.stems);
        const std::vector<Wording> before = rows;
        rows.clear();
        for (const Wording& row : before) {
            if (!element.stems.empty()) {
                rows.push_back(row);
                rows.back().elements.push_back(element);
            }
            for (const std::string_view phrase : phrases) {
                rows.push_back(row);
                bool first = true;
                for (const std::string_view word : split(phrase, ' ')) {
                    Element one;
                    one.stems = {stems.add(word)};
                    one.gap = first ? element.gap : std::uint8_t{0};
                    rows.back().elements.push_back(std::move(one));
                    first = false;
                }
            }
        }
        if (rows.size() > 256) {
            trouble = "a wording with too many alternatives";
            return;
        }
    }
    for (Wording& row : rows) {
        if (row.elements.empty() || std::ranges::all_of(row.elements, &Element::optional)) {
            trouble = "a wording needs at least one word that may not be missing";
            return;
        }
        row.elements.front().gap = 0;
        index(std::move(row));
    }
}

ConceptId Lexicon::add_words(std::string_view phrase, StemTable& stems) {
    const std::string id = fmt::format("words:{}", phrase);
    if (const ConceptId known = find(id); known != none) return known;
    const auto number = static_cast<ConceptId>(concepts_.size());
    // Years are told apart from each other.
    const bool year = phrase.size() == 4 && (phrase.starts_with("19") || phrase.starts_with("20"));
    Concept made;
    made.id = id;
    made.group = year ? "year" : "";
    made.always = true;
    concepts_.push_back(std::move(made));
    ids_.emplace(id, number);
    std::string trouble;
    compile(number, phrase, {}, stems, trouble);
    return number;
}

bool Lexicon::meet(const Wording& wording, std::size_t element, std::span<const Word> words, std::size_t at,
                   std::size_t first, Hit& hit) const {
    if (element == wording.elements.size()) {
        hit.last = static_cast<std::uint32_t>(at);
        return true;
    }
    const Element& wanted = wording.elements[element];
    for (std::size_t skip = 0; skip <= wanted.gap && at + skip < words.size(); ++skip) {
        const Word& word = words[at + skip];
        if (skip > 0 && words[at + skip - 1].gap >= Gap::semicolon && at + skip - 1 > first) break;
        if (at + skip - first >= longest_wording) break;
        if (word.stem == 0 || !std::ranges::binary_search(wanted.stems, word.stem)) continue;
        // A wording's own neighbours don't reach over a full stop or a colon.
        if (at + skip > first && word.gap >= Gap::semicolon) break;
        const std::uint64_t used = hit.used;
        hit.used |= std::uint64_t{1} << (at + skip - first);
        if (meet(wording, element + 1, words, at + skip + 1, first, hit)) return true;
        hit.used = used;
    }
    return wanted.optional && meet(wording, element + 1, words, at, first, hit);
}

void Lexicon::find_hits(std::span<const Word> words, std::uint32_t first_word, std::vector<Hit>& out) const {
    const std::size_t start = out.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::uint32_t stem = words[i].stem;
        if (stem == 0 || stem >= by_stem_.size()) continue;
        for (const std::uint32_t number : by_stem_[stem]) {
            Hit hit{wordings_[number].concept_id, static_cast<std::uint32_t>(i), 0, 0};
            if (meet(wordings_[number], 0, words, i, i, hit)) out.push_back(hit);
        }
    }
    // Of several hits of one concept at one place the longest stays; what stands inside another concept's wording goes.
    const std::span<Hit> all(out.begin() + static_cast<std::ptrdiff_t>(start), out.end());
    std::vector<Hit> kept;
    for (const Hit& hit : all) {
        const auto hides = [&](const Hit& other) {
            if (&other == &hit || other.first > hit.first || other.last < hit.last) return false;
            const std::uint64_t mine = hit.used << (hit.first - other.first);
            if ((mine & ~other.used) != 0) return false;
            if (mine == other.used) return other.concept_id == hit.concept_id && &other < &hit;
            return other.concept_id == hit.concept_id || !concepts_[hit.concept_id].always;
        };
        if (!std::ranges::any_of(all, hides)) kept.push_back(hit);
    }
    out.resize(start);
    for (Hit& hit : kept) {
        hit.first += first_word;
        hit.last += first_word;
        out.push_back(hit);
        for (const ConceptId implied : concepts_[hit.concept_id].implies) {
            out.push_back(hit);
            out.back().concept_id = implied;
        }
    }
}

} // namespace statlint
