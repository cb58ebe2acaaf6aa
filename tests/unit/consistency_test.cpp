#include <string>

#include <doctest/doctest.h>

#include "checked_draft.hpp"

namespace {

/// "One in five": the statistics that another place of the draft contradicts.
std::string inconsistent(const std::string& text) {
    const statlint::Analysis analysis = check_draft(text);
    std::string found;
    for (const statlint::Finding& finding : analysis.findings)
        if (finding.rule == "inconsistent-figures")
            found += (found.empty() ? "" : ", ") + std::string(analysis.document.view(finding.span));
    return found;
}

std::string feelings(const std::string& share) {
    return share + " Australian men report sexual feelings towards children (Salter et al., 2023).\n\n";
}

} // namespace

TEST_CASE("one figure with two values is inconsistent") {
    struct Case {
        std::string text;
        const char* found;
    };
    const Case cases[] = {
        {feelings("1 in 6") + feelings("One in five"), "One in five"},
        {feelings("1 in 6") + feelings("One in six"), ""},
        {feelings("1 in 6") + feelings("15.1% of"), ""},
        {feelings("About 17 per cent of") + feelings("1 in 6"), ""},
        {feelings("1 in 6") + feelings("26% of"), "26%"},
        {feelings("1 in 4") + feelings("One in five"), "1 in 4, One in five"},
        {feelings("One in five"), ""},
        // A question states nothing, and who puts a number right does not contradict himself.
        {feelings("1 in 6") + "Is it true that one in five Australian men report sexual feelings towards children "
                              "(Salter et al., 2023)?",
         ""},
        {feelings("1 in 6") + feelings("Correction: an earlier version said that one in five"), ""},
        {feelings("Not one in five but one in six"), ""},
        // What is about other people contradicts nothing.
        {feelings("1 in 6") + "One in five of our readers is a man.", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(inconsistent(c.text) == c.found);
    }
}
