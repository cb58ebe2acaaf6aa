// Pipeline::follow: the analysis of a changed document out of that of the document before.
#include <algorithm>

#include "match/derivations.hpp"
#include "match/stated.hpp"
#include "rules/dependents.hpp"
#include "rules/findings_of.hpp"
#include "rules/pipeline.hpp"
#include "rules/suppress.hpp"
#include "rules/verdicts.hpp"

namespace statlint {
namespace {

/// Whether two rows of citations cite the same in the same words.
bool same(const std::vector<Citation>& before, const std::vector<Citation>& now) {
    return std::ranges::equal(before, now, [](const Citation& a, const Citation& b) {
        const auto page = [](const Locator& x, const Locator& y) {
            return x.first == y.first && x.last == y.last && x.page == y.page;
        };
        return a.block == b.block && a.form == b.form && a.works == b.works && a.external == b.external &&
               a.open == b.open && a.text == b.text && a.flaw == b.flaw && a.year == b.year && a.marker == b.marker &&
               std::ranges::equal(a.locators, b.locators, page);
    });
}

/// Whether their pages, which fixes may change, stand where they stood.
bool same_places(const std::vector<Citation>& before, const std::vector<Citation>& now) {
    return std::ranges::equal(before, now, [](const Citation& a, const Citation& b) {
        return std::ranges::equal(a.locators, b.locators, {}, &Locator::span, &Locator::span);
    });
}

/// A citation whose style fixes take up.
bool sets_style(const Citation& citation) {
    return citation.form == CitationForm::key || citation.form == CitationForm::number ||
           citation.form == CitationForm::footnote || (citation.form == CitationForm::author_year && citation.marker);
}

} // namespace

std::string_view Pipeline::text_of(IndexRange blocks) const {
    if (blocks.size() == 0) return {};
    const std::vector<Block>& all = analysis_.document.blocks;
    return analysis_.document.view(TextSpan{all[blocks.first].text.start, all[blocks.last - 1].text.end});
}

std::uint8_t Pipeline::highest_heading(IndexRange blocks) const {
    std::uint8_t highest = 0;
    for (std::uint32_t i = blocks.first; i < blocks.last; ++i) {
        const Block& block = analysis_.document.blocks[i];
        if (block.kind == BlockKind::heading && (highest == 0 || block.level < highest)) highest = block.level;
    }
    return highest;
}

/// How blocks and the one behind them hang together with their neighbours.
std::vector<Pipeline::Shape> Pipeline::shape_of(IndexRange blocks) const {
    const std::vector<Block>& all = analysis_.document.blocks;
    std::vector<Shape> shapes;
    for (std::uint32_t i = blocks.first; i < blocks.last + 1 && i < all.size(); ++i) {
        const Block& block = all[i];
        const Block& last = all[i - std::min(i, 1U)];
        shapes.push_back({block.kind, block.level, block.list == no_block, block.table == no_block,
                          block.list == last.list, block.table == last.table, block.heading == last.heading});
    }
    return shapes;
}

/// A block that may be there to name the source of others: "Source: …", or an item of a list that cites.
bool Pipeline::names_source(IndexRange blocks) const {
    for (std::uint32_t i = blocks.first; i < blocks.last; ++i) {
        const Block& block = analysis_.document.blocks[i];
        if (knowledge_.citing.starts_source_line(analysis_.document.view(block.text))) return true;
        if (block.list == no_block && block.kind != BlockKind::caption && block.kind != BlockKind::alt_text) continue;
        const auto cited = std::ranges::lower_bound(analysis_.citations, i, {}, &Citation::block);
        if (cited != analysis_.citations.end() && cited->block == i) return true;
    }
    return false;
}

/// Whether the notes or the list of references of the draft may depend on some blocks or on those beside them.
bool Pipeline::concerns_references(IndexRange blocks) {
    const std::vector<Block>& all = analysis_.document.blocks;
    const auto count = static_cast<std::uint32_t>(all.size());
    const std::uint32_t last = std::min(blocks.last + 1, count);
    std::uint32_t known = no_block; // a heading that heads none
    const bool headed = highest_heading(blocks) > 0;
    // Prose below the references of a draft without further headings is no entry.
    const auto may_be_entry = [&](std::uint32_t i) {
        const std::string_view text = analysis_.document.view(all[i].text);
        return all[i].kind == BlockKind::list_item || text.empty() || year_in(text) != 0 ||
               std::string_view("[0123456789").find(text.front()) != std::string_view::npos;
    };
    for (std::uint32_t i = blocks.first - std::min(blocks.first, 1U); i < last; ++i) {
        if (blocks.holds(i) && all[i].kind == BlockKind::footnote) return true;
        const std::uint32_t heading = all[i].kind == BlockKind::heading ? i : all[i].heading;
        if (heading == no_block || heading == known) continue;
        if (!heads_references(prose_, heading))
            known = heading;
        else if (all[i].kind == BlockKind::heading || headed || (blocks.holds(i) && may_be_entry(i)))
            return true;
    }
    // A last list may be one, too, if something in the text points to it.
    if ((!references_.numbered.empty() && !references_.unheaded) || count == 0 || all.back().list == no_block)
        return false;
    std::uint32_t list = count;
    while (list > 0 && all[list - 1].list == all.back().list) --list;
    return blocks.last >= list || text_of(blocks).find("[1") != std::string_view::npos;
}

Pipeline::Old Pipeline::look_back(IndexRange blocks) const {
    Old old;
    old.citations = with_keys(analysis_.citations, blocks, &Citation::block);
    old.pointers = with_keys(pointers_, blocks, &EntryPointer::block);
    old.statistics = with_keys(analysis_.statistics, blocks, &Statistic::block);
    old.stated_findings = with_keys(analysis_.stated_findings, old.citations, &StatedFinding::citation);
    old.heading = highest_heading(blocks);
    old.shape = shape_of(blocks);
    old.names_source = names_source(blocks);
    old.numbers_in_brackets = refers_in_brackets(text_of(blocks));
    return old;
}

void Pipeline::pass(CarriedWorks& carried, IndexRange blocks) const {
    const std::vector<Citation>& all = analysis_.citations;
    auto citation = std::ranges::lower_bound(all, blocks.first, {}, &Citation::block);
    for (std::uint32_t i = blocks.first; i < blocks.last; ++i) {
        const auto start = citation;
        while (citation != all.end() && citation->block == i) ++citation;
        if (!references_.is_reference[i]) carried.pass(analysis_.document.blocks[i], {start, citation});
    }
}

void Pipeline::move_all(const DocumentChange& change, const Old& old) {
    const Moves moves{{change.text_from, change.text_by}, {change.before.last, change.blocks_by}};
    moves.apply(analysis_.citations);
    moves.apply(pointers_);
    moves.apply(references_);
    for (std::size_t i = old.statistics.last; i < analysis_.statistics.size(); ++i)
        moves.apply(analysis_.statistics[i]);
    moves.apply(analysis_.stated_findings);
    moves.apply(analysis_.findings);
    for (std::uint32_t& block : document_wide_) moves.block(block);
    const std::vector<bool>::difference_type first = change.before.first;
    auto& is_reference = references_.is_reference;
    is_reference.erase(is_reference.begin() + first, is_reference.begin() + change.before.last);
    is_reference.insert(is_reference.begin() + first, change.after.size(), false);
}

/// Whether a work comes in that the draft names nowhere else, or one goes out.
bool Pipeline::names_other_works(const std::vector<Citation>& before, const std::vector<Citation>& now,
                                 IndexRange there) const {
    enum : std::uint8_t { was = 1, is = 2, elsewhere = 4 };
    std::vector<std::uint8_t> named(knowledge_.corpus.works.size());
    const auto mark = [&](const Citation& citation, std::uint8_t how) {
        for (const WorkIndex work : citation.works) named[work] |= how;
    };
    for (std::size_t i = 0; i < analysis_.citations.size(); ++i)
        if (!there.holds(i)) mark(analysis_.citations[i], elsewhere);
    for (const Citation& citation : before) mark(citation, was);
    for (const Citation& citation : now) mark(citation, is);
    return std::ranges::any_of(named, [](std::uint8_t how) { return how == was || how == is; });
}

Pipeline::Cited Pipeline::cite_again(const DocumentChange& change, const Old& old, CarriedWorks& carried,
                                     CarriedWorks& carried_before) {
    const auto blocks = static_cast<std::uint32_t>(analysis_.document.blocks.size());
    FoundCitations found = find_citations(prose_, knowledge_.names, knowledge_.citing, policy_.bibliographies,
                                          references_, carried, change.after.first, change.after.last);
    std::vector<Citation>& all = analysis_.citations;
    const std::vector<Citation> gone(std::move_iterator(all.begin() + old.citations.first),
                                     std::move_iterator(all.begin() + old.citations.last));
    const bool other = !same(gone, found.citations);
    const bool moved = !same_places(gone, found.citations);
    if (other && names_other_works(gone, found.citations, old.citations)) return Cited::all_over;
    const bool style =
        other && (std::ranges::any_of(gone, sets_style) || std::ranges::any_of(found.citations, sets_style));
    if (!document_wide_blocks(prose_, found.citations).empty()) return Cited::all_over;
    const Move citations{old.citations.last, static_cast<std::uint32_t>(found.citations.size()) - old.citations.size()};
    replace(pointers_, old.pointers, std::move(found.pointers));
    replace(all, old.citations, std::move(found.citations));
    const IndexRange now{old.citations.first, old.citations.last + citations.by};
    if (citations.by != 0) {
        for (Statistic& statistic : analysis_.statistics) {
            for (Reached& reached : statistic.reached) citations(reached.citation);
            for (std::uint32_t& citation : statistic.citations) citations(citation);
        }
        for (StatedFinding& stated : analysis_.stated_findings) citations(stated.citation);
    }
    replace(analysis_.stated_findings, old.stated_findings,
            find_stated_findings(prose_, knowledge_.findings, all, now));
    // What carries on in the blocks behind may be another work now.
    for (std::uint32_t i = change.after.last; i < blocks && !carried.agrees_with(carried_before); ++i) {
        if (references_.is_reference[i]) continue;
        if (carried.carries_on(prose_.block(i))) return Cited::all_over;
        pass(carried, {i, i + 1});
        pass(carried_before, {i, i + 1});
    }
    if (style) return Cited::in_other_style;
    return other || moved ? Cited::otherwise : Cited::as_before;
}

/// How far behind `from` sentences may carry on what was found before: up to where two blocks with statistics stand
/// apart, or, and then `faded` is true, until as many came that what was found before them is forgotten.
std::uint32_t Pipeline::end_of_carrying(std::uint32_t from, std::size_t statistic, bool& faded) const {
    const std::vector<Statistic>& all = analysis_.statistics;
    const std::vector<Block>& blocks = analysis_.document.blocks;
    std::uint32_t end = from;
    faded = false;
    for (std::uint32_t count = 0; statistic < all.size(); ++statistic) {
        const std::uint32_t block = all[statistic].block;
        if (block < end) continue;
        if (block - end >= most_blocks_on || (count > 0 && blocks[block].heading != blocks[end - 1].heading)) break;
        faded = ++count > blocks_carried_on;
        if (faded) break;
        end = block + 1;
    }
    while (end < blocks.size() && blocks[end].table != no_block) ++end;
    return end;
}

/// Answers the blocks that were matched: those, and others that carry on what is found in them.
IndexRange Pipeline::match_again(IndexRange blocks, const Old& old) {
    std::vector<Statistic>& all = analysis_.statistics;
    // The old ones of the change itself have indices of blocks that are no more.
    const auto behind = all.begin() + old.statistics.last;
    const auto first =
        std::ranges::lower_bound(all.begin(), all.begin() + old.statistics.first, blocks.first, {}, &Statistic::block);
    auto before = first;
    for (std::uint32_t count = 0; before != all.begin(); --before)
        if ((before == first || (before - 1)->block != before->block) && ++count > blocks_carried_on + 1) break;
    std::vector<Statistic> fresh;
    auto last = behind;
    for (bool faded = true; faded;) {
        const std::uint32_t looked_at = blocks.last;
        last = std::ranges::lower_bound(behind, all.end(), looked_at, {}, &Statistic::block);
        blocks.last = end_of_carrying(looked_at, static_cast<std::size_t>(last - all.begin()), faded);
        const auto known = last;
        last = std::ranges::lower_bound(known, all.end(), blocks.last, {}, &Statistic::block);
        fresh =
            match_figures(prose_, knowledge_.corpus, knowledge_.figures, read_quantities(blocks), analysis_.citations,
                          document_wide_, knowledge_.citing, knowledge_.joining, match_options(), {before, first});
        // Where the last blocks are about what they were about, those behind carry on the same.
        const auto tail = std::ranges::lower_bound(fresh, looked_at, {}, &Statistic::block);
        faded =
            faded && !std::ranges::equal(std::ranges::subrange(known, last), std::ranges::subrange(tail, fresh.end()),
                                         {}, matched_figure, matched_figure);
    }
    const IndexRange gone{static_cast<std::uint32_t>(first - all.begin()),
                          static_cast<std::uint32_t>(last - all.begin())};
    for (Statistic& statistic : fresh)
        if (statistic.restated != none) statistic.restated += gone.first;
    const IndexRange now{gone.first, gone.first + static_cast<std::uint32_t>(fresh.size())};
    const Move move{gone.last, now.last - gone.last};
    replace(all, gone, std::move(fresh));
    for (std::size_t i = now.last; i < all.size(); ++i) move(all[i].restated);
    std::erase_if(analysis_.derivations, [&](const Derivation& d) { return gone.holds(d.statistic); });
    for (Derivation& derivation : analysis_.derivations) move(derivation.statistic);
    for (Finding& finding : analysis_.findings) move(finding.statistic);

    mark_unstated(prose_, knowledge_.corpus, all, now);
    std::vector<Derivation> derived = find_derivations(prose_, all, knowledge_.joining, blocks);
    const auto place = std::ranges::lower_bound(analysis_.derivations, now.first, {}, &Derivation::statistic);
    const auto at = static_cast<std::uint32_t>(place - analysis_.derivations.begin());
    replace(analysis_.derivations, {at, at}, std::move(derived));
    settle_verdicts(analysis_, knowledge_, policy_, now);
    return blocks;
}

/// Leaves the findings of the blocks that stay, as if nothing were suppressed.
void Pipeline::drop_findings(IndexRange blocks) {
    std::vector<Finding>& all = analysis_.findings;
    for (Suppressed& one : analysis_.suppressed) all.push_back(std::move(one.finding));
    analysis_.suppressed.clear();
    std::erase_if(all, [&](const Finding& f) { return f.block == no_block || blocks.holds(f.block); });
    if (!std::ranges::is_sorted(all, comes_before)) std::ranges::stable_sort(all, comes_before);
}

void Pipeline::find_again(IndexRange blocks) {
    std::vector<Finding>& all = analysis_.findings;
    std::erase_if(all, [&](const Finding& f) { return blocks.holds(f.block); });
    std::vector<Finding> fresh = findings_of(analysis_, knowledge_, policy_, blocks);
    const auto middle = all.insert(all.end(), std::move_iterator(fresh.begin()), std::move_iterator(fresh.end()));
    std::inplace_merge(all.begin(), middle, all.end(), comes_before);
    suppress(analysis_, knowledge_, policy_);
}

/// Puts the new document in; false where its blocks mean too much for the rest of it.
bool Pipeline::take_over(Document now, const DocumentChange& change, bool numbers_in_brackets) {
    analysis_.document = std::move(now);
    prose_.replace(change.before.first, change.before.last, change.after.size());
    const BlockQuantities read = read_quantities(change.after);
    std::vector<std::uint32_t> counts;
    for (std::uint32_t i = 0; i < change.after.size(); ++i) counts.push_back(read.starts[i + 1] - read.starts[i]);
    replace(counts_, change.before, std::move(counts));
    if (!any_quantities() || concerns_references(change.after)) return false;
    // Whether the list of references is pointed to as "[2]" anywhere decides what "(2)" is.
    if (!numbers_in_brackets && !refers_in_brackets(text_of(change.after))) return true;
    const bool round = !references_.numbered.empty() && !refers_in_brackets(analysis_.document.text);
    return round == references_.round_numbers;
}

bool Pipeline::any_quantities() const {
    return std::ranges::any_of(counts_, [](std::uint32_t count) { return count > 0; });
}

bool Pipeline::follow(Document now, const DocumentChange& change) {
    const bool wide = std::ranges::any_of(document_wide_, [&](std::uint32_t i) { return change.before.holds(i); });
    if (wide || !any_quantities() || concerns_references(change.before)) {
        analysis_.document = std::move(now);
        return false;
    }
    const Old old = look_back(change.before);
    CarriedWorks carried(prose_, knowledge_.names);
    pass(carried, {0, change.before.first});
    CarriedWorks carried_before = carried;
    pass(carried_before, change.before);

    if (!take_over(std::move(now), change, old.numbers_in_brackets)) return false;
    drop_findings(change.before);
    move_all(change, old);
    const Cited cited = cite_again(change, old, carried, carried_before);
    if (cited == Cited::all_over) return false;
    analysis_.loose_ends = find_loose_ends(pointers_, references_, analysis_.document);

    Changed changed{change.after, highest_heading(change.after), false};
    if (changed.heading == 0 || (old.heading != 0 && old.heading < changed.heading)) changed.heading = old.heading;
    changed.sources = cited != Cited::as_before || old.names_source || names_source(change.after) ||
                      old.shape != shape_of(change.after);
    const IndexRange concerned = match_again(dependents(analysis_.document, changed), old);
    // Fixes are written in the style of the citations that are there.
    const IndexRange all{0, static_cast<std::uint32_t>(analysis_.document.blocks.size())};
    find_again(cited == Cited::in_other_style ? all : concerned);
    return true;
}

} // namespace statlint
