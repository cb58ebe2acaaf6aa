#include "formats/yaml_scalar.hpp"

#include <algorithm>
#include <vector>

#include "formats/line_cursor.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::string_view blanks = " \t";

/// One escape of a double-quoted scalar at `at`, which is moved behind it.
std::string read_escape(std::string_view source, std::uint32_t& at, std::uint32_t end) {
    struct Escape {
        char letter;
        std::string_view text;
    };
    static constexpr Escape escapes[] = {
        {'a', "\a"}, {'b', "\b"}, {'t', "\t"},       {'\t', "\t"},      {'n', "\n"},           {'v', "\v"},
        {'f', "\f"}, {'r', "\r"}, {'N', "\xC2\x85"}, {'_', "\xC2\xA0"}, {'L', "\xE2\x80\xA8"}, {'P', "\xE2\x80\xA9"}};
    const char letter = at + 1 < end ? source[at + 1] : '\\';
    at = std::min(at + 2, end);
    const std::uint32_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    if (digits > 0) {
        std::uint32_t value = 0;
        for (const std::uint32_t stop = std::min(at + digits, end); at < stop; ++at) {
            const char c = source[at];
            value = value * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        }
        std::string text;
        append_utf8(text, value);
        return text;
    }
    for (const Escape& escape : escapes)
        if (escape.letter == letter) return std::string(escape.text);
    return {letter};
}

class ScalarDecoder {
  public:
    ScalarDecoder(std::string_view source, YamlStyle style) : source_(source), style_(style) {}

    DecodedText decode(SourceSpan span) {
        LineCursor lines(source_.substr(0, span.end), span.start);
        bool first = true;
        while (const auto whole = lines.next()) {
            SourceSpan line = *whole;
            if (!first) skip_blanks(line);
            first = false;
            trim_end(line);
            if (line.empty()) {
                if (!decoded_.text.empty()) ++empty_lines_;
                continue;
            }
            join(line.start);
            words(line);
        }
        return std::move(decoded_);
    }

    DecodedText decode_block(SourceSpan span) {
        std::vector<SourceSpan> found;
        std::uint32_t indent = span.end;
        LineCursor lines(source_.substr(0, span.end), span.start);
        while (const auto line = lines.next()) {
            found.push_back(*line);
            SourceSpan bare = *line;
            skip_blanks(bare);
            if (!bare.empty()) indent = std::min(indent, bare.start - line->start);
        }
        for (SourceSpan line : found) {
            line.start = std::min(line.start + indent, line.end);
            trim_end(line);
            if (line.empty()) {
                if (!decoded_.text.empty()) ++empty_lines_;
                continue;
            }
            join(line.start);
            decoded_.append(source_, line);
            end_ = line.end;
        }
        return std::move(decoded_);
    }

  private:
    void skip_blanks(SourceSpan& line) const {
        while (!line.empty() && blanks.find(source_[line.start]) != std::string_view::npos) ++line.start;
    }
    void trim_end(SourceSpan& line) const {
        while (!line.empty() && blanks.find(source_[line.end - 1]) != std::string_view::npos) --line.end;
    }

    /// What the line end before `start` is.
    void join(std::uint32_t start) {
        if (!decoded_.text.empty() && !continued_) {
            const std::string_view white = empty_lines_ > 0 ? "\n\n" : style_ == YamlStyle::literal ? "\n" : " ";
            decoded_.append(white, source_, {end_, start});
        }
        continued_ = false;
        empty_lines_ = 0;
    }

    void words(SourceSpan line) {
        for (std::uint32_t at = line.start; at < line.end;) {
            const std::uint32_t start = at;
            if (style_ == YamlStyle::single_quoted && source_[at] == '\'') {
                at = std::min(at + 2, line.end);
                decoded_.append("'", source_, {start, at});
            } else if (style_ == YamlStyle::double_quoted && source_[at] == '\\') {
                if (at + 1 == line.end) { // the line goes on in the next one
                    continued_ = true;
                    break;
                }
                const std::string text = read_escape(source_, at, line.end);
                decoded_.append(text, source_, {start, at});
            } else {
                const char mark = style_ == YamlStyle::single_quoted ? '\'' : '\\';
                const bool marks = style_ == YamlStyle::single_quoted || style_ == YamlStyle::double_quoted;
                const std::size_t next = marks ? source_.substr(0, line.end).find(mark, at) : std::string_view::npos;
                at = next == std::string_view::npos ? line.end : static_cast<std::uint32_t>(next);
                decoded_.append(source_, {start, at});
            }
        }
        end_ = line.end;
    }

    std::string_view source_;
    YamlStyle style_;
    DecodedText decoded_;
    std::uint32_t end_ = 0; ///< of the line before
    std::size_t empty_lines_ = 0;
    bool continued_ = false;
};

} // namespace

std::uint32_t yaml_header_end(std::string_view source, SourceSpan span) {
    const std::size_t end = source.substr(0, span.end).find_first_of("\r\n", span.start);
    return end == std::string_view::npos ? span.end : static_cast<std::uint32_t>(end);
}

DecodedText decode_yaml_scalar(std::string_view source, SourceSpan span, YamlStyle style) {
    ScalarDecoder decoder(source, style);
    if (style == YamlStyle::literal || style == YamlStyle::folded) {
        SourceSpan content{yaml_header_end(source, span), span.end};
        LineCursor lines(source.substr(0, span.end), content.start);
        static_cast<void>(lines.next()); // what is left of the header line: nothing
        content.start = static_cast<std::uint32_t>(lines.position());
        return decoder.decode_block(content);
    }
    if (style != YamlStyle::plain && span.size() >= 2) span = {span.start + 1, span.end - 1};
    return decoder.decode(span);
}

} // namespace statlint
