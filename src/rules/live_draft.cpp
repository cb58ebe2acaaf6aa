#include "rules/live_draft.hpp"

#include "document/split_blocks.hpp"
#include "formats/paragraph_edit.hpp"

namespace statlint {

LiveDraft::LiveDraft(const Format& format, const Knowledge& knowledge, Policy policy)
    : format_(&format), knowledge_(&knowledge), policy_(std::move(policy)), readers_(knowledge) {}

Result<Document> LiveDraft::read(std::string source) const {
    if (pipeline_ != nullptr)
        if (auto edited = edit_paragraph(pipeline_->analysis().document, source, *format_)) return std::move(*edited);
    Result<Document> document = format_->read(std::move(source));
    if (document) split_long_blocks(*document);
    return document;
}

Result<void> LiveDraft::update(std::string source) {
    Result<Document> document = read(std::move(source));
    if (!document) return tl::unexpected(document.error());
    if (pipeline_ != nullptr) {
        if (const auto change = find_change(pipeline_->analysis().document, *document)) {
            if (pipeline_->follow(std::move(*document), *change)) return {};
            *document = pipeline_->take_document();
        }
    }
    pipeline_ = std::make_unique<Pipeline>(std::move(*document), *knowledge_, policy_, readers_);
    return {};
}

} // namespace statlint
