#include "citation/find_citations.hpp"

#include <algorithm>

#include "citation/group.hpp"
#include "citation/links.hpp"
#include "citation/references.hpp"

namespace statlint {
namespace {

constexpr std::size_t longest_group = 400; ///< bytes between two parentheses; a longer one is no citation

class Finder {
  public:
    Finder(Prose& prose, const WorkNames& names, const CitationWords& words)
        : prose_(prose), document_(prose.document()), names_(names), words_(words), links_(document_),
          references_(read_references(prose, names, links_)), et_al_(prose.lexicon().find("et-al")),
          carry_(prose.lexicon().find("carry")) {}

    std::vector<Citation> run() {
        for (block_ = 0; block_ < document_.blocks.size(); ++block_) {
            start_ = found_.size();
            if (!references_.is_reference[block_]) {
                read_ = &prose_.block(block_);
                text_ = document_.view(document_.blocks[block_].text);
                base_ = document_.blocks[block_].text.start;
                hits_.clear();
                names_.find(read_->words, hits_);
                groups();
                mentions();
                authors_of_other_works();
                links_in_text();
            }
            if (!references_.is_reference[block_])
                for (const std::uint32_t reference : links_.of(block_)) follow(document_.references[reference]);
            std::ranges::stable_sort(found_.begin() + static_cast<std::ptrdiff_t>(start_), found_.end(), {},
                                     [](const Citation& c) { return c.span.start; });
            if (!references_.is_reference[block_]) carry_on();
        }
        return std::move(found_);
    }

  private:
    Citation& add(TextSpan span, CitationForm form) {
        Citation made;
        made.span = span;
        made.block = block_;
        made.form = form;
        made.text = document_.view(span);
        found_.push_back(std::move(made));
        return found_.back();
    }

    [[nodiscard]] bool covered(TextSpan span) const {
        return std::ranges::any_of(found_.begin() + static_cast<std::ptrdiff_t>(start_), found_.end(),
                                   [&](const Citation& c) { return c.marker && c.span.overlaps(span); });
    }

    [[nodiscard]] std::vector<NameHit> hits_in(TextSpan span) const {
        std::vector<NameHit> inside;
        for (const NameHit& hit : hits_)
            if (span.contains(read_->span_of(hit.first, hit.last))) inside.push_back(hit);
        return inside;
    }

    /// "(Salter et al., 2023)", "[2, p. 3]", "[@key]".
    void groups() {
        for (std::size_t at = 0; at < text_.size(); ++at) {
            const char open = text_[at];
            if (open != '(' && open != '[') continue;
            const std::size_t end = text_.substr(0, at + longest_group).find(open == '(' ? ')' : ']', at);
            if (end == std::string_view::npos || end - at > longest_group) continue;
            const std::string_view inside = text_.substr(at + 1, end - at - 1);
            const std::uint32_t base = base_ + static_cast<std::uint32_t>(at) + 1;
            if (open == '(')
                author_years(inside, base);
            else
                bracket(inside, base);
        }
    }

    void author_years(std::string_view inside, std::uint32_t base) {
        const TextSpan whole{base, base + static_cast<std::uint32_t>(inside.size())};
        const std::vector<GroupMember> members = read_author_years(inside, base);
        if (members.empty()) {
            named_group(inside, whole);
            return;
        }
        for (const GroupMember& member : members) {
            std::string_view authors = document_.view(member.authors);
            while (!authors.empty() && (authors[0] == ' ' || authors[0] == '*' || authors[0] == '"' ||
                                        authors[0] == '\'' || static_cast<unsigned char>(authors[0]) >= 0x80))
                authors.remove_prefix(1);
            const bool capital = !authors.empty() && authors[0] >= 'A' && authors[0] <= 'Z';
            const std::vector<NameHit> hits = hits_in(member.span);
            if ((!capital && hits.empty()) || words_.starts_without_author(authors)) continue;
            Citation& made = add(member.span, CitationForm::author_year);
            made.works = names_.resolve(document_.view(member.span), hits, std::max(member.year, 0));
            made.external = made.works.empty();
            made.year = member.year;
            made.marker = true;
            made.locators = member.locators;
        }
    }

    /// "(ICMEC Australia)", "(https://doi.org/…)", "(AIC, p. 3)": a parenthesis that names a work without a year.
    void named_group(std::string_view inside, TextSpan whole) {
        const std::vector<NameHit> hits = hits_in(whole);
        std::vector<WorkIndex> works = names_.resolve(inside, hits, 0);
        const bool author_alone =
            std::ranges::all_of(hits, [](const NameHit& h) { return h.kind == NameKind::author; });
        if (works.empty() || (author_alone && !hits.empty() && inside.size() > 60)) return;
        Citation& made = add(whole, CitationForm::name);
        made.works = std::move(works);
        made.marker = true;
        made.locators = read_locators(inside, whole.start);
    }

    void bracket(std::string_view inside, std::uint32_t base) {
        for (const GroupMember& member : read_bracket(inside, base)) {
            if (!member.key.empty()) {
                Citation& made = add(member.span, CitationForm::key);
                const WorkIndex work = names_.corpus().work_by_id(member.key);
                if (work != none) made.works.push_back(work);
                made.external = work == none;
                made.marker = true;
                made.locators = member.locators;
                continue;
            }
            // A bracketed number without a list to look it up in may be anything.
            if (references_.numbered.empty() && references_.notes.empty()) continue;
            for (int number = member.first; number <= std::min(member.last, member.first + 50); ++number) {
                const auto entry = references_.numbered.find(number);
                const auto note = references_.notes.find(std::to_string(number));
                const ReferenceEntry* known = entry != references_.numbered.end() ? &entry->second
                                              : note != references_.notes.end()   ? &note->second
                                                                                  : nullptr;
                if (known == nullptr) continue;
                cite(*known, member.span, CitationForm::number);
                found_.back().locators.insert(found_.back().locators.begin(), member.locators.begin(),
                                              member.locators.end());
            }
        }
    }

    void cite(const ReferenceEntry& entry, TextSpan at, CitationForm form) {
        Citation& made = add(at, form);
        made.works = entry.works;
        made.external = entry.works.empty() && entry.names_source;
        made.text = entry.text;
        made.year = entry.year;
        made.marker = true;
        made.locators = entry.locators;
    }

    void follow(const Reference& reference) {
        if (reference.kind == Reference::Kind::footnote) {
            const auto note = references_.notes.find(reference.target);
            if (note == references_.notes.end()) return;
            if (note->second.works.empty() && !note->second.names_source) return;
            cite(note->second, reference.at, CitationForm::footnote);
            return;
        }
        if (covered(reference.at)) return;
        std::vector<WorkIndex> works = names_.by_link(reference.target);
        if (works.empty()) return;
        Citation& made = add(reference.at, CitationForm::link);
        made.works = std::move(works);
    }

    void links_in_text() {
        for (const std::string_view link : links_in(text_)) {
            const auto start = base_ + static_cast<std::uint32_t>(link.data() - text_.data());
            const TextSpan span{start, start + static_cast<std::uint32_t>(link.size())};
            std::vector<WorkIndex> works = names_.by_link(link);
            if (works.empty() || covered(span)) continue;
            add(span, CitationForm::link).works = std::move(works);
        }
    }

    [[nodiscard]] bool says(ConceptId wanted, std::uint32_t first_word) const {
        return std::ranges::any_of(read_->hits,
                                   [&](const Hit& h) { return h.concept_id == wanted && h.first == first_word; });
    }

    /// The year in a parenthesis right behind a name: "Salter et al. (2023, p. 12)".
    [[nodiscard]] TextSpan year_behind(std::uint32_t word, int& year, std::vector<Locator>& locators) const {
        if (word >= read_->words.size() || read_->words[word].gap != Gap::open || !read_->words[word].number) return {};
        const std::uint32_t start = read_->words[word].span.start;
        const std::size_t close = text_.find(')', start - base_);
        if (close == std::string_view::npos || close - (start - base_) > 60) return {};
        const std::string_view inside = text_.substr(start - base_, close - (start - base_));
        year = year_in(inside.substr(0, 4));
        if (year == 0) return {};
        locators = read_locators(inside, start);
        return {start, base_ + static_cast<std::uint32_t>(close)};
    }

    /// Whether the words around an author's name make it a citation, and not some other bearer of the name.
    [[nodiscard]] bool author_cites(const NameHit& hit) const {
        const std::uint32_t after = hit.last;
        if (says(et_al_, after)) return true;
        // "Brown (2018)", "Brown and Bricknell (2018, p. 3)", "Salter, Woodlock and Jones (2023)".
        for (std::uint32_t word = after; word < read_->words.size() && word < after + 6; ++word) {
            const Word& next = read_->words[word];
            if (next.number) return next.gap == Gap::open || next.gap == Gap::comma || next.gap == Gap::space;
            const std::string_view text = document_.view(next.span);
            if (!next.capital && text != "and") return false;
            if (next.gap >= Gap::semicolon) return false;
        }
        return false;
    }

    /// Works that are named in running text, one citation for each sentence's cluster of names.
    void mentions() {
        for (const Sentence& sentence : read_->sentences) {
            std::vector<NameHit> topics;
            for (const NameHit& hit : hits_)
                if (hit.kind == NameKind::topic && hit.first >= sentence.first_word && hit.last <= sentence.last_word)
                    topics.push_back(hit);
            for (const NameHit& hit : hits_) {
                if (hit.first < sentence.first_word || hit.last > sentence.last_word || hit.kind == NameKind::topic)
                    continue;
                const TextSpan span = read_->span_of(hit.first, hit.last);
                if (covered(span) || (hit.kind == NameKind::author && !author_cites(hit))) continue;
                int year = 0;
                std::vector<Locator> locators;
                std::uint32_t behind = hit.last;
                while (behind < sentence.last_word && behind < hit.last + 4 && read_->words[behind].gap != Gap::open)
                    ++behind;
                const TextSpan dated = year_behind(behind, year, locators);
                std::vector<NameHit> about = topics;
                about.push_back(hit);
                std::vector<WorkIndex> works = names_.resolve({}, about, year);
                if (works.empty()) continue;
                Citation& made = add(span, hit.kind == NameKind::title    ? CitationForm::title
                                           : hit.kind == NameKind::author ? CitationForm::author_year
                                                                          : CitationForm::name);
                made.works = std::move(works);
                made.year = year;
                made.locators = std::move(locators);
                if (!dated.empty()) made.span = made.span.cover(dated);
                if (made.locators.empty()) {
                    // "page 3 of the AIC's review": a page named in the same sentence.
                    made.locators = read_locators(document_.view(sentence.text), sentence.text.start);
                }
            }
        }
    }

    /// "Smith et al.", "Finkelhor (2014)": works that the corpus does not have.
    void authors_of_other_works() {
        for (std::uint32_t i = 0; i < read_->words.size(); ++i) {
            if (!read_->words[i].capital || covered(read_->words[i].span)) continue;
            int year = 0;
            std::vector<Locator> locators;
            const TextSpan dated = year_behind(i + 1, year, locators);
            if (!says(et_al_, i + 1) && dated.empty()) continue;
            const TextSpan span = read_->words[i].span;
            const bool known = std::ranges::any_of(
                found_.begin() + static_cast<std::ptrdiff_t>(start_), found_.end(),
                [&](const Citation& c) { return c.span.overlaps(span.cover(dated.empty() ? span : dated)); });
            if (known) continue;
            Citation& made = add(dated.empty() ? span : span.cover(dated), CitationForm::author_year);
            made.external = true;
            made.year = year;
        }
    }

    /// "The same study found …": what was named last in the section goes on.
    void carry_on() {
        const Block& block = document_.blocks[block_];
        if (block.kind == BlockKind::heading) {
            // A new section of the same or a higher level forgets; a sub-section goes on.
            while (!last_.empty() && last_.back().level >= block.level) last_.pop_back();
            last_.push_back({block.level, last_.empty() ? std::vector<WorkIndex>{} : last_.back().works});
        } else if (last_.empty()) {
            last_.push_back({0, {}});
        }
        std::vector<WorkIndex>& last = last_.back().works;
        std::size_t next = start_;
        const std::size_t own_end = found_.size();
        std::vector<Citation> carried;
        for (const Sentence& sentence : read_->sentences) {
            bool named = false;
            std::vector<WorkIndex> here;
            for (; next < own_end && found_[next].span.start < sentence.text.end; ++next) {
                if (found_[next].works.empty()) continue;
                named = true;
                here = found_[next].works;
            }
            if (!named && !last.empty()) {
                for (const Hit& hit : read_->hits_of(sentence)) {
                    if (hit.concept_id != carry_) continue;
                    Citation made;
                    made.span = read_->span_of(hit.first, hit.last);
                    made.block = block_;
                    made.form = CitationForm::carried;
                    made.text = document_.view(made.span);
                    made.works = last;
                    carried.push_back(std::move(made));
                    break;
                }
            }
            if (named) last = here;
        }
        found_.insert(found_.end(), carried.begin(), carried.end());
    }

    struct Named {
        std::uint8_t level;
        std::vector<WorkIndex> works;
    };

    Prose& prose_;
    const Document& document_;
    const WorkNames& names_;
    const CitationWords& words_;
    BlockReferences links_;
    References references_;
    ConceptId et_al_, carry_;
    std::vector<Citation> found_;
    std::vector<Named> last_; ///< the work named last, by depth of section
    std::vector<NameHit> hits_;
    const BlockProse* read_ = nullptr;
    std::string_view text_;
    std::uint32_t base_ = 0;
    std::uint32_t block_ = 0;
    std::size_t start_ = 0; ///< first citation of this block
};

} // namespace

std::vector<Citation> find_citations(Prose& prose, const WorkNames& names, const CitationWords& words) {
    return Finder(prose, names, words).run();
}

} // namespace statlint
