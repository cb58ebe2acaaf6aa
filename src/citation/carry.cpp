#include "citation/carry.hpp"

#include <algorithm>
#include <utility>

#include "citation/group.hpp"

namespace statlint {

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
        if (citation.form != CitationForm::carried && !citation.works.empty() && citation.span.start < block.text.end)
            last_.back().works = citation.works;
}

bool CarriedWorks::carries_on(const BlockProse& read) const {
    return std::ranges::any_of(read.hits, [&](const Hit& hit) { return hit.concept_id == carry_; });
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
        Citation made;
        made.span = span;
        made.block = index;
        made.form = CitationForm::carried;
        made.text = document_.view(span);
        made.works = before->works;
        made.marker = true;
        made.locators = read_locators(behind, span.start);
        carried.push_back(std::move(made));
    }
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
        std::vector<WorkIndex> here;
        for (; next < own_end && found[next].span.start < sentence.text.end; ++next) {
            if (found[next].works.empty()) continue;
            named = true;
            here = found[next].works;
        }
        if (named) note_before(sentence, read, index, std::span(found).subspan(start, own_end - start), carried);
        if (!named && !last.empty()) {
            for (const Hit& hit : read.hits_of(sentence)) {
                if (hit.concept_id != carry_) continue;
                Citation made;
                made.span = read.span_of(hit.first, hit.last);
                made.block = index;
                made.form = CitationForm::carried;
                made.text = document_.view(made.span);
                made.works = last;
                made.locators = read_locators(document_.view(sentence.text), sentence.text.start);
                carried.push_back(std::move(made));
                break;
            }
        }
        if (named) last = here;
    }
    found.insert(found.end(), carried.begin(), carried.end());
}

} // namespace statlint
