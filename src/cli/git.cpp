#include "cli/git.hpp"

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace statlint {

namespace {

// A repository that someone hands over must not choose what runs here.
constexpr const char* harmless[] = {"-c",
                                    "core.fsmonitor=false",
                                    "-c",
                                    "core.quotepath=off",
                                    "-c",
                                    "core.pager=cat",
                                    "-c",
                                    "color.ui=false",
                                    "--no-optional-locks"};

/// Both ends of a pipe, closed at the end.
class Pipe {
  public:
    Pipe() {
        if (pipe2(ends_.data(), O_CLOEXEC) != 0) ends_ = {-1, -1};
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    [[nodiscard]] int operator[](std::size_t end) const { return ends_[end]; }
    void close_end(std::size_t end) {
        if (ends_[end] >= 0) close(ends_[end]);
        ends_[end] = -1;
    }

  private:
    std::array<int, 2> ends_{};
};

/// Reads two pipes to their ends at once, so that neither fills up while the other is waited for.
void read_both(Pipe& out, Pipe& err, std::string& output, std::string& errors) {
    std::array<pollfd, 2> waiting{{{out[0], POLLIN, 0}, {err[0], POLLIN, 0}}};
    std::array<std::string*, 2> texts{&output, &errors};
    std::array<char, 1 << 16> bytes{};
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
        if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
        for (std::size_t i = 0; i < 2; ++i) {
            if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
            const ssize_t got = read(waiting[i].fd, bytes.data(), bytes.size());
            if (got > 0)
                texts[i]->append(bytes.data(), static_cast<std::size_t>(got));
            else if (got == 0 || errno != EINTR)
                waiting[i].fd = -1;
        }
    }
}

} // namespace

Result<std::string> run_git(const std::vector<std::string>& arguments) {
    std::vector<std::string> words = {"git"};
    words.insert(words.end(), std::begin(harmless), std::end(harmless));
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    argv.reserve(words.size() + 1);
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);

    Pipe out, err;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
    pid_t child = 0;
    const int failed = posix_spawnp(&child, "git", &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        return tl::unexpected(
            Error{.message = "git cannot be run: " + std::generic_category().message(failed), .path = {}});
    out.close_end(1);
    err.close_end(1);
    std::string output, errors;
    read_both(out, err, output, errors);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return output;
    while (!errors.empty() && errors.back() == '\n') errors.pop_back();
    return tl::unexpected(Error{.message = errors.empty() ? "git failed" : "git: " + errors, .path = {}});
}

} // namespace statlint
