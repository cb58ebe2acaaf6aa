#include "formats/mail_headers.hpp"

#include <algorithm>

#include "formats/charset.hpp"
#include "formats/line_cursor.hpp"
#include "formats/transfer_encoding.hpp"
#include "text/ascii.hpp"

namespace statlint {

namespace {

constexpr std::string_view white = " \t\r\n";

/// The length of the name in front of the colon; 0 where the line is no field.
std::size_t name_size(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon > 76) return 0; // npos is more
    const bool good = std::ranges::all_of(line.substr(0, colon), [](char c) { return c > ' ' && c < 127; });
    return good ? colon : 0;
}

struct EncodedWord {
    std::size_t size = 0; ///< 0: none
    std::string_view charset;
    char encoding = 'q';
    std::string_view text;
};

/// "=?charset?encoding?text?=" at the start of `value`.
EncodedWord read_encoded_word(std::string_view value) {
    if (!value.starts_with("=?")) return {};
    const std::size_t charset = value.find('?', 2);
    if (charset == std::string_view::npos || charset + 2 >= value.size() || value[charset + 2] != '?') return {};
    const std::size_t end = value.find("?=", charset + 3);
    if (end == std::string_view::npos) return {};
    EncodedWord word{end + 2, value.substr(2, charset - 2), static_cast<char>(value[charset + 1] | 0x20),
                     value.substr(charset + 3, end - charset - 3)};
    word.charset = word.charset.substr(0, word.charset.find('*')); // the language
    const bool good =
        (word.encoding == 'q' || word.encoding == 'b') && word.text.find_first_of(" \t\r\n?") == std::string_view::npos;
    return good ? word : EncodedWord{};
}

} // namespace

std::optional<SourceSpan> MailHeader::find(std::string_view name) const {
    const auto field = std::ranges::find(fields, name, &MailField::name);
    return field == fields.end() ? std::nullopt : std::optional(field->value);
}

MailHeader read_mail_header(std::string_view source, SourceSpan range) {
    constexpr std::size_t most_fields = 2000;
    MailHeader header;
    LineCursor lines(source.substr(0, range.end), range.start);
    header.body = range.start;
    while (const auto line = lines.peek()) {
        const std::string_view text = source.substr(line->start, line->size());
        const std::size_t name = name_size(text);
        const bool goes_on = (text.starts_with(' ') || text.starts_with('\t')) && !header.fields.empty();
        // What many mailboxes are stored with in front of the first field.
        const bool envelope = header.fields.empty() && text.starts_with("From ");
        if (!text.empty() && !goes_on && name == 0 && !envelope) break;
        static_cast<void>(lines.next());
        header.body = static_cast<std::uint32_t>(std::min<std::size_t>(lines.position(), range.end));
        if (text.empty()) break;
        if (goes_on)
            header.fields.back().value.end = line->end;
        else if (name > 0 && header.fields.size() < most_fields)
            header.fields.push_back(
                {lower_case(text.substr(0, name)), {line->start + static_cast<std::uint32_t>(name) + 1, line->end}});
    }
    return header;
}

std::string_view MailValue::parameter(std::string_view name) const {
    const auto found = std::ranges::find(parameters, name, [](const auto& one) { return std::string_view(one.first); });
    return found == parameters.end() ? std::string_view{} : std::string_view(found->second);
}

MailValue read_mail_value(std::string_view value) {
    MailValue read;
    std::size_t at = std::min(value.find(';'), value.size());
    read.word = lower_case(trimmed(value.substr(0, at)));
    while (at < value.size()) {
        const std::size_t equals = value.find('=', ++at);
        if (equals == std::string_view::npos) break;
        std::string name = lower_case(trimmed(value.substr(at, equals - at)));
        if (name.ends_with('*')) name.pop_back();
        at = std::min(value.find_first_not_of(white, equals + 1), value.size());
        std::string text;
        if (at < value.size() && value[at] == '"') {
            for (++at; at < value.size() && value[at] != '"'; ++at) {
                if (value[at] == '\\' && at + 1 < value.size()) ++at;
                text += value[at];
            }
            at = std::min(value.find(';', at), value.size());
        } else {
            const std::size_t end = std::min(value.find(';', at), value.size());
            text = trimmed(value.substr(at, end - at));
            at = end;
        }
        read.parameters.emplace_back(std::move(name), std::move(text));
    }
    return read;
}

DecodedText decode_mail_field(std::string_view source, SourceSpan value) {
    DecodedText decoded;
    bool after_word = false; // white space between two encoded words is none
    for (std::uint32_t at = value.start; at < value.end;) {
        const std::uint32_t start = at;
        while (at < value.end && white.find(source[at]) != std::string_view::npos) ++at;
        const SourceSpan gap{start, at};
        const EncodedWord word = read_encoded_word(source.substr(at, value.end - at));
        if (!gap.empty() && !decoded.text.empty() && at < value.end && !(after_word && word.size > 0))
            decoded.append(" ", source, gap);
        if (at == value.end) break;
        const std::uint32_t words = at;
        after_word = word.size > 0;
        if (after_word) {
            at += static_cast<std::uint32_t>(word.size);
            const auto first = static_cast<std::uint32_t>(word.text.data() - source.data());
            const SourceSpan inside{first, first + static_cast<std::uint32_t>(word.text.size())};
            const DecodedText bytes =
                word.encoding == 'b' ? decode_base64(source, inside) : decode_quoted_printable(source, inside, true);
            const auto text = to_utf8(bytes, source, word.charset);
            decoded.append(text ? text->text : "\xEF\xBF\xBD", source, {words, at});
        } else {
            while (at < value.end && white.find(source[at]) == std::string_view::npos) ++at;
            decoded.append(source, {words, at});
        }
    }
    return decoded;
}

} // namespace statlint
