#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace statlint {

/// What a comment of the draft asks for: `statlint-disable-next-line RULE… : reason until 2026-12-31`.
struct Suppression {
    enum class Kind : std::uint8_t { next_line, line, file, open, close } kind = Kind::line;
    std::vector<std::string> what; ///< rule and figure ids; holds "" alone where all is meant
    std::string reason;            ///< may be empty
    std::string until;             ///< ISO date, the last day on which it holds; empty: for ever
    std::string mistake;           ///< why it can't be understood: then it suppresses nothing
    SourceSpan span;               ///< of the comment
};

/// Reads a comment; nothing where it isn't meant for statlint.
[[nodiscard]] std::optional<Suppression> read_suppression(std::string_view comment);

} // namespace statlint
