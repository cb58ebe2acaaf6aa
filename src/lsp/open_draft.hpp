#pragma once
#include <memory>
#include <optional>
#include <string>

#include "lsp/positions.hpp"
#include "lsp/workspace.hpp"
#include "rules/live_draft.hpp"

namespace statlint::lsp {

/// A draft that the client has open: its text, and what is known of it.
class OpenDraft {
  public:
    OpenDraft(std::string uri, std::string path, const Format* format, Encoding encoding)
        : uri_(std::move(uri)), path_(std::move(path)), format_(format), encoding_(encoding) {}

    void set_text(std::string text, std::int64_t version);
    /// One entry of contentChanges: a range with its new text, or the whole text.
    void change(const Json& change);
    void set_version(std::int64_t version) { version_ = version; }
    /// What it is checked with from now on.
    void set_basis(Basis basis);

    /// Brings the analysis up to date; null where the text can't be checked, which trouble() then tells.
    [[nodiscard]] const Analysis* analysis();
    [[nodiscard]] const std::optional<Error>& trouble() const { return trouble_; }
    [[nodiscard]] const Positions& positions();
    [[nodiscard]] const Corpus& corpus() const { return corpus_of(*basis_.knowledge); }
    [[nodiscard]] const Knowledge& knowledge() const { return *basis_.knowledge; }

    [[nodiscard]] const std::string& uri() const { return uri_; }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] std::int64_t version() const { return version_; }
    [[nodiscard]] const Format* format() const { return format_; }
    [[nodiscard]] bool ignored() const { return basis_.ignored; }

    bool reported = true; ///< its diagnostics, as they are now, have been sent

  private:
    void touched();
    /// Forgets what was analysed; the draft now names these bibliographies.
    void start_over(std::vector<std::string> bibliographies);

    std::string uri_, path_;
    const Format* format_; ///< null where it is none that statlint reads
    Encoding encoding_;
    std::string text_;
    std::int64_t version_ = 0;
    std::optional<Positions> positions_;
    Basis basis_;
    std::vector<std::string> bibliographies_; ///< that the draft names
    std::unique_ptr<LiveDraft> live_;
    bool stale_ = true;
    std::optional<Error> trouble_;
};

} // namespace statlint::lsp
