#pragma once
#include <string>

#include <tl/expected.hpp>

namespace statlint {

/// Something that a user can mend: an unreadable file, a typo in a corpus, a wrong option.
struct Error {
    std::string message;
    std::string path; ///< the file it is about; empty where there is none
    int line = 0;     ///< 1-based; 0 where unknown
    int column = 0;   ///< 1-based, code points; 0 where unknown

    /// "path:line:column: message", leaving out what is not known.
    [[nodiscard]] std::string to_string() const;
};

template <class T> using Result = tl::expected<T, Error>;

} // namespace statlint
