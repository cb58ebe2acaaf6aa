#pragma once

namespace statlint::lsp {

/// Serves one client over two descriptors until it says exit or is gone; the exit code that the protocol asks for.
[[nodiscard]] int serve(int input, int output);

} // namespace statlint::lsp
