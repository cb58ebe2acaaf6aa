// Same text, same findings: turns Markdown drafts into every format, with pandoc and LibreOffice, and demands the same
// statistics, figures, verdicts and citations from all of them.
// Usage: statlint_same_findings [--keep FOLDER] [--format NAME]… DRAFT.md|FOLDER…
// Exit code: 0 all the same, 1 differences, 2 trouble, 77 pandoc is not there (CTest takes it for "skipped").
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/read_file.hpp"
#include "formats/format.hpp"
#include "rules/analysis.hpp"

namespace {

namespace fs = std::filesystem;
using namespace statlint;

/// How a draft becomes a file of another format. In the commands {in} is the draft, {out} the file, {dir} its folder.
struct Route {
    const char* format; ///< as statlint calls it
    const char* file;   ///< the file's ending
    const char* program;
    std::string command;
    const char* without = nullptr; ///< drafts of this folder need what the format can't carry
};

const std::vector<Route> routes{
    {"html", ".html", "pandoc", "pandoc -s -t html5 -o {out}"},
    {"docx", ".docx", "pandoc", "pandoc -t docx -o {out}"},
    {"odt", ".odt", "pandoc", "pandoc -t odt -o {out}"},
    {"asciidoc", ".adoc", "pandoc", "pandoc -t asciidoc -o {out}"},
    {"org", ".org", "pandoc", "pandoc -t org -o {out}"},
    {"rst", ".rst", "pandoc", "pandoc -t rst -o {out}"},
    {"latex", ".tex", "pandoc", "pandoc --natbib -t latex -o {out}"},
    {"pdf", ".pdf", "soffice",
     "pandoc -f markdown-smart {in} -t docx -o {docx} && soffice -env:UserInstallation=file://{dir}/office --headless "
     "--convert-to pdf --outdir {dir} {docx}",
     "golden/citations/links"}, // poppler-cpp knows the words of a link, and not where it leads
    {"mail", ".eml", "sh", "((printf 'Content-Type: text/html; charset=utf-8\\nSubject:\\n\\n'; cat {html}) >{out})"},
    {"yaml", ".yaml", "sh", "((echo 'text: |2'; sed 's/^/  /' {in}) >{out})"},
};

bool is_installed(const std::string& program) {
    return std::system(fmt::format("command -v {} >/dev/null 2>&1", program).c_str()) == 0;
}

std::string replaced(std::string text, const std::map<std::string, std::string>& values) {
    for (const auto& [name, value] : values)
        for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; at += value.size())
            text.replace(at, name.size(), value);
    return text;
}

/// "1 in 6" however its blanks, dashes and quotation marks are written: typesetting may change them.
std::string plain_form(std::string_view text) {
    std::string out(text);
    for (const auto& [from, to] : std::map<std::string, std::string>{
             {"\u00A0", " "}, {"\u2009", " "}, {"\u202F", " "}, {"–", "-"}, {"\u2011", "-"}, {"--", "-"}, {"’", "'"}})
        out = replaced(out, {{from, to}});
    return out;
}

/// One line for each statistic: what it is, and what was made of it.
std::vector<std::string> statistics_of(const Analysis& analysis, const Corpus& corpus) {
    std::vector<std::string> lines;
    for (const Statistic& statistic : analysis.statistics) {
        std::vector<std::string> works;
        for (const std::uint32_t citation : statistic.citations)
            for (const WorkIndex work : analysis.citations[citation].works) works.push_back(corpus.works[work].id);
        std::ranges::sort(works);
        works.erase(std::ranges::unique(works).begin(), works.end());
        lines.push_back(
            fmt::format("{:<24} {:<10} {} [{}]", plain_form(analysis.document.view(statistic.quantity.span)),
                        name(statistic.verdict), statistic.figure == none ? "-" : corpus.figures[statistic.figure].id,
                        fmt::join(works, " ")));
    }
    std::ranges::sort(lines); // notes stand in another place in some formats
    return lines;
}

class FormatComparison {
  public:
    FormatComparison(const Knowledge& knowledge, fs::path folder, std::vector<std::string> formats)
        : knowledge_(knowledge), folder_(std::move(folder)), formats_(std::move(formats)) {}

    void compare(const fs::path& draft) {
        // Front matter has no counterpart in most formats; the conversion must not set quotes and dashes anew.
        const auto want = read(draft, *format_by_name("markdown"));
        if (!want) return;
        for (const Route& route : routes) {
            if (!formats_.empty() && std::ranges::find(formats_, route.format) == formats_.end()) continue;
            if (!is_installed(route.program)) {
                missing_[route.program] = true;
                continue;
            }
            compare(draft, route, *want);
        }
    }

    [[nodiscard]] int finish() const {
        for (const auto& [program, gone] : missing_) fmt::print("skipped: {} is not installed\n", program);
        fmt::print("{} files compared, {} statistics, {} differ\n", files_, statistics_, differences_);
        if (files_ == 0) return missing_.empty() ? 2 : 77;
        return failed_ ? 2 : differences_ > 0 ? 1 : 0;
    }

  private:
    void compare(const fs::path& draft, const Route& route, const std::vector<std::string>& want) {
        const fs::path out = folder_ / (draft.stem().string() + route.file);
        const fs::path docx = folder_ / (draft.stem().string() + ".docx");
        const fs::path html = folder_ / (draft.stem().string() + ".html");
        std::string command = replaced(route.command, {{"{in}", "'" + draft.string() + "'"},
                                                       {"{docx}", "'" + docx.string() + "'"},
                                                       {"{html}", "'" + html.string() + "'"},
                                                       {"{out}", "'" + out.string() + "'"},
                                                       {"{dir}", folder_.string()}});
        if (std::string_view(route.program) == "pandoc") command += " -f markdown-smart '" + draft.string() + "'";
        if (std::system((command + " >/dev/null 2>&1").c_str()) != 0 || !fs::exists(out)) {
            fmt::print("{}: cannot be made: {}\n", out.string(), command);
            failed_ = true;
            return;
        }
        const auto got = read(out, *format_by_name(route.format));
        if (!got) return;
        ++files_;
        statistics_ += want.size();
        std::vector<std::string> lost, gained;
        std::ranges::set_difference(want, *got, std::back_inserter(lost));
        std::ranges::set_difference(*got, want, std::back_inserter(gained));
        if (route.without != nullptr && draft.string().find(route.without) != std::string::npos) {
            if (!lost.empty()) return;
            fmt::print("{} as {} is said to lose something, and does not\n", draft.string(), route.format);
            ++differences_;
        }
        if (lost.empty() && gained.empty()) return;
        differences_ += std::max(lost.size(), gained.size());
        fmt::print("{} as {}:\n", draft.string(), route.format);
        for (const std::string& line : lost) fmt::print("  - {}\n", line);
        for (const std::string& line : gained) fmt::print("  + {}\n", line);
    }

    std::optional<std::vector<std::string>> read(const fs::path& file, const Format& format) {
        auto bytes = read_file(file.string());
        if (bytes) {
            auto document = format.read(std::move(*bytes));
            if (document) return statistics_of(analyse(std::move(*document), knowledge_, {}), corpus_of(knowledge_));
            fmt::print("{}: {}\n", file.string(), document.error().message);
        } else {
            fmt::print("{}\n", bytes.error().to_string());
        }
        failed_ = true;
        return std::nullopt;
    }

    const Knowledge& knowledge_;
    fs::path folder_;
    std::vector<std::string> formats_;
    std::map<std::string, bool> missing_;
    std::size_t files_ = 0, statistics_ = 0, differences_ = 0;
    bool failed_ = false;
};

} // namespace

int main(int argc, char** argv) {
    std::vector<fs::path> drafts;
    std::vector<std::string> formats;
    fs::path kept;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--keep" && i + 1 < argc) {
            kept = argv[++i];
        } else if (word == "--format" && i + 1 < argc) {
            formats.emplace_back(argv[++i]);
        } else if (fs::is_directory(word)) {
            for (const auto& entry : fs::recursive_directory_iterator(word))
                if (entry.path().extension() == ".md" && entry.path().filename() != "README.md")
                    drafts.push_back(entry.path());
        } else {
            drafts.emplace_back(word);
        }
    }
    std::ranges::sort(drafts);
    const auto knowledge = load_knowledge({}, true);
    if (!knowledge || drafts.empty()) return 2;
    std::string name = (fs::temp_directory_path() / "statlint-formats-XXXXXX").string();
    const fs::path folder = kept.empty() ? fs::path(mkdtemp(name.data())) : kept;
    fs::create_directories(folder);
    FormatComparison comparison(**knowledge, fs::absolute(folder), formats);
    for (const fs::path& draft : drafts) comparison.compare(draft);
    if (kept.empty()) fs::remove_all(folder);
    return comparison.finish();
}
