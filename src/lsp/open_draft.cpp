#include "lsp/open_draft.hpp"

namespace statlint::lsp {

void OpenDraft::touched() {
    positions_.reset();
    stale_ = true;
    reported = false;
}

void OpenDraft::set_text(std::string text, std::int64_t version) {
    text_ = std::move(text);
    version_ = version;
    touched();
}

void OpenDraft::change(const Json& change) {
    const auto& text = change.at("text").get_ref<const std::string&>();
    const auto range = change.find("range");
    if (range == change.end() || range->is_null()) {
        text_ = text;
    } else {
        const SourceSpan span = positions().span(*range);
        text_.replace(span.start, span.size(), text);
    }
    touched();
}

void OpenDraft::set_basis(Basis basis) {
    basis_ = std::move(basis);
    stale_ = true;
    reported = false;
    start_over({});
}

void OpenDraft::start_over(std::vector<std::string> bibliographies) {
    live_.reset();
    bibliographies_ = std::move(bibliographies);
    if (basis_.knowledge == nullptr || format_ == nullptr) return;
    live_ = std::make_unique<LiveDraft>(
        *format_, *basis_.knowledge, basis_.policy_with(bibliographies_, std::filesystem::path(path_).parent_path()));
}

const Positions& OpenDraft::positions() {
    if (!positions_) positions_.emplace(text_, encoding_);
    return *positions_;
}

const Analysis* OpenDraft::analysis() {
    if (!live_) return nullptr;
    if (stale_) {
        stale_ = false;
        trouble_.reset();
        auto updated = live_->update(text_);
        // Which bibliographies it names is known when it has been read.
        if (updated && live_->analysis().document.bibliographies != bibliographies_) {
            start_over(live_->analysis().document.bibliographies);
            updated = live_->update(text_);
        }
        if (!updated) trouble_ = updated.error();
    }
    return trouble_ ? nullptr : &live_->analysis();
}

} // namespace statlint::lsp
