#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace statlint::tests {

/// What a run of the program gave.
struct Run {
    int code = -1;
    std::string out, err;
};

/// Runs `statlint ARGUMENTS` through the shell, in a folder.
[[nodiscard]] Run run_in(const std::filesystem::path& folder, const std::string& arguments,
                         std::string_view input = {});

[[nodiscard]] std::string slurp(const std::filesystem::path& path);

/// A folder of its own for one test, gone afterwards; the program is run in it.
class Playground {
  public:
    Playground();
    Playground(const Playground&) = delete;
    Playground& operator=(const Playground&) = delete;
    ~Playground();

    /// Writes a file, folders included.
    void write(const std::string& path, std::string_view text) const;
    [[nodiscard]] Run run(const std::string& arguments, std::string_view input = {}) const {
        return run_in(folder_, arguments, input);
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  private:
    std::filesystem::path folder_;
};

[[nodiscard]] inline bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

} // namespace statlint::tests
