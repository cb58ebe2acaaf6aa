#include <algorithm>
#include <utility>

#include "formats/format.hpp"
#include "formats/latex_math.hpp"
#include "formats/latex_reader.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::size_t longest_option = 2000; ///< bytes of an argument in brackets
constexpr int deepest_part = 4;

SourceSpan after_mark(std::string_view source) {
    return {text_start(source), static_cast<std::uint32_t>(source.size())};
}

} // namespace

LatexReader::LatexReader(std::string bytes)
    : builder_(std::move(bytes)), source_(builder_.source()), groups_(source_), tokens_(source_, after_mark(source_)) {}

Document LatexReader::read() && {
    find_bibliography_items();
    context_.preamble = has_preamble();
    section_level_ = source_.find("\\chapter{") != std::string_view::npos ? 1 : 0;
    run();
    while (!frames_.empty()) {
        const Frame frame = std::move(frames_.back());
        frames_.pop_back();
        leave(frame, {tokens_.end(), tokens_.end()});
    }
    builder_.set_bibliographies(std::move(bibliographies_));
    return std::move(builder_).finish();
}

void LatexReader::find_bibliography_items() {
    constexpr std::string_view mark = "\\bibitem";
    for (std::size_t at = source_.find(mark); at != std::string_view::npos; at = source_.find(mark, at)) {
        tokens_.seek(static_cast<std::uint32_t>(at += mark.size()));
        (void)optional_argument();
        if (const SourceSpan* key = next_group())
            items_.emplace(builder_.slice(*key), static_cast<unsigned>(items_.size()) + 1);
    }
    tokens_.seek(after_mark(source_).start);
}

/// Not where a comment says so: all of the file would be taken for preamble.
bool LatexReader::has_preamble() const {
    constexpr std::string_view mark = "\\begin{document}";
    for (std::size_t at = source_.find(mark); at != std::string_view::npos; at = source_.find(mark, at + 1)) {
        const std::size_t line = at == 0 ? 0 : source_.find_last_of("\r\n", at - 1) + 1;
        if (source_.substr(line, at - line).find_first_not_of(" \t") == std::string_view::npos) return true;
    }
    return false;
}

void LatexReader::run() {
    for (LatexToken next = tokens_.next(); next.kind != LatexToken::Kind::end && !ended_; next = tokens_.next())
        token(next);
}

/// An argument in brackets, which has no frame of its own.
void LatexReader::run_part(SourceSpan part) {
    if (parts_ >= deepest_part) return;
    ++parts_;
    const LatexTokenizer outer = tokens_;
    const std::size_t base = std::exchange(base_frames_, frames_.size());
    tokens_ = LatexTokenizer(source_, part);
    run();
    while (frames_.size() > base_frames_) {
        const Frame frame = std::move(frames_.back());
        frames_.pop_back();
        leave(frame, {part.end, part.end});
    }
    base_frames_ = base;
    tokens_ = outer;
    --parts_;
}

// ---- tokens

void LatexReader::token(const LatexToken& token) {
    switch (token.kind) {
    case LatexToken::Kind::text:
        if (shows()) builder_.append(token.span, true);
        break;
    case LatexToken::Kind::space:
        builder_.space(token.span);
        break;
    case LatexToken::Kind::paragraph:
        boundary(token.span);
        break;
    case LatexToken::Kind::comment:
        comment(token.span);
        break;
    case LatexToken::Kind::word:
    case LatexToken::Kind::symbol:
        command(token);
        break;
    case LatexToken::Kind::open:
        open();
        break;
    case LatexToken::Kind::close:
        close(token);
        break;
    case LatexToken::Kind::cell:
        if (!frames_.empty() && frames_.back().closes == Frame::Closes::table)
            next_cell();
        else
            builder_.space(token.span);
        break;
    case LatexToken::Kind::tie:
        words("\u00A0", token.span);
        break;
    case LatexToken::Kind::math:
        dollars(token);
        break;
    case LatexToken::Kind::dash:
        words(token.span.size() == 2 ? "–" : "—", token.span);
        break;
    case LatexToken::Kind::quote:
        quote(token);
        break;
    case LatexToken::Kind::end:
        break;
    }
}

void LatexReader::quote(const LatexToken& token) {
    const bool opens = source_[token.span.start] == '`';
    words(token.span.size() == 1 ? "‘" : opens ? "“" : "”", token.span);
}

void LatexReader::comment(SourceSpan span) {
    // Without its line end, or it would reach into the next line.
    const std::string_view text = builder_.slice(span);
    span.end = span.start + static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n"), text.size()));
    builder_.add_comment(span, builder_.slice({span.start + 1, span.end}));
}

void LatexReader::open() {
    if (frames_.size() >= deepest_frames) {
        ++unseen_groups_;
        return;
    }
    Frame frame;
    frame.around = context_;
    frames_.push_back(std::move(frame));
}

void LatexReader::close(const LatexToken& token) {
    if (unseen_groups_ > 0) {
        --unseen_groups_;
        return;
    }
    if (frames_.size() <= base_frames_) return;
    const Frame::Closes closes = frames_.back().closes;
    if (closes == Frame::Closes::environment || closes == Frame::Closes::table) return; // a stray brace
    const Frame frame = std::move(frames_.back());
    frames_.pop_back();
    leave(frame, token.span);
}

/// Undoes what the start of a group or environment did.
void LatexReader::leave(const Frame& frame, SourceSpan at) {
    switch (frame.closes) {
    case Frame::Closes::group:
    case Frame::Closes::environment:
        break;
    case Frame::Closes::block:
        builder_.boundary();
        // A caption in a long table is no row.
        if (!tables_.empty() && tables_.back().column == 0) tables_.back().row_first = builder_.block_count();
        break;
    case Frame::Closes::note:
        builder_.end_aside();
        break;
    case Frame::Closes::link:
        builder_.end_link();
        break;
    case Frame::Closes::words:
        words(frame.words, {at.end, at.end});
        break;
    case Frame::Closes::table:
        end_table();
        break;
    }
    context_ = frame.around;
    if (frame.drop_next) (void)take_group();
    if (frame.closes == Frame::Closes::block || frame.closes == Frame::Closes::table ||
        frame.closes == Frame::Closes::environment)
        boundary(at);
}

void LatexReader::dollars(const LatexToken& token) {
    formula(builder_.slice(token.span), token.span.size() == 2);
}

/// Up to `close`, which a formula in running text has in the same paragraph.
void LatexReader::formula(std::string_view close, bool displayed) {
    constexpr std::size_t longest = 4096;
    const std::uint32_t start = tokens_.position();
    const std::string_view rest = source_.substr(start, std::min<std::size_t>(tokens_.end() - start, longest));
    std::size_t end = rest.find(close);
    // "\$" in a formula is money.
    while (end != std::string_view::npos && end > 0 && rest[end - 1] == '\\') end = rest.find(close, end + 1);
    if (end == std::string_view::npos) return;
    if (!displayed && rest.substr(0, end).find("\n\n") != std::string_view::npos) return;
    const SourceSpan inside{start, start + static_cast<std::uint32_t>(end)};
    tokens_.seek(inside.end + static_cast<std::uint32_t>(close.size()));
    if (shows() && !displayed)
        append_latex_math(builder_, inside);
    else
        builder_.space(inside);
}

// ---- arguments

void LatexReader::skip_white() {
    while (tokens_.position() < tokens_.end() &&
           std::string_view(" \t\r\n").find(source_[tokens_.position()]) != std::string_view::npos)
        tokens_.seek(tokens_.position() + 1);
}

/// "[…]" right behind a command, without its brackets; empty, and nothing taken, where there is none.
SourceSpan LatexReader::optional_argument() {
    const std::uint32_t start = tokens_.position();
    const std::string_view rest = source_.substr(start, std::min<std::size_t>(tokens_.end() - start, longest_option));
    if (!rest.starts_with('[')) return {};
    int braces = 0;
    for (std::size_t at = 1; at < rest.size(); ++at) {
        if (rest[at] == '\\') {
            ++at;
        } else if (rest[at] == '{') {
            ++braces;
        } else if (rest[at] == '}') {
            if (--braces < 0) return {};
        } else if (rest[at] == ']' && braces == 0) {
            const auto end = start + static_cast<std::uint32_t>(at);
            tokens_.seek(end + 1);
            return {start + 1, end};
        }
    }
    return {};
}

/// "<2->" behind a command: on which slides it holds.
void LatexReader::skip_overlay() {
    constexpr std::size_t longest = 20;
    const std::string_view rest = source_.substr(tokens_.position(), longest);
    if (!rest.starts_with('<')) return;
    const std::size_t end = rest.find_first_not_of("0123456789-+,.|", 1);
    if (end != std::string_view::npos && rest[end] == '>')
        tokens_.seek(tokens_.position() + static_cast<std::uint32_t>(end) + 1);
}

/// The group that comes next, blanks before it taken; null where something else comes.
const SourceSpan* LatexReader::next_group() {
    const std::uint32_t start = tokens_.position();
    skip_white();
    if (tokens_.position() < tokens_.end() && source_[tokens_.position()] == '{') {
        const SourceSpan* const group = groups_.inside(tokens_.position());
        if (group != nullptr && group->end < tokens_.end()) return group;
    }
    tokens_.seek(start);
    return nullptr;
}

bool LatexReader::open_argument(Frame::Closes closes, std::string_view words) {
    const std::uint32_t start = tokens_.position();
    skip_white();
    const bool group = tokens_.position() < tokens_.end() && source_[tokens_.position()] == '{';
    if (!group || frames_.size() >= deepest_frames) {
        tokens_.seek(start);
        return false;
    }
    tokens_.seek(tokens_.position() + 1);
    Frame frame;
    frame.closes = closes;
    frame.words = words;
    frame.around = context_;
    frames_.push_back(std::move(frame));
    return true;
}

SourceSpan LatexReader::take_group() {
    const SourceSpan* const group = next_group();
    if (group == nullptr) return {};
    tokens_.seek(group->end + 1);
    return *group;
}

void LatexReader::skip_arguments(unsigned groups) {
    (void)optional_argument();
    for (unsigned i = 0; i < groups; ++i) {
        (void)take_group();
        (void)optional_argument();
    }
}

/// Where `needle` comes next. What was found is kept, so that many searches that come to nothing cost one.
std::size_t LatexReader::find_from(const std::string& needle) {
    const auto known = found_.find(needle);
    if (known != found_.end() && known->second >= tokens_.position()) return known->second;
    return found_[needle] = source_.find(needle, tokens_.position());
}

Result<Document> read_latex(std::string bytes) {
    if (const Result<void> checked = check_text(bytes); !checked) return tl::unexpected(checked.error());
    return LatexReader(std::move(bytes)).read();
}

} // namespace statlint
