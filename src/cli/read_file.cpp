#include "cli/read_file.hpp"

#include <cerrno>
#include <cstdint>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace statlint {

namespace {

constexpr std::size_t largest = std::size_t{1} << 31; // spans are 32 bits; half of that leaves room to grow
constexpr std::size_t chunk = std::size_t{1} << 16;

class Descriptor {
  public:
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (value_ >= 0) close(value_);
    }
    [[nodiscard]] int get() const { return value_; }

  private:
    int value_;
};

Error trouble(const std::string& path, int code) {
    if (code == ENOENT) return {.message = "no such file or folder", .path = path};
    return {.message = "cannot be read: " + std::generic_category().message(code), .path = path};
}

/// `expected` is the size that the file claims; pipes claim 0.
Result<std::string> read_all(int descriptor, std::size_t expected, const std::string& path) {
    std::string bytes;
    // One byte more than the file claims: then one read fills it and the next one sees the end.
    bytes.resize(expected == 0 ? chunk : expected + 1);
    std::size_t used = 0;
    while (true) {
        const ssize_t got = read(descriptor, bytes.data() + used, bytes.size() - used);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return tl::unexpected(trouble(path, errno));
        if (got == 0) break;
        used += static_cast<std::size_t>(got);
        if (used > largest) return tl::unexpected(Error{.message = "is larger than 2 GiB", .path = path});
        if (used == bytes.size()) bytes.resize(bytes.size() * 2);
    }
    bytes.resize(used);
    return bytes;
}

} // namespace

Result<std::string> read_file(const std::string& path) {
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return tl::unexpected(trouble(path, errno));
    struct stat info{};
    if (fstat(file.get(), &info) != 0) return tl::unexpected(trouble(path, errno));
    if (S_ISDIR(info.st_mode)) return tl::unexpected(trouble(path, EISDIR));
    const auto size = static_cast<std::uint64_t>(info.st_size);
    if (S_ISREG(info.st_mode) && size > largest)
        return tl::unexpected(Error{.message = "is larger than 2 GiB", .path = path});
    return read_all(file.get(), S_ISREG(info.st_mode) ? static_cast<std::size_t>(size) : 0, path);
}

Result<std::string> read_standard_input(const std::string& shown_as) {
    return read_all(STDIN_FILENO, 0, shown_as);
}

} // namespace statlint
