#include "lsp/server.hpp"

#include <algorithm>

#include "lsp/handlers.hpp"

namespace statlint::lsp {
namespace {

constexpr std::chrono::milliseconds idle{1000}; ///< between two looks at the files of corpora

class Server {
  public:
    Server(int input, int output) : outbox_(output), inbox_(input), session_(inbox_, outbox_) {}

    int run() {
        while (!inbox_.ended() && outbox_.open()) {
            const std::optional<Incoming> incoming = inbox_.next(idle);
            if (!incoming) {
                reload_if_outdated();
            } else if (!incoming->trouble.empty()) {
                outbox_.fail(nullptr, ErrorCode::parse_error, incoming->trouble);
            } else if (incoming->message.is_array()) {
                outbox_.fail(nullptr, ErrorCode::invalid_request, "batches are no part of the protocol");
            } else if (take(incoming->message)) {
                break;
            }
            // A burst of edits is analysed once.
            if (inbox_.empty() && session_.initialized) report_changes(session_);
        }
        return session_.shut_down ? 0 : 1;
    }

  private:
    void reload_if_outdated() {
        if (!session_.initialized || session_.drafts.empty() || !session_.workspace.outdated()) return;
        session_.workspace.reload();
        renew_drafts(session_);
    }

    /// True where the session is over.
    bool take(const Json& message) {
        const Json id = message.is_object() && message.contains("id") ? message["id"] : Json();
        if (!message.is_object() || !message.contains("method") || !message["method"].is_string()) {
            // A response to a request of ours needs no answer; anything else is no message.
            const bool response = message.is_object() && (message.contains("result") || message.contains("error"));
            if (!response) outbox_.fail(id, ErrorCode::invalid_request, "neither a request nor a response");
            return false;
        }
        const std::string method = message["method"].get<std::string>();
        if (method == "exit") return true;
        answer(id, message.contains("id"), method, message.contains("params") ? message["params"] : Json::object());
        return false;
    }

    void answer(const Json& id, bool request, const std::string& method, const Json& params) {
        const auto handler = std::ranges::find(handlers(), method, &Handler::method);
        try {
            if (handler == handlers().end()) {
                if (method.starts_with("$/") && !request) return;
                throw RequestError(ErrorCode::method_not_found, "unknown method " + method);
            }
            if (!session_.initialized && method != "initialize")
                throw RequestError(ErrorCode::not_initialized, "initialize comes first");
            if (session_.shut_down) throw RequestError(ErrorCode::invalid_request, "the server was shut down");
            session_.request = request ? id : Json();
            session_.stop_if_cancelled();
            Json result = handler->answer(session_, params);
            if (request) outbox_.respond(id, std::move(result));
        } catch (const RequestError& error) {
            if (request) outbox_.fail(id, error.code(), error.what());
        } catch (const Json::exception& error) {
            if (request) outbox_.fail(id, ErrorCode::invalid_params, error.what());
        } catch (const std::exception& error) {
            if (request) outbox_.fail(id, ErrorCode::internal_error, error.what());
        }
        if (request) inbox_.forget(id);
        session_.request = nullptr;
    }

    Outbox outbox_;
    Inbox inbox_;
    Session session_;
};

} // namespace

int serve(int input, int output) {
    return Server(input, output).run();
}

} // namespace statlint::lsp
