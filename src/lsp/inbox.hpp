#pragma once
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

#include "lsp/protocol.hpp"

namespace statlint::lsp {

/// A message as it came.
struct Incoming {
    Json message;
    std::string trouble; ///< why it is no JSON; empty where it is
};

/// The messages of the client, read by a thread of its own: so a request can be cancelled while another is answered,
/// and a burst of edits is known to be one before any of them is analysed.
class Inbox {
  public:
    /// Reads from a descriptor until it ends.
    explicit Inbox(int descriptor);
    Inbox(const Inbox&) = delete;
    Inbox& operator=(const Inbox&) = delete;
    ~Inbox();

    /// The next message; nothing after `patience`, or when the client is gone (see ended()).
    [[nodiscard]] std::optional<Incoming> next(std::chrono::milliseconds patience);
    /// True where nothing waits.
    [[nodiscard]] bool empty() const;
    [[nodiscard]] bool ended() const;
    /// Whether the client has cancelled a request since it came.
    [[nodiscard]] bool cancelled(const Json& id) const;
    /// The request is answered: forget that it was cancelled.
    void forget(const Json& id);

  private:
    void read(const std::stop_token& stop, int descriptor);
    void take(const std::string& body);

    mutable std::mutex mutex_;
    std::condition_variable come_;
    std::deque<Incoming> waiting_;
    std::set<std::string> cancelled_; ///< ids, as JSON text
    bool ended_ = false;
    std::jthread thread_; ///< last: it uses the others
};

} // namespace statlint::lsp
