// 10,000 random edits of an open draft, as a client sends them, against the same text checked from scratch.
#include <random>

#include <doctest/doctest.h>

#include "lsp/open_draft.hpp"

using namespace statlint;
using Json = nlohmann::json;

namespace {

/// All that a reader sees of an analysis.
std::string seen(const Analysis& analysis) {
    std::string text;
    for (const Statistic& s : analysis.statistics)
        text += std::to_string(s.quantity.span.start) + " " + std::to_string(s.figure) + " " +
                std::string(name(s.verdict)) + " " + s.expected + " " + std::to_string(s.reached.size()) + "\n";
    for (const Finding& f : analysis.findings) {
        text += f.rule + " " + std::to_string(f.span.start) + "-" + std::to_string(f.span.end) + " " + f.message + "\n";
        for (const Fix& fix : f.fixes) text += "  " + std::to_string(fix.span.start) + " " + fix.replacement + "\n";
    }
    return text;
}

constexpr std::string_view pieces[] = {
    "\n",
    "\n\n",
    "# Facts\n\n",
    "1 in 6",
    "One in five",
    "28.5%",
    " Australian men report sexual feelings towards children",
    " boys were sexually abused",
    " (Salter et al., 2023)",
    " (ACMS)",
    "[^1]",
    "\n\n[^1]: Mathews et al. (2023), p. S15.\n\n",
    "- ",
    "> ",
    "| a | 5 |\n|---|---|\n| 28.5% | b |\n",
    "```\n",
    "**",
    "\xF0\x9D\x84\x9E",
    "\xC3\xA9",
    "\r\n",
    "<!-- ",
    " -->",
    "\"",
    "of them ",
    "References",
};

std::size_t boundary(const std::string& text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    // A position can't stand between the two bytes of one line end.
    if (at > 0 && at < text.size() && text[at] == '\n' && text[at - 1] == '\r') --at;
    return at;
}

} // namespace

TEST_CASE("10,000 random edits leave what a check from scratch gives") {
    std::mt19937 random(20231);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    lsp::Workspace workspace;
    lsp::OpenDraft draft("file:///nowhere/draft.md", "/nowhere/draft.md", format_by_name("markdown"),
                         lsp::Encoding::utf16);
    draft.set_text({}, 1);
    draft.set_basis(workspace.basis_for("/nowhere/draft.md"));
    std::string text;
    std::size_t findings = 0;
    for (int i = 0; i < 10000; ++i) {
        const std::size_t from = boundary(text, below(text.size() + 1));
        std::size_t to = boundary(text, std::min(text.size(), from + below(text.size() > 1500 ? 60 : 12)));
        if (to < from) to = from;
        const std::string_view piece = below(4) == 0 ? std::string_view() : pieces[below(std::size(pieces))];
        const lsp::Positions positions(text, lsp::Encoding::utf16);
        const Json change{
            {"range", positions.range({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)})},
            {"text", piece}};
        text.replace(from, to - from, piece);
        draft.change(change);
        REQUIRE(draft.text() == text);
        const Analysis* incremental = draft.analysis();
        REQUIRE(incremental != nullptr);
        findings += incremental->findings.size();
        const Analysis scratch = analyse(*read_markdown(text), draft.knowledge(), Policy{});
        if (seen(*incremental) != seen(scratch)) {
            CAPTURE(i);
            CAPTURE(text);
            REQUIRE(seen(*incremental) == seen(scratch));
        }
    }
    CHECK(findings > 1000);
}
