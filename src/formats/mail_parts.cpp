#include "formats/mail_parts.hpp"

#include <algorithm>

#include "formats/format.hpp"
#include "formats/line_cursor.hpp"

namespace statlint {

namespace {

constexpr int deepest = 20;
constexpr std::size_t most_parts = 1000;

class PartFinder {
  public:
    explicit PartFinder(std::string_view source) : source_(source) {}

    Result<std::vector<MailPart>> find(const MailHeader& header) {
        std::vector<MailPart> parts;
        const SourceSpan body{header.body, static_cast<std::uint32_t>(source_.size())};
        if (auto found = entity(header, body, 0, parts); !found) return tl::unexpected(found.error());
        return parts;
    }

  private:
    [[nodiscard]] MailValue value(const MailHeader& header, std::string_view name) const {
        const auto field = header.find(name);
        return field ? read_mail_value(source_.substr(field->start, field->size())) : MailValue{};
    }

    Result<void> entity(const MailHeader& header, SourceSpan body, int depth, std::vector<MailPart>& parts) {
        const MailValue type = value(header, "content-type");
        if (depth > 0 && value(header, "content-disposition").word == "attachment") return {};
        if (type.word.starts_with("multipart/")) return multipart(type, body, depth, parts);
        MailPart part{.type = type.word.find('/') == std::string::npos ? "text/plain" : type.word,
                      .charset = std::string(type.parameter("charset")),
                      .encoding = value(header, "content-transfer-encoding").word,
                      .flowed = type.parameter("format") == "flowed",
                      .joined = type.parameter("delsp") == "yes",
                      .body = body};
        if (part.type == "text/plain" || part.type == "text/html" || part.type == "text/markdown")
            parts.push_back(std::move(part));
        return {};
    }

    Result<void> multipart(const MailValue& type, SourceSpan body, int depth, std::vector<MailPart>& parts) {
        const std::string_view boundary = type.parameter("boundary");
        const auto fail = [&](std::string message) {
            return tl::unexpected(error_at(source_, body.start, std::move(message)));
        };
        if (boundary.empty()) return fail("a part of several parts that doesn't say what stands between them");
        if (depth >= deepest) return fail("parts nest too deeply: this is no mail that a program wrote");
        const std::vector<SourceSpan> inside = split(body, boundary);
        if (inside.empty()) return fail("a part of several parts without any: the mail is truncated or damaged");
        std::vector<MailPart> chosen;
        for (const SourceSpan one : inside) {
            if (++count_ > most_parts) return fail("too many parts: this is no mail that a program wrote");
            std::vector<MailPart> found;
            const MailHeader header = read_mail_header(source_, one);
            if (auto read = entity(header, {header.body, one.end}, depth + 1, found); !read) return read;
            if (type.word == "multipart/alternative") {
                if (rank(found) > rank(chosen)) chosen = std::move(found);
            } else {
                std::ranges::move(found, std::back_inserter(chosen));
                // What follows belongs to the first one: its pictures, its signature.
                if (type.word == "multipart/related" || type.word == "multipart/signed") break;
            }
        }
        std::ranges::move(chosen, std::back_inserter(parts));
        return {};
    }

    /// How much an alternative is wanted: words in it, and plain.
    [[nodiscard]] int rank(const std::vector<MailPart>& parts) const {
        int best = 0;
        for (const MailPart& part : parts) {
            const std::string_view text = source_.substr(part.body.start, part.body.size());
            if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
            best = std::max(best, part.type == "text/html" ? 1 : 2);
        }
        return best;
    }

    /// What stands between the lines "--boundary", without the line ends before them. What comes before the first and
    /// behind the last is for programs that know no parts.
    [[nodiscard]] std::vector<SourceSpan> split(SourceSpan body, std::string_view boundary) const {
        std::vector<SourceSpan> inside;
        LineCursor lines(source_.substr(0, body.end), body.start);
        std::uint32_t start = no_block;
        std::uint32_t before = body.start; ///< the end of the line before
        while (const auto line = lines.next()) {
            std::string_view text = source_.substr(line->start, line->size());
            if (text.starts_with("--") && text.substr(2).starts_with(boundary)) {
                text.remove_prefix(2 + boundary.size());
                const bool last = text.starts_with("--");
                if (last || text.find_first_not_of(" \t") == std::string_view::npos) {
                    if (start != no_block) inside.push_back({start, std::max(start, before)});
                    if (last) return inside;
                    start = static_cast<std::uint32_t>(lines.position());
                }
            }
            before = line->end;
        }
        if (start != no_block) inside.push_back({start, std::max(start, body.end)});
        return inside;
    }

    std::string_view source_;
    std::size_t count_ = 0;
};

} // namespace

Result<std::vector<MailPart>> find_mail_parts(std::string_view source, const MailHeader& header) {
    return PartFinder(source).find(header);
}

} // namespace statlint
