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
    const std::string_view way = format.annotate != nullptr
                                     ? "`statlint annotate` writes what to change into a copy, as comments"
                                     : "`statlint check` says what to change, in the program that wrote it";
    return {.message = fmt::format("{} can't be changed in place: {}", format.name, way), .path = {}};
}

/// What the text is to be.
std::string text_after(const Analysis& analysis, const std::vector<SourceEdit>& edits) {
    std::vector<SourceEdit> in_text;
    for (const SourceEdit& edit : edits) in_text.push_back({{edit.text.start, edit.text.end}, edit.replacement});
    return apply_edits(analysis.document.text, in_text);
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
        if (edits.empty()) {
            fixed.left = fixable(analysis, choice);
            return fixed;
        }
        fixed.made += edits.size();
        const std::string meant = text_after(analysis, edits);
        for (SourceEdit& edit : edits) edit.replacement = written(format, edit.replacement);
        fixed.text = apply_edits(fixed.text, edits);
        if (analysis.document.form != SourceForm::encoded) continue;
        // A colon would end a string of YAML, a quotation mark a cell of a table.
        const Result<Document> again = format.read(fixed.text);
        if (!again || again->text != meant)
            return tl::unexpected(Error{.message = "the fixes can't be written into this form of the text as they are; "
                                                   "nothing was changed",
                                        .path = {}});
    }
    return tl::unexpected(Error{.message = "the fixes undo each other; nothing was changed", .path = {}});
}

} // namespace statlint
