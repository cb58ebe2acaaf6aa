#include <doctest/doctest.h>

#include "program.hpp"

using statlint::tests::contains;
using statlint::tests::Playground;
using statlint::tests::Run;

namespace {

constexpr std::string_view right =
    "1 in 6 Australian men report sexual feelings towards children (Salter et al., 2023).\n";
constexpr std::string_view wrong =
    "One in five Australian men report sexual feelings towards children (Salter et al., 2023).\n";
constexpr std::string_view message = "\"One in five\" here, but \"1 in 6\" in b.md for the same figure";

} // namespace

TEST_CASE("a figure is held against the other drafts of the run") {
    const Playground place;
    place.write("a.md", wrong);
    place.write("b.md", right);
    place.write("c.md", "Our shop sold 12 cakes.\n");
    for (const char* order : {"a.md b.md c.md", "c.md b.md a.md"}) {
        CAPTURE(order);
        const Run run = place.run(std::string("check --format=jsonl ") + order);
        CHECK(run.code == 1);
        CHECK(contains(run.out, "\"inconsistent-figures\""));
        CHECK(contains(run.out, "here, but \\\"1 in 6\\\" in b.md for the same figure"));
    }
    CHECK(contains(place.run("check a.md b.md").out, message));
    CHECK_FALSE(contains(place.run("check a.md").out, "inconsistent-figures"));
    CHECK_FALSE(contains(place.run("check a.md c.md").out, "inconsistent-figures"));
}

TEST_CASE("drafts come out in order, whichever waits for the others") {
    const Playground place;
    for (int i = 0; i < 30; ++i)
        place.write("draft-" + std::to_string(100 + i) + ".md",
                    i % 3 == 0 ? wrong : "1 in 5 (25%) of our callers are men.\n");
    const Run run = place.run("check --format=jsonl .");
    CHECK(run.code == 1);
    std::size_t at = 0;
    for (int i = 0; i < 30; ++i) {
        const std::size_t next = run.out.find("draft-" + std::to_string(100 + i) + ".md", at);
        REQUIRE(next != std::string::npos);
        at = next;
    }
    CHECK_FALSE(contains(run.out, "inconsistent-figures"));
}

TEST_CASE("a rule that is off for a draft stays off across drafts") {
    const Playground place;
    place.write("a.md", wrong);
    place.write("b.md", right);
    place.write(".statlint.toml", "[severity]\ninconsistent-figures = \"off\"\n");
    CHECK_FALSE(contains(place.run("check a.md b.md").out, "inconsistent-figures"));
}
