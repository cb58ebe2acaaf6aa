#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "formats/mail_headers.hpp"
#include "text/error.hpp"

namespace statlint {

/// A part of a mail that its reader sees as its text.
struct MailPart {
    std::string type;     ///< "text/plain", "text/html" or "text/markdown"
    std::string charset;  ///< as written; empty where it isn't said
    std::string encoding; ///< lower case: "7bit", "base64"
    bool flowed = false;  ///< format=flowed: a blank at the end of a line says that it goes on
    bool joined = false;  ///< delsp=yes: that blank is not part of the text
    SourceSpan body;
};

/// The parts of a mail that are its text, in order: of alternatives the plain one, no attachments, no mails inside it.
/// An Error where the structure is broken or nests absurdly.
[[nodiscard]] Result<std::vector<MailPart>> find_mail_parts(std::string_view source, const MailHeader& header);

} // namespace statlint
