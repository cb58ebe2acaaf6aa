#pragma once
#include <span>
#include <string_view>

#include "lsp/session.hpp"

namespace statlint::lsp {

/// What answers a method of the protocol; the result of a notification is not sent.
struct Handler {
    std::string_view method;
    Json (*answer)(Session& session, const Json& params);
};

/// All of them. To add one, write it in the file of its subject, here, and in the table of registry.cpp.
[[nodiscard]] std::span<const Handler> handlers();

Json initialize(Session& session, const Json& params);
Json initialized(Session& session, const Json& params);
Json shut_down(Session& session, const Json& params);
Json did_open(Session& session, const Json& params);
Json did_change(Session& session, const Json& params);
Json did_save(Session& session, const Json& params);
Json did_close(Session& session, const Json& params);
Json change_configuration(Session& session, const Json& params);
Json change_files(Session& session, const Json& params);
Json change_folders(Session& session, const Json& params);
Json pull_diagnostics(Session& session, const Json& params);
Json pull_workspace_diagnostics(Session& session, const Json& params);
Json execute_command(Session& session, const Json& params);
Json hover(Session& session, const Json& params);
Json complete(Session& session, const Json& params);
Json define(Session& session, const Json& params);
Json list_symbols(Session& session, const Json& params);
Json list_code_actions(Session& session, const Json& params);

/// The statistic at a byte of the source, its hedge included; null where there is none.
[[nodiscard]] const Statistic* statistic_at(const Analysis& analysis, std::uint32_t offset);

} // namespace statlint::lsp
