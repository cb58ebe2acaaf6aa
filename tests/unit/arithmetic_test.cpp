#include <string>

#include <doctest/doctest.h>

#include "checked_draft.hpp"

namespace {

/// "15%: 75 is 16.7 % less than 90: 15 percentage points", one line a finding; empty where the draft agrees.
std::string contradictions(const char* text) {
    const statlint::Analysis analysis = check_draft(text);
    std::string lines;
    for (const statlint::Finding& finding : analysis.findings) {
        if (finding.rule != "bad-arithmetic") continue;
        const std::size_t detail = finding.message.find("numbers: ");
        if (!lines.empty()) lines += "\n";
        lines += std::string(analysis.document.view(finding.span)) + ": " + finding.message.substr(detail + 9);
    }
    return lines;
}

struct Case {
    const char* text;
    const char* found;
};

template <std::size_t size> void check_all(const Case (&cases)[size]) {
    for (const Case& c : cases) {
        CAPTURE(std::string(c.text));
        CHECK(contradictions(c.text) == std::string(c.found));
    }
}

} // namespace

TEST_CASE("changes follow from their two values") {
    static constexpr Case cases[] = {
        {"Detection fell from 90% to 75%, a drop of 15%.", "15%: 75 is 16.7 % less than 90: 15 percentage points"},
        {"Detection fell from 90% to 75%, a drop of 15 percentage points.", ""},
        {"Detection fell from 90% to 75%, a drop of about 17%.", ""},
        {"Detection fell from 90% to 75%, a drop of 25 percentage points.",
         "25 percentage points: 75 is 16.7 % less than 90: 15 percentage points"},
        {"It was 90 per cent before, 75 per cent after. Put plainly, that is a 15 per cent fall.",
         "15 per cent: 75 is 16.7 % less than 90: 15 percentage points"},
        {"It was 90 per cent before, 75 per cent after. That is a fall of 15 percentage points.", ""},
        {"Calls fell from 400 to 300 in a year. A fall of 35%!", "35%: 300 is 25 % less than 400"},
        {"Growth fell from 1.9% to 1.8%. This is due to the bigger economy, which shrank 0.2%.", ""},
        {"Reports went from 606 in 2018 to 27,217 in 2020, a 45-fold increase.", ""},
        {"Reports went from 606 in 2018 to 27,217 in 2020, a 45% increase.",
         "45%: 27217 is 4391 % more than 606: 44.9 times as many"},
        {"The waiting list fell from 7,613 to 6,630, or 12.9%.", ""},
        {"The waiting list fell from 7,613 to 6,630, or 15.2%.", "15.2%: 6630 is 12.9 % less than 7613"},
        {"Its share rose from 20 (4%) to 30 (6%).", ""},
        {"Calls: 400 → 500 (+20%)", "20%: 500 is 25 % more than 400"},
        {"Calls: 400 → 500 (+25%)", ""},
        {"The list fell from 785 to 708, a fall of 87.", "87: 785 - 708 = 77"},
        {"The list fell from 785 to 708, a fall of 77.", ""},
        {"Income rose 20% from $2.4 million to $3.0 million.", "20%: 3000000 is 25 % more than 2400000"},
        {"Sales grew from £2.0bn to £2.3bn in 2004, up from 10% the year before.", ""},
        {"Turnout rose from 52% to 57%, up 5%.", "5%: 57 is 9.62 % more than 52: 5 percentage points"},
        {"Profits fell 20% to $3.1 million from $3.4 million.", "20%: 3100000 is 8.82 % less than 3400000"},
        {"Profits fell 9% to $3.1 million from $3.4 million.", ""},
        {"Income rose 25% from $2.4 million to $3.0 million.", ""},
    };
    check_all(cases);
}

TEST_CASE("verbs that multiply") {
    static constexpr Case cases[] = {
        {"Calls more than doubled from 40 to 90.", ""},
        {"Calls more than doubled from 40 to 70.", "doubled: 70 is 75 % more than 40"},
        {"Calls halved, from 40 to 33.", "halved: 33 is 17.5 % less than 40"},
        {"Calls halved, from 40 to 21.", ""},
        {"Calls rose from 10 to 30. They doubled within a year.", "doubled: 30 is 200 % more than 10: 3 times as many"},
        {"Calls rose from 10 to 30. They tripled within a year.", ""},
        {"Calls rose from 10 to 30 and profits doubled.", ""},
        {"We had 1,300 and 3,100 calls.\n\n2,000 and 4,800. Those are the calls of 2020 and 2021 respectively. "
         "In twelve months it had nearly tripled!",
         "tripled: 4800 is 140 % more than 2000: 2.4 times as many"},
    };
    check_all(cases);
}

TEST_CASE("shares and parts") {
    static constexpr Case cases[] = {
        {"We heard from 120 of 480 respondents, or 30%.", "30%: 120 of 480 is 25 %"},
        {"We heard from 120 of 480 respondents, or 25%.", ""},
        {"Of 480 respondents, 120 (30%) agreed.", "30%: 120 of 480 is 25 %"},
        {"Of 480 respondents, 120 (25%) agreed.", ""},
        {"About 30% (120 of 480) answered.", "30%: 120 of 480 is 25 %"},
        {"Just 25% (120 of the 480) answered.", ""},
        {"We spoke to 28.5% of 8,503 people, 2,823 people in all.", "2,823: 28.5 % of 8503 is 2423"},
        {"We spoke to 28.5% of 8,503 people, 2,423 people.", ""},
        {"We spoke to 28.5% of 8,503 people, or about 2,400.", ""},
        {"We spoke to 28.5% of 8,503 people and 12 schools.", ""},
    };
    check_all(cases);
}

TEST_CASE("totals in prose and tables") {
    static constexpr Case cases[] = {
        {"We read eight articles and 11 reports, 21 documents in all.", "21: 8 + 11 = 19"},
        {"We read ten articles and 11 reports, 21 documents in all.", ""},
        {"We read a total of 21 documents: eight articles and 11 reports.", "21: 8 + 11 = 19"},
        {"It sold 100 in May, 200 in June and 3.5 million in total.", ""},
        {"It sold 2,200 books and 7,400 papers, in all three cities.", ""},
        {"| Year | Calls |\n|---|---|\n| 2020 | 120 |\n| 2021 | 80 |\n| Total | 210 |\n", "210: 120 + 80 = 200"},
        {"| Year | Calls |\n|---|---|\n| 2020 | 120 |\n| 2021 | 80 |\n| Total | 200 |\n", ""},
        {"| Year | Calls |\n|---|---|\n| 2020 | 120 |\n| 2021 | 80 |\n| Total | 900 |\n", ""},
        {"| Group | Share |\n|---|---|\n| Men | 12% |\n| Women | 14% |\n| All | 13% |\n", ""},
        {"| Year | Calls | Mails |\n|---|---|---|\n| A | 120 | 10 |\n| B | 80 | 20 |\n| Total | 200 | 60 |\n",
         "60: 10 + 20 = 30"},
        {"| Year | Share |\n|---|---|\n| 2020 | 60% |\n| 2021 | 50% |\n| Total | 100% |\n", ""},
        {"| Who | n | Share |\n|---|---|---|\n| A | 12 | 60% |\n| B | 8 | 50% |\n| Total | 20 | 100% |\n",
         "100%: 60 + 50 = 110"},
        {"| Who | n | Share |\n|---|---|---|\n| A | 13 | 65% |\n| B | 7 | 35% |\n| Total | 20 | 100% |\n", ""},
        {"| | 2020 | 2021 | Change |\n|---|---|---|---|\n| A | 400 | 500 | +20% |\n| B | 200 | 250 | +25% |\n",
         "20%: 500 is 25 % more than 400"},
        {"| | 2020 | 2021 | Change |\n|---|---|---|---|\n| A | 400 | 300 | -25% |\n| B | 40% | 45% | 5% |\n", ""},
        {"| | 2021 | 2020 | Growth |\n|---|---|---|---|\n| A | 500 | 400 | 25% |\n| B | 40% | 45% | 8 points |\n", ""},
        {"| | 2020 | 2021 | Costs |\n|---|---|---|---|\n| A | 400 | 500 | 20% |\n", ""},
        {"Of the staff, 50% are women and the remaining 40% are men.", "40%: 50 + 40 = 90, not 100"},
        {"Of the staff, 60% are women and the remaining 40% are men.", ""},
        {"Of the staff, 62% are girls; 30% of these are new, and the remaining 70% are not.", ""},
    };
    check_all(cases);
}

TEST_CASE("what a sample, an interval and a whole can give") {
    static constexpr Case cases[] = {
        {"Then 33.7% of 25 respondents agreed.",
         "33.7%: no whole number of 25 gives 33.7 %: 8 of 25 is 32 %, 9 of 25 is 36 %"},
        {"Then 36% of 25 respondents agreed.", ""},
        {"Then 36.1% of 2,500 respondents agreed.", ""},
        {"Then nearly 35% of 25 respondents agreed.", ""},
        {"Then a weighted 33.7% of 25 respondents agreed.", ""},
        {"Of 25 respondents, 33.7% agreed.",
         "33.7%: no whole number of 25 gives 33.7 %: 8 of 25 is 32 %, 9 of 25 is 36 %"},
        {"In the pilot (n = 25), 33.7% agreed.",
         "33.7%: no whole number of 25 gives 33.7 %: 8 of 25 is 32 %, 9 of 25 is 36 %"},
        {"In the survey, 33.7% (n = 25) agreed.", ""},
        {"Then 28.5% (95% CI 29.3–31.8) agreed.", "28.5%: 28.5 lies outside the interval from 29.3 to 31.8"},
        {"Then 28.5% (95% CI 27.3–29.8) agreed.", ""},
        {"Then 28.5% (95% confidence interval: 29.3% to 31.8%) agreed.",
         "28.5%: 28.5 lies outside the interval from 29.3 to 31.8"},
        {"Then 28.5% (95% CI 0.273–0.298) agreed.", ""},
        {"Fully 120% of respondents agreed.", "120%: 120 % is more than all"},
        {"We gave 110% effort, and sales were 120% of the target.", ""},
        {"Pay rose to 120% of men’s wages.", ""},
    };
    check_all(cases);
}
