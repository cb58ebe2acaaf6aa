#include "citation/find_citations.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "citation/group.hpp"
#include "citation/key_words.hpp"
#include "citation/keys.hpp"
#include "citation/links.hpp"
#include "text/ascii.hpp"

namespace statlint {
namespace {

constexpr std::size_t longest_group = 400;       ///< bytes between two parentheses; a longer one is no citation
constexpr std::size_t longest_source_line = 160; ///< bytes
constexpr std::uint32_t longest_way = 4;         ///< words between the name of a house and its "annual report"
constexpr std::size_t longest_year_group = 60;   ///< "(2023, p. 12)" behind a name
constexpr std::uint32_t name_to_year = 4;        ///< words between a name and its year in a parenthesis
constexpr std::uint32_t name_to_study = 3;       ///< words between "Roche's" and "review"
constexpr std::uint32_t words_of_title = 4;      ///< from so many on a name may be a phrase of everyday prose, too
constexpr int longest_number_range = 50;         ///< "[5–7]"
constexpr std::size_t longest_bare_author = 60;  ///< "(Salter)": a longer parenthesis only mentions the name

/// Bytes with which a marker may start; of raised numbers the first ones.
constexpr std::array<bool, 256> marks = [] {
    std::array<bool, 256> made{};
    for (const char c : std::string_view("([@^\xC2\xE2")) made[static_cast<unsigned char>(c)] = true;
    return made;
}();
bool may_mark(char c) {
    return marks[static_cast<unsigned char>(c)];
}

class Finder {
  public:
    Finder(Prose& prose, const WorkNames& names, const CitationWords& words, Bibliographies bibliographies,
           const References& references, const BlockReferences& links, CarriedWorks& carried)
        : prose_(prose), document_(prose.document()), names_(names), words_(words), bibliographies_(bibliographies),
          links_(links), references_(references), carried_(carried), et_al_(prose.lexicon().find("et-al")),
          study_(prose.lexicon().find("study-noun")), other_publication_(prose.lexicon().find("other-publication")) {}

    FoundCitations run(std::uint32_t first, std::uint32_t last) {
        for (block_ = first; block_ < last; ++block_) {
            if (references_.is_reference[block_]) continue;
            start_ = found_.size();
            read_ = &prose_.words_of(block_);
            text_ = document_.view(document_.blocks[block_].text);
            base_ = document_.blocks[block_].text.start;
            hits_.clear();
            names_.find(read_->words, hits_);
            markers();
            if (!hits_.empty()) mentions();
            authors_of_other_works();
            links_in_text();
            for (const std::uint32_t reference : links_.of(block_)) follow(document_.references[reference]);
            source_line();
            std::ranges::stable_sort(found_.begin() + static_cast<std::ptrdiff_t>(start_), found_.end(), {},
                                     [](const Citation& c) { return c.span.start; });
            if (carried_.holds_works() || found_.size() > start_) (void)prose_.block(block_);
            // "The IWF's annual report for 2022": a house that is named, but not the work of it that the corpus has.
            take_off_publications(CitationForm::name, [&](const Hit& hit, TextSpan span) {
                return read_->word_at(span.end) + longest_way >= hit.first &&
                       hit.last + longest_way >= read_->word_at(span.start);
            });
            carried_.carry_on(block_, *read_, start_, found_);
            // "The same charity's annual report": what is carried on is the house, not its work.
            take_off_publications(CitationForm::carried, [&](const Hit& hit, TextSpan span) {
                return read_->sentence_at(read_->words[hit.first].span.start).text.contains(span);
            });
        }
        return {std::move(found_), std::move(pointers_)};
    }

  private:
    /// Leaves no work to the citations of a form that stand by the words for something else which a house publishes.
    template <class StandsBy> void take_off_publications(CitationForm form, StandsBy stands_by) {
        if (found_.size() == start_) return;
        for (const Hit& hit : read_->hits) {
            if (hit.concept_id != other_publication_) continue;
            for (Citation& citation : std::span(found_).subspan(start_)) {
                if (citation.form != form || citation.span.empty() || !stands_by(hit, citation.span)) continue;
                citation.works.clear();
                citation.external = true;
            }
        }
    }

    Citation& add(TextSpan span, CitationForm form) {
        Citation made;
        made.span = span;
        made.block = block_;
        made.form = form;
        made.text = document_.view(span);
        found_.push_back(std::move(made));
        return found_.back();
    }

    void point_to(EntryPointer::Kind kind, std::string name, TextSpan span, bool known) {
        pointers_.push_back({kind, span, block_, std::move(name), known, bibliographies_.empty()});
    }

    [[nodiscard]] std::span<const Citation> of_block() const { return std::span(found_).subspan(start_); }

    [[nodiscard]] bool covered(TextSpan span) const {
        return std::ranges::any_of(of_block(), [&](const Citation& c) { return c.marker && c.span.overlaps(span); });
    }

    [[nodiscard]] std::vector<NameHit> hits_in(TextSpan span) const {
        std::vector<NameHit> inside;
        for (const NameHit& hit : hits_)
            if (span.contains(read_->span_of(hit.first, hit.last))) inside.push_back(hit);
        return inside;
    }

    [[nodiscard]] std::uint32_t offset(std::size_t at) const { return base_ + static_cast<std::uint32_t>(at); }

    /// "(Salter et al., 2023)", "[2, p. 3]", "[@key]", "@key says", "¹²", "^1^".
    void markers() {
        const auto next_mark = [&](std::size_t from) {
            return static_cast<std::size_t>(
                std::find_if(text_.begin() + static_cast<std::ptrdiff_t>(from), text_.end(), may_mark) - text_.begin());
        };
        for (std::size_t at = next_mark(0); at < text_.size(); at = next_mark(at + 1)) {
            const char c = text_[at];
            if (c == '@') {
                bare_key(at);
            } else if (c == '(' || c == '[') {
                const std::size_t end = text_.substr(0, at + longest_group).find(c == '(' ? ')' : ']', at);
                if (end == std::string_view::npos) continue;
                const std::string_view inside = text_.substr(at + 1, end - at - 1);
                if (c == '[')
                    bracket(inside, offset(at + 1));
                else
                    parenthesis(inside, offset(at + 1));
            } else {
                at += raised(at);
            }
        }
    }

    void parenthesis(std::string_view inside, std::uint32_t base) {
        const TextSpan whole{base, base + static_cast<std::uint32_t>(inside.size())};
        const std::vector<GroupMember> members = read_author_years(inside, base);
        if (members.size() == 1 && dates_something_else(members.front(), whole))
            named_group(inside, whole);
        else if (!members.empty())
            author_years(members);
        else if (!round_numbers(inside, base))
            named_group(inside, whole);
    }

    /// "(source: UNSW survey, n = 1,965, December 2022)": the year is not the work's.
    [[nodiscard]] bool dates_something_else(const GroupMember& member, TextSpan whole) const {
        const std::string_view inside = document_.view(whole);
        if (!words_.starts_source_line(inside)) return false;
        const std::vector<NameHit> hits = hits_in(whole);
        return names_.resolve(inside, hits, member.year).empty() && !names_.resolve(inside, hits, 0).empty();
    }

    void author_years(const std::vector<GroupMember>& members) {
        for (const GroupMember& member : members) {
            std::string_view authors = document_.view(member.authors);
            while (!authors.empty() && (std::string_view(" *\"'").find(authors[0]) != std::string_view::npos ||
                                        static_cast<unsigned char>(authors[0]) >= 0x80))
                authors.remove_prefix(1);
            const std::vector<NameHit> hits = hits_in(member.span);
            const bool named = !authors.empty() && is_upper(authors[0]);
            if ((!named && hits.empty()) || words_.starts_without_author(authors)) continue;
            Citation& made = add(member.span, CitationForm::author_year);
            made.year = member.year;
            made.marker = true;
            made.locators = member.locators;
            const std::string_view author = authors.substr(0, authors.find_first_of(" ,&"));
            const auto start = base_ + static_cast<std::uint32_t>(author.data() - text_.data());
            mean(made, document_.view(member.span), hits, {start, start + static_cast<std::uint32_t>(author.size())},
                 member.dated);
        }
    }

    /// Decides which works a name with a year means, and whether name or year has a slip.
    void mean(Citation& made, std::string_view text, std::span<const NameHit> hits, TextSpan name,
              TextSpan dated_at) const {
        const std::string_view author = document_.view(name);
        WorkNames::Dated dated = names_.resolve_dated(text, hits, made.year);
        if (dated.other_year) {
            made.flaw = CitationFlaw::year;
            made.slip = dated_at;
        } else if (dated.works.empty()) {
            dated.works = names_.misspelt(author, made.year);
            if (!dated.works.empty()) {
                made.flaw = CitationFlaw::author;
                made.slip = name;
            }
        }
        // The draft's own list of references knows such a work: nothing is misspelt.
        if (made.flaw != CitationFlaw::nothing && lists_other_work(author, made.year)) {
            dated.works.clear();
            made.flaw = CitationFlaw::nothing;
        }
        made.works = std::move(dated.works);
        made.external = made.works.empty();
    }

    [[nodiscard]] bool lists_other_work(std::string_view author, int year) const {
        const auto other = [&](const auto& entry) {
            return entry.second.works.empty() && entry.second.year == year &&
                   entry.second.text.find(author) != std::string::npos;
        };
        return std::ranges::any_of(references_.numbered, other) || std::ranges::any_of(references_.notes, other);
    }

    /// "(ICMEC Australia)", "(https://doi.org/…)", "(AIC, p. 3)": a parenthesis that names a work without a year.
    void named_group(std::string_view inside, TextSpan whole) {
        const std::vector<NameHit> hits = hits_in(whole);
        std::vector<WorkIndex> works = names_.resolve(inside, hits, 0);
        const bool author_alone =
            std::ranges::all_of(hits, [](const NameHit& h) { return h.kind == NameKind::author; });
        // "(Source: NSPCC)"
        if (works.empty() && words_.starts_source_line(inside)) {
            Citation& other = add(whole, CitationForm::name);
            other.external = true;
            other.marker = true;
            return;
        }
        if (works.empty() || (author_alone && !hits.empty() && inside.size() > longest_bare_author)) return;
        Citation& made = add(whole, CitationForm::name);
        made.works = std::move(works);
        made.marker = true;
        made.locators = read_locators(inside, whole.start);
    }

    /// "Source: Finkelhor, 2014" under a tile or table: a line that names nothing of the corpus names something else.
    void source_line() {
        if (found_.size() > start_ || text_.size() > longest_source_line || !words_.starts_source_line(text_)) return;
        Citation& other = add({base_, base_ + static_cast<std::uint32_t>(text_.size())}, CitationForm::name);
        other.external = true;
        other.marker = true;
    }

    void bracket(std::string_view inside, std::uint32_t base) {
        for (const GroupMember& member : read_bracket(inside, base)) {
            if (member.key.empty())
                number(member);
            else
                key(member, true);
        }
    }

    /// "(2)", "(1 p. 3)" before a mark: only where the references are numbered and brackets are not used for them.
    bool round_numbers(std::string_view inside, std::uint32_t base) {
        if (!references_.round_numbers) return false;
        const std::size_t end = base - base_ + inside.size() + 1;
        if (end < text_.size() && std::string_view(".,;:").find(text_[end]) == std::string_view::npos) return false;
        const std::vector<GroupMember> members = read_bracket(inside, base);
        for (const GroupMember& member : members)
            if (member.key.empty()) number(member);
        return !members.empty();
    }

    /// Bytes of a raised number, less one.
    std::size_t raised(std::size_t at) {
        std::size_t size = 0;
        const std::vector<GroupMember> members = read_raised_numbers(text_.substr(at), offset(at), size);
        // "m²", "km³"
        if (const std::string_view before = text_.substr(0, at);
            text_[at] != '^' && (before.ends_with(" m") || before.ends_with(" km") || before.ends_with(" cm")))
            return size > 0 ? size - 1 : 0;
        for (const GroupMember& member : members) number(member);
        return size > 0 ? size - 1 : 0;
    }

    void number(const GroupMember& member) {
        // A number without a list to look it up in may be anything.
        if (references_.numbered.empty() && references_.notes.empty()) return;
        int unknown = 0;
        for (int number = member.first; number <= std::min(member.last, member.first + longest_number_range);
             ++number) {
            const ReferenceEntry* known = references_.by_number(number);
            // "[5–7]" is pointed out once.
            point_to(EntryPointer::Kind::number, std::to_string(number), member.span,
                     known != nullptr || unknown++ > 0);
            if (known == nullptr) continue;
            Citation& made = cite(*known, member.span, CitationForm::number);
            made.locators.insert(made.locators.begin(), member.locators.begin(), member.locators.end());
        }
    }

    /// What a key stands for: an entry of the draft's bibliographies, or a work of the corpus.
    void key(const GroupMember& member, bool bracketed) {
        KeyMeaning meaning = look_up_key(member.key, names_, bibliographies_);
        if (!meaning.defined && !bracketed && bibliographies_.empty()) return; // "@handle"
        // "doi:10.1038/nn.4244" defines itself; and without a bibliography, or other keys that the corpus defines,
        // nobody can say what is missing.
        const bool scheme = member.key.find(':') != std::string::npos;
        if (meaning.defined || (meaning.complete && !scheme))
            point_to(EntryPointer::Kind::key, member.key, member.span, meaning.defined);
        Citation& made = add(member.span, CitationForm::key);
        made.marker = bracketed;
        made.locators = member.locators;
        if (meaning.item != nullptr) made.year = meaning.item->year;
        made.works = std::move(meaning.works);
        if (!made.works.empty()) return;
        // "@smith2019" is another work, wherever it is defined; "@ref12" may be any.
        const KeyWords spelt = read_key(member.key);
        made.external = meaning.item != nullptr || (!bibliographies_.empty() && meaning.complete) ||
                        (spelt.whole_year && !spelt.words.empty());
        made.open = !made.external;
    }

    /// "@key says", "@key [p. 12] says"
    void bare_key(std::size_t at) {
        if (at > 0 && (text_[at - 1] == '-' || text_[at - 1] == '.' ||
                       std::isalnum(static_cast<unsigned char>(text_[at - 1])) != 0))
            return;
        if (covered({offset(at), offset(at + 1)})) return;
        GroupMember member = read_bare_key(text_.substr(at), offset(at));
        if (member.key.empty()) return;
        const std::size_t end = member.span.end - base_;
        if (text_.substr(end).starts_with(" [")) {
            const std::size_t close = text_.substr(0, end + longest_year_group).find(']', end);
            if (close != std::string_view::npos)
                member.locators = read_locators(text_.substr(end + 2, close - end - 2), offset(end + 2));
        }
        key(member, false);
    }

    Citation& cite(const ReferenceEntry& entry, TextSpan at, CitationForm form) {
        Citation& made = add(at, form);
        made.works = entry.works;
        made.external = entry.works.empty() && entry.names_source;
        made.text = entry.text;
        made.year = entry.year;
        made.marker = true;
        made.locators = entry.locators;
        return made;
    }

    void follow(const Reference& reference) {
        if (reference.kind == Reference::Kind::footnote) {
            const auto note = references_.notes.find(reference.target);
            point_to(EntryPointer::Kind::note, reference.target, reference.at, note != references_.notes.end());
            if (note == references_.notes.end()) return;
            if (note->second.works.empty() && !note->second.names_source) return;
            cite(note->second, reference.at, CitationForm::footnote);
            return;
        }
        if (covered(reference.at)) return;
        std::vector<WorkIndex> works = names_.by_link(reference.target);
        if (!works.empty()) add(reference.at, CitationForm::link).works = std::move(works);
    }

    void links_in_text() {
        for (const std::string_view link : links_in(text_)) {
            const auto start = offset(static_cast<std::size_t>(link.data() - text_.data()));
            const TextSpan span{start, start + static_cast<std::uint32_t>(link.size())};
            std::vector<WorkIndex> works = names_.by_link(link);
            if (works.empty() || covered(span)) continue;
            add(span, CitationForm::link).works = std::move(works);
        }
    }

    [[nodiscard]] bool says(ConceptId wanted, std::uint32_t first_word) const {
        // The first look costs less than all that the block says.
        if (first_word >= read_->words.size() || !prose_.lexicon().says_at(wanted, read_->words, first_word))
            return false;
        return std::ranges::any_of(prose_.block(block_).hits,
                                   [&](const Hit& h) { return h.concept_id == wanted && h.first == first_word; });
    }

    /// True where a parenthesis opens right before a word; its gap may be the stop before that: "et al. (2023)".
    [[nodiscard]] bool opens(std::uint32_t word) const {
        if (word >= read_->words.size()) return false;
        const std::uint32_t start = read_->words[word].span.start;
        return start > base_ && text_[start - base_ - 1] == '(';
    }

    /// The year in a parenthesis right before a word: "Salter et al. (2023, p. 12)", "Thorn (n.d.)".
    [[nodiscard]] TextSpan year_behind(std::uint32_t word, int& year, std::vector<Locator>& locators) const {
        if (!opens(word)) return {};
        const std::uint32_t start = read_->words[word].span.start;
        const std::string_view rest = text_.substr(start - base_, longest_year_group);
        const std::size_t close = rest.find(')');
        if (close == std::string_view::npos) return {};
        const std::string_view inside = rest.substr(0, close);
        std::size_t written = 4;
        if (inside.starts_with("n.d.")) {
            year = -1;
        } else {
            year = read_->words[word].number ? year_in(inside.substr(0, written)) : 0;
            if (year == 0) return {};
            if (inside.size() > written && inside[written] >= 'a' && inside[written] <= 'h') ++written;
        }
        locators = read_year_tail(inside.substr(std::min(written, inside.size())),
                                  start + static_cast<std::uint32_t>(std::min(written, inside.size())));
        return {start, start + static_cast<std::uint32_t>(close)};
    }

    /// Of what `year_behind` found.
    static TextSpan year_digits(TextSpan dated) { return {dated.start, std::min(dated.start + 4, dated.end)}; }

    /// "Cubitt, Napier and Brown (2021)": not the first author, by whom works are known.
    [[nodiscard]] bool is_later_author(const NameHit& hit) const {
        const std::uint32_t first = hit.first;
        if (first == 0) return false;
        const auto gap = [&](std::uint32_t word) {
            return document_.view(TextSpan{read_->words[word - 1].span.end, read_->words[word].span.start});
        };
        const bool sign = gap(first).find('&') != std::string_view::npos;
        const bool joined = !sign && first > 1 && document_.view(read_->words[first - 1].span) == "and";
        if (!sign && !joined) return false;
        // Of two names nobody knows whether the first is an author; of three they make a list.
        const std::uint32_t before = first - (sign ? 1 : 2);
        return before > 0 && read_->words[before].capital && read_->words[before].gap == Gap::comma &&
               read_->words[before - 1].capital;
    }

    /// Whether the words around an author's name make it a citation, and not some other bearer of the name.
    [[nodiscard]] bool author_cites(const NameHit& hit) const {
        const std::uint32_t after = hit.last;
        if (says(et_al_, after)) return true;
        // "Roche's scoping review", "the Salter survey".
        const std::string_view name = document_.view(read_->span_of(hit.first, hit.last));
        const std::uint32_t reach =
            after + (name.find("'s") != std::string_view::npos || name.find("\xE2\x80\x99s") != std::string_view::npos
                         ? name_to_study
                         : 1);
        for (std::uint32_t word = after; word < read_->words.size() && word < reach; ++word) {
            if (read_->words[word].gap >= Gap::comma) break;
            if (says(study_, word)) return true;
        }
        // "Brown (2018)", "Brown and Bricknell (2018, p. 3)", "Salter, Woodlock and Jones (2023)".
        for (std::uint32_t word = after; word < read_->words.size() && word < after + 6; ++word) {
            const Word& next = read_->words[word];
            if (next.number) return opens(word) || next.gap == Gap::comma || next.gap == Gap::space;
            const std::string_view text = document_.view(next.span);
            if (opens(word) && text_.substr(next.span.start - base_).starts_with("n.d.")) return true;
            // "Roche, Otarra, Fell & Rees"
            if (next.capital && names_.is_author(text, hit.works)) return true;
            // "Dombert in 2016"
            if (text == "in" && word + 1 < read_->words.size() && read_->words[word + 1].number)
                return year_in(document_.view(read_->words[word + 1].span)) != 0;
            if (!next.capital && text != "and") return false;
            if (next.gap >= Gap::semicolon) return false;
        }
        return false;
    }

    /// "Money spent on the online sexual exploitation of children in the Philippines": a title's words in lower case.
    [[nodiscard]] bool is_everyday(const NameHit& hit) const {
        if (hit.last - hit.first < words_of_title || read_->words[hit.first].capital) return false;
        const std::size_t start = read_->words[hit.first].span.start - base_;
        return start == 0 || std::string_view("\"'*_\x9C\x98").find(text_[start - 1]) == std::string_view::npos;
    }

    /// "The men surveyed" has the stems of "the men's survey".
    [[nodiscard]] bool is_inflected(const NameHit& hit) const {
        if (hit.kind != NameKind::alias) return false;
        std::string_view last = document_.view(read_->words[hit.last - 1].span);
        last = last.substr(0, std::min(last.find('\''), last.find("\xE2\x80\x99")));
        return last.size() > hit.last_size + std::size_t{1};
    }

    /// Works that are named in running text.
    void mentions() {
        std::size_t next = 0;
        std::vector<NameHit> about;
        for (const Sentence& sentence : prose_.block(block_).sentences) {
            // Names come in the order of their words.
            const std::size_t first = next;
            about.clear();
            for (; next < hits_.size() && hits_[next].first < sentence.last_word; ++next)
                if (hits_[next].kind == NameKind::topic && hits_[next].last <= sentence.last_word)
                    about.push_back(hits_[next]);
            for (std::size_t i = first; i < next; ++i)
                if (hits_[i].kind != NameKind::topic && hits_[i].kind != NameKind::start &&
                    hits_[i].last <= sentence.last_word)
                    mention(sentence, hits_[i], about);
        }
    }

    void mention(const Sentence& sentence, const NameHit& hit, std::vector<NameHit>& about) {
        const TextSpan span = read_->span_of(hit.first, hit.last);
        if (covered(span) || (hit.kind == NameKind::author && !author_cites(hit)) || is_everyday(hit)) return;
        if (is_inflected(hit) || (hit.kind == NameKind::author && is_later_author(hit))) return;
        int year = 0;
        std::vector<Locator> locators;
        std::uint32_t behind = hit.last;
        while (behind < sentence.last_word && behind < hit.last + name_to_year && !opens(behind)) ++behind;
        const TextSpan dated = year_behind(behind, year, locators);
        about.push_back(hit);
        WorkNames::Dated meant = names_.resolve_dated({}, about, year);
        about.pop_back();
        const std::string_view author = document_.view(read_->words[hit.first].span);
        if (meant.other_year && lists_other_work(author, year)) return;
        if (meant.works.empty()) return;
        Citation& made = add(span, hit.kind == NameKind::title    ? CitationForm::title
                                   : hit.kind == NameKind::author ? CitationForm::author_year
                                                                  : CitationForm::name);
        made.works = std::move(meant.works);
        made.year = year;
        if (meant.other_year) {
            made.flaw = CitationFlaw::year;
            made.slip = year_digits(dated);
        }
        made.locators = std::move(locators);
        if (!dated.empty()) made.span = made.span.cover(dated);
        // "page 3 of the AIC's review": a page named in the same sentence.
        if (made.locators.empty()) made.locators = read_locators(document_.view(sentence.text), sentence.text.start);
    }

    /// "Smith et al.", "Finkelhor (2014)": works that the corpus does not have, or whose author is misspelt.
    void authors_of_other_works() {
        for (std::uint32_t i = 0; i < read_->words.size(); ++i) {
            if (!read_->words[i].capital) continue;
            const bool others = says(et_al_, i + 1);
            if ((!others && !opens(i + 1)) || covered(read_->words[i].span)) continue;
            int year = 0;
            std::vector<Locator> locators;
            // "Smith et al. (2023)": the year stands behind the two words.
            TextSpan dated = year_behind(i + 1, year, locators);
            if (dated.empty() && others) dated = year_behind(i + 3, year, locators);
            if (!others && dated.empty()) continue;
            const TextSpan span = read_->words[i].span;
            const TextSpan whole = dated.empty() ? span : span.cover(dated);
            const bool known =
                std::ranges::any_of(of_block(), [&](const Citation& c) { return c.span.overlaps(whole); });
            if (known) continue;
            Citation& made = add(whole, CitationForm::author_year);
            made.year = year;
            made.locators = std::move(locators);
            mean(made, {}, {}, span, year_digits(dated));
        }
    }

    Prose& prose_;
    const Document& document_;
    const WorkNames& names_;
    const CitationWords& words_;
    Bibliographies bibliographies_;
    const BlockReferences& links_;
    const References& references_;
    CarriedWorks& carried_;
    ConceptId et_al_, study_, other_publication_;
    std::vector<Citation> found_;
    std::vector<EntryPointer> pointers_;
    std::vector<NameHit> hits_;
    const BlockProse* read_ = nullptr;
    std::string_view text_;
    std::uint32_t base_ = 0;
    std::uint32_t block_ = 0;
    std::size_t start_ = 0; ///< first citation of this block
};

} // namespace

DraftCitations find_citations(Prose& prose, const WorkNames& names, const CitationWords& words,
                              Bibliographies bibliographies) {
    const BlockReferences links(prose.document());
    DraftCitations cited{read_references(prose, names, links, bibliographies), {}, {}};
    CarriedWorks carried(prose, names);
    const auto blocks = static_cast<std::uint32_t>(prose.document().blocks.size());
    cited.found = Finder(prose, names, words, bibliographies, cited.references, links, carried).run(0, blocks);
    cited.loose_ends = find_loose_ends(cited.found.pointers, cited.references, prose.document());
    return cited;
}

FoundCitations find_citations(Prose& prose, const WorkNames& names, const CitationWords& words,
                              Bibliographies bibliographies, const References& references, CarriedWorks& carried,
                              std::uint32_t first, std::uint32_t last) {
    const BlockReferences links(prose.document());
    return Finder(prose, names, words, bibliographies, references, links, carried).run(first, last);
}

} // namespace statlint
