#include <memory>
#include <optional>

#include "document/split_blocks.hpp"
#include "rules/pipeline.hpp"

namespace statlint {
namespace {

/// One of each for a thread and a knowledge.
Readers& readers_for(const Knowledge& knowledge) {
    static thread_local std::optional<Readers> readers;
    static thread_local std::shared_ptr<const int> made_for;
    if (!readers || made_for != knowledge.identity) {
        readers.emplace(knowledge);
        made_for = knowledge.identity;
    }
    return *readers;
}

} // namespace

Analysis analyse(Document document, const Knowledge& knowledge, const Policy& policy, bool candidates) {
    split_long_blocks(document);
    return Pipeline(std::move(document), knowledge, policy, readers_for(knowledge), candidates).take();
}

} // namespace statlint
