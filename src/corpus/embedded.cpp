#include <algorithm>
#include <string>

#include "corpus/corpus.hpp"
#include "corpus/embedded_files.hpp"

namespace statlint {

const std::vector<CorpusFile>& embedded_corpus() {
    static const std::vector<CorpusFile> files = [] {
        std::vector<CorpusFile> found;
        for (const EmbeddedFile& file : embedded_files()) {
            if (file.path.starts_with("corpus/")) found.push_back({std::string(file.path), file.text});
        }
        return found;
    }();
    return files;
}

std::string_view embedded_rules(std::string_view path) {
    constexpr std::string_view folder = "rules/";
    const auto files = embedded_files();
    const auto same = [&](const EmbeddedFile& file) {
        return file.path.starts_with(folder) && file.path.substr(folder.size()) == path;
    };
    const auto found = std::ranges::find_if(files, same);
    return found == files.end() ? std::string_view() : found->text;
}

} // namespace statlint
