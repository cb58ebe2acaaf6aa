// PDF files: where findings stand, hostile files, and statlint-pdf when it is missing, hangs or says something else.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "formats/pdf_program.hpp"
#include "pdf_file.hpp"
#include "program.hpp"

using namespace statlint;
using namespace statlint::tests;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

const fs::path pdf_program = fs::path(STATLINT_PROGRAM).parent_path() / "statlint-pdf";

/// Poppler is not everywhere; the build says so.
bool no_pdf() {
    if (fs::exists(pdf_program)) return false;
    MESSAGE("left out: statlint-pdf is not built");
    return true;
}

/// A value of the environment for the time of a test; these tests run in one thread.
class Setting {
  public:
    explicit Setting(const std::string& program) { setenv("STATLINT_PDF", program.c_str(), 1); }
    Setting(const Setting&) = delete;
    Setting& operator=(const Setting&) = delete;
    ~Setting() { unsetenv("STATLINT_PDF"); }
};

/// A program in place of statlint-pdf.
std::string script(const Playground& here, const std::string& lines) {
    here.write("script", "#!/bin/sh\n" + lines + "\n");
    fs::permissions(here.folder() / "script", fs::perms::owner_all);
    return (here.folder() / "script").string();
}

const std::string roman_pages = "/PageLabels << /Nums [0 << /S /r /St 9 >>] >>";
const std::vector<std::vector<PdfType>> misquote{{{72, 700, 12, "Nothing to count stands on the first of the pages."}},
                                                 {{72, 700, 12, "One in five Australian men report sexual feelings"},
                                                  {72, 686, 12, "towards chil-"},
                                                  {72, 672, 12, "dren \\(Salter et al., 2023\\)."}}};

} // namespace

TEST_CASE("a finding in a PDF stands on a page, by label and number") {
    if (no_pdf()) return;
    const Playground here;
    here.write("draft.pdf", pdf_file(misquote, roman_pages));
    const Run checked = here.run("check draft.pdf");
    CHECK(checked.code == 1);
    CHECK(contains(checked.out, "draft.pdf:page x (2): error: \"One in five\" should be \"1 in 6\""));
    const json line = json::parse(here.run("audit --format=jsonl draft.pdf").out);
    CHECK(line["location"] == "page x (2)");
    CHECK(line["figure"] == "salter.feelings");
    CHECK(contains(here.run("check --debug=document draft.pdf").out, "feelings towards children (Salter"));
    const Run fixed = here.run("fix draft.pdf");
    CHECK(fixed.code == 2);
    CHECK(contains(fixed.err, "pdf can't be changed in place"));
    CHECK(here.run("check - --stdin-filename x.pdf", pdf_file(misquote)).code == 1);
}

TEST_CASE("a PDF that can't be read is an error, whatever is wrong with it, and the others are still checked") {
    if (no_pdf()) return;
    const std::string good = pdf_file(misquote);
    const std::string page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>";
    std::vector<std::string> many{"<< /Type /Catalog /Pages 2 0 R >>", {}};
    std::string kids;
    for (int i = 0; i < 100000; ++i) {
        kids += fmt::format("{} 0 R ", i + 3);
        many.push_back(page);
    }
    many[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count 100000 >>", kids);
    std::string huge = good; // says that it has two milliards of objects
    huge.replace(huge.find("/Size 8"), 7, "/Size 2147483640");
    huge.replace(huge.find("xref\n0 8"), 8, "xref\n0 2000000000");
    const struct {
        const char *name, *message;
        std::string bytes;
    } files[] = {
        {"text.pdf", "is not a PDF file", "One in five.\n"},
        {"nothing.pdf", "is not a PDF file", ""},
        {"cut.pdf", "is cut off", good.substr(0, good.size() - 40)},
        {"half.pdf", "is cut off", good.substr(0, good.size() / 2)},
        {"locked.pdf", "is encrypted", slurp(fs::path(STATLINT_TESTS_DIR) / "cli/pdf/encrypted.pdf")},
        {"many.pdf", "has 100000 pages; up to 10000", pdf_of(many)},
        {"loop.pdf", "is damaged",
         pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                 "<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>"})},
        {"self.pdf", "is damaged",
         pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 50 >>"})},
        {"count.pdf", "is damaged",
         pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 9 >>", page})},
        {"scan.pdf", "holds no text", pdf_file({{}})},
        {"huge.pdf", "is damaged", huge},
    };
    const Playground here;
    for (const auto& file : files) here.write(file.name, file.bytes);
    here.write("good.pdf", good);
    const Run run = here.run("check .");
    CHECK(run.code == 2);
    CHECK(contains(run.out, "good.pdf:page 2: error"));
    for (const auto& file : files)
        CHECK_MESSAGE(contains(run.err, std::string(file.name) + ": " + file.message), run.err);
}

TEST_CASE("scripts in a PDF do nothing") {
    if (no_pdf()) return;
    const Playground here;
    here.write("script.pdf", pdf_file(misquote, "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"));
    CHECK(here.run("check script.pdf").code == 1);
}

TEST_CASE("a PDF may take so much time, memory and output, and no more") {
    if (no_pdf()) return;
    const Setting program(pdf_program.string());
    const std::string bomb = slurp(fs::path(STATLINT_TESTS_DIR) / "cli/pdf/bomb.pdf"); // a gigabyte in 6 KB
    const Result<std::string> slow = run_pdf_program(bomb, {.seconds = 1});
    REQUIRE_FALSE(slow.has_value());
    CHECK(slow.error().message == "takes more than 1 seconds to read");
    const std::string brackets =
        pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
                pdf_stream(std::string(5'000'000, '['))});
    const Result<std::string> large = run_pdf_program(brackets, {.memory = 100});
    REQUIRE_FALSE(large.has_value());
    CHECK(contains(large.error().message, "100 MiB of memory"));
    std::vector<PdfType> page;
    for (int y = 50; y < 750; y += 14) page.push_back({72, static_cast<double>(y), 12, "Words upon words upon words."});
    const std::vector<std::vector<PdfType>> book(300, page);
    const Result<std::string> wordy = run_pdf_program(pdf_file(book), {.output = 1});
    REQUIRE_FALSE(wordy.has_value());
    CHECK(wordy.error().message == "holds more than 1 MiB of words");
    CHECK(run_pdf_program(pdf_file(misquote)).has_value());
}

TEST_CASE("statlint-pdf that is missing, hangs, floods or speaks otherwise is trouble that is named") {
    const Playground here;
    here.write("draft.pdf", pdf_file(misquote));
    const auto check_with = [&](const std::string& program) {
        const Setting setting(program);
        const Run run = here.run("check draft.pdf");
        CHECK(run.code == 2);
        return run.err;
    };
    CHECK(contains(check_with("/nowhere/statlint-pdf"), "/nowhere/statlint-pdf cannot be run"));
    CHECK(contains(check_with(script(here, "exit 0")), "answers in a form that is not known"));
    CHECK(
        contains(check_with(script(here, "echo statlint-pdf 1; echo page 1 2; echo end")), "a form that is not known"));
    CHECK(contains(check_with(script(here, "kill -SEGV $$")), "is damaged, or takes more"));
    // It gets no files but its three streams, and nothing to read but the PDF.
    const int open_file = dup2(STDERR_FILENO, 50);
    CHECK(contains(check_with(script(here, "[ -e /proc/$$/fd/50 ] || echo closed >fds; head -c 5 >start; exit 9")),
                   "is damaged"));
    close(open_file);
    CHECK(slurp(here.folder() / "start") == "%PDF-");
    CHECK(slurp(here.folder() / "fds") == "closed\n");

    const auto fails_with = [&](const std::string& lines, const PdfLimits& limits) {
        const Setting setting(script(here, lines));
        const Result<std::string> result = run_pdf_program("%PDF-", limits);
        REQUIRE_FALSE(result.has_value());
        return result.error().message;
    };
    const auto before = std::chrono::steady_clock::now();
    CHECK(fails_with("exec sleep 100", {.seconds = 1}) == "takes more than 1 seconds to read");
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(20));
    CHECK(fails_with("exec yes", {.output = 1}) == "holds more than 1 MiB of words");
    // Nobody is left behind.
    CHECK(fails_with("exit 1", {}) != "");
}

TEST_CASE("several threads read PDF files at once") {
    if (no_pdf()) return;
    const Setting program(pdf_program.string());
    const std::string bytes = pdf_file(misquote);
    std::vector<std::string> outputs(8);
    std::vector<std::thread> threads;
    threads.reserve(outputs.size());
    for (std::string& output : outputs)
        threads.emplace_back([&bytes, &output] { output = run_pdf_program(bytes).value_or("nothing"); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& output : outputs) {
        CHECK(output == outputs.front());
        CHECK(output.ends_with("\nend\n"));
    }
}

TEST_CASE("a quotation is looked up in the PDF of its work, and the nearest passage has its page") {
    if (no_pdf()) return;
    const Playground here;
    here.write("ipv.pdf", pdf_file({{{72, 700, 12, "A first page with other words."}},
                                    {{72, 700, 12, "Policy should recognise chil-"},
                                     {72, 686, 12, "dren as victims in their own right."}}},
                                   roman_pages));
    here.write(".statlint.toml", "[sources]\naic-ipv-2023 = \"ipv.pdf\"\n");
    const std::string start = "The AIC survey of carers says: ";
    here.write("right.md", start + "\"Policy should recognise children as victims\".\n");
    CHECK_FALSE(contains(here.run("check right.md").out, "misquoted-quotation"));
    here.write("wrong.md", start + "\"Policy must recognise children as victims\".\n");
    const Run run = here.run("check wrong.md");
    CHECK(contains(run.out, "misquoted-quotation"));
    CHECK(contains(run.out, "nearest passage, page x (2): \"Policy should recognise children as victims\""));
}
