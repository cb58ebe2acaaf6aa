#pragma once
#include <stdexcept>
#include <string>

#include <nlohmann/json.hpp>

namespace statlint::lsp {

using Json = nlohmann::json;

/// Codes of JSON-RPC and of the Language Server Protocol 3.17.
enum class ErrorCode : int {
    parse_error = -32700,
    invalid_request = -32600,
    method_not_found = -32601,
    invalid_params = -32602,
    internal_error = -32603,
    not_initialized = -32002,
    request_cancelled = -32800,
};

/// Ends a request with an error response; thrown by handlers, caught by the server's loop.
class RequestError : public std::runtime_error {
  public:
    RequestError(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
    [[nodiscard]] ErrorCode code() const { return code_; }

  private:
    ErrorCode code_;
};

} // namespace statlint::lsp
