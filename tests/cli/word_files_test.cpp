// Word files from outside: what the program does with a good one, and with files that are not what their name says.
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>

#include "../unit/zip_file.hpp"
#include "program.hpp"

using namespace statlint;
using namespace statlint::tests;

namespace {

std::string word_file(const std::string& runs) {
    return zip_file(
        {{"_rels/.rels", R"(<R><R Id="a" Type="x/officeDocument" Target="word/document.xml"/></R>)"},
         {"word/document.xml", "<w:document xmlns:w=\"w\"><w:body><w:p>" + runs + "</w:p></w:body></w:document>"}});
}

const std::string misquote = "<w:r><w:t xml:space=\"preserve\">One in </w:t></w:r><w:r><w:t>five Australian men report "
                             "sexual feelings towards children (Salter et al., 2023).</w:t></w:r>";

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

TEST_CASE("check reads a Word file, fix leaves it as it is and says so") {
    const Playground here;
    const std::string bytes = word_file(misquote);
    here.write("draft.docx", bytes);
    const Run checked = here.run("check draft.docx");
    CHECK(checked.code == 1);
    CHECK(contains(checked.out, "One in five"));
    for (const char* command : {"fix draft.docx", "fix --diff draft.docx", "fix --suggested draft.docx"}) {
        CAPTURE(command);
        const Run fixed = here.run(command);
        CHECK(fixed.code == 2);
        CHECK(fixed.out.empty());
        CHECK(contains(fixed.err, "draft.docx: docx can't be changed in place"));
        CHECK(contains(fixed.err, "statlint annotate"));
        CHECK(content(here.folder() / "draft.docx") == bytes);
    }
}

TEST_CASE("a broken, locked or misnamed Word file is an error, and the other drafts are still checked") {
    const std::string good = word_file(misquote);
    std::string locked = good;
    for (std::size_t at = 0; (at = locked.find("PK\x03\x04", at)) != std::string::npos; at += 4) locked[at + 6] |= 1;
    for (std::size_t at = 0; (at = locked.find("PK\x01\x02", at)) != std::string::npos; at += 4) locked[at + 8] |= 1;
    const struct {
        const char *name, *message;
        std::string bytes;
    } files[] = {
        {"cut.docx", "truncated", good.substr(0, good.size() / 2)},
        {"locked.docx", "encrypted", locked},
        {"old.docx", "password", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"},
        {"words.docx", "not a zip file", "One in five\n"},
        {"zip.md", "not a text file", good},
        {"outside.docx", "leads out", zip_file({{"../../evil", "x"}})},
    };
    for (const auto& file : files) {
        CAPTURE(file.name);
        const Playground here;
        here.write(file.name, file.bytes);
        here.write("good.docx", good);
        const Run run = here.run("check .");
        CHECK(run.code == 2);
        CHECK(contains(run.err, file.name));
        CHECK(contains(run.err, file.message));
        CHECK(contains(run.out, "One in five"));
        CHECK_FALSE(std::filesystem::exists(here.folder().parent_path() / "evil"));
    }
}
