// The \cite family and the names of bibliographies in LaTeX.
#include <algorithm>

#include <fmt/format.h>

#include "formats/latex_reader.hpp"
#include "text/ascii.hpp"

namespace statlint {

namespace {

constexpr std::size_t most_members = 100; ///< of one \cites

std::vector<SourceSpan> split_at_commas(std::string_view source, SourceSpan list) {
    std::vector<SourceSpan> parts;
    while (!list.empty()) {
        const std::string_view text = source.substr(list.start, list.size());
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view part = trimmed(text.substr(0, comma));
        if (!part.empty()) {
            const auto start = static_cast<std::uint32_t>(part.data() - source.data());
            parts.push_back({start, start + static_cast<std::uint32_t>(part.size())});
        }
        list.start += static_cast<std::uint32_t>(std::min(comma + 1, text.size()));
    }
    return parts;
}

/// "12", "S15", "12--15": pages, to which the style adds the label.
std::string_view page_label(std::string_view note) {
    note = trimmed(note);
    if (note.empty() || note.find_first_not_of("0123456789ivxS-,\xE2\x80\x93") != std::string_view::npos) return {};
    if (note.find_first_of("0123456789ivx") == std::string_view::npos) return {};
    return note.find_first_of("-,\xE2") == std::string_view::npos ? "p. " : "pp. ";
}

/// A note as it is read, in one stretch of text.
std::string plain_note(std::string_view note) {
    std::string out;
    note = trimmed(note);
    for (std::size_t at = 0; at < note.size(); ++at) {
        const char c = note[at];
        if (c == '~' || c == '\n' || c == '\r' || c == '\t')
            out.push_back(' ');
        else if (c == '-' && note.substr(at).starts_with("--"))
            out += "–", ++at;
        else if (c == '\\' && at + 1 < note.size() && (note[at + 1] == ',' || note[at + 1] == ' '))
            out.push_back(' '), ++at;
        else if (c != '{' && c != '}')
            out.push_back(c);
    }
    return out;
}

/// "@salter-2023", or "@{…}" where the key holds what would end it.
std::string marked_key(std::string_view key) {
    const bool plain = std::ranges::all_of(key, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    return plain ? fmt::format("@{}", key) : fmt::format("@{{{}}}", key);
}

} // namespace

void LatexReader::cite(const LatexCommand& command, const LatexToken& token) {
    if (command.action != LatexAction::foot_cite || builder_.in_aside()) return cite_keys(command, token);
    Block note;
    note.kind = BlockKind::footnote;
    note.label = fmt::format("footnote-{}", ++footnotes_);
    builder_.add_note_reference(note.label, token.span);
    builder_.begin_aside(std::move(note));
    cite_keys(command, token);
    builder_.end_aside();
}

void LatexReader::cite_keys(const LatexCommand& command, const LatexToken& token) {
    std::vector<LatexCite> cites;
    const bool several = command.name.ends_with("cites");
    do {
        LatexCite one;
        std::uint32_t behind = tokens_.position();
        for (int i = 0; i < 2; ++i)
            if (const SourceSpan note = optional_argument(); tokens_.position() != behind) {
                one.notes.push_back(note);
                behind = tokens_.position();
            }
        const SourceSpan keys = take_group();
        one.keys = split_at_commas(source_, keys);
        if (one.keys.empty()) break;
        cites.push_back(std::move(one));
    } while (several && cites.size() < most_members);
    if (cites.empty()) return;
    const SourceSpan whole{token.span.start, tokens_.position()};
    const bool narrative = command.action == LatexAction::narrative_cite;
    const auto numbered = [&](SourceSpan key) { return items_.contains(builder_.slice(key)); };
    const bool numbers =
        std::ranges::all_of(cites, [&](const LatexCite& one) { return std::ranges::all_of(one.keys, numbered); });
    if (!items_.empty() && !numbers && bibliographies_.empty()) {
        // The draft lists its references, but not these.
        for (const LatexCite& one : cites)
            for (const SourceSpan key : one.keys)
                if (!numbered(key)) builder_.add_note_reference(std::string(builder_.slice(key)), whole);
    }
    if (cites.size() == 1 && cites[0].keys.size() == 1 && !numbers && !narrative)
        return cite_one({whole.start, whole.start + static_cast<std::uint32_t>(token.name.size()) + 1}, cites[0]);

    std::string text;
    for (const LatexCite& one : cites) {
        for (std::size_t i = 0; i < one.keys.size(); ++i) {
            const std::string_view key = builder_.slice(one.keys[i]);
            if (!text.empty()) text += numbers ? ", " : "; ";
            if (i == 0 && one.notes.size() == 2 && !numbers && !narrative)
                text += plain_note(builder_.slice(one.notes[0])) + " ";
            text += numbers ? std::to_string(items_.at(key)) : marked_key(key);
        }
        const std::string_view note = one.notes.empty() ? std::string_view{} : builder_.slice(one.notes.back());
        if (!trimmed(note).empty())
            text += fmt::format("{}{}{}{}", narrative && !numbers ? " [" : ", ", page_label(note), plain_note(note),
                                narrative && !numbers ? "]" : "");
    }
    words(narrative && !numbers ? text : "[" + text + "]", whole);
}

/// A single key: the notes are read where they stand, before it, so that each of them keeps its place.
void LatexReader::cite_one(SourceSpan command, const LatexCite& cited) {
    const SourceSpan key = cited.keys[0];
    const bool braces = marked_key(builder_.slice(key))[1] == '{';
    const bool noted =
        std::ranges::any_of(cited.notes, [&](SourceSpan note) { return !trimmed(builder_.slice(note)).empty(); });
    if (noted) builder_.append("[", command);
    std::uint32_t at = command.end;
    for (const SourceSpan note : cited.notes) {
        if (trimmed(builder_.slice(note)).empty()) continue;
        if (at != command.end) builder_.space({});
        const std::string_view label = note == cited.notes.back() ? page_label(builder_.slice(note)) : "";
        if (!label.empty()) builder_.append(label, {at, note.start});
        run_part(note);
        at = note.end;
    }
    if (!noted) at = command.start;
    builder_.append(fmt::format("{}@{}", noted ? " " : "[", braces ? "{" : ""), {at, key.start});
    builder_.append(key);
    // Nothing of the source stands for the bracket: the brace is no bracket.
    const std::uint32_t end = tokens_.position();
    builder_.append(braces ? "}]" : "]", {end, end});
}

void LatexReader::name_bibliographies(bool bare_names) {
    (void)optional_argument();
    for (const SourceSpan name : split_at_commas(source_, take_group())) {
        std::string file(builder_.slice(name));
        const std::size_t base = file.find_last_of('/') + 1;
        if (bare_names && file.find('.', base) == std::string::npos) file += ".bib";
        bibliographies_.push_back(std::move(file));
    }
}

} // namespace statlint
