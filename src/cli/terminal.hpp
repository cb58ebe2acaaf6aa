#pragma once
#include <cstdio>
#include <string_view>
#include <vector>

#include "text/error.hpp"

namespace statlint {

/// "statlint: error: path:line:column: message" on standard error.
void print_error(const Error& error);
void print_errors(const std::vector<Error>& errors);
/// "statlint: message" on standard error.
void print_remark(std::string_view message);

/// Writes to standard output as is; the program's end checks whether all of it arrived.
void print(std::string_view text);

/// `mode` is auto, always or never; auto asks whether standard output is a terminal that wants colour (NO_COLOR).
[[nodiscard]] bool wants_color(std::string_view mode);

/// A line on standard error that says how far a run has come. Shown only on a terminal and after a second, so that
/// short runs and logs stay clean.
class Progress {
  public:
    Progress(std::size_t total, bool enabled);
    void update(std::size_t done);
    void clear(); ///< before anything else is printed, and at the end

  private:
    std::size_t total_;
    bool enabled_;
    bool shown_ = false;
    double start_;
};

} // namespace statlint
