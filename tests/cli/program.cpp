#include "program.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <sys/wait.h>

namespace statlint::tests {

namespace fs = std::filesystem;

std::string slurp(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Playground::Playground() {
    std::string name = (fs::temp_directory_path() / "statlint-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for tests");
    folder_ = name;
}

Playground::~Playground() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

void Playground::write(const std::string& path, std::string_view text) const {
    const fs::path whole = folder_ / path;
    fs::create_directories(whole.parent_path());
    std::ofstream(whole, std::ios::binary) << text;
}

Run run_in(const fs::path& folder, const std::string& arguments, std::string_view input) {
    // What goes in and out stands in a folder of its own, so that none of it is a draft.
    const Playground streams;
    const std::string base = (streams.folder() / "std").string();
    std::ofstream(base + "in", std::ios::binary) << input;
    const std::string command = "cd '" + folder.string() + "' && NO_COLOR=1 '" STATLINT_PROGRAM "' " + arguments +
                                " <'" + base + "in' >'" + base + "out' 2>'" + base + "err'";
    const int status = std::system(command.c_str());
    return {
        .code = WIFEXITED(status) ? WEXITSTATUS(status) : -1, .out = slurp(base + "out"), .err = slurp(base + "err")};
}

} // namespace statlint::tests
