#pragma once
#include <memory>
#include <string>

#include "formats/format.hpp"
#include "rules/pipeline.hpp"

namespace statlint {

/// A draft that is being written: takes its text again and again, and analyses what changed. What it says is always
/// what `analyse` would say of the same text.
class LiveDraft {
  public:
    /// `knowledge` must outlive it.
    LiveDraft(const Format& format, const Knowledge& knowledge, Policy policy);

    /// The whole text as it is now. An Error where it can't be read; the analysis then stays as it was.
    [[nodiscard]] Result<void> update(std::string source);
    /// Only after an update that succeeded.
    [[nodiscard]] const Analysis& analysis() const { return pipeline_->analysis(); }
    [[nodiscard]] const Knowledge& knowledge() const { return *knowledge_; }

  private:
    [[nodiscard]] Result<Document> read(std::string source) const;

    const Format* format_;
    const Knowledge* knowledge_;
    Policy policy_;
    Readers readers_;
    std::unique_ptr<Pipeline> pipeline_; ///< null before the first update
};

} // namespace statlint
