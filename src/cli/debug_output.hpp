#pragma once
#include <string>

#include "cli/run_options.hpp"

namespace statlint {

/// `check --debug=document`: the blocks of each draft and their places; `--debug=quantities`: what the grammar saw.
[[nodiscard]] int run_debug(const RunOptions& options, const std::string& what);

/// `check --stage=parse|extract|check`: works up to that stage and prints nothing, for measuring.
[[nodiscard]] int run_stage(const RunOptions& options, const std::string& stage);

} // namespace statlint
