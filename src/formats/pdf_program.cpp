#include "formats/pdf_program.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace statlint {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t mib = std::size_t{1} << 20;

tl::unexpected<Error> fail(std::string message) {
    return tl::unexpected(Error{.message = std::move(message), .path = {}});
}

/// A file descriptor, closed at the end.
class Descriptor {
  public:
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    [[nodiscard]] int get() const { return value_; }
    void close() {
        if (value_ >= 0) ::close(value_);
        value_ = -1;
    }

  private:
    int value_;
};

/// STATLINT_PDF, or else beside this program (a build) or where an installation puts it; empty where it is nowhere.
std::string find_program() {
    if (const char* set = std::getenv("STATLINT_PDF"); set != nullptr && *set != '\0') return set;
    std::error_code code;
    const fs::path here = fs::read_symlink("/proc/self/exe", code).parent_path();
    for (const fs::path& path : {here / "statlint-pdf", (here / STATLINT_LIBEXEC / "statlint-pdf").lexically_normal()})
        if (access(path.c_str(), X_OK) == 0) return path.string();
    return {};
}

/// A file without a name that holds the bytes, so that the program reads them without anybody feeding it.
bool fill(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t done = write(file, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return lseek(file, 0, SEEK_SET) == 0;
}

/// Starts the program with these standard streams and no other files; the error number where it can't be run.
int start(const std::string& program, const PdfLimits& limits, int input, int output, pid_t& child) {
    std::array<std::string, 5> words{program, std::to_string(limits.pages), std::to_string(limits.memory),
                                     std::to_string(limits.seconds), std::to_string(limits.output)};
    std::array<char*, 6> argv{};
    for (std::size_t i = 0; i < words.size(); ++i) argv[i] = words[i].data();
    // Poppler asks for many small pieces of memory and gives them back: keeping more of them takes a seventh off.
    std::string tunables = "GLIBC_TUNABLES=glibc.malloc.tcache_count=65535";
    std::vector<char*> environment{tunables.data()};
    std::string library_path;
    if (const char* set = std::getenv("LD_LIBRARY_PATH"); set != nullptr) {
        library_path = std::string("LD_LIBRARY_PATH=") + set;
        environment.push_back(library_path.data());
    }
    environment.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    const int failed = posix_spawn(&child, program.c_str(), &actions, nullptr, argv.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    return failed;
}

enum class Ended { normally, late, large };

/// Reads the pipe to its end, or as long and as much as is allowed.
Ended read_output(int pipe, const PdfLimits& limits, std::string& text) {
    const auto deadline = Clock::now() + std::chrono::seconds(2 * std::uint64_t{limits.seconds});
    const std::size_t most = (std::size_t{limits.output} + 1) * mib; // the program itself stops before that
    std::vector<char> bytes(mib);
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return Ended::late;
        pollfd waiting{pipe, POLLIN, 0};
        if (poll(&waiting, 1, static_cast<int>(std::min<std::int64_t>(left, 1 << 30))) <= 0) continue;
        const ssize_t got = read(pipe, bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return Ended::normally;
        text.append(bytes.data(), static_cast<std::size_t>(got));
        if (text.size() > most) return Ended::large;
    }
}

int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

/// The reason in "error REASON …", the last line of what the program wrote; empty where there is none.
std::string_view reason_in(std::string_view output) {
    if (!output.ends_with('\n')) return {};
    output.remove_suffix(1);
    const std::string_view last = output.substr(output.rfind('\n') + 1);
    constexpr std::string_view word = "error ";
    return last.starts_with(word) ? last.substr(word.size()) : std::string_view();
}

std::string message_for(std::string_view reason, const PdfLimits& limits) {
    if (reason == "no-pdf") return "is not a PDF file, whatever its name says";
    if (reason == "cut-off") return "is cut off: the end of the file is missing";
    if (reason == "damaged") return "is damaged: no page can be read";
    if (reason == "encrypted") return "is encrypted: save it without a password";
    if (reason == "memory") return fmt::format("takes more than {} MiB of memory to read", limits.memory);
    if (reason == "output") return fmt::format("holds more than {} MiB of words", limits.output);
    if (reason.starts_with("pages "))
        return fmt::format("has {} pages; up to {} are read", reason.substr(6), limits.pages);
    if (reason.starts_with("page ")) return fmt::format("is damaged: {} cannot be read", reason);
    // Poppler gives up without a word where memory ends.
    return fmt::format("is damaged, or takes more than {} MiB of memory to read", limits.memory);
}

std::string too_slow(const PdfLimits& limits) {
    return fmt::format("takes more than {} seconds to read", limits.seconds);
}

} // namespace

Result<std::string> run_pdf_program(std::string_view bytes, const PdfLimits& limits) {
    const std::string program = find_program();
    if (program.empty())
        return fail(
            "PDF is read by statlint-pdf, which is not installed: it is built where libpoppler-cpp-dev is there");
    Descriptor input(memfd_create("statlint-pdf", MFD_CLOEXEC));
    if (input.get() < 0 || !fill(input.get(), bytes)) return fail("cannot be handed to statlint-pdf: no memory");
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return fail("cannot be handed to statlint-pdf: no pipe");
    Descriptor from(ends[0]);
    Descriptor to(ends[1]);
    pid_t child = 0;
    if (const int code = start(program, limits, input.get(), to.get(), child); code != 0)
        return fail(fmt::format("{} cannot be run: {}", program, std::generic_category().message(code)));
    to.close();
    input.close();
    std::string output;
    const Ended ended = read_output(from.get(), limits, output);
    if (ended != Ended::normally) kill(child, SIGKILL);
    const int status = wait_for(child);
    if (ended == Ended::late || (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)))
        return fail(ended == Ended::large ? message_for("output", limits) : too_slow(limits));
    if (ended == Ended::large) return fail(message_for("output", limits));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return output;
    return fail(message_for(reason_in(output), limits));
}

} // namespace statlint
