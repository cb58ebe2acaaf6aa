#include "citation/carry.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "citation/group.hpp"

namespace statlint {
namespace {

Citation make(const Document& document, std::uint32_t block, TextSpan span, std::vector<WorkIndex> works,
              std::vector<Locator> locators) {
    Citation made;
    made.span = span;
    made.block = block;
    made.form = CitationForm::carried;
    made.text = document.view(span);
    made.works = std::move(works);
    made.locators = std::move(locators);
    return made;
}

bool share_house(const Work& a, const Work& b) {
    return !a.publisher.empty() && a.publisher == b.publisher;
}

} // namespace

void CarriedWorks::enter(const Block& block) {
    if (block.kind == BlockKind::heading) {
        // A new section of the same or a higher level forgets; a sub-section goes on.
        while (!last_.empty() && last_.back().level >= block.level) last_.pop_back();
        last_.push_back({block.level, last_.empty() ? std::vector<WorkIndex>{} : last_.back().works});
    } else if (last_.empty()) {
        last_.push_back({0, {}});
    }
}

void CarriedWorks::pass(const Block& block, std::span<const Citation> citations) {
    enter(block);
    // A marker behind the last word stands in no sentence.
    for (const Citation& citation : citations)
        if (citation.form != CitationForm::carried && !citation.works.empty() && citation.span.start < block.text.end) {
            last_.back().works = citation.works;
            note(citation.works);
        }
}

void CarriedWorks::note(std::span<const WorkIndex> works) {
    for (const WorkIndex work : works) named_[work] = true;
    any_named_ = any_named_ || !works.empty();
}

/// "The Institute's survey of female carers": of the works of the house that were named before, those whose topic the
/// sentence says, or else the one named last.
std::vector<WorkIndex> CarriedWorks::of_house(const Sentence& sentence, const BlockProse& read, const Hit& hit) const {
    if (!read.words[hit.last - 1].capital) return {};
    const std::vector<Work>& all = names_->corpus().works;
    const std::span<const WorkIndex> word = names_->of_house(read.words[hit.last - 1].stem);
    std::vector<WorkIndex> house;
    for (const WorkIndex work : word)
        if (std::ranges::any_of(
                word, [&](WorkIndex one) { return named_[one] && (one == work || share_house(all[one], all[work])); }))
            house.push_back(work);
    std::vector<NameHit> names;
    names_->find(std::span(read.words).subspan(sentence.first_word, sentence.last_word - sentence.first_word), names);
    const auto among = [](std::span<const WorkIndex> works, WorkIndex work) {
        return std::ranges::find(works, work) != works.end();
    };
    std::vector<WorkIndex> works;
    for (const WorkIndex work : house)
        if (std::ranges::any_of(
                names, [&](const NameHit& name) { return name.kind == NameKind::topic && among(name.works, work); }))
            works.push_back(work);
    if (!works.empty()) return works;
    std::ranges::copy_if(last_.back().works, std::back_inserter(works),
                         [&](WorkIndex work) { return among(house, work); });
    if (!works.empty()) return works;
    std::ranges::copy_if(house, std::back_inserter(works), [&](WorkIndex work) { return named_[work]; });
    return works;
}

bool CarriedWorks::carries_on(const BlockProse& read) const {
    return std::ranges::any_of(read.hits,
                               [&](const Hit& hit) { return hit.concept_id == carry_ || hit.concept_id == house_; }) ||
           std::ranges::any_of(read.sentences, [&](const Sentence& one) { return !lone_pages(one).empty(); });
}

/// The works named last; by "the same regulator" any work of their house is meant.
std::vector<WorkIndex> CarriedWorks::carried_by(const Hit& hit, std::span<const Hit> hits) const {
    std::vector<WorkIndex> works = last_.back().works;
    const bool house = std::ranges::any_of(
        hits, [&](const Hit& other) { return other.concept_id == same_house_ && other.first == hit.first; });
    if (!house) return works;
    const std::vector<Work>& all = names_->corpus().works;
    for (WorkIndex work = 0; work < all.size(); ++work) {
        const auto shares_house = [&](WorkIndex one) { return share_house(all[one], all[work]); };
        const std::span<const WorkIndex> last = last_.back().works;
        if (std::ranges::find(last, work) == last.end() && std::ranges::any_of(last, shares_house))
            works.push_back(work);
    }
    return works;
}

/// "… (Brown & Bricknell, 2018, p. 13), and … (ibid., p. 3)": in one sentence, with a page of its own.
void CarriedWorks::note_before(const Sentence& sentence, const BlockProse& read, std::uint32_t index,
                               std::span<const Citation> named, std::vector<Citation>& carried) {
    for (const Hit& hit : read.hits_of(sentence)) {
        if (hit.concept_id != ibid_) continue;
        const TextSpan span = read.span_of(hit.first, hit.last);
        const Citation* before = nullptr;
        for (const Citation& citation : named)
            if (!citation.works.empty() && citation.span.end <= span.start) before = &citation;
        if (before == nullptr) continue;
        std::string_view behind = document_.view(TextSpan{span.start, sentence.text.end});
        behind = behind.substr(0, behind.find_first_of(");]"));
        carried.push_back(make(document_, index, span, before->works, read_locators(behind, span.start)));
        carried.back().marker = true;
    }
}

/// "… in six months (p. xi)": a page alone in its parenthesis is one of the work that was named last.
std::vector<Locator> CarriedWorks::lone_pages(const Sentence& sentence) const {
    const std::string_view text = document_.view(sentence.text);
    if (text.find('(') == std::string_view::npos) return {};
    std::vector<Locator> pages = read_locators(text, sentence.text.start);
    std::erase_if(pages, [&](const Locator& locator) {
        const std::size_t start = locator.span.start - sentence.text.start;
        const std::size_t end = locator.span.end - sentence.text.start;
        return !locator.page || start == 0 || text[start - 1] != '(' || end >= text.size() || text[end] != ')';
    });
    return pages;
}

void CarriedWorks::carry_on(std::uint32_t index, const BlockProse& read, std::size_t start,
                            std::vector<Citation>& found) {
    enter(document_.blocks[index]);
    std::vector<WorkIndex>& last = last_.back().works;
    std::size_t next = start;
    const std::size_t own_end = found.size();
    std::vector<Citation> carried;
    for (const Sentence& sentence : read.sentences) {
        bool named = false;
        bool cited = false; // maybe a work that the corpus does not have
        std::vector<WorkIndex> here;
        for (; next < own_end && found[next].span.start < sentence.text.end; ++next) {
            cited = true;
            if (found[next].works.empty()) continue;
            named = true;
            here = found[next].works;
            note(here);
        }
        // It names no work by itself: what was named last stays that.
        bool house = false;
        for (const Hit& hit : named ? std::span<const Hit>() : read.hits_of(sentence)) {
            if (hit.concept_id != house_) continue;
            std::vector<WorkIndex> works = of_house(sentence, read, hit);
            if (works.empty()) continue;
            house = true;
            carried.push_back(make(document_, index, read.span_of(hit.first, hit.last), std::move(works),
                                   read_locators(document_.view(sentence.text), sentence.text.start)));
            break;
        }
        if (named) note_before(sentence, read, index, std::span(found).subspan(start, own_end - start), carried);
        if (!named && !house && !last.empty()) {
            for (Locator& page : cited ? std::vector<Locator>() : lone_pages(sentence)) {
                const TextSpan span = page.span;
                carried.push_back(make(document_, index, span, last, {std::move(page)}));
                carried.back().marker = true;
            }
            for (const Hit& hit : read.hits_of(sentence)) {
                if (hit.concept_id != carry_) continue;
                carried.push_back(make(document_, index, read.span_of(hit.first, hit.last),
                                       carried_by(hit, read.hits_of(sentence)),
                                       read_locators(document_.view(sentence.text), sentence.text.start)));
                break;
            }
        }
        if (named) last = here;
    }
    found.insert(found.end(), carried.begin(), carried.end());
}

} // namespace statlint
