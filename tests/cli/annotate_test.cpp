// statlint annotate from outside.
#include <doctest/doctest.h>

#include "../unit/zip_file.hpp"
#include "program.hpp"

using namespace statlint;
using namespace statlint::tests;

namespace {

std::string word_file() {
    return zip_file({{"[Content_Types].xml", "<Types></Types>"},
                     {"_rels/.rels", R"(<R><R Id="a" Type="x/officeDocument" Target="word/document.xml"/></R>)"},
                     {"word/document.xml",
                      "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>One in five Australian men report sexual "
                      "feelings towards children (Salter et al., 2023).</w:t></w:r></w:p></w:body></w:document>"}});
}

} // namespace

TEST_CASE("annotate writes a copy with comments, and leaves the draft alone") {
    const Playground play;
    const std::string bytes = word_file();
    play.write("draft.docx", bytes);
    const Run run = play.run("annotate draft.docx -o checked.docx");
    CHECK(run.code == 0);
    CHECK(contains(run.err, "1 comment in checked.docx"));
    CHECK(slurp(play.folder() / "draft.docx") == bytes);
    auto archive = ZipArchive::open(bytes);
    const std::string copy = slurp(play.folder() / "checked.docx");
    archive = ZipArchive::open(copy);
    REQUIRE(archive.has_value());
    CHECK(contains(*archive->read("word/comments.xml"), "should be &quot;1 in 6&quot; [value-mismatch]"));
    // The same bytes each time, and the copy has the same findings as the draft.
    CHECK(play.run("annotate draft.docx -o again.docx").code == 0);
    CHECK(slurp(play.folder() / "again.docx") == copy);
    CHECK(play.run("check --format=jsonl --quiet checked.docx").out.substr(23) ==
          play.run("check --format=jsonl --quiet draft.docx").out.substr(21));
    CHECK(play.run("annotate --in-place again.docx").code == 0);
    CHECK(slurp(play.folder() / "again.docx") != copy);
}

TEST_CASE("annotate refuses what it can't do") {
    const Playground play;
    const std::string bytes = word_file();
    play.write("draft.docx", bytes);
    play.write("draft.md", "One in five\n");
    play.write("cut.docx", bytes.substr(0, bytes.size() / 2));
    std::filesystem::create_directory(play.folder() / "folder");
    const std::pair<const char*, const char*> rows[] = {
        {"annotate draft.docx", "--output"},
        {"annotate draft.docx -o draft.docx", "the draft itself"},
        {"annotate draft.docx -o ./folder/../draft.docx", "the draft itself"},
        {"annotate draft.docx -o a.docx --in-place", "excludes"},
        {"annotate draft.md -o a.docx", "takes no comments"},
        {"annotate cut.docx -o a.docx", "truncated"},
        {"annotate gone.docx -o a.docx", "no such file"},
        {"annotate draft.docx -o nowhere/a.docx", "nowhere"},
        {"annotate folder -o a.docx", "folder"},
    };
    for (const auto& [arguments, message] : rows) {
        CAPTURE(arguments);
        const Run run = play.run(arguments);
        CHECK(run.code == 2);
        CHECK(contains(run.err, message));
        CHECK_FALSE(std::filesystem::exists(play.folder() / "a.docx"));
        CHECK(slurp(play.folder() / "draft.docx") == bytes);
    }
}
