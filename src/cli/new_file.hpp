#pragma once
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "text/error.hpp"

namespace statlint {

/// A file that replaces what was there in one step, when it is whole: a reader never sees half of it, and a run that
/// is broken off leaves the old one. What is no plain file (a pipe, /dev/stderr) is written to directly.
class NewFile {
  public:
    [[nodiscard]] static Result<NewFile> create(const std::string& path);
    NewFile(NewFile&& other) noexcept;
    ~NewFile(); ///< without keep() nothing stays

    void write(std::string_view text);
    /// Puts the file in its place; an error where any of it could not be written.
    [[nodiscard]] Result<void> keep();

  private:
    struct Closer {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    NewFile() = default;

    std::string path_;   ///< for messages
    std::string target_; ///< links followed
    std::string temporary_;
    std::unique_ptr<std::FILE, Closer> file_;
    bool failed_ = false;
};

} // namespace statlint
