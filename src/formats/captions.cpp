// Captions of a film, SubRip (.srt) and WebVTT (.vtt). Cues are cut where the film needs it, not where sentences end:
// the words of one speaker go on from cue to cue, until a sentence ends before a pause.
#include <algorithm>
#include <optional>

#include "document/builder.hpp"
#include "formats/entities.hpp"
#include "formats/format.hpp"
#include "formats/line_cursor.hpp"

namespace statlint {

namespace {

constexpr std::string_view blanks = " \t";
constexpr double pause = 1.5;            ///< seconds between two sentences that make two paragraphs of them
constexpr std::uint32_t enough = 600;    ///< bytes, from which on a paragraph ends with the next sentence
constexpr std::uint32_t too_much = 3000; ///< bytes, from which on it ends with the next cue: nobody set full stops

std::string_view trimmed(std::string_view text) {
    const std::size_t start = text.find_first_not_of(blanks);
    return start == std::string_view::npos ? std::string_view{}
                                           : text.substr(start, text.find_last_not_of(blanks) - start + 1);
}

/// "1:02:03,456", "02:03.456": seconds; takes it off `text`.
std::optional<double> take_time(std::string_view& text) {
    double seconds = 0;
    double part = 0;
    double fraction = 0; ///< what a digit is worth behind the point
    std::size_t at = 0;
    for (; at < text.size() && at < 20; ++at) {
        const char c = text[at];
        if (c >= '0' && c <= '9' && fraction > 0) {
            seconds += (c - '0') * fraction;
            fraction /= 10;
        } else if (c >= '0' && c <= '9') {
            part = part * 10 + (c - '0');
        } else if (c == ':' && fraction == 0) {
            seconds = (seconds + part) * 60;
            part = 0;
        } else if ((c == '.' || c == ',') && fraction == 0) {
            fraction = 0.1;
        } else {
            break;
        }
    }
    if (fraction == 0 || at < 5) return std::nullopt;
    text.remove_prefix(at);
    return seconds + part;
}

struct Timing {
    double from = 0, to = 0;
};

std::optional<Timing> read_timing(std::string_view line) {
    line = trimmed(line);
    const auto from = take_time(line);
    line = trimmed(line);
    if (!from || !line.starts_with("-->")) return std::nullopt;
    line = trimmed(line.substr(3));
    const auto to = take_time(line);
    return to ? std::optional<Timing>({*from, *to}) : std::nullopt;
}

/// Also with quotation marks behind it.
bool ends_sentence(std::string_view text) {
    for (const std::string_view mark : {"\"", "'", "”", "’", ")", "♪", " "})
        while (text.ends_with(mark)) text.remove_suffix(mark.size());
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

class CaptionReader {
  public:
    explicit CaptionReader(std::string bytes) : builder_(std::move(bytes)), lines_(builder_.source()) {
        if (const auto first = lines_.peek()) vtt_ = builder_.slice(*first).starts_with("WEBVTT");
    }

    Result<Document> read() && {
        if (vtt_) skip_block(); // "WEBVTT" and what is said of the whole
        while (const auto line = lines_.next()) read_line(*line);
        add_note(static_cast<std::uint32_t>(builder_.source().size()));
        if (cues_ == 0 && builder_.block_count() + (builder_.in_block() ? 1U : 0U) > 0)
            return tl::unexpected(Error{.message = "has no line of times (00:00:01,000 --> 00:00:04,000): these are no "
                                                   "captions",
                                        .path = {}});
        Document document = std::move(builder_).finish();
        document.form = SourceForm::encoded;
        return document;
    }

  private:
    void read_line(SourceSpan line);
    void start_cue(const Timing& timing);
    void words(SourceSpan line);
    void tag(SourceSpan span);
    void speaker(std::string_view name);
    void skip_block() {
        while (const auto line = lines_.next())
            if (builder_.slice(*line).empty()) return;
    }
    void read_note(SourceSpan line);
    void add_note(std::uint32_t end);

    DocumentBuilder builder_;
    LineCursor lines_;
    bool vtt_ = false;
    bool between_ = true; ///< no cue is open
    std::size_t cues_ = 0;
    double last_end_ = 0; ///< of the cue before, in seconds
    std::uint32_t paragraph_ = 0;
    bool sentence_ended_ = false;
    std::string speaker_;
    std::optional<SourceSpan> note_; ///< a NOTE whose cue is still to come
};

void CaptionReader::read_line(SourceSpan line) {
    const std::string_view text = builder_.slice(line);
    if (const auto timing = read_timing(text)) {
        add_note(line.end);
        return start_cue(*timing);
    }
    if (trimmed(text).empty()) {
        between_ = true;
        return;
    }
    const auto next = lines_.peek();
    const bool number = text.find_first_not_of("0123456789 ") == std::string_view::npos;
    if ((between_ || number) && next && read_timing(builder_.slice(*next))) return; // the number or name of a cue
    if (between_ && vtt_) {
        if (text == "NOTE" || text.starts_with("NOTE ") || text.starts_with("NOTE\t")) return read_note(line);
        if (trimmed(text) == "STYLE" || trimmed(text) == "REGION") return skip_block();
    }
    words(line); // those between two cues, too: some players show them
}

void CaptionReader::start_cue(const Timing& timing) {
    ++cues_;
    between_ = false;
    const std::uint32_t size = builder_.text_size() - std::min(paragraph_, builder_.text_size());
    const bool ended = sentence_ended_ && (timing.from - last_end_ >= pause || size > enough);
    if (ended || size > too_much) {
        builder_.boundary();
        paragraph_ = builder_.text_size();
    }
    last_end_ = timing.to;
}

/// Another speaker's words are another paragraph.
void CaptionReader::speaker(std::string_view name) {
    if (name == speaker_) return;
    speaker_ = name;
    builder_.boundary();
    paragraph_ = builder_.text_size();
}

void CaptionReader::words(SourceSpan line) {
    std::string_view text = builder_.slice(line);
    builder_.space({line.start, line.start});
    const std::size_t first = text.find_first_not_of(blanks);
    // "- Yes." "– Yes.": the two sides of a dialogue; ">> " is what live captions set.
    for (const std::string_view mark : {"- ", "– ", ">> ", ">>> "}) {
        if (!text.substr(first).starts_with(mark)) continue;
        builder_.boundary();
        paragraph_ = builder_.text_size();
        line.start += static_cast<std::uint32_t>(first + mark.size());
        break;
    }
    const std::string_view source = builder_.source();
    for (std::uint32_t at = line.start; at < line.end;) {
        const char c = source[at];
        const std::uint32_t start = at;
        if (c == '<' || (c == '{' && source.substr(at, 2) == "{\\")) {
            const std::size_t close = builder_.slice({at, line.end}).find(c == '<' ? '>' : '}');
            const bool is_tag = close != std::string_view::npos && close > 1 && source[at + 1] != ' ';
            at = is_tag ? at + static_cast<std::uint32_t>(close) + 1 : at + 1;
            if (is_tag)
                tag({start, at});
            else
                builder_.append({start, at});
        } else if (c == '&') {
            const Entity entity = read_entity(builder_.slice({at, line.end}), false);
            at += static_cast<std::uint32_t>(std::max<std::size_t>(entity.size, 1));
            if (entity.size == 0)
                builder_.append({start, at});
            else
                builder_.append(entity.text, {start, at});
        } else if (blanks.find(c) != std::string_view::npos) {
            builder_.space({start, ++at});
        } else {
            while (at < line.end && blanks.find(source[at]) == std::string_view::npos && source[at] != '<' &&
                   source[at] != '&' && (source[at] != '{' || at == start))
                ++at;
            builder_.append({start, at});
        }
    }
    sentence_ended_ = ends_sentence(trimmed(text));
}

/// "<v Anna>" says who speaks; "<i>", "<c.yellow>", "<00:01:02.000>", "{\an8}" only how it looks.
void CaptionReader::tag(SourceSpan span) {
    std::string_view inside = builder_.slice({span.start + 1, span.end - 1});
    if (!inside.starts_with("v ") && !inside.starts_with("v.")) return;
    speaker(trimmed(inside.substr(std::min(inside.find(' '), inside.size()))));
}

void CaptionReader::read_note(SourceSpan line) {
    add_note(line.start);
    note_ = line;
    while (const auto next = lines_.next()) {
        if (trimmed(builder_.slice(*next)).empty()) break;
        note_->end = next->end;
    }
}

/// A comment reaches up to the times of the cue that it stands before, so that "the next line" is that cue's first.
void CaptionReader::add_note(std::uint32_t end) {
    if (!note_) return;
    const std::string_view text = builder_.slice(*note_).substr(std::string_view("NOTE").size());
    builder_.add_comment({note_->start, end}, text);
    note_.reset();
}

} // namespace

Result<Document> read_captions(std::string bytes) {
    if (const Result<void> checked = check_text(bytes); !checked) return tl::unexpected(checked.error());
    return CaptionReader(std::move(bytes)).read();
}

} // namespace statlint
