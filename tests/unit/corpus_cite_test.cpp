#include <string>

#include <doctest/doctest.h>

#include "corpus/cite.hpp"
#include "corpus/closest_name.hpp"
#include "corpus/describe.hpp"
#include "corpus/search.hpp"
#include "corpus_sample.hpp"

using namespace statlint;

namespace {

const Work& work(std::string_view id) {
    return builtin().works.at(builtin().work_by_id(id));
}
const Figure& figure(std::string_view id) {
    return builtin().figures.at(builtin().figure_by_id(id));
}

std::string found(std::string_view words, std::size_t place = 0) {
    const std::vector<SearchHit> hits = search_figures(builtin(), words);
    return place < hits.size() ? builtin().figures[hits[place].figure].id : std::string();
}

} // namespace

TEST_CASE("a citation in each style") {
    using enum CiteStyle;
    CHECK(cite(work("acms-2023"), apa, "S15") == "(Mathews et al., 2023, p. S15)");
    CHECK(cite(work("acms-2023"), agsm, "S15") == "(Mathews et al. 2023, p. S15)");
    CHECK(cite(work("acms-2023"), harvard, "") == "(Mathews et al., 2023)");
    CHECK(cite(work("acms-2023"), pandoc, "S15") == "[@acms-2023, p. S15]");
    CHECK(cite(work("acms-2023"), pandoc, "S13-S18") == "[@acms-2023, pp. S13–S18]");
    CHECK(cite(work("acms-2023"), vancouver, "S15", 3) == "(3 p. S15)");
    CHECK(cite(work("acms-2023"), vancouver, "") == "(1)");
    CHECK(cite(work("acms-2023"), footnote, "S15") ==
          "Ben Mathews et al, ‘The prevalence of child maltreatment in Australia: findings from a national survey’ "
          "(2023) 218(S6) Medical Journal of Australia S13, S15.");
    CHECK(cite(work("brown-bricknell-2018"), apa, "3") == "(Brown & Bricknell, 2018, p. 3)");
    CHECK(cite(work("brown-bricknell-2018"), harvard, "3") == "(Brown and Bricknell, 2018, p. 3)");
    CHECK(cite(work("salter-2023"), apa, "") == "(Salter et al., 2023)");
    CHECK(cite(work("partnerspeak-2023"), harvard, "") == "(Salter, Woodlock and Jones, 2023)");
    CHECK(cite(work("aic-ipv-2023"), apa, "vii") == "(Australian Institute of Criminology, 2023, p. vii)");
    CHECK(cite(work("iwf-ai-2023"), agsm, "") == "(Internet Watch Foundation 2023)");
}

TEST_CASE("a work of which little is known can be cited") {
    Work bare;
    bare.id = "x y";
    CHECK(cite(bare, CiteStyle::apa, "") == "(x y, n.d.)");
    CHECK(cite(bare, CiteStyle::pandoc, "") == "[@{x y}]");
    for (const Work& each : builtin().works) {
        for (const std::string_view name : {"apa", "vancouver", "harvard", "agsm", "footnote", "pandoc"}) {
            const std::string entry = reference(each, cite_style_by_name(name).value());
            CAPTURE(entry);
            CHECK(entry.find("  ") == std::string::npos);
            CHECK(entry.find("..") == std::string::npos);
            CHECK(entry.find(" ,") == std::string::npos);
            CHECK(entry.find(",.") == std::string::npos);
            CHECK(entry.find("?.") == std::string::npos);
            CHECK(!entry.starts_with(" "));
        }
    }
    CHECK(!cite_style_by_name("APA").has_value());
}

TEST_CASE("an entry of the reference list in each style") {
    using enum CiteStyle;
    CHECK(reference(work("brown-bricknell-2018"), apa) ==
          "Brown, R., & Bricknell, S. (2018). What is the profile of child exploitation material offenders? (Trends & "
          "issues in crime and criminal justice No. 564). Australian Institute of Criminology. "
          "https://aic.gov.au/publications/tandi/tandi564");
    CHECK(reference(work("roche-osec-2023"), vancouver) ==
          "Roche S, Otarra C, Fell I, Torres CB, Rees S. Online sexual exploitation of children in the Philippines: A "
          "scoping review. Children and Youth Services Review. 2023;148:106861. doi: 10.1016/j.childyouth.2023.106861");
    CHECK(reference(work("roche-osec-2023"), agsm).starts_with("Roche S, Otarra C, Fell I, Torres CB & Rees S 2023, "));
    CHECK(
        reference(work("roche-osec-2023"), harvard).starts_with("Roche, S., Otarra, C., Fell, I., Torres, C. B. and "));
    CHECK(reference(work("dombert-2016"), agsm) == "Dombert et al. 2016.");
    CHECK(reference(work("osec-finance-2023"), harvard) ==
          "Investigations into financial transactions used in the online sexual exploitation of children (2023).");
    CHECK(reference(work("iwf-ai-2023"), apa).starts_with("Internet Watch Foundation. (2023). How AI is being abused"));
}

TEST_CASE("names for messages") {
    CHECK(short_name(work("salter-2023")) == "Salter et al. 2023");
    CHECK(short_name(work("iwf-ai-2023")) == "IWF 2023");
    CHECK(short_name(work("brown-bricknell-2018")) == "Brown & Bricknell 2018");
    CHECK(short_title(work("icmec-2023")) == "From Insight to Impact");
    Work bare;
    bare.id = "x";
    CHECK(short_name(bare) == "x");
    CHECK(printed_at(builtin(), figure("salter.feelings")) ==
          "Salter et al. 2023, in From Insight to Impact (ICMEC Australia 2023), \"Prevalence unveiled\"");
    CHECK(printed_at(builtin(), figure("partnerspeak.partner")) ==
          "Brown & Bricknell 2018, p. 3, in From Insight to Impact (ICMEC Australia 2023), "
          "\"You Feel Like You Did Something So Wrong\"");
    CHECK(printed_at(builtin(), figure("acms.csa").statements.at(1)) == "ACMS 2023, pp. S13-S18");
}

TEST_CASE("search finds what a person types") {
    CHECK(found("girls") == "acms.csa-girls");
    CHECK(found("GIRLS 37.3") == "acms.csa-girls");
    CHECK(found("28.5") == "acms.csa");
    CHECK(found("1945") == "salter.sample");
    CHECK(found("1,965 men") == "salter.sample");
    CHECK(found("filipino adult") == "ijm.adults");
    CHECK(found("tiktok").starts_with("esafety-codes.tiktok"));
    CHECK(found("salter feelings help") == "salter.want-help");
    CHECK(found("").empty());
    CHECK(found("xyzzy").empty());
    CHECK(search_figures(builtin(), std::string(100000, 'a') + " girls").size() < 60);
}

TEST_CASE("a slip finds the name that was meant") {
    const std::string_view names[] = {"id", "measure", "statement"};
    CHECK(closest_name("mesaure", names) == "measure");
    CHECK(closest_name("idd", names) == "id");
    CHECK(closest_name("STATEMENT", names).empty());
    CHECK(closest_name("", names).empty());
    CHECK(did_you_mean("measures", names) == ", did you mean \"measure\"?");
}
