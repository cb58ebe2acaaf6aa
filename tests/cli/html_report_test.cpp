// The report for people: what it must hold, and that nothing of a draft gets out of its text.
#include <doctest/doctest.h>

#include "program.hpp"

using namespace statlint::tests;

namespace {

constexpr const char* wrong_draft = "# A title\n\nOne in five Australian men report sexual feelings towards children "
                                    "(Salter et al., 2023), and 40% of our tomatoes were late.\n";
constexpr const char* right_draft = "28.5% of Australians experienced child sexual abuse (Mathews et al., 2023).\n";

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++times;
    return times;
}

} // namespace

TEST_CASE("the report has marks, cards, what to write, how to cite, coverage, corpus and hashes") {
    const Playground play;
    play.write("wrong.md", wrong_draft);
    const Run run = play.run("check --format=html wrong.md");
    CHECK(run.code == 1);
    CHECK(run.out.starts_with("<!doctype html>"));
    CHECK(contains(run.out, "<a class=\"mark misquoted\""));
    CHECK(contains(run.out, "<span class=\"mark unjudged\" id=\"d1-n2\">40%</span>"));
    CHECK(contains(run.out, "<dt>Write</dt><dd class=\"write\">1 in 6</dd>"));
    CHECK(contains(run.out, "<dt>Cite</dt><dd>(Salter et al., 2023)</dd>"));
    CHECK(contains(run.out, "Verdicts by study"));
    CHECK(contains(run.out, "1 of 2 statistics matched to a figure"));
    CHECK(contains(run.out, "SHA-256 of the corpus <code>"));
    CHECK(contains(run.out, "SHA-256 of the text <code>"));
    CHECK_FALSE(contains(run.out, "Sign-off"));
    // Again, and from audit, the same bytes; audit shows notes too.
    CHECK(play.run("check --format=html wrong.md").out == run.out);
    CHECK(play.run("audit --format=html wrong.md").out == play.run("check --show=note --format=html wrong.md").out);
}

TEST_CASE("several drafts have an index, and errors stand on the page") {
    const Playground play;
    play.write("a.md", wrong_draft);
    play.write("b.md", right_draft);
    const Run run = play.run("check --format=html a.md b.md gone.md");
    CHECK(run.code == 2);
    CHECK(contains(run.out, "<h1>2 drafts</h1>"));
    CHECK(contains(run.out, "<a href=\"#d1\">a.md</a>"));
    CHECK(contains(run.out, "<a href=\"#d2\">b.md</a>"));
    CHECK(contains(run.out, "id=\"d2\""));
    CHECK(contains(run.out, "gone.md: no such file"));
    CHECK(run.out.find("Drafts</h2>") < run.out.find("id=\"d1\"")); // the index comes first
}

TEST_CASE("nothing of a draft becomes markup, and the page may run and load nothing") {
    const Playground play;
    play.write("x<img src=y>.md", "# <script>alert(1)</script> &amp; \"t\"\n\n`<script>alert(2)</script>` One in five "
                                  "Australian men report sexual feelings towards children "
                                  "(Salter et al., 2023). \\<b>28%\\</b>\n");
    const Run run = play.run("check --format=html --sign-off '<i>Mia</i>' .");
    CHECK(contains(run.out, "default-src 'none'; style-src 'sha256-"));
    CHECK_FALSE(contains(run.out, "<script"));
    CHECK_FALSE(contains(run.out, "<img"));
    CHECK_FALSE(contains(run.out, "<i>"));
    CHECK(contains(run.out, "<b>&lt;i&gt;Mia&lt;/i&gt;</b> has read this report with its 1 open finding"));
    CHECK(contains(run.out, "&lt;b&gt;"));
    CHECK(count(run.out, "<style>") == 1);
    CHECK(count(run.out, " style=") == 0);
    CHECK(count(run.out, "</html>") == 1);
}

TEST_CASE("a sign-off needs a report to stand in") {
    const Playground play;
    play.write("b.md", right_draft);
    CHECK(play.run("check --sign-off Mia b.md").code == 2);
    CHECK(play.run("check --sign-off Mia --output r.html b.md").code == 0);
    CHECK(contains(slurp(play.folder() / "r.html"), "<b>Mia</b> has read this report and vouches for the draft"));
    // The report is no draft of the folder that it lies in.
    const Run again = play.run("check --output r.html .");
    CHECK(again.code == 0);
    CHECK(contains(again.out, "1 statistic: 1 matched"));
}
