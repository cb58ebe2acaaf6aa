#include <algorithm>

#include <doctest/doctest.h>

#include "lexicon/lexicon.hpp"
#include "lexicon/precompiled.hpp"

using namespace statlint;

namespace {

std::vector<std::string> said(const Lexicon& lexicon, WordReader& reader, std::string_view text) {
    std::vector<Word> words;
    reader.read(text, 0, words);
    std::vector<Hit> hits;
    lexicon.find_hits(words, 0, hits);
    std::vector<std::string> ids;
    for (const Hit& hit : hits) ids.push_back(lexicon[hit.concept_id].id);
    return ids;
}

const std::string small = R"([class]
minor = ["child", "young person"]
[[concept]]
id = "abuse"
says = ["sexual abuse"]
[[concept]]
id = "csa"
implies = ["abuse"]
says = ["{minor} sexual abuse", "sexual abuse/assault of a? {minor}", "{minor} .. abused"]
[[concept]]
id = "minor"
kind = "who"
says = ["{minor}"]
[[concept]]
id = "girl"
kind = "who"
always = true
says = ["girl"]
[[concept]]
id = "girls-abused"
says = ["girl .. abused"]
)";

} // namespace

TEST_CASE("wordings meet stems, classes, options and gaps") {
    StemTable stems;
    const auto lexicon = Lexicon::load({{"small.toml", small}}, stems);
    REQUIRE(lexicon.has_value());
    WordReader reader(stems);
    using Ids = std::vector<std::string>;
    CHECK(said(*lexicon, reader, "child sexual abuse") == Ids{"csa", "abuse"});
    CHECK(said(*lexicon, reader, "Sexual assaults of young people") == Ids{"csa", "abuse"});
    CHECK(said(*lexicon, reader, "Sexual assaults on people") == Ids{});
    CHECK(said(*lexicon, reader, "sexual assault of a young person") == Ids{"csa", "abuse"});
    CHECK(said(*lexicon, reader, "children who were abused") == Ids{"csa", "abuse"});
    CHECK(said(*lexicon, reader, "children who were once again badly abused") == Ids{"minor"});
    // What counts always stands beside the longer wording; what does not is hidden by it.
    CHECK(said(*lexicon, reader, "girls were abused") == Ids{"girl", "girls-abused"});
    // Neither a full stop nor a colon is stepped over.
    CHECK(said(*lexicon, reader, "a child. Abused") == Ids{"minor"});
}

TEST_CASE("a lexicon's mistakes have a place") {
    StemTable stems;
    const auto load = [&](std::string_view text) { return Lexicon::load({{"x.toml", text}}, stems); };
    const auto unknown_key = load("[[concept]]\nid = \"a\"\nsay = [\"b\"]\n");
    REQUIRE_FALSE(unknown_key.has_value());
    CHECK(unknown_key.error().front().to_string() == "x.toml:3:7: unknown key \"say\" in a concept");
    CHECK_FALSE(load("[[concept]]\nid = \"a\"\n[[concept]]\nid = \"a\"\n").has_value());
    CHECK_FALSE(load("[[concept]]\nid = \"a\"\nsays = [\"{nobody}\"]\n").has_value());
    CHECK_FALSE(load("[[concept]]\nid = \"a\"\nimplies = [\"b\"]\n").has_value());
    CHECK_FALSE(load("[[concept]\n").has_value());
}

TEST_CASE("the lexicon that the build compiled is the one of rules/") {
    auto read = read_embedded_lexicon();
    REQUIRE(read.has_value());
    CHECK(pack_lexicon(read->first, read->second) == precompiled_lexicon());
    auto [lexicon, stems] = unpack_lexicon(precompiled_lexicon());
    CHECK(pack_lexicon(lexicon, stems) == precompiled_lexicon());
    WordReader reader(stems);
    const std::vector<std::string> ids = said(lexicon, reader, "girls who were sexually abused");
    CHECK(std::ranges::find(ids, "girls") != ids.end());
    CHECK(std::ranges::find(ids, "csa") != ids.end());
}
