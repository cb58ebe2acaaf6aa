#include "match/context.hpp"

#include <algorithm>
#include <cmath>

#include "text/ascii.hpp"

namespace statlint {
namespace {

// Costs of a step from one word to the next. They were set so that a comma outweighs any clause of ordinary length.
constexpr double word_step = 0.03;
constexpr double comma_step = 0.9;
constexpr double open_step = 0.2;  ///< "girls (37%)": the number belongs to what stands before the parenthesis
constexpr double close_step = 1.2; ///< and not to what stands behind it
constexpr double dash_step = 0.9;
constexpr double colon_step = 0.4;
constexpr double clause_step = 2.0; ///< semicolon, full stop
constexpr double and_step = 0.5;
constexpr double while_step = 2.5; ///< two clauses, each with its own subject
constexpr double number_wall = 1.0;
constexpr double before_step = 0.15;

// What each layer of the surroundings is worth.
constexpr double worth_previous = 0.62;
constexpr double worth_previous_pointed = 0.8; ///< "They …": the sentence points back itself
constexpr double worth_before_previous = 0.42;
constexpr double worth_next = 0.2;          ///< alone too little to meet a need
constexpr double worth_next_short = 0.72;   ///< "One in four. That is how many …"
constexpr double worth_next_pointed = 0.66; ///< "Boys, one in three. Those are the odds of …"
constexpr double worth_lead_in = 0.74;
constexpr double worth_lead_in_above = 0.5;
constexpr double worth_item_before = 0.4;
constexpr double worth_item_before_pointed = 0.78;
constexpr double worth_row = 0.95;
constexpr double worth_column = 0.9;
constexpr double worth_caption = 0.76;
constexpr double worth_rows_above = 0.5;
constexpr double worth_above_table = 0.45;
constexpr double worth_heading = 0.62;
constexpr double worth_question = 0.8; ///< a heading that asks what the text answers
constexpr double worth_heading_above = 0.45;
constexpr double worth_block_before = 0.36;
constexpr double worth_block_before_pointed = 0.62;
constexpr double turn_fades = 0.85;            ///< factor for each turn of a talk further back
constexpr std::uint32_t sentences_of_turn = 4; ///< behind its first one, which hear what was said before it
constexpr std::uint32_t turns_told = 4;        ///< so far back
constexpr std::size_t longest_speaker = 30;    ///< bytes of "Professor Salter"
constexpr std::uint32_t short_sentence = 7;    ///< words
constexpr std::string_view counted_group =
    "counted"; ///< nouns: an ellipsis ("… and 16 in 2021") counts its neighbour's

double step_cost(Gap gap) {
    switch (gap) {
    case Gap::comma:
        return comma_step;
    case Gap::open:
        return open_step;
    case Gap::close:
        return close_step;
    case Gap::dash:
        return dash_step;
    case Gap::colon:
        return colon_step;
    case Gap::semicolon:
    case Gap::stop:
        return clause_step;
    default:
        return word_step;
    }
}

/// "TOM: …", "Q: …", "Dr Lee: …": a turn of a talk that was written down.
bool is_turn(std::string_view text) {
    const std::size_t colon = text.substr(0, longest_speaker).find(": ");
    if (colon == std::string_view::npos) return false;
    const std::string_view name = text.substr(0, colon);
    const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ' || c == '.'; };
    if (!std::ranges::all_of(name, letter)) return false;
    // Each word of a name has a capital.
    for (std::size_t at = 0; at != std::string_view::npos; at = name.find(' ', at)) {
        if (at > 0) ++at;
        if (at >= name.size() || name[at] < 'A' || name[at] > 'Z') return false;
    }
    return true;
}

class Reader {
  public:
    Reader(Prose& prose, const std::vector<Claim>& claims, std::size_t which, const WordDistances& distances,
           Context& context)
        : prose_(prose), lexicon_(prose.lexicon()), claims_(claims), claim_(claims[which]), which_(which),
          of_sentence_(std::ranges::equal_range(claims, claim_.sentence, {}, &Claim::sentence)), distances_(distances),
          context_(context), block_(prose.document().blocks[claim_.block]), read_(prose.block(claim_.block)) {}

    void run() {
        own_sentence();
        const std::uint32_t at = claim_.sentence;
        const Sentence& sentence = read_.sentences[at];
        before(at);
        if (at + 1 < read_.sentences.size()) {
            const bool brief = sentence.last_word - sentence.first_word <= short_sentence;
            const double worth = brief ? worth_next_short : points_back(at + 1) ? worth_next_pointed : worth_next;
            whole(claim_.block, at + 1, worth, "next sentence");
        }
        if (block_.lead_in != no_block && block_.lead_in < claim_.block) {
            last_sentence(block_.lead_in, worth_lead_in, "lead-in");
            const std::uint32_t above = prose_.document().blocks[block_.lead_in].lead_in;
            if (above != no_block && above < block_.lead_in) last_sentence(above, worth_lead_in_above, "lead-in above");
        }
        if (block_.table != no_block)
            table();
        else if (at == 0)
            before_block();
        else if (claim_.block > 0 && at <= sentences_of_turn)
            turns_before(at);
        block_behind();
        headings();
    }

  private:
    /// The two sentences before; "Yes." and the like don't count, and a question says what its answer is about.
    void before(std::uint32_t at) {
        double worth = pointed_ ? worth_previous_pointed : worth_previous;
        std::string_view layer = "sentence before";
        for (int told = 0; at > 0 && told < 2;) {
            const Sentence& sentence = read_.sentences[--at];
            std::string_view text = prose_.document().view(sentence.text);
            while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
            whole(claim_.block, at, text.ends_with('?') ? std::max(worth, worth_question) : worth, layer);
            if (sentence.last_word - sentence.first_word <= 3 && told == 0) continue;
            ++told;
            worth = worth_before_previous;
            layer = "two sentences before";
        }
    }

    void own_sentence() {
        const Sentence& sentence = read_.sentences[claim_.sentence];
        const std::span<const Hit> hits = read_.hits_of(sentence);
        const std::vector<std::size_t> owners = respectively(hits);
        const auto owner_of = [&](std::size_t hit) { return owners.empty() ? none : owners[hit]; };
        for (std::size_t i = 0; i < hits.size(); ++i) {
            const Hit& hit = hits[i];
            const Concept& said = lexicon_[hit.concept_id];
            if (said.kind == ConceptKind::pointer) pointed_ = true;
            if (spans_a_number(hit)) continue;
            Told told;
            told.distance = distances_.between(claim_, hit);
            told.same_sentence = true;
            told.span = read_.span_of(hit.first, hit.last);
            told.owned = owner_of(i) != none ? owner_of(i) == which_ : nearest(hit, told.distance);
            told.layer = told.distance < comma_step ? "clause" : "sentence";
            told.weight = 1.0 - std::min(0.2, 0.05 * told.distance);
            if (owner_of(i) != none && told.owned) told.weight = 1.0;
            // "girls" of another number's clause says little to this one, where this one has its "boys".
            if (!told.owned && !said.group.empty() && said.group != counted_group &&
                has_own(hits, owners, said.group, hit.concept_id))
                told.weight = 0.2;
            context_.tell(hit.concept_id, told);
        }
    }

    /// "Those are …": the sentence starts with what points back.
    [[nodiscard]] bool points_back(std::uint32_t at) const {
        const Sentence& sentence = read_.sentences[at];
        return std::ranges::any_of(read_.hits_of(sentence), [&](const Hit& hit) {
            return hit.first == sentence.first_word && lexicon_[hit.concept_id].kind == ConceptKind::pointer;
        });
    }

    /// A wording with a number in its gap is two clauses read as one: "feelings, and [one in ten] offended".
    [[nodiscard]] bool spans_a_number(const Hit& hit) const {
        return std::ranges::any_of(of_sentence_, [&](const Claim& claim) {
            if (claim.first_word <= hit.first || claim.last_word >= hit.last) return false;
            return (hit.used >> (claim.first_word - hit.first) & 1U) == 0;
        });
    }

    [[nodiscard]] bool nearest(const Hit& hit, double mine) const {
        return distances_.nearest(claims_, which_, hit, mine);
    }

    /// Whether another concept of the group belongs to this claim.
    [[nodiscard]] bool has_own(std::span<const Hit> hits, const std::vector<std::size_t>& owners,
                               const std::string& group, ConceptId id) const {
        for (std::size_t i = 0; i < hits.size(); ++i) {
            if (hits[i].concept_id == id || lexicon_[hits[i].concept_id].group != group) continue;
            const std::size_t owner = owners.empty() ? none : owners[i];
            if (owner != none ? owner == which_ : nearest(hits[i], distances_.between(claim_, hits[i]))) return true;
        }
        return false;
    }

    /// "5.2 minutes and 13 hours respectively": gives each of a row of hits its number in the row of numbers. For each
    /// hit the index of the claim that owns it, or `none`; nothing at all where no hit is owned so.
    [[nodiscard]] std::vector<std::size_t> respectively(std::span<const Hit> hits) const {
        const ConceptId word = lexicon_.find("respectively");
        if (!std::ranges::any_of(hits, [&](const Hit& h) { return h.concept_id == word; })) return {};
        std::vector<std::size_t> owners(hits.size(), none);
        std::vector<std::size_t> row;
        for (std::size_t i = 0; i < claims_.size(); ++i) {
            if (claims_[i].sentence != claim_.sentence) continue;
            const bool follows = !row.empty() && claims_[i].first_word <= claims_[row.back()].last_word + 3;
            if (!row.empty() && !follows) {
                if (row.size() > 1) break;
                row.clear();
            }
            row.push_back(i);
        }
        if (row.size() < 2) return owners;
        std::vector<std::string_view> groups;
        for (const Hit& hit : hits) {
            const std::string& group = lexicon_[hit.concept_id].group;
            if (!group.empty() && std::ranges::find(groups, group) == groups.end()) groups.push_back(group);
        }
        for (const std::string_view group : groups) {
            std::vector<std::size_t> members;
            std::vector<ConceptId> seen;
            for (std::size_t i = 0; i < hits.size(); ++i) {
                if (lexicon_[hits[i].concept_id].group != group ||
                    std::ranges::find(seen, hits[i].concept_id) != seen.end())
                    continue;
                seen.push_back(hits[i].concept_id);
                members.push_back(i);
            }
            std::ranges::sort(members, {}, [&](std::size_t i) { return hits[i].first; });
            if (members.size() != row.size()) continue;
            for (std::size_t i = 0; i < members.size(); ++i) {
                for (std::size_t j = 0; j < hits.size(); ++j)
                    if (hits[j].concept_id == hits[members[i]].concept_id) owners[j] = row[i];
            }
        }
        return owners;
    }

    void whole(std::uint32_t block, std::uint32_t sentence, double worth, std::string_view layer) {
        const BlockProse& other = prose_.block(block);
        if (sentence >= other.sentences.size()) return;
        for (const Hit& hit : other.hits_of(other.sentences[sentence]))
            context_.tell(hit.concept_id, {worth, layer, other.span_of(hit.first, hit.last), 1e9, false, false});
    }

    void last_sentence(std::uint32_t block, double worth, std::string_view layer) {
        const BlockProse& other = prose_.block(block);
        const auto count = static_cast<std::uint32_t>(other.sentences.size());
        if (count > 0) whole(block, count - 1, worth, layer);
        if (count > 1) whole(block, count - 2, worth * 0.7, layer);
    }

    /// "| 2022 | 2,576,182 |": a row that is called by a number is no part of the rows above.
    [[nodiscard]] bool numbers_its_row(std::uint32_t block) const {
        return std::ranges::none_of(text_of(block), is_letter);
    }

    void table() {
        const std::vector<Block>& blocks = prose_.document().blocks;
        std::uint32_t label = claim_.block;
        while (label > 0 && blocks[label - 1].table == block_.table && blocks[label - 1].row == block_.row &&
               blocks[label - 1].kind == BlockKind::table_cell)
            --label;
        const bool numbered = numbers_its_row(label);
        const auto look = [&](std::uint32_t other) {
            const Block& cell = blocks[other];
            if (cell.table != block_.table) return false;
            if (other == claim_.block) return true;
            // "Both of the above": what the rows before are about.
            if (!numbered && cell.kind == BlockKind::table_cell && cell.column == 0 && !cell.header &&
                cell.row < block_.row && block_.row - cell.row <= 2)
                all(other, worth_rows_above, "rows above");
            if (cell.kind != BlockKind::table_cell)
                all(other, worth_caption, "caption");
            else if (cell.row == block_.row)
                all(other, cell.column < block_.column ? worth_row : worth_row - 0.15, "row");
            else if (cell.header && cell.column == block_.column)
                all(other, worth_column, "column");
            return true;
        };
        std::uint32_t i = claim_.block;
        while (i > 0 && look(i - 1)) --i;
        if (i > 0 && blocks[i - 1].kind != BlockKind::heading)
            last_sentence(i - 1, worth_above_table, "above the table");
        for (i = claim_.block + 1; i < blocks.size() && look(i);) ++i;
    }

    void all(std::uint32_t block, double worth, std::string_view layer) {
        const BlockProse& other = prose_.block(block);
        for (std::uint32_t i = 0; i < other.sentences.size(); ++i) whole(block, i, worth, layer);
    }

    [[nodiscard]] std::string_view text_of(std::uint32_t block) const {
        return prose_.document().view(prose_.document().blocks[block].text);
    }

    /// "TOM: In a year.": what was said before, by whomever, is one talk.
    bool turns_before(std::uint32_t at) {
        if (!is_turn(text_of(claim_.block)) || !is_turn(text_of(claim_.block - 1))) return false;
        double worth = worth_previous * std::pow(turn_fades, at);
        for (std::uint32_t turn = claim_.block; turn > 0 && claim_.block - turn < turns_told; worth *= turn_fades) {
            if (!is_turn(text_of(--turn))) break;
            last_sentence(turn, text_of(turn).ends_with('?') ? std::max(worth, worth_question) : worth, "turn before");
        }
        return true;
    }

    /// "606.", a paragraph of its own: the next says what was counted.
    void block_behind() {
        if (const auto next = block_below(prose_, claim_, 1)) whole(*next, 0, worth_next_short, "paragraph behind");
    }

    void before_block() {
        if (claim_.block == 0 || turns_before(0)) return;
        const Block& before = prose_.document().blocks[claim_.block - 1];
        if (before.kind == BlockKind::heading || before.kind == BlockKind::footnote || before.table != no_block) return;
        const bool item = block_.list != no_block && before.list == block_.list;
        if (block_.list != no_block && !item) return; // the lead-in was read already
        if (item)
            items_before();
        else if (prose_.document().view(before.text).ends_with('?'))
            last_sentence(claim_.block - 1, worth_question, "question before");
        else
            last_sentence(claim_.block - 1, pointed_ ? worth_block_before_pointed : worth_block_before,
                          "paragraph before");
    }

    /// "… it": what it is may stand some items up, where each of them points back in its turn.
    void items_before() {
        double worth = pointed_ ? worth_item_before_pointed : worth_item_before;
        std::uint32_t item = claim_.block;
        for (int back = 0; back < (pointed_ ? 3 : 1); ++back, worth *= 0.9) {
            if (item == 0 || prose_.document().blocks[item - 1].list != block_.list) break;
            last_sentence(--item, worth, "item before");
        }
    }

    void headings() {
        const Document& document = prose_.document();
        double worth = worth_heading;
        std::string_view layer = "heading";
        std::uint32_t heading = block_.heading;
        for (int depth = 0; heading != no_block && heading < claim_.block && depth < 3; ++depth) {
            const bool asks = document.view(document.blocks[heading].text).ends_with('?');
            all(heading, asks && depth == 0 ? worth_question : worth, layer);
            heading = document.blocks[heading].heading;
            worth = depth == 0 ? worth_heading_above : worth_heading_above * 0.7;
            layer = "heading above";
        }
    }

    Prose& prose_;
    const Lexicon& lexicon_;
    const std::vector<Claim>& claims_;
    const Claim& claim_;
    std::size_t which_;
    std::span<const Claim> of_sentence_; ///< of the claims
    const WordDistances& distances_;
    Context& context_;
    const Block& block_;
    const BlockProse& read_;
    bool pointed_ = false;
};

} // namespace

WordDistances::WordDistances(const BlockProse& prose, const std::vector<Claim>& claims, const Lexicon& lexicon)
    : forward_(prose.words.size() + 1, 0) {
    for (std::size_t i = 1; i < prose.words.size(); ++i) forward_[i] = step_cost(prose.words[i].gap);
    const ConceptId joins = lexicon.find("joins");
    const ConceptId contrasts = lexicon.find("contrasts");
    for (const Hit& hit : prose.hits) {
        if (hit.concept_id == joins && hit.last - hit.first == 1)
            forward_[hit.first] = std::max(forward_[hit.first], and_step);
        if (hit.concept_id == contrasts) forward_[hit.first] = std::max(forward_[hit.first], while_step);
    }
    for (const Claim& claim : claims) {
        // Inside a number the way is free; to get past it costs.
        for (std::uint32_t i = claim.first_word + 1; i < claim.last_word; ++i) forward_[i] = 0;
        if (claim.last_word < forward_.size()) forward_[claim.last_word] += number_wall / 2;
        forward_[claim.first_word] += number_wall / 2;
    }
    for (std::size_t i = 1; i < forward_.size(); ++i) forward_[i] += forward_[i - 1];
}

double WordDistances::between(const Claim& claim, const Hit& hit) const {
    // The walls on both sides of the claim's own number don't count, only those of other numbers.
    if (hit.first >= claim.last_word)
        return std::max(0.0, forward_[hit.first] - forward_[std::max(claim.last_word, 1U) - 1] - number_wall / 2);
    if (hit.last <= claim.first_word)
        return std::max(0.0, forward_[claim.first_word] - forward_[hit.last - 1] - number_wall / 2) + before_step;
    return 0;
}

bool WordDistances::nearest(const std::vector<Claim>& claims, std::size_t which, const Hit& hit, double mine) const {
    const auto is_nearer = [&](const Claim& other) {
        // The 12 of "the past 12 months" does not own these words.
        if (other.first_word >= hit.first && other.last_word <= hit.last) return false;
        return between(other, hit) < mine;
    };
    const std::uint32_t sentence = claims[which].sentence;
    for (std::size_t i = which; i > 0 && claims[i - 1].sentence == sentence; --i)
        if (is_nearer(claims[i - 1])) return false;
    for (std::size_t i = which + 1; i < claims.size() && claims[i].sentence == sentence; ++i)
        if (is_nearer(claims[i])) return false;
    return true;
}

void Context::clear() {
    for (const ConceptId id : said_) {
        told_[id] = {};
        says_[id] = false;
    }
    said_.clear();
}

void Context::tell(ConceptId id, const Told& told) {
    Told& known = told_[id];
    if (known.weight == 0) said_.push_back(id);
    says_[id] = true;
    if (told.weight > known.weight || (told.weight == known.weight && told.distance < known.distance)) {
        const bool owned = known.owned;
        known = told;
        known.owned = known.owned || owned;
    }
}

const Told* Context::find(ConceptId id) const {
    return id < told_.size() && told_[id].weight > 0 ? &told_[id] : nullptr;
}

std::optional<std::uint32_t> block_below(Prose& prose, const Claim& claim, std::uint32_t words_beside) {
    const std::vector<Block>& blocks = prose.document().blocks;
    const Block& block = blocks[claim.block];
    const BlockProse& read = prose.block(claim.block);
    const Sentence& sentence = read.sentences[claim.sentence];
    const std::uint32_t next = claim.block + 1;
    if (block.table != no_block || read.sentences.size() != 1) return std::nullopt;
    if (sentence.last_word - sentence.first_word > claim.last_word - claim.first_word + words_beside)
        return std::nullopt;
    if (next >= blocks.size() || blocks[next].kind != block.kind || blocks[next].list != block.list)
        return std::nullopt;
    return next;
}

void read_context(Prose& prose, const std::vector<Claim>& claims, std::size_t which, const WordDistances& distances,
                  Context& context) {
    context.clear();
    Reader(prose, claims, which, distances, context).run();
}

} // namespace statlint
