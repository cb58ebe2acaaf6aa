#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace statlint::lsp {

/// Cuts a stream of bytes into messages: "Content-Length: N", further headers, an empty line, N bytes. What is no
/// header is skipped up to the next line that is one, so that a client's slip costs one message and not the session.
class MessageReader {
  public:
    void feed(std::string_view bytes) { waiting_ += bytes; }
    /// The body of the next whole message; nothing until all of it has come.
    [[nodiscard]] std::optional<std::string> next();

  private:
    [[nodiscard]] bool read_header();

    std::string waiting_;
    std::size_t used_ = 0;              ///< bytes of `waiting_` that were taken
    std::optional<std::size_t> length_; ///< of the body that comes next
};

/// A message with its header.
[[nodiscard]] std::string framed(std::string_view body);

} // namespace statlint::lsp
