#pragma once
#include <string>
#include <string_view>

namespace statlint::lsp {

/// The path of a "file:" URI; empty for any other kind ("untitled:Untitled-1").
[[nodiscard]] std::string path_of(std::string_view uri);
/// The "file:" URI of an absolute path.
[[nodiscard]] std::string uri_of(std::string_view path);

} // namespace statlint::lsp
