#include <string>

#include <doctest/doctest.h>

#include "checked_draft.hpp"

namespace {

/// "1 in 5 (25%): 1 in 5 is 20 per cent, not 25"; empty where the two forms are equal.
std::string unequal(const char* text) {
    const statlint::Analysis analysis = check_draft(text);
    for (const statlint::Finding& finding : analysis.findings) {
        if (finding.rule != "bad-equivalence") continue;
        const std::size_t detail = finding.message.find("itself: ");
        return std::string(analysis.document.view(finding.span)) + ": " + finding.message.substr(detail + 8);
    }
    return "";
}

} // namespace

TEST_CASE("two forms of one number are equal within what they print") {
    struct Case {
        const char* text;
        const char* found;
    };
    static constexpr Case cases[] = {
        {"We lost 1 in 5 (25%) of our callers.", "1 in 5 (25%): 1 in 5 is 20 per cent, not 25"},
        {"We lost 1 in 4 (23.7%) of our callers.", ""},
        {"We lost a third, or 36%, of our callers.", "a third, or 36%: a third is 33.33 per cent, not 36"},
        {"We lost a third, or 33%, of our callers.", ""},
        {"We lost 18.1%, i.e. one in ten, of our callers.",
         "18.1%, i.e. one in ten: one in ten is 10 per cent, not 18.1"},
        {"Last year 1 in 20 learners (2%) left.", "1 in 20 learners (2%): 1 in 20 is 5 per cent, not 2"},
        {"Last year 1 in 30 learners (3%) left.", ""},
        {"Last year half (55%) left.", ""},
        {"Last year about half (55%) left.", ""},
        {"Last year half (65%) left.", "half (65%): half is 50 per cent, not 65"},
        {"Last year more than half (62%) left.", ""},
        {"Last year more than half (48%) left.", "half (48%): half is 50 per cent, not 48"},
        {"Last year almost a quarter (21%) left.", ""},
        {"Last year almost a quarter (27%) left.", "a quarter (27%): a quarter is 25 per cent, not 27"},
        {"Last year fewer than a third (20%) left.", ""},
        {"Last year a majority (68%) left.", ""},
        {"Last year 120 out of 480 (30%) left.", "120 out of 480 (30%): 120 out of 480 is 25 per cent, not 30"},
        {"Last year 121 out of 480 (25%) left.", ""},
        {"Two thirds of men and 60% of women left.", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(unequal(c.text) == c.found);
    }
}
