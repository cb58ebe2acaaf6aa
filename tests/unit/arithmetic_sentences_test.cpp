// Sentences as reports and news write them: those that compute rightly must pass, those that don't must be found.
#include <string>

#include <doctest/doctest.h>

#include "checked_draft.hpp"

namespace {

/// "15% [bad-arithmetic]": what contradicts itself; empty where nothing does.
std::string contradictions(const char* text) {
    const statlint::Analysis analysis = check_draft(text);
    std::string found;
    for (const statlint::Finding& finding : analysis.findings) {
        if (finding.rule != "bad-arithmetic" && finding.rule != "bad-equivalence") continue;
        if (!found.empty()) found += "; ";
        found += std::string(analysis.document.view(finding.span));
    }
    return found;
}

} // namespace

TEST_CASE("sentences whose numbers agree are left alone") {
    static constexpr const char* sentences[] = {
        "Calls to the helpline rose from 8,200 to 10,250, an increase of 25 per cent.",
        "Donations fell 20% to $2.4 million from $3.0 million the year before.",
        "The share of schools with a policy grew from 40% to 60%, up 20 percentage points.",
        "The share of schools with a policy grew from 40% to 60%, a 50% rise.",
        "Reports more than doubled, from 410 to 960.",
        "Reports almost tripled, from 410 to 1,180.",
        "Waiting times halved, from 12 weeks to six.",
        "Staff numbers rose 12%, from 250 to 280, and volunteers 4%.",
        "We trained 3,900 people, up 30% from 3,000.",
        "Income reached $3.9m, a 30 per cent increase on $3.0m.",
        "Attendance was 1,284, down 4.2% on 1,340 in 2021.",
        "The number of beds was cut from 90 to 60, a reduction of a third.",
        "Between 2019 and 2021 complaints rose from 1,204 to 1,806, a rise of a half.",
        "The backlog shrank from 785 cases to 708, a fall of 77.",
        "The backlog fell by 77, from 785 to 708.",
        "Of 480 respondents, 120 (25%) had asked for help.",
        "Of the 480 people surveyed, 120, or 25 per cent, had asked for help.",
        "Of 480 respondents, 25% (n = 120) had asked for help.",
        "The helpline took 1,200 calls in 2020 and 2,400 in 2021, twice as many.",
        "We had 40 volunteers in 2020 and 60 in 2021, an increase of 50%.",
        "In 2021 there were 60 cases, compared with 40 in 2020, a 50% increase.",
        "It was 90 per cent; three months later it was 75 per cent, down 15 percentage points.",
        "We asked 8,503 people, and 28.5% of them, or 2,423, said yes.",
        "Of 1,000 people, 1 in 4 (250) agreed.",
        "In 2019 we spent $20,000, and in 2020 $30,000, while costs rose 12%.",
        "Calls rose from 40 to 60, and donations rose 10%.",
        "In 2021, 26 of the 45 agencies (58%) replied, up from 20 of 45 (44%) in 2020.",
        "It was 4.2 per cent in 2019, 5.1 in 2020 and 6.3 per cent in 2021, a 50 per cent increase in two years.",
        "We took 1,200 calls in 2019, 1,800 in 2020 and 2,400 in 2021, a 33% increase on 2020.",
        "Funding rose from $2 million to $3 million, an increase of $1 million, or 50%.",
        "The share fell from 1 in 5 (20%) to 1 in 8 (12.5%), a drop of 7.5 percentage points.",
        "Reports rose 30%, from 300 to 390, and again by 10% to 429 in 2023.",
        "Just 8% of cases (32 of 400) went to court, and 6% (24) led to conviction.",
        "From 2015 to 2020, spending rose 20%, to $3.5 million in 2020 from $2.9 million in 2015.",
        "About 1 in 3 (32%) were under 18, up from 28% in 2015, and 1 in 10 (9%) were under 12.",
        "Prices rose 0.3% in June, after 0.2% in May, for an annual rate of 3.1%, down from 3.4%.",
        "Unemployment fell to 4.1% in March from 4.3% in February, and employment rose by 0.2%.",
        "Profit fell 12% to $4.4m on revenue up 3% to $61m, from $5.0m a year earlier.",
        "Costs were $120 a head in 2019, rising to $150 in 2021, 25% above the 2019 level.",
        "Revenue rose 8 percent to $10.8 billion, or $1.20 a share, from $10.0 billion, or $1.05 a share.",
        "Women earn 87% of what men earn, a gap of 13%, down from 16% in 2010.",
        "Membership has grown tenfold since 1990, from 1,200 to 12,000, and income 15-fold.",
        "Sales rose 5% in May, and profits went from 10 to 20.",
        "We held 12 workshops in 2020 and 14 in 2021, and attendance rose 40%.",
        "Sales were $40m in 2003 and $60m in 2004, and the group expects growth of 10% in 2005.",
        "Some 25% (120/480) had asked for help.",
        "The rate went from 12.0 to 15.0 per 1,000, up 25%.",
        "We asked 480 people: 120 women (25%) agreed.",
        "Among 480 respondents, 120 (25%) had asked for help.",
        "Some 120 (25%) of 480 respondents had asked for help.",
        "A quarter of respondents (120 of 480) had asked for help.",
        "In all, 120 of the 480 women surveyed (one in four) had asked for help.",
        "120 out of 480 respondents (25%) had asked for help.",
        "Eight of the 19 papers (42%) give no sample size.",
        "We asked 8,503 people, of whom 2,423, or 28.5%, said yes.",
        "Almost a third of pupils (32%) walk to school.",
        "One in four (24%) walk to school, and one in ten (11%) cycle.",
        "More than half of the staff (57%) are part-time.",
        "Two-thirds (66.7%) answered, three-quarters of them (75%) online.",
        "18% of newsrooms that answered (9 of 50) use it.",
        "There were 12 boys, 15 girls and four others, 31 children in all.",
        "The grants, of $1.2m and $2.3m, come to $3.5m in total.",
        "A total of 31 children took part: 12 boys, 15 girls and four others.",
        "Sixty per cent were women, 30% men, and the remaining 10% gave no answer.",
        "Of the budget, 62% goes to services, 21% to wages and the remaining 17% to rent.",
        "In the pilot (n = 25), 36% agreed and 12% did not answer.",
        "The prevalence was 28.5% (95% CI 27.3–29.8), and 37.3% (95% CI: 35.3 to 39.4) among girls.",
        "The odds ratio was 1.8 (95% CI 1.2–2.7).",
        "Turnover was 140% of the previous year's, and demand 110% of capacity.",
        "The price rose to 115% of the 2019 level.",
        "Unemployment fell from 5.1% to 4.9%, down 0.2 percentage points.",
        "Sales rose 3.4% to 12.1 million units from 11.7 million.",
        "Profit before tax grew to £312m from £240m, up 30%.",
        "Prices rose 2.5% in May after 1.9% in April, while wages grew 3%.",
        "The fund grew 8% to $54 million, and 12 of its 30 projects (40%) are new.",
        "In 2019, 45% of men and 55% of women voted, a gap of 10 points.",
        "He scored 30 of the side's 75 points, and 12 in the second half.",
        "The team won 12 of 16 games and lost three of the last four.",
        "They raised $40,000 in 2020, $55,000 in 2021 and $60,000 in 2022, a 9% rise on the year.",
        "Seven offenders committed 145 offences, about 21 each.",
        "It is less than a tenth of ours, and less than half of Germany's (20%).",
        "Ours is half the national rate (24%).",
        "There were 430.5 homes a square mile, of which 363 (63.6%) were owned.",
        "Shares fell 32 cents to $51.43, a loss of 0.6%.",
    };
    for (const char* sentence : sentences) {
        CAPTURE(std::string(sentence));
        CHECK(contradictions(sentence) == "");
    }
}

TEST_CASE("sentences whose numbers contradict each other are found") {
    struct Case {
        const char* sentence;
        const char* found;
    };
    static constexpr Case cases[] = {
        {"Calls to the helpline rose from 8,200 to 10,250, an increase of 20 per cent.", "20 per cent"},
        {"Donations fell 25% to $2.4 million from $3.0 million the year before.", "25%"},
        {"The share of schools with a policy grew from 40% to 60%, up 20%.", "20%"},
        {"The share of schools with a policy grew from 40% to 60%, a 20% rise.", "20%"},
        {"The share of schools with a policy grew from 40% to 60%, up 50 percentage points.", "50 percentage points"},
        {"The error rate is down from 96% to 84%, a 12% drop.", "12%"},
        {"Reports more than doubled, from 410 to 760.", "doubled"},
        {"Reports more than tripled, from 410 to 1,180.", "tripled"},
        {"Reports doubled from 410 to 1,180.", "doubled"},
        {"Waiting times halved, from 12 weeks to eight.", "halved"},
        {"Staff numbers rose 20%, from 250 to 280, and volunteers 4%.", "20%"},
        {"We trained 3,900 people, up 39% from 3,000.", "39%"},
        {"Income reached $3.9m, a 39 per cent increase on $3.0m.", "39 per cent"},
        {"Attendance was 1,284, down 14.2% on 1,340 in 2021.", "14.2%"},
        {"The number of beds was cut from 90 to 60, a reduction of a half.", "a half"},
        {"The backlog shrank from 785 cases to 708, a fall of 87.", "87"},
        {"The backlog fell by 87, from 785 to 708.", "87"},
        {"Reports went from 606 in 2018 to 27,217 in 2020, a 4.5-fold increase.", "4.5-fold"},
        {"Profit before tax grew to £312m from £240m, up 23%.", "23%"},
        {"It was 90 per cent; three months later it was 75 per cent, down 15 per cent.", "15 per cent"},
        {"The number of calls has tripled since 2019, from 1,200 to 2,400.", "tripled"},
        {"Calls have doubled in a year (from 1,200 to 1,500).", "doubled"},
        {"The helpline took 1,200 calls in 2020 and 2,400 in 2021, three times as many.", "three times"},
        {"We had 40 volunteers in 2020 and 60 in 2021, an increase of 100%.", "100%"},
        {"In 2021 there were 60 cases, compared with 40 in 2020, a 20% increase.", "20%"},
        {"The 15% fall, from 90% to 75%, came in three months.", "15%"},
        {"It fell 15%: from 90% to 75%.", "15%"},
        {"It dropped by more than half, from 90% to 75%.", "half"},
        {"Cases rose 50 per cent to 1,200 last year, from 1,000.", "50 per cent"},
        {"We asked 8,503 people, and 28.5% of them, or 3,423, said yes.", "3,423"},
        {"Of 1,000 people, 1 in 4 (300) agreed.", "1 in 4"},
        {"Detection was 90% → 75%, a drop of 15%.", "15%"},
        {"Of 480 respondents, 120 (30%) had asked for help.", "30%"},
        {"Of the 480 people surveyed, 120, or 20 per cent, had asked for help.", "20 per cent"},
        {"Of 480 respondents, 30% (n = 120) had asked for help.", "30%"},
        {"Fully 30% (120/480) had asked for help.", "30% (120/480)"},
        {"We asked 480 people: 120 women (30%) agreed.", "30%"},
        {"Among 480 respondents, 120 (30%) had asked for help.", "30%"},
        {"Some 120 (30%) of 480 respondents had asked for help.", "30%"},
        {"A third of respondents (120 of 480) had asked for help.", "A third"},
        {"In all, 120 of the 480 women surveyed (one in three) had asked for help.", "one in three"},
        {"120 out of 480 respondents (30%) had asked for help.", "120 out of 480 respondents (30%)"},
        {"Eight of the 19 papers (58%) give no sample size.", "58%"},
        {"We asked 8,503 people, of whom 2,423, or 24.8%, said yes.", "24.8%"},
        {"The survey covered 28.5% of 8,503 people, or 2,243.", "2,243"},
        {"Almost a third of pupils (36%) walk to school.", "a third of pupils (36%)"},
        {"One in five (25%) walk to school.", "One in five (25%)"},
        {"More than half of the staff (47%) are part-time.", "half of the staff (47%)"},
        {"Two-thirds (60%) answered.", "Two-thirds (60%)"},
        {"18.1% of Australians, i.e. one in ten, said so.", "18.1% of Australians, i.e. one in ten"},
        {"28% of newsrooms that answered (9 of 50) use it.", "28%"},
        {"There were 12 boys, 15 girls and four others, 33 children in all.", "33"},
        {"The grants, of $1.2m and $2.3m, come to $3.7m in total.", "$3.7m"},
        {"A total of 33 children took part: 12 boys, 15 girls and four others.", "33"},
        {"Sixty per cent were women, 30% men, and the remaining 20% gave no answer.", "20%"},
        {"In the pilot (n = 25), 37% agreed.", "37%"},
        {"The prevalence was 28.5% (95% CI 29.3–31.8).", "28.5%"},
        {"The odds ratio was 1.1 (95% CI 1.2–2.7).", "1.1"},
        {"Fully 110% of the respondents said yes.", "110%"},
        {"Unemployment fell from 5.1% to 4.9%, down 2 percentage points.", "2 percentage points"},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.sentence));
        CHECK(contradictions(c.sentence) == std::string(c.found));
    }
}
