#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "corpus/corpus.hpp"
#include "corpus/embedded_files.hpp"
#include "corpus_sample.hpp"

using namespace statlint;

namespace {

/// The ids that programs outside rely on.
const std::vector<std::string> figure_ids = {
    "acms.age",
    "acms.contact",
    "acms.csa",
    "acms.csa-boys",
    "acms.csa-girls",
    "acms.more-than-once",
    "acms.multi-type",
    "acms.non-contact",
    "acms.over-50-times",
    "acms.over-6-times",
    "acms.sample",
    "acms.types",
    "aic-ipv.direct-abuse",
    "aic-ipv.police-contact",
    "aic-ipv.sample",
    "aic-ipv.window",
    "aic-livestreaming.offences",
    "aic-livestreaming.offenders",
    "aic-livestreaming.payment",
    "aic-prevention.countries",
    "aic-prevention.initiatives",
    "aic-prevention.levels",
    "aic-prevention.sessions",
    "esafety-codes.deadline",
    "esafety-codes.discord-response",
    "esafety-codes.tiktok-response",
    "esafety-codes.twitter-detection",
    "esafety-genai.risks",
    "ijm.adults",
    "ijm.children",
    "ijm.children-rate",
    "iwf.analysts",
    "iwf.assessed",
    "iwf.images",
    "osec-finance.reports-2018",
    "osec-finance.reports-2020",
    "osec-finance.spent",
    "parental-production.reviewed",
    "partnerspeak.child",
    "partnerspeak.partner",
    "partnerspeak.view-csam",
    "roche.academic",
    "roche.ncmec-2020",
    "roche.ncmec-2021",
    "roche.offender-age",
    "roche.reports",
    "salter.csam",
    "salter.feelings",
    "salter.feelings-and-offended",
    "salter.feelings-or-offended",
    "salter.income",
    "salter.offended",
    "salter.offended-with-feelings",
    "salter.offended-without-feelings",
    "salter.sample",
    "salter.want-help",
    "thorn.alone",
    "thorn.share",
};

const std::vector<std::string> work_ids = {
    "acms-2023",           "acms-multi-type-2023", "aic-ipv-2023",         "aic-livestreaming-2023",
    "aic-prevention-2023", "aic-warnings-2023",    "brown-bricknell-2018", "dombert-2016",
    "esafety-codes-2023",  "esafety-genai-2023",   "icmec-2023",           "ijm-scale-of-harm-2023",
    "iwf-ai-2023",         "nsw-antislavery-2023", "osec-finance-2023",    "parental-production-2023",
    "partnerspeak-2023",   "roche-osec-2023",      "salter-2023",          "seto-2015",
    "thorn-lgbtq-2023",
};

const Figure& figure(const std::string& id) {
    const FigureIndex index = builtin().figure_by_id(id);
    REQUIRE_MESSAGE(index != none, id);
    return builtin().figures[index];
}

std::vector<std::string> keys_of(const NumberedStrings& ids) {
    std::vector<std::string> keys;
    for (std::uint32_t number = 0; number < ids.size(); ++number) keys.emplace_back(ids[number]);
    std::ranges::sort(keys);
    return keys;
}

} // namespace

TEST_CASE("the built-in corpus has all works, figures and findings") {
    CHECK(keys_of(builtin().figure_ids) == figure_ids);
    CHECK(keys_of(builtin().work_ids) == work_ids);
    CHECK(builtin().figures.size() == 58);
    CHECK(builtin().findings.size() == 16);
    CHECK(builtin().works.size() == 21);
}

TEST_CASE("each built-in figure is printed by the overview, and tests itself") {
    const WorkIndex overview = builtin().work_by_id("icmec-2023");
    CHECK(builtin().works[overview].overview);
    for (const Figure& each : builtin().figures) {
        CAPTURE(each.id);
        CHECK(std::ranges::count(each.statements, overview, &Statement::work) >= 1);
        CHECK(!each.measure.empty());
        CHECK(each.line > 0);
    }
    REQUIRE(builtin().examples->size() == builtin().figures.size());
    for (const FigureExamples& each : *builtin().examples) {
        CHECK(each.accept.size() == 2);
        CHECK(!each.reject.empty());
    }
}

TEST_CASE("values of the built-in corpus are read as they are meant") {
    struct Row {
        const char* id;
        std::size_t statement;
        QuantityKind kind;
        double low, high;
        Hedge hedge;
    };
    using enum QuantityKind;
    const Row rows[] = {
        {"acms.csa", 0, percent, 0.285, 0.285, Hedge::none},
        {"acms.csa-girls", 0, ratio, 1.0 / 3, 1.0 / 3, Hedge::over},
        {"acms.csa-boys", 0, ratio, 0.2, 0.2, Hedge::almost},
        {"acms.csa-boys", 1, percent, 0.188, 0.188, Hedge::none},
        {"acms.types", 0, cardinal, 5, 5, Hedge::none},
        {"salter.income", 0, money, 150000, 150000, Hedge::over},
        {"salter.offended-without-feelings", 0, fraction, 0.5, 0.5, Hedge::approximately},
        {"salter.offended-with-feelings", 0, fraction, 0.5, 0.5, Hedge::none},
        {"aic-ipv.police-contact", 0, fraction, 0.5, 0.5, Hedge::almost},
        {"aic-livestreaming.payment", 0, range, 13, 100, Hedge::none},
        {"partnerspeak.partner", 0, range, 0.21, 0.65, Hedge::none},
        {"partnerspeak.child", 0, range, 0.25, 0.47, Hedge::none},
        {"partnerspeak.view-csam", 0, range, 0.022, 0.044, Hedge::none},
        {"esafety-codes.twitter-detection", 0, change, 0.9, 0.75, Hedge::none},
        {"esafety-codes.tiktok-response", 0, duration, 312, 312, Hedge::none},
        {"esafety-codes.discord-response", 0, duration, 46800, 46800, Hedge::none},
        {"esafety-codes.deadline", 0, duration, 28.0 * 86400, 28.0 * 86400, Hedge::none},
        {"thorn.share", 0, multiplier, 2, 2, Hedge::over},
        {"ijm.children", 0, cardinal, 500000, 500000, Hedge::almost},
        {"ijm.adults", 0, cardinal, 250000, 250000, Hedge::almost},
        {"roche.offender-age", 0, range, 17, 72, Hedge::none},
        {"osec-finance.spent", 0, money, 3527195, 3527195, Hedge::none},
    };
    for (const Row& row : rows) {
        const Statement& statement = figure(row.id).statements.at(row.statement);
        CAPTURE(row.id);
        CAPTURE(statement.value);
        CHECK(name(statement.quantity.kind) == name(row.kind));
        CHECK(statement.quantity.low == doctest::Approx(row.low));
        CHECK(statement.quantity.high == doctest::Approx(row.high));
        CHECK(name(statement.quantity.hedge) == name(row.hedge));
    }
}

TEST_CASE("what stands beside the values") {
    const Corpus& corpus = builtin();
    CHECK(figure("salter.sample").disputed);
    CHECK(std::ranges::count(corpus.figures, true, &Figure::disputed) == 1);
    CHECK(figure("partnerspeak.view-csam").also == std::vector{corpus.work_by_id("seto-2015")});
    CHECK(figure("partnerspeak.partner").via == std::vector{corpus.work_by_id("partnerspeak-2023")});
    CHECK(figure("aic-prevention.sessions").statements.at(1).page == "xi");
    CHECK(corpus.counts_as(corpus.work_by_id("acms-2023"), corpus.work_by_id("acms-multi-type-2023")));
    CHECK(corpus.counts_as(corpus.work_by_id("acms-multi-type-2023"), corpus.work_by_id("acms-2023")));
    CHECK(!corpus.counts_as(corpus.work_by_id("salter-2023"), corpus.work_by_id("acms-2023")));
    CHECK(!corpus.counts_as(none, none));
    CHECK(corpus.work_by_id("nowhere-1999") == none);
    CHECK(corpus.figure_by_id("") == none);
    const Work& salter = corpus.works[corpus.work_by_id("salter-2023")];
    CHECK(salter.more_authors);
    CHECK(salter.authors.size() == 1);
    CHECK(salter.year == 2023);
}

TEST_CASE("embedded files are found by path, in order, byte for byte") {
    const auto files = embedded_files();
    CHECK(std::ranges::is_sorted(files, {}, &EmbeddedFile::path));
    CHECK(!embedded_rules("en/numbers.toml").empty());
    CHECK(embedded_rules("en/nowhere.toml").empty());
    CHECK(embedded_rules("acms.toml").empty());
    CHECK(embedded_corpus().size() >= 16);
    const auto works = std::ranges::find(embedded_corpus(), std::string("corpus/works.json"), &CorpusFile::path);
    REQUIRE(works != embedded_corpus().end());
    CHECK(works->text.starts_with("[\n"));
    CHECK(works->text.ends_with("]\n"));
    CHECK(works->text.find("“You Feel Like You Did Something So Wrong”") != std::string_view::npos);
}
