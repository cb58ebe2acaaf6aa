#pragma once
#include "document/decoded_text.hpp"

namespace statlint {

/// What the sender of a plain-text mail wrote: without the lines of earlier mails ("> ") and what announces them,
/// without forwarded mails and the signature ("-- "). With `joined` a blank at the end of a line is taken away with the
/// line end (delsp=yes); with `flowed` a blank at its start is (RFC 3676).
[[nodiscard]] DecodedText own_words(const DecodedText& mail, bool flowed, bool joined);

} // namespace statlint
