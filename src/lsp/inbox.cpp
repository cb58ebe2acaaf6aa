#include "lsp/inbox.hpp"

#include <array>
#include <cerrno>

#include <poll.h>
#include <unistd.h>

#include "lsp/framing.hpp"

namespace statlint::lsp {
namespace {

constexpr int poll_milliseconds = 50; ///< how soon the thread notices that it shall stop
constexpr std::size_t chunk = std::size_t{1} << 16;
constexpr std::size_t most_cancelled = 1000;

/// Deeper than any message of the protocol; a parser that recurses would run out of stack on a hostile one.
constexpr int deepest = 200;

bool too_deep(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > deepest) return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

} // namespace

Inbox::Inbox(int descriptor) : thread_([this, descriptor](const std::stop_token& stop) { read(stop, descriptor); }) {}
Inbox::~Inbox() = default;

void Inbox::read(const std::stop_token& stop, int descriptor) {
    MessageReader reader;
    std::array<char, chunk> bytes{};
    while (!stop.stop_requested()) {
        pollfd waiting{descriptor, POLLIN, 0};
        const int ready = poll(&waiting, 1, poll_milliseconds);
        if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
        const ssize_t got = ready < 0 ? -1 : ::read(descriptor, bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        reader.feed({bytes.data(), static_cast<std::size_t>(got)});
        while (const auto body = reader.next()) take(*body);
    }
    const std::lock_guard lock(mutex_);
    ended_ = true;
    come_.notify_all();
}

void Inbox::take(const std::string& body) {
    Incoming incoming;
    incoming.message = too_deep(body) ? Json(Json::value_t::discarded) : Json::parse(body, nullptr, false);
    if (incoming.message.is_discarded()) {
        incoming.message = nullptr;
        incoming.trouble = "the message is no JSON";
    }
    const std::lock_guard lock(mutex_);
    if (incoming.message.is_object() && incoming.message.value("method", Json()) == "$/cancelRequest") {
        // Taken at once: the request itself may be the one that is being answered now.
        const Json& params = incoming.message["params"];
        if (params.is_object() && params.contains("id") && cancelled_.size() < most_cancelled)
            cancelled_.insert(params["id"].dump());
        return;
    }
    waiting_.push_back(std::move(incoming));
    come_.notify_all();
}

std::optional<Incoming> Inbox::next(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    come_.wait_for(lock, patience, [&] { return !waiting_.empty() || ended_; });
    if (waiting_.empty()) return std::nullopt;
    Incoming first = std::move(waiting_.front());
    waiting_.pop_front();
    return first;
}

bool Inbox::empty() const {
    const std::lock_guard lock(mutex_);
    return waiting_.empty();
}

bool Inbox::ended() const {
    const std::lock_guard lock(mutex_);
    return ended_ && waiting_.empty();
}

bool Inbox::cancelled(const Json& id) const {
    const std::lock_guard lock(mutex_);
    return !cancelled_.empty() && cancelled_.contains(id.dump());
}

void Inbox::forget(const Json& id) {
    const std::lock_guard lock(mutex_);
    if (!cancelled_.empty()) cancelled_.erase(id.dump());
}

} // namespace statlint::lsp
