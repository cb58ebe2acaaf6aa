// textDocument/codeAction: each fix of the findings in a range, all certain fixes, and suppression with a reason.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "lsp/diagnostics.hpp"
#include "lsp/handlers.hpp"
#include "rules/apply_fixes.hpp"

namespace statlint::lsp {
namespace {

Json edit_of(const Session& session, const OpenDraft& draft, Json edits) {
    if (!session.client.versioned_edits) return {{"changes", {{draft.uri(), std::move(edits)}}}};
    return {{"documentChanges",
             {{{"textDocument", {{"uri", draft.uri()}, {"version", draft.version()}}}, {"edits", std::move(edits)}}}}};
}

bool wanted(const Json& context, std::string_view kind) {
    const auto only = context.find("only");
    if (only == context.end() || !only->is_array() || only->empty()) return true;
    return std::ranges::any_of(*only, [&](const Json& item) {
        if (!item.is_string()) return false;
        const auto& prefix = item.get_ref<const std::string&>();
        return kind == prefix || (kind.starts_with(prefix) && (prefix.empty() || kind[prefix.size()] == '.'));
    });
}

/// A comment that switches a rule off for the line of a finding, in the words of the draft's format.
std::optional<SourceEdit> suppression(const OpenDraft& draft, const Analysis& analysis, const Finding& finding,
                                      const LineIndex& lines) {
    const std::string_view format = draft.format()->name;
    const std::string_view mark = format == "latex" ? "% " : format == "asciidoc" ? "// " : format == "org" ? "# " : "";
    if (format != "markdown" && format != "html" && mark.empty()) return std::nullopt;
    const std::string words = fmt::format("statlint-disable-next-line {} : reason", finding.rule);
    const SourceSpan place = analysis.document.to_source(finding.span);
    const std::uint32_t line = lines.locate(place.start).line;
    const std::uint32_t start = lines.line_start(line);
    if (!mark.empty()) {
        // In these tables a line of its own would be a row, or end the table.
        if (format != "latex" && lines.line(line).find('|') != std::string_view::npos) return std::nullopt;
        return SourceEdit{{start, start}, fmt::format("{}{}\n", mark, words)};
    }
    const std::string comment = "<!-- " + words + " -->";
    const std::string_view before = line > 1 ? lines.line(line - 1) : std::string_view();
    if (format == "html" || before.find_first_not_of(" \t") == std::string_view::npos)
        return SourceEdit{{start, start}, comment + "\n"};
    // On a line of its own it would end the paragraph; in a table it would end the table.
    if (before.find('|') != std::string_view::npos) return std::nullopt;
    const auto end = lines.line_start(line - 1) + static_cast<std::uint32_t>(before.size());
    return SourceEdit{{end, end}, " " + comment};
}

std::string title_of(const Document& document, const Fix& fix) {
    const std::string_view old = document.view(fix.span);
    if (old.empty())
        return fmt::format("Insert \"{}\"", fix.replacement.substr(fix.replacement.find_first_not_of(' ')));
    return fmt::format("Replace \"{}\" with \"{}\"", old, fix.replacement);
}

} // namespace

Json list_code_actions(Session& session, const Json& params) {
    OpenDraft& draft = session.checked_draft_of(params);
    const Analysis* analysis = draft.analysis();
    Json actions = Json::array();
    if (analysis == nullptr) return actions;
    const Positions& positions = draft.positions();
    const SourceSpan range = positions.span(params.at("range"));
    const Json context = params.value("context", Json::object());
    const auto text_edit = [&](SourceSpan span, const std::string& text) {
        return Json{{"range", positions.range(span)}, {"newText", text}};
    };
    if (wanted(context, "quickfix")) {
        for (const Finding& finding : analysis->findings) {
            const SourceSpan place = analysis->document.to_source(finding.span);
            if (finding.severity < session.workspace.show() || place.start > range.end || range.start > place.end)
                continue;
            const Json diagnostic = diagnostic_of(finding, session, *analysis, draft.corpus(), positions);
            for (const Fix& fix : finding.fixes) {
                Json edits = Json::array(
                    {text_edit(analysis->document.to_source(fix.span), written(*draft.format(), fix.replacement))});
                actions.push_back({{"title", title_of(analysis->document, fix)},
                                   {"kind", "quickfix"},
                                   {"isPreferred", fix.certain},
                                   {"diagnostics", Json::array({diagnostic})},
                                   {"edit", edit_of(session, draft, std::move(edits))}});
            }
            if (const auto comment = suppression(draft, *analysis, finding, positions.lines())) {
                Json edits = Json::array({text_edit(comment->span, comment->replacement)});
                actions.push_back({{"title", fmt::format("Suppress {} here, with a reason", finding.rule)},
                                   {"kind", "quickfix"},
                                   {"diagnostics", Json::array({diagnostic})},
                                   {"edit", edit_of(session, draft, std::move(edits))}});
            }
        }
    }
    if (wanted(context, "source.fixAll.statlint")) {
        Json edits = Json::array();
        for (const SourceEdit& edit : edits_of(*analysis, {}))
            edits.push_back(text_edit(edit.span, written(*draft.format(), edit.replacement)));
        if (!edits.empty())
            actions.push_back({{"title", "Make all fixes that are certain"},
                               {"kind", "source.fixAll.statlint"},
                               {"edit", edit_of(session, draft, std::move(edits))}});
    }
    return actions;
}

} // namespace statlint::lsp
