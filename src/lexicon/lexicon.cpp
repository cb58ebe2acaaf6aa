#include "lexicon/lexicon.hpp"

#include <algorithm>
#include <utility>

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

/// A sentence's stems as a set of 64 bits: that a stem is not in it is known at once, that it is must be looked up.
/// (B. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970.)
std::uint64_t bit_of(std::uint32_t stem) {
    return std::uint64_t{1} << ((stem * 0x9e3779b1U) >> 26U);
}

std::uint32_t small_bit_of(std::uint32_t stem) {
    return stem == 0 ? 0 : std::uint32_t{1} << ((stem * 0x9e3779b1U) >> 27U);
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
        stems_.append(part.stems);
        elements_.push_back({first, static_cast<std::uint32_t>(stems_.size()), part.optional, part.gap});
    }
    wording.last = static_cast<std::uint32_t>(elements_.size());
    wordings_.push_back(wording);
    const auto set_of = [](const Draft::Part& part) {
        std::uint64_t set = 0;
        for (const std::uint32_t stem : part.stems) set |= bit_of(stem);
        return set;
    };
    // A wording whose first words may be missing can start with any of them. Where the next word must stand right
    // behind, both tell together: few wordings are then tried at a word that many of them start with.
    for (std::size_t start = 0; start < draft.parts.size(); ++start) {
        std::vector<std::uint32_t> next;
        bool alone = true;
        std::size_t known = start; // the last part that the filing itself makes sure of
        for (std::size_t i = start + 1; i < draft.parts.size(); ++i) {
            if (draft.parts[i].gap > 0) break;
            next.insert(next.end(), draft.parts[i].stems.begin(), draft.parts[i].stems.end());
            if (draft.parts[i].optional) continue;
            alone = false;
            if (i == start + 1) known = i;
            break;
        }
        // The two parts behind that have the fewest words are the likeliest to be missing.
        Link link{number, none, 0, 0};
        std::size_t fewest = ~std::size_t{0};
        std::size_t second = fewest;
        for (std::size_t i = known + 1; i < draft.parts.size(); ++i) {
            const std::size_t size = draft.parts[i].stems.size();
            if (draft.parts[i].optional || size >= second) continue;
            if (size < fewest) {
                link.other = std::exchange(link.one, set_of(draft.parts[i]));
                second = std::exchange(fewest, size);
            } else {
                link.other = set_of(draft.parts[i]);
                second = size;
            }
        }
        for (const std::uint32_t stem : draft.parts[start].stems) {
            if (alone) {
                file(stem, 0, link);
            } else {
                for (const std::uint32_t other : next) file(stem, other, link);
            }
        }
        if (!draft.parts[start].optional) break;
    }
}

std::size_t Lexicon::place_of(std::uint32_t stem, std::uint32_t next_stem) const {
    const std::size_t mask = pairs_.size() - 1;
    const std::uint64_t mixed = ((std::uint64_t{stem} << 32U) | next_stem) * 0x9e3779b97f4a7c15ULL;
    std::size_t at = (mixed >> 32U) & mask;
    while (pairs_[at].stem != 0 && (pairs_[at].stem != stem || pairs_[at].next_stem != next_stem)) at = (at + 1) & mask;
    return at;
}

/// Wordings come in the order of their numbers; each is filed once in a row.
void Lexicon::append(Row& row, const Link& link) {
    if (row.last != none && links_[row.last].wording == link.wording) return;
    const auto place = static_cast<std::uint32_t>(links_.size());
    links_.push_back(link);
    (row.first == none ? row.first : links_.change()[row.last].next) = place;
    row.last = place;
}

/// `next_stem` is 0 where any word may follow.
void Lexicon::file(std::uint32_t stem, std::uint32_t next_stem, const Link& link) {
    if (starts_.size() <= stem) starts_.resize(stem + 1);
    if (next_stem == 0) return append(starts_.change()[stem].alone, link);
    if (2 * (pairs_used_ + 1) > pairs_.size()) {
        PlainRow<Pair> before(pairs_.empty() ? 64 : 2 * pairs_.size());
        before.swap(pairs_);
        const std::span<Pair> pairs = pairs_.change();
        for (const Pair& pair : before)
            if (pair.stem != 0) pairs[place_of(pair.stem, pair.next_stem)] = pair;
    }
    Pair& pair = pairs_.change()[place_of(stem, next_stem)];
    if (pair.stem == 0) {
        pair = {stem, next_stem, {}};
        ++pairs_used_;
        starts_.change()[stem].pairs |= small_bit_of(next_stem);
    }
    append(pair.row, link);
}

/// Calls `take` with the links of the wordings that may start at a word, in the order of the wordings, each once.
template <class Take> void Lexicon::each_start(std::span<const Word> words, std::size_t at, Take take) const {
    const std::uint32_t stem = words[at].stem;
    if (stem == 0 || stem >= starts_.size()) return;
    const Start& start = starts_[stem];
    std::uint32_t alone = start.alone.first;
    std::uint32_t paired = none;
    if (start.pairs != 0 && at + 1 < words.size() && (start.pairs & small_bit_of(words[at + 1].stem)) != 0)
        paired = pairs_[place_of(stem, words[at + 1].stem)].row.first;
    while (alone != none || paired != none) {
        const bool from_pair = alone == none || (paired != none && links_[paired].wording <= links_[alone].wording);
        const Link& link = links_[from_pair ? paired : alone];
        if (alone != none && links_[alone].wording == link.wording) alone = links_[alone].next;
        if (from_pair) paired = link.next;
        take(link);
    }
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
    traits_.push_back({true, false});
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
    const auto stems = stems_.values().subspan(wanted.first_stem, wanted.last_stem - wanted.first_stem);
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
    out.reserve(words.size());
    std::uint64_t said = 0;
    for (const Word& word : words)
        if (word.stem != 0) said |= bit_of(word.stem);
    for (std::size_t i = 0; i < words.size(); ++i) {
        each_start(words, i, [&](const Link& link) {
            if ((link.one != 0 && (link.one & said) == 0) || (link.other != 0 && (link.other & said) == 0)) return;
            const Wording& wording = wordings_[link.wording];
            Hit hit{wording.concept_id, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1), 1};
            if (wording.last == wording.first + 1) return out.push_back(hit); // of one word, and that is here
            hit.used = 0;
            if (meet(wording, wording.first, words, i, i, hit)) out.push_back(hit);
        });
    }
}

bool Lexicon::says_at(ConceptId id, std::span<const Word> words, std::size_t at) const {
    bool says = false;
    each_start(words, at, [&](const Link& link) {
        const Wording& wording = wordings_[link.wording];
        Hit hit;
        says = says || (wording.concept_id == id && meet(wording, wording.first, words, at, at, hit));
    });
    return says;
}

void Lexicon::find_hits(std::span<const Word> words, std::uint32_t first_word, std::vector<Hit>& out) const {
    std::vector<Hit> met;
    find_all(words, met);
    // Of several hits of one concept at one place the longest stays; what stands inside another concept's wording goes.
    const auto hides = [&](std::size_t other_index, std::size_t index) {
        const Hit& hit = met[index];
        const Hit& other = met[other_index];
        if (other_index == index || other.first > hit.first || other.last < hit.last) return false;
        const std::uint64_t mine = hit.used << (hit.first - other.first);
        if ((mine & ~other.used) != 0) return false;
        if (mine == other.used) return other.concept_id == hit.concept_id && other_index < index;
        return other.concept_id == hit.concept_id || !traits_[hit.concept_id].always;
    };
    // They are sorted by their first word. Of those before, only the last ones reach as far as a hit does.
    std::vector<std::uint32_t> reach; // up to each hit: the end of the one that goes furthest
    reach.reserve(met.size());
    for (const Hit& hit : met) reach.push_back(reach.empty() ? hit.last : std::max(reach.back(), hit.last));
    const auto is_hidden = [&](std::size_t i) {
        for (std::size_t j = i + 1; j < met.size() && met[j].first == met[i].first; ++j)
            if (hides(j, i)) return true;
        for (std::size_t j = i; j > 0 && reach[j - 1] >= met[i].last; --j)
            if (hides(j - 1, i)) return true;
        return false;
    };
    for (std::size_t i = 0; i < met.size(); ++i) {
        if (is_hidden(i)) continue;
        Hit hit = met[i];
        hit.first += first_word;
        hit.last += first_word;
        out.push_back(hit);
        if (!traits_[hit.concept_id].implies) continue;
        for (const ConceptId implied : concepts_[hit.concept_id].implies) {
            hit.concept_id = implied;
            out.push_back(hit);
        }
    }
}

} // namespace statlint
