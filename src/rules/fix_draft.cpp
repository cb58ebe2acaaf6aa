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

} // namespace

Result<FixedDraft> fix_draft(std::string source, const Format& format, const Knowledge& knowledge, const Policy& policy,
                             const FixChoice& choice) {
    if (format.container)
        return tl::unexpected(
            Error{.message = fmt::format("{} can't be changed in place: `statlint check` says what to "
                                         "change, in the program that wrote it",
                                         format.name),
                  .path = {}});
    FixedDraft fixed{std::move(source), 0, 0};
    for (int round = 0; round < most_rounds; ++round) {
        Result<Document> document = format.read(fixed.text);
        if (!document) return tl::unexpected(document.error());
        const Analysis analysis = analyse(std::move(*document), knowledge, policy);
        std::vector<SourceEdit> edits = edits_of(analysis, choice);
        for (SourceEdit& edit : edits) edit.replacement = written(format, edit.replacement);
        if (edits.empty()) {
            fixed.left = fixable(analysis, choice);
            return fixed;
        }
        fixed.made += edits.size();
        fixed.text = apply_edits(fixed.text, edits);
    }
    return tl::unexpected(Error{.message = "the fixes undo each other; nothing was changed", .path = {}});
}

} // namespace statlint
