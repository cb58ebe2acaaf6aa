#include "lexicon/precompiled.hpp"

#include "corpus/embedded_files.hpp"
#include "lexicon/archive.hpp"

namespace statlint {

tl::expected<std::pair<Lexicon, StemTable>, std::vector<Error>> read_embedded_lexicon() {
    std::vector<CorpusFile> files;
    for (const EmbeddedFile& file : embedded_files())
        if (file.path.starts_with("rules/en/lexicon/")) files.push_back({std::string(file.path), file.text});
    StemTable stems;
    auto lexicon = Lexicon::load(files, stems);
    if (!lexicon) return tl::unexpected(std::move(lexicon.error()));
    return std::pair(std::move(*lexicon), std::move(stems));
}

std::string pack_lexicon(Lexicon& lexicon, StemTable& stems) {
    std::string bytes;
    ArchiveWriter writer(bytes);
    writer(lexicon, stems);
    return bytes;
}

std::pair<Lexicon, StemTable> unpack_lexicon(std::string_view bytes) {
    std::pair<Lexicon, StemTable> made;
    ArchiveReader reader(bytes);
    reader(made.first, made.second);
    return made;
}

} // namespace statlint
