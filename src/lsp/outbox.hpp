#pragma once
#include <string_view>

#include "lsp/protocol.hpp"

namespace statlint::lsp {

/// Sends messages to the client. All of them come from one thread.
class Outbox {
  public:
    explicit Outbox(int descriptor) : descriptor_(descriptor) {}

    void respond(const Json& id, Json result);
    void fail(const Json& id, ErrorCode code, std::string_view message);
    void notify(std::string_view method, Json params);
    /// A request of the server to the client; its answer is not waited for.
    void request(std::string_view method, Json params);
    /// False once the client can't be written to.
    [[nodiscard]] bool open() const { return open_; }

  private:
    void send(const Json& message);

    int descriptor_;
    int last_id_ = 0;
    bool open_ = true;
};

} // namespace statlint::lsp
