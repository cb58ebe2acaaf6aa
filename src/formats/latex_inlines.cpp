// Notes, links, numbers and other commands in running text of LaTeX.
#include <algorithm>
#include <charconv>

#include "formats/html_markers.hpp"
#include "formats/latex_accents.hpp"
#include "formats/latex_math.hpp"
#include "formats/latex_reader.hpp"
#include "text/ascii.hpp"

namespace statlint {

namespace {

constexpr std::size_t longest_macro = 200;
constexpr std::size_t longest_verbatim = 1000;
constexpr std::size_t most_expanded = 1'000'000; ///< bytes that macros may add to the text

bool is_punctuation(char c) {
    return c > ' ' && c < '\x7f' && !is_letter(c) && (c < '0' || c > '9');
}

/// "https://x.org/a\_b\%20c": what the backslashes keep from TeX.
std::string without_escapes(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1])) ++at;
        out.push_back(text[at]);
    }
    return out;
}

/// "\percent", "\%", "\hour", "km" as one writes them behind a number.
std::string unit_words(std::string_view unit) {
    if (unit == "\\percent" || unit == "\\%" || unit == "%") return "%";
    std::string words;
    for (const char c : unit)
        if (is_letter(c) || static_cast<unsigned char>(c) >= 0x80) words.push_back(c);
    if (words.empty()) return {};
    const bool counted = words == "second" || words == "minute" || words == "hour" || words == "day";
    return " " + words + (counted ? "s" : "");
}

} // namespace

// ---- commands

void LatexReader::command(const LatexToken& token) {
    const LatexCommand& command = latex_command(token.name);
    if (command.name.empty() && token.kind == LatexToken::Kind::word) {
        const auto macro = macros_.find(token.name);
        if (macro != macros_.end() && shows()) return use_macro(*macro->second, token);
        // Of a command that is not known, only what stands in braces is text.
        skip_overlay();
        if (source_[token.span.end - 1] != ' ') (void)optional_argument();
        return;
    }
    switch (command.action) {
    case LatexAction::transparent:
        break;
    case LatexAction::skip:
        skip_arguments(command.count);
        break;
    case LatexAction::title:
        heading(command.count);
        break;
    case LatexAction::abstract: {
        Context inside = context_;
        inside.preamble = false;
        open_block_argument(std::move(inside));
        break;
    }
    case LatexAction::define:
        define();
        break;
    case LatexAction::bibliography:
        name_bibliographies(command.count > 0);
        break;
    case LatexAction::begin:
        begin(token);
        break;
    case LatexAction::end:
        end(token);
        break;
    default:
        if (shows()) prose_command(command, token);
    }
}

/// What makes blocks.
void LatexReader::prose_command(const LatexCommand& command, const LatexToken& token) {
    switch (command.action) {
    case LatexAction::paragraph:
        boundary(token.span);
        break;
    case LatexAction::heading: {
        const bool below_chapters = section_level_ > 0 && command.name.ends_with("section");
        heading(static_cast<std::uint8_t>(command.count + (below_chapters ? 1 : 0)));
        break;
    }
    case LatexAction::item:
        item(token);
        break;
    case LatexAction::caption:
        caption(command);
        break;
    case LatexAction::footnote_text:
        footnote_text();
        break;
    case LatexAction::bibliography_item:
        bibliography_item();
        break;
    case LatexAction::row_end:
        row_end(token);
        break;
    case LatexAction::rule:
        skip_arguments(command.count);
        table_rule();
        break;
    case LatexAction::head_end:
        table_rule();
        break;
    case LatexAction::repeated_head:
        repeated_head();
        break;
    case LatexAction::columns:
        columns();
        break;
    default:
        inline_command(command, token);
    }
}

void LatexReader::inline_command(const LatexCommand& command, const LatexToken& token) {
    switch (command.action) {
    case LatexAction::text:
        words(command.text, token.span);
        break;
    case LatexAction::space:
        builder_.space(token.span);
        break;
    case LatexAction::footnote:
        footnote(token);
        break;
    case LatexAction::footnote_mark:
        footnote_mark(token);
        break;
    case LatexAction::count_notes:
        count_footnotes(command.name);
        break;
    case LatexAction::cite:
    case LatexAction::narrative_cite:
    case LatexAction::foot_cite:
        cite(command, token);
        break;
    case LatexAction::link:
        link();
        break;
    case LatexAction::url:
        url(token);
        break;
    case LatexAction::image:
        image(token);
        break;
    case LatexAction::verbatim:
    case LatexAction::code:
        verbatim(command, token);
        break;
    case LatexAction::superscript:
        superscript();
        break;
    case LatexAction::quoted:
        (void)optional_argument();
        words("“", token.span);
        open_argument(Frame::Closes::words, "”");
        break;
    case LatexAction::accent:
        accent(command, token);
        break;
    case LatexAction::number:
    case LatexAction::quantity:
        number(command);
        break;
    case LatexAction::fraction:
        fraction();
        break;
    case LatexAction::alternatives:
        if (open_argument(Frame::Closes::group)) frames_.back().drop_next = true;
        break;
    case LatexAction::inline_math:
        formula("\\)", false);
        break;
    case LatexAction::display_math:
        formula("\\]", true);
        break;
    case LatexAction::math_argument:
        if (const SourceSpan inside = take_group(); !inside.empty()) append_latex_math(builder_, inside);
        break;
    default:
        break;
    }
}

// ---- macros

void LatexReader::define() {
    skip_white();
    std::string_view name = builder_.slice(take_group());
    if (name.empty()) { // \def\name, \newcommand\name
        const LatexToken token = tokens_.next();
        if (token.kind != LatexToken::Kind::word) return;
        name = builder_.slice({token.span.start, token.span.start + 1 + static_cast<std::uint32_t>(token.name.size())});
    }
    const std::string_view parameters = builder_.slice(optional_argument());
    (void)optional_argument();
    const std::string_view hashes = source_.substr(tokens_.position(), 2);
    if (hashes.starts_with('#')) tokens_.seek(tokens_.position() + 2); // \def\name#1{…}
    const std::string_view body = builder_.slice(take_group());
    if (!name.starts_with('\\') || body.empty() || body.size() > longest_macro) return;
    Macro macro;
    macro.argument = parameters == "1" || hashes == "#1";
    if (!parameters.empty() && !macro.argument) return;
    std::string* part = &macro.before;
    for (std::size_t at = 0; at < body.size(); ++at) {
        const std::string_view rest = body.substr(at);
        if (macro.argument && part == &macro.before && rest.starts_with("#1")) {
            part = &macro.after;
            ++at;
        } else if (rest[0] == '\\' && rest.size() > 1 && latex_command(rest.substr(1, 1)).action == LatexAction::text) {
            *part += latex_command(rest.substr(1, 1)).text;
            ++at;
        } else if (std::string_view("\\{}#$&%").find(rest[0]) != std::string_view::npos) {
            return; // more than plain words
        } else {
            *part += rest[0] == '~' ? "\u00A0" : rest[0] == '\n' ? " " : std::string(1, rest[0]);
        }
    }
    if (macro.argument && part == &macro.before) return;
    macros_[name.substr(1)] = &macro_store_.emplace_back(std::move(macro));
}

void LatexReader::use_macro(const Macro& macro, const LatexToken& token) {
    if (builder_.text_size() > source_.size() + most_expanded) return;
    // The blanks behind the name are not the macro's.
    const SourceSpan name{token.span.start, token.span.start + 1 + static_cast<std::uint32_t>(token.name.size())};
    words(macro.before, name);
    if (macro.argument) open_argument(Frame::Closes::words, macro.after);
}

void LatexReader::accent(const LatexCommand& command, const LatexToken& token) {
    SourceSpan letter = take_group();
    if (letter.empty()) {
        const std::uint32_t start = tokens_.position();
        std::uint32_t end = start;
        if (source_.substr(start).starts_with("\\i") || source_.substr(start).starts_with("\\j"))
            end += source_.substr(start + 2).starts_with(' ') ? 3 : 2;
        else if (start < tokens_.end() && is_letter(source_[start]))
            ++end;
        if (end == start || end > tokens_.end()) {
            // "\~{}", "\^{}": the character itself.
            if (source_[start - 1] == '}' && (command.name == "~" || command.name == "^"))
                words(command.name, {token.span.start, start});
            return;
        }
        letter = {start, end};
        tokens_.seek(end);
    }
    std::string_view base = builder_.slice(letter);
    if (base.starts_with("\\i") || base.starts_with("\\j"))
        base = base.substr(1, 1); // a dotless letter is only the accent's place
    const std::uint32_t end = tokens_.position();
    words(with_accent(base, command.text), {token.span.start, end});
}

// ---- notes

std::string LatexReader::footnote_label(SourceSpan number) const {
    const std::string written(builder_.slice(number));
    return "footnote-" + (written.empty() ? std::to_string(footnotes_) : written);
}

void LatexReader::footnote(const LatexToken& token) {
    const SourceSpan number = optional_argument();
    if (builder_.in_aside()) return; // \thanks in a note: its words are the note's
    if (number.empty()) ++footnotes_;
    Block note;
    note.kind = BlockKind::footnote;
    note.label = footnote_label(number);
    if (!open_argument(Frame::Closes::note)) return;
    builder_.add_note_reference(note.label, {token.span.start, tokens_.position()});
    builder_.begin_aside(std::move(note));
}

void LatexReader::footnote_mark(const LatexToken& token) {
    const SourceSpan number = optional_argument();
    if (number.empty()) ++footnotes_;
    builder_.add_note_reference(footnote_label(number), {token.span.start, tokens_.position()});
}

void LatexReader::footnote_text() {
    const SourceSpan number = optional_argument();
    Context inside = context_;
    inside.kind = BlockKind::footnote;
    inside.label = footnote_label(number);
    open_block_argument(std::move(inside));
}

/// "\addtocounter{footnote}{-1}" goes before the text of the first of two marks.
void LatexReader::count_footnotes(std::string_view command) {
    const std::string_view counter = builder_.slice(take_group());
    int step = 1;
    if (command == "addtocounter") {
        const std::string_view written = builder_.slice(take_group());
        std::from_chars(written.data(), written.data() + written.size(), step);
    }
    if (counter == "footnote" && std::abs(step) < 100) footnotes_ += static_cast<unsigned>(step);
}

// ---- links and pictures

void LatexReader::link() {
    (void)optional_argument();
    const SourceSpan target = take_group();
    if (!open_argument(Frame::Closes::link)) return;
    builder_.begin_link(without_escapes(builder_.slice(target)));
}

void LatexReader::url(const LatexToken& token) {
    const SourceSpan target = take_group();
    if (target.empty()) return;
    (void)token;
    builder_.begin_link(without_escapes(builder_.slice(target)));
    raw_words(target);
    builder_.end_link();
}

/// Text in which only backslashes before punctuation are markup.
void LatexReader::raw_words(SourceSpan span) {
    std::uint32_t start = span.start;
    for (std::uint32_t at = span.start; at < span.end; ++at) {
        const char c = source_[at];
        const bool white = c == '\n' || c == '\r';
        if (!white && (c != '\\' || at + 1 == span.end || !is_punctuation(source_[at + 1]))) continue;
        builder_.append({start, at});
        start = at + 1;
        if (white)
            builder_.space({at, at + 1});
        else
            ++at;
    }
    builder_.append({start, span.end});
}

void LatexReader::image(const LatexToken& token) {
    const SourceSpan options = optional_argument();
    (void)take_group();
    const std::string_view text = builder_.slice(options);
    std::size_t start = text.find("alt=");
    if (start == std::string_view::npos) return;
    start += 4;
    const bool braced = start < text.size() && text[start] == '{';
    if (braced) ++start;
    const std::size_t end = std::min(text.find(braced ? '}' : ',', start), text.size());
    Block alt;
    alt.kind = BlockKind::alt_text;
    builder_.space(token.span);
    builder_.begin_aside(std::move(alt));
    run_part({options.start + static_cast<std::uint32_t>(start), options.start + static_cast<std::uint32_t>(end)});
    builder_.end_aside();
}

/// \verb|…|, \texttt{…}: what is left out keeps its neighbours apart.
void LatexReader::verbatim(const LatexCommand& command, const LatexToken& token) {
    (void)optional_argument();
    for (unsigned i = 0; i < command.count; ++i) (void)take_group();
    const std::uint32_t start = tokens_.position();
    builder_.space({token.span.start, token.span.start});
    if (start >= tokens_.end()) return;
    if (source_[start] == '{') {
        (void)take_group();
        return;
    }
    if (command.action == LatexAction::code) return;
    const std::string_view line = source_.substr(start + 1, longest_verbatim);
    const std::size_t end = line.find(source_[start]);
    if (end != std::string_view::npos && end < line.find('\n') && start + end + 2 <= tokens_.end())
        tokens_.seek(start + static_cast<std::uint32_t>(end) + 2);
}

// ---- numbers

void LatexReader::superscript() {
    const SourceSpan* const inside = next_group();
    if (inside == nullptr) return;
    if (builder_.slice(*inside).find_first_of("\\{$%~&-") != std::string_view::npos) return; // an ordinary group
    append_superscript(builder_, take_group());
}

void LatexReader::fraction() {
    (void)optional_argument();
    const SourceSpan top = take_group();
    const SourceSpan bottom = take_group();
    const auto plain = [&](SourceSpan part) {
        return !part.empty() && builder_.slice(part).find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (!plain(top) || !plain(bottom)) return;
    builder_.append(top);
    builder_.append("/", {top.end, bottom.start});
    builder_.append(bottom);
}

/// \num{1965}, \qty{28.5}{\percent}, \SIrange{10}{20}{\percent}
void LatexReader::number(const LatexCommand& command) {
    (void)optional_argument();
    std::uint32_t end = 0;
    for (unsigned i = 0; i < command.count; ++i) {
        const SourceSpan value = take_group();
        if (value.empty()) return;
        if (i > 0) builder_.append("–", {end, value.start});
        run_part(value);
        end = value.end;
    }
    if (command.action != LatexAction::quantity) return;
    (void)optional_argument();
    const SourceSpan unit = take_group();
    if (unit.empty()) return;
    const std::string words = unit_words(builder_.slice(unit));
    if (!words.empty()) builder_.append(words, {end, unit.end + 1});
}

} // namespace statlint
