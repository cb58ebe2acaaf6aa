// The citation that is proposed for a figure without one looks like the others of the draft.
#include <algorithm>

#include <doctest/doctest.h>

#include "checked_draft.hpp"

using namespace statlint;

namespace {

constexpr const char* bare = "28.5% of Australians were sexually abused as children.";

/// The paragraph with what the fix of its missing citation makes of it.
std::string mended(const std::string& rest) {
    const Analysis analysis = check_draft(std::string(bare) + "\n\n# Elsewhere\n\n" + rest);
    const auto found = std::ranges::find(analysis.findings, "missing-citation", &Finding::rule);
    if (found == analysis.findings.end() || found->fixes.size() != 1) return "no fix";
    std::string text = analysis.document.text.substr(0, std::string_view(bare).size());
    CHECK(!found->fixes[0].certain);
    return text.insert(found->fixes[0].span.start, found->fixes[0].replacement);
}

} // namespace

TEST_CASE("a missing citation is proposed in the draft's own style") {
    const std::string claim = "28.5% of Australians were sexually abused as children";
    CHECK(mended("Nothing.") == claim + " (Mathews et al., 2023).");
    CHECK(mended("1 in 6 men (Salter et al. 2023).") == claim + " (Mathews et al. 2023).");
    CHECK(mended("1 in 6 Australian men [@salter-2023].") == claim + " [@acms-2023].");
    CHECK(mended("The ACMS is one.[^m]\n\n[^m]: Mathews et al. (2023), S15.") == claim + ".[^m]");
    CHECK(mended("They count them [1].\n\n# References\n\n1. Mathews B, et al. The prevalence of child maltreatment in "
                 "Australia: findings from a national survey. 2023. doi: 10.5694/mja2.51873") == claim + " [1].");
}
