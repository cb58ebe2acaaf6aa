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

/// Elements with their stems in hand, which Lexicon keeps in one row for all wordings.
struct Lexicon::Draft {
    struct Part {
        std::vector<std::uint32_t> stems; ///< sorted
        bool optional = false;
        std::uint8_t gap = 0;
    };
    ConceptId concept_id = 0;
    std::vector<Part> parts;
};

ConceptId Lexicon::find(std::string_view id) const {
    return ids_.find(id);
}

void Lexicon::index(const Draft& draft) {
    const auto number = static_cast<std::uint32_t>(wordings_.size());
    Wording wording{draft.concept_id, static_cast<std::uint32_t>(elements_.size()), 0};
    for (const Draft::Part& part : draft.parts) {
        const auto first = static_cast<std::uint32_t>(stems_.size());
        stems_.insert(stems_.end(), part.stems.begin(), part.stems.end());
        elements_.push_back({first, static_cast<std::uint32_t>(stems_.size()), part.optional, part.gap});
    }
    wording.last = static_cast<std::uint32_t>(elements_.size());
    wordings_.push_back(wording);
    // A wording whose first words may be missing can start with any of them. Where the next word must stand right
    // behind, both tell together: few wordings are then tried at a word that many of them start with.
    for (std::size_t start = 0; start < draft.parts.size(); ++start) {
        std::vector<std::uint32_t> next;
        bool alone = true;
        for (std::size_t i = start + 1; i < draft.parts.size(); ++i) {
            if (draft.parts[i].gap > 0) break;
            next.insert(next.end(), draft.parts[i].stems.begin(), draft.parts[i].stems.end());
            if (draft.parts[i].optional) continue;
            alone = false;
            break;
        }
        for (const std::uint32_t stem : draft.parts[start].stems) {
            if (alone) {
                file(stem, 0, number);
            } else {
                for (const std::uint32_t other : next) file(stem, other, number);
            }
        }
        if (!draft.parts[start].optional) break;
    }
}

std::size_t Lexicon::place_of(std::uint32_t stem, std::uint32_t next_stem) const {
    const std::size_t mask = slots_.size() - 1;
    const std::uint64_t mixed = ((std::uint64_t{stem} << 32U) | next_stem) * 0x9e3779b97f4a7c15ULL;
    std::size_t at = (mixed >> 32U) & mask;
    while (slots_[at].stem != 0 && (slots_[at].stem != stem || slots_[at].next_stem != next_stem)) at = (at + 1) & mask;
    return at;
}

/// Wordings are filed in the order of their numbers, each once.
void Lexicon::file(std::uint32_t stem, std::uint32_t next_stem, std::uint32_t wording) {
    if (2 * (slots_used_ + 1) > slots_.size()) {
        std::vector<Start> before(slots_.empty() ? 64 : 2 * slots_.size());
        before.swap(slots_);
        for (const Start& start : before)
            if (start.stem != 0) slots_[place_of(start.stem, start.next_stem)] = start;
    }
    if (starts_.size() <= stem) starts_.resize(stem + 1, 0);
    starts_[stem] |= next_stem == 0 ? 1U : 2U;
    Start& start = slots_[place_of(stem, next_stem)];
    if (start.stem == 0) {
        start = {stem, next_stem, none, none};
        ++slots_used_;
    } else if (links_[start.last_link].wording == wording) {
        return;
    }
    const auto link = static_cast<std::uint32_t>(links_.size());
    links_.push_back({wording, none});
    if (start.first_link == none)
        start.first_link = link;
    else
        links_[start.last_link].next = link;
    start.last_link = link;
}

template <class Take> void Lexicon::each_start(std::uint32_t stem, std::uint32_t next_stem, Take take) const {
    const Start& start = slots_[place_of(stem, next_stem)];
    for (std::uint32_t link = start.first_link; link != none; link = links_[link].next) take(links_[link].wording);
}

void Lexicon::compile(ConceptId id, std::string_view text,
                      const std::map<std::string, std::vector<std::string>>& classes, StemTable& stems,
                      std::string& trouble) {
    // Classes may hold phrases ("young person"): each phrase makes a wording of its own.
    std::vector<Draft> rows{{id, {}}};
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
        Draft::Part element;
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
        const std::vector<Draft> before = rows;
        rows.clear();
        for (const Draft& row : before) {
            if (!element.stems.empty()) {
                rows.push_back(row);
                rows.back().parts.push_back(element);
            }
            for (const std::string_view phrase : phrases) {
                rows.push_back(row);
                bool first = true;
                for (const std::string_view word : split(phrase, ' ')) {
                    Draft::Part one;
                    one.stems = {stems.add(word)};
                    one.gap = first ? element.gap : std::uint8_t{0};
                    rows.back().parts.push_back(std::move(one));
                    first = false;
                }
            }
        }
        if (rows.size() > 256) {
            trouble = "a wording with too many alternatives";
            return;
        }
    }
    for (Draft& row : rows) {
        if (row.parts.empty() || std::ranges::all_of(row.parts, &Draft::Part::optional)) {
            trouble = "a wording needs at least one word that may not be missing";
            return;
        }
        row.parts.front().gap = 0;
        index(row);
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
    ids_.add(id);
    std::string trouble;
    compile(number, phrase, {}, stems, trouble);
    return number;
}

bool Lexicon::meet(const Wording& wording, std::uint32_t element, std::span<const Word> words, std::size_t at,
                   std::size_t first, Hit& hit) const {
    if (element == wording.last) {
        hit.last = static_cast<std::uint32_t>(at);
        return true;
    }
    const Element& wanted = elements_[element];
    const auto stems = std::span(stems_).subspan(wanted.first_stem, wanted.last_stem - wanted.first_stem);
    for (std::size_t skip = 0; skip <= wanted.gap && at + skip < words.size(); ++skip) {
        const Word& word = words[at + skip];
        if (skip > 0 && words[at + skip - 1].gap >= Gap::semicolon && at + skip - 1 > first) break;
        if (at + skip - first >= longest_wording) break;
        if (word.stem == 0 || !std::ranges::binary_search(stems, word.stem)) continue;
        // A wording's own neighbours don't reach over a full stop or a colon.
        if (at + skip > first && word.gap >= Gap::semicolon) break;
        const std::uint64_t used = hit.used;
        hit.used |= std::uint64_t{1} << (at + skip - first);
        if (meet(wording, element + 1, words, at + skip + 1, first, hit)) return true;
        hit.used = used;
    }
    return wanted.optional && meet(wording, element + 1, words, at, first, hit);
}

/// Every wording that is met, by its first word and then in the order of the wordings.
void Lexicon::find_all(std::span<const Word> words, std::vector<Hit>& out) const {
    std::vector<std::uint32_t> wordings;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::uint32_t stem = words[i].stem;
        if (stem == 0 || stem >= starts_.size() || starts_[stem] == 0) continue;
        const std::uint32_t next_stem = i + 1 < words.size() ? words[i + 1].stem : 0;
        const bool two = (starts_[stem] & 2U) != 0 && next_stem != 0;
        wordings.clear();
        const auto take = [&](std::uint32_t number) { wordings.push_back(number); };
        if ((starts_[stem] & 1U) != 0) each_start(stem, 0, take);
        if (two) {
            const auto middle = static_cast<std::ptrdiff_t>(wordings.size());
            each_start(stem, next_stem, take);
            if (middle > 0) {
                std::ranges::inplace_merge(wordings, wordings.begin() + middle);
                wordings.erase(std::ranges::unique(wordings).begin(), wordings.end());
            }
        }
        for (const std::uint32_t number : wordings) {
            Hit hit{wordings_[number].concept_id, static_cast<std::uint32_t>(i), 0, 0};
            if (meet(wordings_[number], wordings_[number].first, words, i, i, hit)) out.push_back(hit);
        }
    }
}

void Lexicon::find_hits(std::span<const Word> words, std::uint32_t first_word, std::vector<Hit>& out) const {
    const std::size_t start = out.size();
    find_all(words, out);
    const std::size_t end = out.size();
    // Of several hits of one concept at one place the longest stays; what stands inside another concept's wording goes.
    const auto hides = [&](std::size_t other_index, std::size_t index) {
        const Hit& hit = out[index];
        const Hit& other = out[other_index];
        if (other_index == index || other.first > hit.first || other.last < hit.last) return false;
        const std::uint64_t mine = hit.used << (hit.first - other.first);
        if ((mine & ~other.used) != 0) return false;
        if (mine == other.used) return other.concept_id == hit.concept_id && other_index < index;
        return other.concept_id == hit.concept_id || !concepts_[hit.concept_id].always;
    };
    std::size_t near = start; // the first hit that may reach as far as this one: they are sorted by their first word
    for (std::size_t i = start; i < end; ++i) {
        while (out[near].first + longest_wording < out[i].first) ++near;
        bool hidden = false;
        for (std::size_t j = near; j < end && out[j].first <= out[i].first && !hidden; ++j) hidden = hides(j, i);
        if (hidden) continue;
        Hit hit = out[i];
        hit.first += first_word;
        hit.last += first_word;
        out.push_back(hit);
        for (const ConceptId implied : concepts_[hit.concept_id].implies) {
            hit.concept_id = implied;
            out.push_back(hit);
        }
    }
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(start), out.begin() + static_cast<std::ptrdiff_t>(end));
}

} // namespace statlint
