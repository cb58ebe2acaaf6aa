// What `corpus cite` prints is read back as that work and page, for every work and every style.
#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "checked_draft.hpp"
#include "corpus/cite.hpp"

using namespace statlint;

namespace {

struct Row {
    CiteStyle style;
    const char* name;
    bool exact; ///< author and year may be shared by several works, what says more may not
};

constexpr Row styles[] = {
    {CiteStyle::apa, "apa", false},   {CiteStyle::vancouver, "vancouver", true}, {CiteStyle::harvard, "harvard", false},
    {CiteStyle::agsm, "agsm", false}, {CiteStyle::footnote, "footnote", true},   {CiteStyle::pandoc, "pandoc", true},
};

/// A draft that cites a work in a style, with a note or a list of references where the style has one.
std::string draft_citing(const Work& work, CiteStyle style, std::string_view page) {
    const std::string claim = "It is 28.5% of Australians";
    const std::string cited = cite(work, style, page);
    if (style == CiteStyle::footnote) return fmt::format("{}.[^1]\n\n[^1]: {}\n", claim, cited);
    if (style == CiteStyle::pandoc) return fmt::format("{} {}.\n", claim, cited);
    return fmt::format("{} {}.\n\n## References\n\n1. {}\n", claim, cited, reference(work, style));
}

const Citation* citation_of(const Analysis& analysis, WorkIndex work) {
    const auto found = std::ranges::find_if(analysis.citations, [&](const Citation& citation) {
        return std::ranges::find(citation.works, work) != citation.works.end();
    });
    return found == analysis.citations.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("a printed citation is read back as its work and page") {
    const std::vector<Work>& works = corpus_of(built_in()).works;
    for (WorkIndex index = 0; index < works.size(); ++index) {
        for (const Row& row : styles) {
            for (const std::string_view page : {"", "3", "xi", "12-14"}) {
                const std::string draft = draft_citing(works[index], row.style, page);
                CAPTURE(works[index].id);
                CAPTURE(row.name);
                CAPTURE(draft);
                const Analysis analysis = check_draft(draft);
                const Citation* citation = citation_of(analysis, index);
                REQUIRE(citation != nullptr);
                CHECK(citation->flaw == CitationFlaw::nothing);
                if (row.exact) CHECK(citation->works.size() == 1);
                if (page.empty()) continue;
                const std::string_view first = page.substr(0, page.find('-'));
                CHECK(std::ranges::any_of(citation->locators, [&](const Locator& l) { return l.first == first; }));
            }
        }
    }
}
