#include "cli/corpus_files.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/read_file.hpp"

namespace statlint {

namespace fs = std::filesystem;

Result<void> CorpusFiles::add_file(const std::string& path) {
    auto text = read_file(path);
    if (!text) return tl::unexpected(text.error());
    texts_.push_back(std::move(*text));
    files_.push_back({.path = path, .text = texts_.back()});
    return {};
}

Result<void> CorpusFiles::add(const std::string& path) {
    std::error_code code;
    if (!fs::is_directory(path, code)) return add_file(path);
    std::vector<std::string> found;
    for (fs::recursive_directory_iterator it(path, code), end; !code && it != end; it.increment(code)) {
        const std::string name = it->path().filename().string();
        if (name.starts_with('.')) {
            if (it->is_directory()) it.disable_recursion_pending();
            continue;
        }
        const std::string extension = it->path().extension().string();
        if (it->is_regular_file() && (extension == ".toml" || extension == ".json"))
            found.push_back(it->path().string());
    }
    if (code) return tl::unexpected(Error{.message = "cannot be read: " + code.message(), .path = path});
    if (found.empty())
        return tl::unexpected(Error{.message = "no corpus files (*.toml, *.json) in this folder", .path = path});
    std::ranges::sort(found);
    for (const std::string& file : found)
        if (auto added = add_file(file); !added) return added;
    return {};
}

} // namespace statlint
