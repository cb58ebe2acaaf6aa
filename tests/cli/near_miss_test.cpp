#include <doctest/doctest.h>

#include "program.hpp"

using statlint::tests::contains;
using statlint::tests::Playground;

TEST_CASE("a match that falls just short is a remark in audit, and nothing in check") {
    const Playground place;
    place.write("a.md", "A fifth of the women had been abused by a partner.\n");
    CHECK(contains(place.run("audit a.md").out, "perhaps partnerspeak.partner (0."));
    CHECK(contains(place.run("audit --format=jsonl a.md").out,
                   "\"figure\":null,\"score\":0,\"verdict\":\"unrelated\",\"rules\":[],\"expected\":\"\",\"cited\":[],"
                   "\"near-miss\":{\"figure\":\"partnerspeak.partner\""));
    const auto check = place.run("check --show=note a.md");
    CHECK(check.code == 0);
    CHECK_FALSE(contains(check.out, "partnerspeak"));
    // What is far from any figure has no such remark.
    place.write("b.md", "A fifth of the trees had been planted by a neighbour.\n");
    CHECK_FALSE(contains(place.run("audit b.md").out, "perhaps"));
}
