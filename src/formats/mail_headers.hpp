#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/decoded_text.hpp"
#include "text/span.hpp"

namespace statlint {

/// One field of a header: "Subject: …", with the lines that it goes on in.
struct MailField {
    std::string name; ///< lower case
    SourceSpan value;
};

/// The header of a mail or of a part of one.
struct MailHeader {
    std::vector<MailField> fields;
    std::uint32_t body = 0; ///< where what it heads starts

    [[nodiscard]] std::optional<SourceSpan> find(std::string_view name) const;
};

[[nodiscard]] MailHeader read_mail_header(std::string_view source, SourceSpan range);

/// "text/plain; charset=utf-8; format=flowed": the word before the first semicolon, and the parameters. All are lower
/// case but for the values of parameters.
struct MailValue {
    std::string word;
    std::vector<std::pair<std::string, std::string>> parameters;

    /// Empty where it is not there.
    [[nodiscard]] std::string_view parameter(std::string_view name) const;
};

[[nodiscard]] MailValue read_mail_value(std::string_view value);

/// The words of a field that is prose: lines joined, "=?utf-8?q?=E2=80=9C?=" decoded.
[[nodiscard]] DecodedText decode_mail_field(std::string_view source, SourceSpan value);

} // namespace statlint
