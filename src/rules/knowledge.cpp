#include "rules/knowledge.hpp"

#include <algorithm>
#include <memory>

#include "corpus/embedded_files.hpp"
#include "lexicon/precompiled.hpp"
#include "rules/precompiled.hpp"

namespace statlint {

namespace {

/// What the program comes with is unpacked once and never given back: the end of the process does that faster.
const Knowledge& builtin_knowledge() {
    static const Knowledge& knowledge = *unpack_knowledge(precompiled_knowledge()).release();
    return knowledge;
}

} // namespace

void KnowledgeDeleter::operator()(const Knowledge* knowledge) const {
    if (!stays) delete knowledge;
}

tl::expected<std::unique_ptr<Knowledge>, std::vector<Error>>
read_knowledge(const std::vector<CorpusFile>& corpora, bool builtin, Lexicon lexicon, StemTable stems) {
    auto words = NumberWords::load(embedded_rules("en/numbers.toml"), embedded_rules("en/units.toml"),
                                   embedded_rules("en/hedges.toml"));
    if (!words) return tl::unexpected(std::vector<Error>{words.error()});

    std::vector<CorpusFile> files;
    if (builtin) files = embedded_corpus();
    files.insert(files.end(), corpora.begin(), corpora.end());
    auto corpus = load_corpus(files, *words);
    if (!corpus) return tl::unexpected(std::move(corpus.error()));

    auto texts = RuleTexts::load(embedded_rules("en/rules.toml"), "rules/en/rules.toml");
    if (!texts) return tl::unexpected(std::move(texts.error()));
    auto abbreviations = read_abbreviations(embedded_rules("en/abbreviations.toml"));
    if (!abbreviations) return tl::unexpected(std::vector<Error>{abbreviations.error()});
    auto citing = read_citation_words(embedded_rules("en/citations.toml"));
    if (!citing) return tl::unexpected(std::vector<Error>{citing.error()});
    auto joining = read_joining_words(embedded_rules("en/joining.toml"));
    if (!joining) return tl::unexpected(std::vector<Error>{joining.error()});
    return std::make_unique<Knowledge>(std::move(*words), std::move(*corpus), std::move(lexicon), std::move(stems),
                                       std::move(*texts), std::move(*abbreviations), std::move(*citing),
                                       std::move(*joining));
}

tl::expected<KnowledgePtr, std::vector<Error>> load_knowledge(const std::vector<CorpusFile>& corpora, bool builtin) {
    if (builtin && corpora.empty()) return KnowledgePtr(&builtin_knowledge(), KnowledgeDeleter{.stays = true});
    auto [lexicon, stems] = unpack_lexicon(precompiled_lexicon());
    auto read = read_knowledge(corpora, builtin, std::move(lexicon), std::move(stems));
    if (!read) return tl::unexpected(std::move(read.error()));
    return KnowledgePtr(read->release());
}

const Corpus& corpus_of(const Knowledge& knowledge) {
    return knowledge.corpus;
}
const NumberWords& number_words_of(const Knowledge& knowledge) {
    return knowledge.words;
}
const std::vector<RuleInfo>& rules_of(const Knowledge& knowledge) {
    return knowledge.texts.all();
}

} // namespace statlint
