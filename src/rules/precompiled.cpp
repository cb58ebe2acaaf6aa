#include "rules/precompiled.hpp"

#include "lexicon/archive.hpp"
#include "quantity/tables.hpp"
#include "text/pages.hpp"

namespace statlint {

namespace {

template <class Archive> void archive_knowledge(Archive& archive, NumberWords::Tables& tables, Knowledge& knowledge) {
    archive(tables, knowledge.corpus, knowledge.stems, knowledge.lexicon, knowledge.names, knowledge.figures,
            knowledge.findings, knowledge.texts, knowledge.abbreviations, knowledge.citing, knowledge.joining);
}

} // namespace

std::string pack_knowledge(Knowledge& knowledge) {
    std::string bytes;
    ArchiveWriter writer(bytes);
    NumberWords::Tables tables = knowledge.words.tables();
    archive_knowledge(writer, tables, knowledge);
    return bytes;
}

KnowledgePtr unpack_knowledge(std::string_view bytes) {
    fetch_pages(bytes);
    auto tables = std::make_unique<NumberWords::Tables>();
    NumberWords::Tables& filled = *tables;
    auto knowledge = std::make_unique<Knowledge>(NumberWords(std::move(tables)));
    ArchiveReader reader(bytes);
    archive_knowledge(reader, filled, *knowledge);
    return KnowledgePtr(knowledge.release());
}

} // namespace statlint
