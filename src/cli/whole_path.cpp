#include "cli/whole_path.hpp"

namespace statlint {

namespace fs = std::filesystem;

fs::path whole_path(const fs::path& path) {
    std::error_code code;
    fs::path made = fs::weakly_canonical(fs::absolute(path), code);
    return code ? fs::absolute(path).lexically_normal() : made;
}

} // namespace statlint
