#include "lsp/corpus_place.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <unistd.h>

#include "corpus/embedded_files.hpp"
#include "lsp/uri.hpp"

namespace statlint::lsp {

namespace fs = std::filesystem;

namespace {

fs::path cache_folder() {
    const char* cache = std::getenv("XDG_CACHE_HOME");
    const char* home = std::getenv("HOME");
    if (cache != nullptr && *cache == '/') return fs::path(cache) / "statlint";
    if (home != nullptr && *home == '/') return fs::path(home) / ".cache" / "statlint";
    return {};
}

const EmbeddedFile* embedded(std::string_view path) {
    const auto files = embedded_files();
    const auto found = std::ranges::find(files, path, &EmbeddedFile::path);
    return found == files.end() ? nullptr : &*found;
}

/// The copy of an embedded file, named by its content: another version of the program makes another copy.
fs::path copy_of(const EmbeddedFile& file) {
    const fs::path folder = cache_folder();
    if (folder.empty()) return {};
    fs::path target = folder / fmt::format("{:016x}", std::hash<std::string_view>{}(file.text)) / file.path;
    std::error_code code;
    if (fs::file_size(target, code) == file.text.size() && !code) return target;
    fs::create_directories(target.parent_path(), code);
    // Written beside and renamed: another session may be doing the same.
    const fs::path draft = target.string() + fmt::format(".{}", ::getpid());
    std::ofstream(draft, std::ios::binary) << file.text;
    fs::permissions(draft, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read, code);
    fs::rename(draft, target, code);
    return code ? fs::path() : target;
}

fs::path file_of(const std::string& path) {
    if (const EmbeddedFile* file = embedded(path)) return copy_of(*file);
    return fs::absolute(path).lexically_normal();
}

Json location(const fs::path& file, int line) {
    if (file.empty()) return nullptr;
    const Json at{{"line", std::max(line - 1, 0)}, {"character", 0}};
    return {{"uri", uri_of(file.string())}, {"range", {{"start", at}, {"end", at}}}};
}

/// The line of a work's id in its file.
int line_of(const fs::path& file, const std::string& id) {
    std::ifstream in(file);
    std::string line;
    const std::string wanted = "\"" + id + "\"";
    for (int number = 1; std::getline(in, line); ++number)
        if (line.find("\"id\"") != std::string::npos && line.find(wanted) != std::string::npos) return number;
    return 0;
}

} // namespace

Json place_of(const Figure& figure) {
    return figure.path.empty() ? Json() : location(file_of(figure.path), figure.line);
}

Json place_of(const Work& work, const Corpus& corpus) {
    // Works stand beside the figures that cite them: a works file in the folder of any figure's file.
    std::vector<fs::path> folders;
    for (const Figure& figure : corpus.figures) {
        const fs::path folder = fs::path(figure.path).parent_path();
        if (std::ranges::find(folders, folder) == folders.end()) folders.push_back(folder);
    }
    for (const EmbeddedFile& file : embedded_files()) {
        if (!file.path.ends_with(".json") || file.text.find("\"" + work.id + "\"") == std::string_view::npos) continue;
        const fs::path copy = copy_of(file);
        if (const int line = line_of(copy, work.id); line > 0) return location(copy, line);
    }
    for (const fs::path& folder : folders) {
        std::error_code code;
        for (fs::directory_iterator it(fs::absolute(folder), code), end; !code && it != end; it.increment(code)) {
            if (it->path().extension() != ".json") continue;
            if (const int line = line_of(it->path(), work.id); line > 0)
                return location(it->path().lexically_normal(), line);
        }
    }
    return nullptr;
}

} // namespace statlint::lsp
