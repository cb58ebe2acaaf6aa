#include "lsp/outbox.hpp"

#include <cerrno>
#include <string>

#include <unistd.h>

#include "lsp/framing.hpp"

namespace statlint::lsp {

void Outbox::send(const Json& message) {
    const std::string text = framed(message.dump(-1, ' ', false, Json::error_handler_t::replace));
    std::string_view rest = text;
    while (!rest.empty() && open_) {
        const ssize_t wrote = write(descriptor_, rest.data(), rest.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0)
            open_ = false;
        else
            rest.remove_prefix(static_cast<std::size_t>(wrote));
    }
}

void Outbox::respond(const Json& id, Json result) {
    send({{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}});
}

void Outbox::fail(const Json& id, ErrorCode code, std::string_view message) {
    send({{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", static_cast<int>(code)}, {"message", message}}}});
}

void Outbox::notify(std::string_view method, Json params) {
    send({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

void Outbox::request(std::string_view method, Json params) {
    send({{"jsonrpc", "2.0"},
          {"id", "statlint-" + std::to_string(++last_id_)},
          {"method", method},
          {"params", std::move(params)}});
}

} // namespace statlint::lsp
