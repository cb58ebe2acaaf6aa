#include "cli/terminal.hpp"

#include <chrono>
#include <cstdlib>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

namespace statlint {

namespace {

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

bool is_terminal(std::FILE* file) {
    const char* kind = std::getenv("TERM");
    return isatty(fileno(file)) != 0 && !(kind != nullptr && std::string_view(kind) == "dumb");
}

/// fmt::print would throw where standard error is gone, and end the program in the middle of its work.
void say(const std::string& text) {
    std::fputs(text.c_str(), stderr);
}

constexpr double quiet_seconds = 1.0;
constexpr std::size_t bar_width = 30;

} // namespace

void print_error(const Error& error) {
    std::fflush(stdout);
    say(fmt::format("statlint: error: {}\n", error.to_string()));
}

void print_errors(const std::vector<Error>& errors) {
    for (const Error& error : errors) print_error(error);
}

void print_remark(std::string_view message) {
    std::fflush(stdout);
    say(fmt::format("statlint: {}\n", message));
}

void print(std::string_view text) {
    if (text.empty()) return; // an empty view may point nowhere
    std::fwrite(text.data(), 1, text.size(), stdout);
}

bool wants_color(std::string_view mode) {
    if (mode != "auto") return mode == "always";
    const char* refused = std::getenv("NO_COLOR");
    return is_terminal(stdout) && (refused == nullptr || *refused == '\0');
}

Progress::Progress(std::size_t total, bool enabled)
    : total_(total), enabled_(enabled && is_terminal(stderr)), start_(enabled_ ? seconds_now() : 0) {}

void Progress::update(std::size_t done) {
    if (!enabled_ || seconds_now() - start_ < quiet_seconds) return;
    const std::size_t filled = total_ == 0 ? bar_width : bar_width * done / total_;
    say(fmt::format("\r[{:<{}}] {} of {} files", std::string(filled, '='), bar_width, done, total_));
    std::fflush(stderr);
    shown_ = true;
}

void Progress::clear() {
    if (!shown_) return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    shown_ = false;
}

} // namespace statlint
