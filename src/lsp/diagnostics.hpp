#pragma once
#include <vector>

#include "lsp/session.hpp"

namespace statlint::lsp {

/// The findings of a draft that are to be shown, as an array of Diagnostic.
[[nodiscard]] Json diagnostics_of(Session& session, OpenDraft& draft);
/// The same for a draft that is not open.
[[nodiscard]] Json diagnostics_of(const Session& session, const Analysis& analysis, const Corpus& corpus,
                                  const Positions& positions);
/// A file that can't be read as it should.
[[nodiscard]] Json diagnostic_of(const Error& error);
[[nodiscard]] Json diagnostic_of(const Finding& finding, const Session& session, const Analysis& analysis,
                                 const Corpus& corpus, const Positions& positions);

} // namespace statlint::lsp
