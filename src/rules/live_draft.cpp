#include "rules/live_draft.hpp"

namespace statlint {

LiveDraft::LiveDraft(const Format& format, const Knowledge& knowledge, Policy policy)
    : format_(&format), knowledge_(&knowledge), policy_(std::move(policy)) {}

Result<void> LiveDraft::update(std::string source) {
    Result<Document> document = format_->read(std::move(source));
    if (!document) return tl::unexpected(document.error());
    analysis_ = analyse(std::move(*document), *knowledge_, policy_);
    return {};
}

} // namespace statlint
