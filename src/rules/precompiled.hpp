#pragma once
#include <string>
#include <string_view>

#include "rules/knowledge.hpp"

namespace statlint {

/// Knowledge as bytes. The build reads rules/ and corpus/ once, with the reader that also reads users' corpora, and
/// keeps what came of it: reading them takes longer than checking a draft.
[[nodiscard]] std::string pack_knowledge(Knowledge& knowledge);
[[nodiscard]] KnowledgePtr unpack_knowledge(std::string_view bytes);

/// Reads rules/ and corpora from their texts. `lexicon` and `stems` are those of rules/.
[[nodiscard]] tl::expected<std::unique_ptr<Knowledge>, std::vector<Error>>
read_knowledge(const std::vector<CorpusFile>& corpora, bool builtin, Lexicon lexicon, StemTable stems);

/// The knowledge with the built-in corpus alone, as the build made it. Defined in a file that statlint_precompile
/// writes.
[[nodiscard]] std::string_view precompiled_knowledge();

} // namespace statlint
