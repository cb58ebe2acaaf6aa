// Mail (.eml): the subject, and the text that its sender wrote. A mail whose text stands there as plain letters or
// quoted-printable keeps its lines and columns; one in base64, or in bytes that are no UTF-8, is a container, since
// nobody could find a place in it.
#include <algorithm>

#include <fmt/format.h>

#include "document/joined_document.hpp"
#include "formats/charset.hpp"
#include "formats/format.hpp"
#include "formats/mail_parts.hpp"
#include "formats/mail_text.hpp"
#include "formats/transfer_encoding.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::size_t largest = std::size_t{256} << 20; ///< with its attachments

Result<DecodedText> decode(std::string_view source, const MailPart& part) {
    DecodedText bytes;
    if (part.encoding == "base64")
        bytes = decode_base64(source, part.body);
    else if (part.encoding == "quoted-printable")
        bytes = decode_quoted_printable(source, part.body);
    else
        bytes.append(source, part.body);
    auto text = to_utf8(bytes, source, part.charset);
    if (!text)
        return tl::unexpected(
            error_at(source, part.body.start, fmt::format("the charset \"{}\" is not known", part.charset)));
    return *std::move(text);
}

Result<Document> read_part(const MailPart& part, const DecodedText& text) {
    if (part.type == "text/html") return read_html(text.text);
    if (part.type == "text/markdown") return read_markdown(text.text);
    return read_plain(text.text);
}

/// Text of the mail, in the order of reading: what the document is made of.
struct MailText {
    DecodedText subject;
    std::vector<std::pair<MailPart, DecodedText>> parts;
};

Result<Document> join(std::string source, const MailText& mail) {
    JoinedDocument document(std::move(source));
    if (!mail.subject.text.empty()) {
        Block heading;
        heading.kind = BlockKind::heading;
        heading.level = 1;
        document.add(std::move(heading), mail.subject);
    }
    for (const auto& [part, text] : mail.parts) {
        const DecodedText words = part.type == "text/plain" ? own_words(text, part.flowed, part.joined) : text;
        auto read = read_part(part, words);
        if (!read) return tl::unexpected(Error{.message = "a part: " + read.error().message, .path = {}});
        document.add(*std::move(read), words, {}, mail.subject.text.empty() ? no_block : 0);
    }
    return std::move(document).finish();
}

/// The decoded text itself becomes the source.
Result<Document> join_extracted(const MailText& mail) {
    MailText extracted;
    std::string source;
    const auto take = [&](const DecodedText& text) {
        const auto start = static_cast<std::uint32_t>(source.size());
        source += text.text;
        DecodedText moved;
        moved.append(source, {start, static_cast<std::uint32_t>(source.size())});
        source += "\n\n";
        return moved;
    };
    extracted.subject = take(mail.subject);
    for (const auto& [part, text] : mail.parts) extracted.parts.emplace_back(part, take(text));
    auto document = join(std::move(source), extracted);
    if (!document) return document;
    document->form = SourceForm::extracted;
    const bool headed = !extracted.subject.text.empty();
    for (std::size_t i = 0; i < document->blocks.size(); ++i)
        document->blocks[i].location =
            headed && i == 0 ? std::string("subject") : fmt::format("paragraph {}", i + (headed ? 0 : 1));
    return document;
}

} // namespace

Result<Document> read_mail(std::string bytes) {
    if (bytes.size() > largest) return tl::unexpected(Error{.message = "is larger than 256 MiB", .path = {}});
    const std::uint32_t start = text_start(bytes);
    const MailHeader header = read_mail_header(bytes, {start, static_cast<std::uint32_t>(bytes.size())});
    if (header.fields.empty()) {
        if (const Result<void> checked = check_text(bytes); !checked) return tl::unexpected(checked.error());
        return tl::unexpected(Error{.message = "does not start with the header of a mail (From: …)", .path = {}});
    }
    const auto parts = find_mail_parts(bytes, header);
    if (!parts) return tl::unexpected(parts.error());
    if (parts->empty()) return tl::unexpected(Error{.message = "has no part that is text", .path = {}});
    MailText mail;
    if (const auto subject = header.find("subject")) mail.subject = decode_mail_field(bytes, *subject);
    bool readable = check_text(bytes).has_value();
    for (const MailPart& part : *parts) {
        auto text = decode(bytes, part);
        if (!text) return tl::unexpected(text.error());
        readable = readable && part.encoding != "base64";
        mail.parts.emplace_back(part, *std::move(text));
    }
    if (!readable && first_invalid_utf8(mail.subject.text) != std::string_view::npos) mail.subject = {};
    return readable ? join(std::move(bytes), mail) : join_extracted(mail);
}

} // namespace statlint
