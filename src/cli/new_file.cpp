#include "cli/new_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace statlint {

namespace fs = std::filesystem;

namespace {

Error trouble(const std::string& path, int code) {
    return {.message = "cannot be written: " + std::generic_category().message(code), .path = path};
}

/// What open(2) would give a new file.
mode_t usual_mode() {
    const mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

} // namespace

Result<NewFile> NewFile::create(const std::string& path) {
    NewFile made;
    made.path_ = path;
    std::error_code code;
    const fs::path whole = fs::weakly_canonical(path, code);
    made.target_ = code ? path : whole.string();
    struct stat info{};
    const bool there = stat(path.c_str(), &info) == 0;
    if (there && S_ISDIR(info.st_mode)) return tl::unexpected(trouble(path, EISDIR));
    if (there && !S_ISREG(info.st_mode)) {
        made.file_.reset(std::fopen(path.c_str(), "wb"));
        if (!made.file_) return tl::unexpected(trouble(path, errno));
        return made;
    }
    if (there && access(path.c_str(), W_OK) != 0) return tl::unexpected(trouble(path, errno));
    std::string name = made.target_ + ".XXXXXX";
    const int descriptor = mkstemp(name.data());
    if (descriptor < 0) return tl::unexpected(trouble(path, errno));
    made.temporary_ = name;
    (void)fchmod(descriptor, there ? info.st_mode & 07777 : usual_mode());
    made.file_.reset(fdopen(descriptor, "wb"));
    if (!made.file_) {
        const int reason = errno;
        close(descriptor);
        return tl::unexpected(trouble(path, reason));
    }
    return made;
}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)), target_(std::move(other.target_)), temporary_(std::exchange(other.temporary_, {})),
      file_(std::move(other.file_)), failed_(other.failed_) {}

NewFile::~NewFile() {
    if (!temporary_.empty()) unlink(temporary_.c_str());
}

void NewFile::write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) failed_ = true;
}

Result<void> NewFile::keep() {
    errno = 0;
    const bool closed = std::fclose(file_.release()) == 0;
    if (failed_ || !closed) return tl::unexpected(trouble(path_, errno != 0 ? errno : EIO));
    if (temporary_.empty()) return {};
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) return tl::unexpected(trouble(path_, errno));
    temporary_.clear();
    return {};
}

} // namespace statlint
