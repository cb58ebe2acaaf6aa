#include <algorithm>
#include <array>
#include <vector>

#include "document/builder.hpp"
#include "formats/format.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::size_t longest_heading = 100;
constexpr std::string_view blanks = " \t\f\v";

/// A line without its end and the white space around it.
struct Line {
    SourceSpan text;
    std::uint32_t indent = 0;
};

/// What a line starts with: "- ", "1. ", "[1] ".
struct Marker {
    enum class Kind : std::uint8_t { none, bullet, number, bracket } kind = Kind::none;
    std::uint32_t size = 0; ///< with the white space after it
    std::string_view label; ///< of numbers: "1"
};

std::size_t digits_at(std::string_view line, std::size_t at) {
    std::size_t end = at;
    while (end < line.size() && is_digit(line[end])) ++end;
    return end - at;
}

Marker with_blanks(Marker::Kind kind, std::string_view line, std::size_t size, std::string_view label) {
    const std::size_t text = line.find_first_not_of(blanks, size);
    if (text == std::string_view::npos || text == size) return {};
    return {kind, static_cast<std::uint32_t>(text), label};
}

/// "3.1 Dr Lee spoke", "2.1.3 Aims": bytes of a number in parts before words that start with a capital; else 0.
std::size_t numbered_part(std::string_view line) {
    if (starts_large(line)) return 0;
    std::size_t size = digits_at(line, 0);
    std::size_t parts = size > 0 ? 1 : 0;
    for (std::size_t next = 0; size > 0 && size < line.size() && line[size] == '.'; size += next, ++parts) {
        next = 1 + digits_at(line, size + 1);
        if (next == 1 || next > 3) return 0;
    }
    const std::size_t text = line.find_first_not_of(blanks, size);
    return parts > 1 && text != std::string_view::npos && text > size && is_upper(line[text]) ? size : 0;
}

Marker read_marker(std::string_view line) {
    if (line.empty()) return {};
    for (const std::string_view bullet : {"-", "*", "+", "•", "◦", "▪", "‣", "–", "·"}) {
        if (line.starts_with(bullet)) return with_blanks(Marker::Kind::bullet, line, bullet.size(), {});
    }
    if (line[0] == '[' || line[0] == '(') {
        const std::size_t digits = digits_at(line, 1);
        const char close = line[0] == '[' ? ']' : ')';
        if (digits == 0 || digits > 3 || line.size() <= digits + 1 || line[digits + 1] != close) return {};
        const auto kind = close == ']' ? Marker::Kind::bracket : Marker::Kind::number;
        return with_blanks(kind, line, digits + 2, line.substr(1, digits));
    }
    // Not more than three digits: "2023. The" is the end of a wrapped sentence.
    std::size_t size = digits_at(line, 0);
    if (size > 3) return {};
    if (const std::size_t parts = numbered_part(line); parts > 0)
        return with_blanks(Marker::Kind::number, line, parts, line.substr(0, parts));
    if (size == 0 && is_lower(line[0])) size = 1;
    if (size == 0 || line.size() <= size || (line[size] != '.' && line[size] != ')')) return {};
    return with_blanks(Marker::Kind::number, line, size + 1, line.substr(0, size));
}

/// "=====" or "-----" below a heading.
int underline_level(std::string_view line) {
    if (line.size() < 3 || (line[0] != '=' && line[0] != '-')) return 0;
    if (line.find_first_not_of(line[0]) != std::string_view::npos) return 0;
    return line[0] == '=' ? 1 : 2;
}

bool is_all_caps(std::string_view line) {
    std::size_t letters = 0;
    for (const char c : line) {
        if (is_lower(c)) return false;
        letters += is_upper(c) ? 1 : 0;
    }
    return letters >= 3 && line.size() <= longest_heading && line.back() != '.' && line.back() != ',';
}

/// "References:", "NOTES": what numbered lines below it are notes.
bool is_notes_heading(std::string_view line) {
    constexpr std::array<std::string_view, 7> names{"references", "notes",        "sources",    "endnotes",
                                                    "footnotes",  "bibliography", "works cited"};
    std::string lower = lower_case(line.substr(0, 20));
    if (lower.ends_with(':')) lower.pop_back();
    return std::find(names.begin(), names.end(), lower) != names.end();
}

class PlainReader {
  public:
    explicit PlainReader(std::string bytes) : builder_(std::move(bytes)) {}

    Document read() && {
        const std::string_view source = builder_.source();
        position_ = text_start(source);
        while (position_ < source.size()) {
            const Line line = next_line();
            if (line.text.empty()) {
                end_run();
            } else {
                read_line(line);
            }
        }
        return std::move(builder_).finish();
    }

  private:
    Line next_line();
    void read_line(const Line& line);
    bool starts_item(const Marker& marker, std::string_view text) const;
    bool read_heading(const Line& line);
    void begin_item(const Line& line, const Marker& marker);
    void end_run();
    void end_list();
    /// The line after this one, as far as it matters to a heading: empty or not, underline or not.
    [[nodiscard]] std::string_view peek_line() const;

    struct Level {
        Marker::Kind kind = Marker::Kind::none;
        std::uint32_t indent = 0;
        DocumentBuilder::NewList list;
        std::uint32_t latest = no_block; ///< its latest item
    };

    DocumentBuilder builder_;
    std::size_t position_ = 0;
    std::size_t feed_ = 0;  ///< the next LF at or after position_
    bool in_run_ = false;   ///< inside a run of lines without a blank one
    bool in_note_ = false;  ///< the block that is open is a note
    bool in_notes_ = false; ///< below "References" or the like
    bool ends_with_colon_ = false;
    std::vector<Level> levels_; ///< the lists that are open
};

Line PlainReader::next_line() {
    const std::string_view source = builder_.source();
    // Remembered, so that a file whose lines all end in CR is not searched to its end for each of them.
    if (feed_ < position_ || position_ == 0) feed_ = std::min(source.find('\n', position_), source.size());
    std::size_t end = feed_;
    const std::size_t carriage = source.substr(position_, end - position_).find('\r');
    std::size_t next = end + 1;
    if (carriage != std::string_view::npos) {
        const std::size_t at = position_ + carriage;
        next = at + 1 == end ? end + 1 : at + 1;
        end = at;
    }
    std::size_t start = position_;
    while (start < end && blanks.find(source[start]) != std::string_view::npos) ++start;
    while (end > start && blanks.find(source[end - 1]) != std::string_view::npos) --end;
    const auto indent = static_cast<std::uint32_t>(start - position_);
    position_ = std::min(next, source.size());
    return {{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}, indent};
}

std::string_view PlainReader::peek_line() const {
    std::string_view rest = builder_.source().substr(position_, longest_heading * 2);
    rest = rest.substr(0, rest.find_first_of("\r\n"));
    const std::size_t last = rest.find_last_not_of(blanks);
    return last == std::string_view::npos ? std::string_view{} : rest.substr(0, last + 1);
}

void PlainReader::end_run() {
    builder_.boundary();
    in_run_ = in_note_ = false;
}

void PlainReader::end_list() {
    levels_.clear();
}

void PlainReader::read_line(const Line& line) {
    const std::string_view text = builder_.slice(line.text);
    const Marker marker = read_marker(text);
    if (starts_item(marker, text)) {
        begin_item(line, marker);
    } else if (in_run_ && levels_.empty() && is_notes_heading(text) && read_heading(line)) {
        return;
    } else if (in_run_) {
        builder_.space({line.text.start, line.text.start});
        builder_.append(line.text);
    } else if (underline_level(text) > 0) {
        end_list(); // a rule between two parts
        builder_.interrupt();
        return;
    } else if (read_heading(line)) {
        return;
    } else {
        const bool inside_item = !levels_.empty() && line.indent > levels_.front().indent;
        if (!inside_item) {
            end_list();
            builder_.set_next({});
        }
        builder_.append(line.text);
    }
    in_run_ = true;
    ends_with_colon_ = text.ends_with(':');
}

bool PlainReader::starts_item(const Marker& marker, std::string_view text) const {
    if (marker.kind == Marker::Kind::none) return false;
    if (marker.kind == Marker::Kind::bracket && in_note_) return true;
    if (!in_run_ || !levels_.empty() || ends_with_colon_ || in_notes_) {
        // "- - -" and "* * *" are rules.
        return text.find_first_not_of("-*+ \t") != std::string_view::npos;
    }
    // In the midst of a wrapped paragraph "- 5" or "15. " may just have come to stand at the start of a line.
    return text.starts_with("•");
}

bool PlainReader::read_heading(const Line& line) {
    const std::string_view text = builder_.slice(line.text);
    const std::string_view next = peek_line();
    const int underline = text.size() <= longest_heading ? underline_level(next) : 0;
    const bool notes = is_notes_heading(text);
    const bool alone = next.empty();
    if (underline == 0 && !notes && !(alone && is_all_caps(text))) return false;
    end_list();
    in_notes_ = notes;
    Block heading;
    builder_.boundary();
    heading.kind = BlockKind::heading;
    heading.level = static_cast<std::uint8_t>(underline == 1 ? 1 : 2);
    builder_.set_next(heading);
    builder_.append(line.text);
    builder_.boundary();
    builder_.set_next({});
    if (underline > 0) next_line();
    in_run_ = false;
    return true;
}

void PlainReader::begin_item(const Line& line, const Marker& marker) {
    builder_.boundary();
    Block block;
    const bool note = marker.kind == Marker::Kind::bracket || (in_notes_ && marker.kind == Marker::Kind::number);
    in_note_ = note;
    if (note) {
        end_list();
        block.kind = BlockKind::footnote;
        block.label = marker.label;
    } else {
        while (levels_.size() > 1 && line.indent < levels_.back().indent) levels_.pop_back();
        // "1." after a list of dashes and a blank line: another list.
        if (!in_run_ && levels_.size() == 1 && levels_.back().kind != marker.kind) levels_.clear();
        const bool deeper = levels_.empty() || line.indent > levels_.back().indent + 1;
        if (deeper && levels_.size() < 100) {
            DocumentBuilder::NewList list = builder_.begin_list();
            if (!levels_.empty()) list.lead_in = levels_.back().latest;
            levels_.push_back({marker.kind, line.indent, list, no_block});
        }
        block.kind = BlockKind::list_item;
        block.level = static_cast<std::uint8_t>(levels_.size());
        block.list = levels_.back().list.number;
        block.lead_in = levels_.back().list.lead_in;
    }
    builder_.set_next(std::move(block));
    builder_.append({line.text.start + marker.size, line.text.end});
    if (!levels_.empty()) levels_.back().latest = builder_.latest_block();
}

} // namespace

Result<Document> read_plain(std::string bytes) {
    if (const Result<void> checked = check_text(bytes); !checked) return tl::unexpected(checked.error());
    return PlainReader(std::move(bytes)).read();
}

} // namespace statlint
