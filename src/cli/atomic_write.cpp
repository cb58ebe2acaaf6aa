#include "cli/atomic_write.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/read_file.hpp"

namespace statlint {

namespace fs = std::filesystem;

namespace {

Error trouble(const std::string& path, int code) {
    return {.message = "cannot be written: " + std::generic_category().message(code), .path = path};
}

/// A file of its own beside the target, gone again unless it took the target's place.
class TemporaryFile {
  public:
    explicit TemporaryFile(const fs::path& target)
        : name_((target.parent_path() / ("." + target.filename().string() + ".statlint-XXXXXX")).string()),
          descriptor_(mkostemp(name_.data(), O_CLOEXEC)) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (descriptor_ >= 0) close(descriptor_);
        if (!name_.empty() && created_) unlink(name_.c_str());
    }

    [[nodiscard]] bool open() const { return created_; }

    /// 0, or errno.
    int fill(std::string_view text, const struct stat& like) {
        while (!text.empty()) {
            const ssize_t wrote = write(descriptor_, text.data(), text.size());
            if (wrote < 0 && errno == EINTR) continue;
            if (wrote < 0) return errno;
            text.remove_prefix(static_cast<std::size_t>(wrote));
        }
        // Giving a file away is for root alone; the mode goes last, because a new owner may clear bits of it.
        if ((like.st_uid != geteuid() || like.st_gid != getegid()) &&
            fchown(descriptor_, like.st_uid, like.st_gid) != 0)
            errno = 0;
        if (fchmod(descriptor_, like.st_mode & 07777U) != 0 || fsync(descriptor_) != 0) return errno;
        const int closed = close(descriptor_);
        descriptor_ = -1;
        return closed == 0 ? 0 : errno;
    }

    int take_place_of(const fs::path& target) {
        if (rename(name_.c_str(), target.c_str()) != 0) return errno;
        created_ = false;
        return 0;
    }

  private:
    std::string name_;
    int descriptor_;
    bool created_ = descriptor_ >= 0;
};

/// The new name is safe only when the folder is on the disk too; where that can't be done, the file itself is.
void sync_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    fsync(descriptor);
    close(descriptor);
}

} // namespace

Result<void> replace_content(const std::string& path, std::string_view expected, std::string_view text) {
    std::error_code code;
    const fs::path target = fs::canonical(path, code);
    if (code) return tl::unexpected(trouble(path, code.value()));
    struct stat info{};
    if (stat(target.c_str(), &info) != 0) return tl::unexpected(trouble(path, errno));
    if (!S_ISREG(info.st_mode))
        return tl::unexpected(Error{.message = "is no file that could be changed", .path = path});
    if (access(target.c_str(), W_OK) != 0) return tl::unexpected(trouble(path, errno));

    TemporaryFile file(target);
    if (!file.open()) return tl::unexpected(trouble(path, errno));
    if (const int failed = file.fill(text, info); failed != 0) return tl::unexpected(trouble(path, failed));
    // Looked at as late as can be.
    const auto now = read_file(target.string());
    if (!now) return tl::unexpected(now.error());
    if (*now != expected)
        return tl::unexpected(
            Error{.message = "was changed by somebody else meanwhile, and is left as it is", .path = path});
    if (const int failed = file.take_place_of(target); failed != 0) return tl::unexpected(trouble(path, failed));
    sync_folder(target.parent_path());
    return {};
}

} // namespace statlint
