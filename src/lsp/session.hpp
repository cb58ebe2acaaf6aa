#pragma once
#include <map>
#include <memory>
#include <string>

#include "lsp/inbox.hpp"
#include "lsp/open_draft.hpp"
#include "lsp/outbox.hpp"

namespace statlint::lsp {

/// What the client said that it can do.
struct ClientAbilities {
    bool pulls_diagnostics = false;
    bool related_information = false;
    bool markdown_hover = false;
    bool nested_symbols = false;
    bool versioned_edits = false;
    bool code_action_literals = false;
    bool watches_files = false;
    bool shows_progress = false;
};

/// Everything that lives from initialize to exit.
struct Session {
    Session(Inbox& from, Outbox& to) : inbox(from), outbox(to) {}

    Inbox& inbox;
    Outbox& outbox;
    Workspace workspace;
    std::map<std::string, std::unique_ptr<OpenDraft>> drafts; ///< by URI
    std::map<std::string, bool> reported_files;               ///< URIs of corpora and configurations with errors
    ClientAbilities client;
    Encoding encoding = Encoding::utf16;
    bool initialized = false, shut_down = false;
    int progress_tokens = 0;
    Json request; ///< the id of the request that is being answered; null for none

    /// The draft that `params.textDocument` names; null where it is not open.
    [[nodiscard]] OpenDraft* draft_of(const Json& params);
    /// The open draft and its analysis, or a RequestError.
    [[nodiscard]] OpenDraft& checked_draft_of(const Json& params);
    /// Ends the request that is being answered, if the client no longer wants it.
    void stop_if_cancelled() const;
};

/// Sends what has changed: diagnostics of drafts, and of configurations and corpora with errors.
void report_changes(Session& session);
/// Gives every open draft what it is to be checked with now.
void renew_drafts(Session& session);

} // namespace statlint::lsp
