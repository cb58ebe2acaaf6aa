#include "formats/mail_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "formats/line_cursor.hpp"

namespace statlint {

namespace {

struct Line {
    SourceSpan span; ///< in the mail's text
    std::uint32_t next = 0;
    std::string_view text;
};

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> found;
    LineCursor lines(text);
    while (const auto line = lines.next())
        found.push_back({*line, static_cast<std::uint32_t>(lines.position()), text.substr(line->start, line->size())});
    return found;
}

/// "-----Original Message-----", "---------- Forwarded message ---------".
bool starts_other_mail(std::string_view line) {
    if (!line.starts_with("-----")) return false;
    return line.find("riginal Message") != std::string_view::npos ||
           line.find("orwarded message") != std::string_view::npos;
}

/// The header that Outlook puts in front of the mail it answers: From, then Sent or Date, To and Subject.
bool is_header_of_other(const std::vector<Line>& lines, std::size_t at) {
    if (!lines[at].text.starts_with("From: ")) return false;
    int found = 0;
    for (std::size_t i = at + 1; i < lines.size() && i < at + 6; ++i)
        for (const std::string_view name : {"Sent: ", "Date: ", "To: ", "Subject: "})
            found += lines[i].text.starts_with(name) ? 1 : 0;
    return found >= 2;
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

/// "On Tuesday, Anna wrote:", perhaps over two lines, when quoted lines follow.
std::size_t announces_quote(const std::vector<Line>& lines, std::size_t at) {
    constexpr std::array<std::string_view, 4> endings{"wrote:", "writes:", "schrieb:", "crit :"};
    const bool starts =
        lines[at].text.starts_with("On ") || lines[at].text.starts_with("Am ") || lines[at].text.starts_with("Le ");
    for (std::size_t size = 1; size <= (starts ? 3U : 1U) && at + size <= lines.size(); ++size) {
        std::string_view last = lines[at + size - 1].text;
        while (last.ends_with(' ')) last.remove_suffix(1);
        if (std::ranges::none_of(endings, [&](std::string_view e) { return last.ends_with(e); })) continue;
        std::size_t next = at + size;
        while (next < lines.size() && is_blank(lines[next].text)) ++next;
        if (next < lines.size() && lines[next].text.starts_with('>')) return size;
    }
    return 0;
}

} // namespace

DecodedText own_words(const DecodedText& mail, bool flowed, bool joined) {
    DecodedText own;
    const std::vector<Line> lines = lines_of(mail.text);
    bool left_out = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        if (line.text == "-- " || line.text == "--") break;
        if (starts_other_mail(line.text) || is_header_of_other(lines, i)) break;
        if (const std::size_t size = announces_quote(lines, i); size > 0) {
            i += size - 1;
            left_out = true;
            continue;
        }
        if (line.text.starts_with('>')) {
            left_out = true;
            continue;
        }
        // What was left out parts the paragraphs around it: the line end behind it is repeated.
        if (left_out && i > 0) own.append(mail, lines[i - 1].span.end, lines[i - 1].next);
        if (left_out && i > 0) own.append(mail, lines[i - 1].span.end, lines[i - 1].next);
        left_out = false;
        const bool goes_on = flowed && line.text.ends_with(' ');
        const std::uint32_t start = line.span.start + (flowed && line.text.starts_with(' ') ? 1 : 0);
        if (goes_on && joined)
            own.append(mail, start, line.span.end - 1);
        else
            own.append(mail, start, line.next);
    }
    return own;
}

} // namespace statlint
