// 10,000 random edits of open drafts, as a client sends them, against the same text checked from scratch.
#include <algorithm>
#include <random>
#include <span>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "lsp/open_draft.hpp"

using namespace statlint;
using Json = nlohmann::json;

namespace {

std::string shown(TextSpan span) {
    return fmt::format("{}-{}", span.start, span.end);
}

/// All that a reader sees of an analysis, and what that rests on.
std::string seen(const Analysis& analysis) {
    std::string text;
    for (const Citation& c : analysis.citations) {
        text += fmt::format("cites {} in {}: {} [", shown(c.span), c.block, c.text);
        for (const WorkIndex work : c.works) text += fmt::format("{} ", work);
        for (const Locator& locator : c.locators) text += fmt::format("p. {} {} ", locator.first, shown(locator.span));
        text += "]\n";
    }
    for (const LooseEnd& end : analysis.loose_ends) text += fmt::format("loose {} {}\n", shown(end.span), end.name);
    for (const Statistic& s : analysis.statistics) {
        text += fmt::format("{} in {} of {}: {} {} {} {} again {} own {} elsewhere {} stated {} derived {} cites",
                            shown(s.quantity.span), shown(s.sentence), s.block, s.figure, s.score, name(s.verdict),
                            s.expected, s.restated, s.own, s.elsewhere, s.stated, s.derived);
        for (const Reached& one : s.reached)
            text += fmt::format(" {}/{}", one.citation, static_cast<int>(one.nearness));
        text += "\n";
    }
    for (const Derivation& d : analysis.derivations)
        text += fmt::format("derived {} {} {}\n", d.statistic, d.right, d.computation.wording);
    const auto add = [&](const Finding& f) {
        text += fmt::format("{} {} of {}: {} | {} {}\n", shown(f.span), f.rule, f.statistic, f.message, f.help,
                            fmt::join(f.notes, " "));
        for (const Fix& fix : f.fixes)
            text += fmt::format("  {} \"{}\" {}\n", shown(fix.span), fix.replacement, fix.certain);
    };
    for (const Finding& f : analysis.findings) add(f);
    for (const Suppressed& one : analysis.suppressed) add(one.finding);
    return text;
}

constexpr std::string_view long_paragraph =
    "\n\nIn Australia, 1 in 6 men report sexual feelings towards children, and 28.5% of people were sexually abused as "
    "children (Mathews et al., 2023).\n\n";

/// What people type and paste in every format.
constexpr std::string_view words[] = {
    "\n",
    "\n\n",
    "1 in 6",
    "One in five",
    "28.5%",
    "5",
    " Australian men report sexual feelings towards children",
    " boys were sexually abused",
    " (Salter et al., 2023)",
    " (ACMS)",
    " (IWF, 2024, p. 3)",
    "Source: Mathews et al. (2023)\n",
    "The same study found that 37.3% of girls were sexually abused. ",
    "All figures on this page are from the Australian Child Maltreatment Study. ",
    "It rose from 1,200 to 2,400, an increase of 50%. ",
    "Our own count is 17 of 40 schools. ",
    "\xF0\x9D\x84\x9E",
    "\xC3\xA9",
    "\r\n",
    "\"",
    "of them ",
    " The Australian Institute of Criminology asked 3,775 female carers about intimate partner violence. ",
    "The Institute's survey of female carers has 11.5% of children directly abused. ",
    "The Institute found 15%. ",
    " (p. xi)",
    "Even if only 28.5% of children were sexually abused, ",
    "That leaves 71.5%. ",
    "20,254.",
    "\n\nInternet Watch Foundation, October 2023\n\n",
    "Suspicious transaction reports dropped from 606 in 2018 to 27,217 in the first half of 2020. ",
    "The same regulator's annual report counts 12. ",
    "References",
    "(2)",
    "[1]",
    long_paragraph,
};

constexpr std::string_view markdown[] = {
    "# Facts\n\n",
    "\n\n## References\n\n",
    "\n### More\n\n",
    "[^1]",
    "\n\n[^1]: Mathews et al. (2023), p. S15.\n\n",
    "^[Salter et al. (2023)]",
    "- ",
    "\n- One in four\n- 10%\n",
    "\n1. Salter, M. (2023). Identifying and understanding child sexual offending behaviours.\n",
    "> ",
    "    ",
    "\n| a | 5 |\n|---|---|\n| 28.5% | b |\n",
    "\n```\n",
    "~~~\n",
    "**",
    "_",
    "<div>\n",
    "</div>\n",
    "<!-- ",
    " -->",
    "<!-- statlint-disable-next-line value-mismatch : old -->\n",
    "<!-- statlint-disable -->",
    "---\n",
    "===\n",
    "[men][m]",
    "\n\n[m]: https://example.org/men\n\n",
    "![one in six](a.png)",
    "[@salter-2023]",
    "---\ntitle: Draft\n---\n",
};

constexpr std::string_view html[] = {
    "<p>",
    "</p>\n",
    "<h2>Facts</h2>\n",
    "<h3>References</h3>\n",
    "<ul><li>One in four</li><li>10%</li></ul>\n",
    "<table><tr><th>a</th><td>28.5%</td></tr></table>\n",
    "<b>",
    "</b>",
    "<q>",
    "</q>",
    "<blockquote>",
    "</blockquote>",
    "<!-- ",
    " -->",
    "<!-- statlint-disable-file rounding : old -->",
    "<script>",
    "</script>",
    "<a href=\"#n1\">1</a>",
    "<p id=\"n1\">Mathews et al. (2023), p. S15.</p>\n",
    "<br>",
    "&amp;",
    "<sup>2</sup>",
    "<div>\n",
    "</div>\n",
    "<img alt=\"one in six\">",
    "<title>Draft</title>",
};

constexpr std::string_view plain[] = {
    "\nFACTS\n\n",
    "\n\nReferences\n\n1. Salter et al. (2023)\n2. Mathews et al. (2023)\n\n",
    "- ",
    "\n- One in four\n- 10%\n\n",
    "\n1. First\n2. Second\n",
    "[1] Salter et al. (2023), p. 3\n",
    "Title\n=====\n",
    "-----\n",
    "    ",
    "\t",
    ":\n",
    "\r",
};

struct Kind {
    std::string_view format;
    std::span<const std::string_view> pieces;
    std::string_view start;
};

constexpr Kind kinds[] = {
    {"markdown", markdown,
     "# Abuse in Australia\n\nIn Australia, 28.5% of people were sexually abused as children.[^1] One in five men "
     "report sexual feelings towards children (Salter et al., 2023).\n\n## What we know\n\nGirls, 1 in 3. That is how "
     "many were abused:\n\n- boys, 1 in 5\n- girls, 1 in 3\n\n| who | share |\n|---|---|\n| girls | 37.3% |\n| boys | "
     "18.8% |\n\nSource: ACMS\n\n## More\n\nThe same study found that 40% were neglected. It is a lot.\n\n[^1]: "
     "Mathews et al. (2023), p. S15.\n"},
    {"html", html,
     "<h1>Abuse in Australia</h1>\n<p>In Australia, 28.5% of people were sexually abused as children<sup><a "
     "href=\"#n1\">1</a></sup>.</p>\n<p>One in <b>five</b> men report sexual feelings towards children (Salter et "
     "al., 2023).</p>\n<h2>What we know</h2>\n<ul>\n<li>boys, 1 in 5</li>\n<li>girls, 1 in 3</li>\n</ul>\n<table>"
     "<tr><th>who</th><th>share</th></tr>\n<tr><td>girls</td><td>37.3%</td></tr></table>\n<p>Source: ACMS</p>\n"
     "<p>The same study found that 40% were neglected.</p>\n<p id=\"n1\">Mathews et al. (2023), p. S15.</p>\n"},
    {"text", plain,
     "ABUSE IN AUSTRALIA\n\nIn Australia, 28.5% of people were sexually abused as children [1]. One in five men "
     "report sexual feelings towards children (Salter et al., 2023).\n\nWhat we know\n------------\n\nThese are\nthe "
     "numbers:\n\n- boys, 1 in 5\n- girls, 1 in 3\n\nThe same study found that 40% were neglected.\n\nReferences\n\n"
     "1. Mathews et al. (2023), p. S15.\n2. Salter et al. (2023)\n"},
};

std::size_t boundary(const std::string& text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    // A position can't stand between the two bytes of one line end.
    if (at > 0 && at < text.size() && text[at] == '\n' && text[at - 1] == '\r') --at;
    return at;
}

struct Edit {
    std::size_t from = 0, to = 0;
    std::string text;
};

/// Somebody who writes: mostly a letter or a digit where the cursor is, now and then something elsewhere.
class Writer {
  public:
    Writer(unsigned seed, std::span<const std::string_view> own) : random_(seed), own_(own) {}

    Edit next(const std::string& text) {
        if (below(4) == 0 || cursor_ > text.size()) cursor_ = below(text.size() + 1);
        Edit edit{cursor_, cursor_, {}};
        switch (below(text.size() > most ? 12 : 10)) {
        case 0:
        case 1:
        case 2:
            edit.text = std::string(1, "aeo.,; 0123456789%(s)"[below(21)]);
            break;
        case 3: // a step back
            edit.from -= std::min<std::size_t>(edit.from, 1 + below(3));
            break;
        case 4:
        case 5:
            edit.text = own_[below(own_.size())];
            break;
        case 6: // a line is gone
            edit.from = text.rfind('\n', cursor_ == 0 ? 0 : cursor_ - 1);
            edit.from = edit.from == std::string::npos ? 0 : edit.from;
            edit.to = std::min(text.find('\n', cursor_), text.size());
            edit.to = std::max(edit.to, edit.from);
            break;
        case 7:
            edit.to = std::min(text.size(), cursor_ + below(30));
            edit.text = words[below(std::size(words))];
            break;
        case 8:
        case 9:
            edit.text = words[below(std::size(words))];
            break;
        default: // a long draft gets shorter
            edit.to = std::min(text.size(), cursor_ + below(most / 2));
        }
        edit.from = boundary(text, edit.from);
        edit.to = std::max(edit.from, boundary(text, edit.to));
        cursor_ = edit.from + edit.text.size();
        return edit;
    }

  private:
    static constexpr std::size_t most = 4000; ///< bytes of a draft that is long enough
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_() % n); }
    std::mt19937 random_;
    std::span<const std::string_view> own_;
    std::size_t cursor_ = 0;
};

} // namespace

TEST_CASE("10,000 random edits leave what a check from scratch gives") {
    const char* const more = std::getenv("STATLINT_EDITS");
    const int edits = more != nullptr ? std::atoi(more) : 3334;
    const char* const seeded = std::getenv("STATLINT_SEED");
    lsp::Workspace workspace;
    std::size_t findings = 0;
    for (const Kind& kind : kinds) {
        CAPTURE(kind.format);
        const Format& format = *format_by_name(kind.format);
        Writer writer(seeded != nullptr ? static_cast<unsigned>(std::atoi(seeded)) : 20231, kind.pieces);
        lsp::OpenDraft draft("file:///nowhere/draft.md", "/nowhere/draft.md", &format, lsp::Encoding::utf16);
        std::string text(kind.start);
        draft.set_text(text, 1);
        draft.set_basis(workspace.basis_for("/nowhere/draft.md"));
        const Policy policy = workspace.basis_for("/nowhere/draft.md").policy;
        REQUIRE(draft.analysis() != nullptr);
        for (int i = 0; i < edits; ++i) {
            const Edit edit = writer.next(text);
            const lsp::Positions positions(text, lsp::Encoding::utf16);
            const Json change{{"range", positions.range({static_cast<std::uint32_t>(edit.from),
                                                         static_cast<std::uint32_t>(edit.to)})},
                              {"text", edit.text}};
            const std::string before = text;
            text.replace(edit.from, edit.to - edit.from, edit.text);
            draft.change(change);
            REQUIRE(draft.text() == text);
            const Analysis* incremental = draft.analysis();
            REQUIRE(incremental != nullptr);
            findings += incremental->findings.size();
            const Analysis scratch = analyse(*format.read(text), draft.knowledge(), policy);
            const std::string is = seen(*incremental);
            const std::string should_be = seen(scratch);
            if (is != should_be) {
                const auto apart = static_cast<std::size_t>(std::ranges::mismatch(is, should_be).in1 - is.begin());
                const std::size_t line = is.rfind('\n', apart == 0 ? 0 : apart - 1) + 1;
                CAPTURE(i);
                CAPTURE(before);
                CAPTURE(text);
                REQUIRE(is.substr(line, 300) == should_be.substr(line, 300));
            }
        }
    }
    CHECK(findings > 10000);
}
