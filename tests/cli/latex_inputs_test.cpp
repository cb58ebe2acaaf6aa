#include <doctest/doctest.h>

#include "program.hpp"

using statlint::tests::contains;
using statlint::tests::Playground;
using statlint::tests::Run;

namespace {

constexpr std::string_view wrong =
    "One in five Australian men report sexual feelings towards children \\citep{salter2023}.\n";

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

} // namespace

TEST_CASE("the files that a LaTeX draft takes in are checked with it, each once") {
    const Playground place;
    place.write("main.tex",
                "\\begin{document}\n\\input{parts/one}\n% \\input{not}\n\\include{two.tex}\\input{parts/one}\n"
                "\\end{document}\n");
    place.write("parts/one.tex", std::string(wrong) + "\\input{main}\\input{parts/one}\n");
    place.write("two.tex", "Nothing.\n");
    for (const std::string paths : {"main.tex", "main.tex parts", "."}) {
        CAPTURE(paths);
        const Run run = place.run("check " + paths);
        CHECK(run.code == 1);
        CHECK(count(run.out, "one.tex:1:1: error: \"One in five\" should be \"1 in 6\"") == 1);
        CHECK(run.err.empty());
    }
}

TEST_CASE("nothing outside of a LaTeX draft's folder is read for it") {
    const Playground place;
    place.write("secret.tex", wrong);
    place.write("draft/main.tex", "\\begin{document}\\input{../secret}\\input{link}\\input{gone}\\input{/etc/passwd}"
                                  "\\input{\\x/y}\\end{document}\n");
    std::filesystem::create_symlink(place.folder() / "secret.tex", place.folder() / "draft/link.tex");
    const Run run = place.run("check draft/main.tex");
    CHECK(run.code == 0);
    CHECK(run.out.find("secret") == std::string::npos);
    CHECK(contains(run.err, "draft/main.tex: \\input{../secret}: is outside of the draft's folder: not read"));
    CHECK(contains(run.err, "\\input{link}: is outside of the draft's folder: not read"));
    CHECK(contains(run.err, "\\input{gone}: no such file"));
    CHECK(contains(run.err, "\\input{/etc/passwd}: is outside"));
}
