#include "rules/fix_draft.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace statlint {
namespace {

/// One mended number may change what another sentence is about; each round mends what the one before brought up.
constexpr int most_rounds = 12;

std::size_t fixable(const Analysis& analysis, const FixChoice& choice) {
    return static_cast<std::size_t>(std::ranges::count_if(analysis.findings, [&](const Finding& finding) {
        return finding.severity >= choice.least && !finding.fixes.empty();
    }));
}

Error not_in_place(const Format& format) {
    return {.message = fmt::format("{} can't be changed in place: `statlint check` says what to "
                                   "change, in the program that wrote it",
                                   format.name),
            .path = {}};
}

/// Whether the words came out as they were meant: a quotation mark in a JSON string would not.
bool reads_as_meant(const std::string& source, const Format& format, const Analysis& analysis,
                    const std::vector<SourceEdit>& edits) {
    std::vector<SourceEdit> in_text;
    for (const SourceEdit& edit : edits) in_text.push_back({{edit.text.start, edit.text.end}, edit.replacement});
    const Result<Document> document = format.read(source);
    return document && document->text == apply_edits(analysis.document.text, in_text);
}

} // namespace

Result<FixedDraft> fix_draft(std::string source, const Format& format, const Knowledge& knowledge, const Policy& policy,
                             const FixChoice& choice) {
    FixedDraft fixed{std::move(source), 0, 0};
    for (int round = 0; round < most_rounds; ++round) {
        Result<Document> document = format.read(fixed.text);
        if (!document) return tl::unexpected(document.error());
        if (document->form == SourceForm::extracted) return tl::unexpected(not_in_place(format));
        const Analysis analysis = analyse(std::move(*document), knowledge, policy);
        std::vector<SourceEdit> edits = edits_of(analysis, choice);
        for (SourceEdit& edit : edits) edit.replacement = written(format, edit.replacement);
        if (edits.empty()) {
            fixed.left = fixable(analysis, choice);
            return fixed;
        }
        fixed.made += edits.size();
        std::string text = apply_edits(fixed.text, edits);
        if (analysis.document.form == SourceForm::encoded && !reads_as_meant(text, format, analysis, edits))
            return tl::unexpected(Error{.message = "the fixes can't be written into this form of the text as they are; "
                                                   "nothing was changed",
                                        .path = {}});
        fixed.text = std::move(text);
    }
    return tl::unexpected(Error{.message = "the fixes undo each other; nothing was changed", .path = {}});
}

} // namespace statlint
