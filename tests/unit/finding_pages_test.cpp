#include <doctest/doctest.h>

#include "checked_draft.hpp"

using namespace statlint;

namespace {

struct Row {
    const char* draft;
    const char* page; ///< what wrong-page asks for; empty: no finding
};

} // namespace

TEST_CASE("a sentence that says a finding gives the page on which it is printed") {
    const Row rows[] = {
        {"Evaluations are few and of low quality (Gannoni et al., 2023, p. ix).", "xi"},
        {"Evaluations are few and of low quality (Gannoni et al., 2023, p. xi).", ""},
        {"Evaluations are few and of low quality (Gannoni et al., 2023, pp. ix–xii).", ""},
        {"Evaluations are few and of low quality (Gannoni et al., 2023).", ""},
        {"The review calls for more robust evaluation (Gannoni et al., 2023, p. 67).", "76"},
        {"Campaigns in social media reach undetected offenders (Gannoni et al., 2023, p. 9).", "ix"},
        {"People can be led to seek help, with less risk and more protective factors (Gannoni et al. 2023, p. x).",
         "ix"},
        {"Contact offending may exceed what criminal justice figures suggest (Gannoni et al., 2023, p. 12).", "2"},
        {"Warning messages are secondary prevention (Hunn et al., 2023, p. 5).", "3"},
        {"Encryption of the darknet makes warnings hard to deliver (Hunn et al., 2023, p. 7).", ""},
        {"Encryption of the darknet makes warnings hard to deliver (Hunn et al., 2023, p. 8).", "7"},
        {"Models that make pornography can generate photorealistic abuse imagery (IWF, 2023, p. 51).", "15"},
        {"Evaluations are few and of low quality (Smith, 2020, p. 4).", ""},
        {"The weather was fine (Gannoni et al., 2023, p. 4).", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.draft);
        std::string pages;
        for (const Finding& finding : check_draft(row.draft).findings) {
            CHECK(finding.rule == "wrong-page");
            pages += finding.help;
        }
        CHECK(pages == (*row.page == 0 ? std::string() : "write \"p. " + std::string(row.page) + "\""));
    }
}

TEST_CASE("every finding of the corpus says by which words it is known") {
    for (const FindingStatement& finding : corpus_of(built_in()).findings) {
        CAPTURE(finding.id);
        CHECK(finding.needs.size() > 1);
    }
}

TEST_CASE("a number that measures nothing is not left unverified for the work beside it") {
    const char* const drafts[] = {
        "A six-month pilot followed the AIC's review of prevention.",
        "2.2 The Australian Child Maltreatment Study is the first of its kind.",
        "See Hunn et al. (2023), *Trends & issues* 669, for the design.",
    };
    for (const char* draft : drafts) {
        CAPTURE(draft);
        for (const Finding& finding : check_draft(draft).findings) CHECK(finding.rule != "unverified-statistic");
    }
    const auto findings = check_draft("The Australian Child Maltreatment Study found that 63.7% like tea.").findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().rule == "unverified-statistic");
}
