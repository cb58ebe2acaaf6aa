#include <doctest/doctest.h>

#include "checked_draft.hpp"
#include "citation/bibliography.hpp"

using namespace statlint;

namespace {

struct ReadBibliography {
    Bibliography made;
    std::vector<Error> errors;
};

ReadBibliography bibtex(std::string_view text) {
    ReadBibliography read;
    read.made = read_bibtex(text, "refs.bib", read.errors);
    return read;
}

/// The ids of the works that the first statistic of a draft cites.
std::string cited(const std::string& draft, const Bibliography& bibliography) {
    Policy policy;
    policy.bibliographies = {&bibliography};
    const Analysis analysis = analyse(*read_markdown(draft), built_in(), policy);
    std::string ids;
    for (const Citation& citation : analysis.citations)
        for (const WorkIndex work : citation.works) ids += corpus_of(built_in()).works[work].id + " ";
    return ids;
}

} // namespace

TEST_CASE("a user's key means a work by its DOI, its link, or title, author and year") {
    const ReadBibliography read = bibtex(R"(
@article{a, author = {Mathews, Ben}, title = {Another title}, year = {2023}, doi = {10.5694/mja2.51873}}
@online{b, title = "Identifying and understanding child sexual offending behaviour and attitudes among Australian men",
  author = "Salter, Michael and Woodlock, Delanie", date = "2023-11"}
@book{c, author = {Smith, Jo}, title = {Something else}, year = 2019}
)");
    CHECK(read.errors.empty());
    CHECK(read.made.items.size() == 3);
    const std::string claim = "28.5% of Australians were sexually abused as children ";
    CHECK(cited(claim + "[@a].", read.made) == "acms-2023 ");
    CHECK(cited(claim + "[see @b, p. 3].", read.made) == "salter-2023 ");
    CHECK(cited(claim + "[@c].", read.made) == "");
    CHECK(cited("As @a says, 28.5% of Australians were sexually abused as children.", read.made) == "acms-2023 ");
}

TEST_CASE("CSL-JSON gives the same keys") {
    std::vector<Error> errors;
    const Bibliography made =
        read_csl_json(R"([{"id": "m", "DOI": "10.5694/mja2.51873", "title": "x", "issued": {"date-parts": [[2023]]}}])",
                      "refs.json", errors);
    CHECK(errors.empty());
    CHECK(cited("28.5% of Australians were sexually abused as children [@m].", made) == "acms-2023 ");
}

TEST_CASE("what is wrong with a bibliography is said with its place, and the rest is read") {
    struct Row {
        const char* text;
        int line;
    };
    const Row rows[] = {
        {"@book{a, title={open", 1},
        {"@book{a, title={x}}\n@book{a, title={y}}\n", 2},
        {"\n\n@book{, title={x}}\n", 3},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const ReadBibliography read = bibtex(row.text);
        REQUIRE(!read.errors.empty());
        CHECK(read.errors.front().path == "refs.bib");
        CHECK(read.errors.front().line == row.line);
        CHECK(read.errors.front().column > 0);
    }
    CHECK(!bibtex("@a{x, crossref={y}}\n@a{y, crossref={x}}\n").errors.empty());
    std::vector<Error> errors;
    (void)read_csl_json("[{\"id\": 1,]", "refs.json", errors);
    CHECK(!errors.empty());
}

TEST_CASE("a hostile bibliography is read in bounded time, with bounded errors") {
    std::string braces(200000, '{');
    CHECK(bibtex("@book{a, title=" + braces).errors.size() <= 20);
    std::string many;
    for (int i = 0; i < 20000; ++i) many += "@book{k" + std::to_string(i % 7) + ", title={T}, crossref={k1}}\n";
    const ReadBibliography read = bibtex(many);
    CHECK(read.errors.size() <= 20);
    CHECK(read.made.items.size() == 7);
    std::vector<Error> errors;
    (void)read_csl_json(std::string(100000, '['), "refs.json", errors);
    CHECK(!errors.empty());
}

TEST_CASE("pointers that lead nowhere, and citations with a slip") {
    struct Row {
        const char* draft;
        const char* want; ///< the rules, in their order
    };
    const Row rows[] = {
        {"28.5% of Australians were sexually abused as children.[^7]", "missing-citation unresolved-citation "},
        {"28.5% of Australians were sexually abused as children (Mathews et al., 2021).", "malformed-citation "},
        {"One in six Australian men reports sexual feelings for children (Slater et al., 2023).",
         "malformed-citation "},
        {"28.5% of Australians were sexually abused as children (ACMS).\n\n[^1]: Mathews et al. 2023\n", ""},
        {"28.5% of Australians were sexually abused as children [7].\n\n## References\n\n1. Mathews B et al. 2023.\n",
         "missing-citation unresolved-citation "},
        {"28.5% of Australians were sexually abused as children [@doi:10.5694/mja2.51873].", ""},
        {"28.5% of Australians were sexually abused as children (ACMS). See [@nobody].", ""},
        {"28.5% of Australians were sexually abused as children (ACMS). A man called Slater wrote in 2021.", ""},
        {"28.5% of Australians were sexually abused as children (ACMS). Brown (2010) differs.", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.draft);
        std::string got;
        for (const Finding& finding : check_draft(row.draft).findings)
            if (finding.severity > Severity::note) got += finding.rule + " ";
        CHECK(got == row.want);
    }
}
