#include "cli/latex_inputs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "cli/read_file.hpp"
#include "cli/terminal.hpp"
#include "formats/latex_tokens.hpp"

namespace statlint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_inputs = 2000; ///< of one run
constexpr std::size_t longest_name = 200; ///< bytes

/// What stands between the braces behind each \input, in the order of the source.
std::vector<std::string> names_in(std::string_view source) {
    constexpr std::array<std::string_view, 3> commands{"input", "include", "subfile"};
    std::vector<std::string> names;
    LatexTokenizer tokens(source, {0, static_cast<std::uint32_t>(source.size())});
    for (LatexToken token = tokens.next(); token.kind != LatexToken::Kind::end; token = tokens.next()) {
        if (token.kind != LatexToken::Kind::word || std::ranges::find(commands, token.name) == commands.end()) continue;
        const std::uint32_t open = tokens.position();
        if (open >= source.size() || source[open] != '{') continue;
        const std::size_t close = source.substr(open, longest_name).find('}');
        if (close == std::string_view::npos) continue;
        std::string name(source.substr(open + 1, close - 1));
        // "\input{\folder/x}" is only known to TeX.
        if (!name.empty() && name.find_first_of("\\#\n") == std::string::npos) names.push_back(std::move(name));
    }
    return names;
}

bool is_latex(const FoundDraft& draft) {
    return draft.format != nullptr && draft.format->name == "latex";
}

bool is_below(const fs::path& path, const fs::path& folder) {
    const auto [end, at] = std::ranges::mismatch(folder, path);
    return end == folder.end() && at != path.end();
}

class Follower {
  public:
    explicit Follower(std::vector<FoundDraft>& drafts) : found_(std::exchange(drafts, {})), drafts_(drafts) {}

    void run() {
        std::error_code code;
        std::vector<fs::path> real;
        for (const FoundDraft& draft : found_) seen_.insert(real.emplace_back(fs::canonical(draft.path, code)));
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const FoundDraft& draft = found_[i];
            drafts_.push_back(draft);
            if (!is_latex(draft)) continue;
            folder_ = fs::path(draft.path).parent_path();
            root_ = fs::canonical(folder_.empty() ? "." : folder_, code);
            // What another draft takes in names its files from that one's folder.
            if (!code && followed_.insert(real[i]).second) follow(draft);
        }
    }

  private:
    void follow(const FoundDraft& draft) {
        const auto bytes = read_file(draft.path);
        if (!bytes) return; // it is told when the draft is read
        for (const std::string& name : names_in(*bytes)) take(draft, name);
    }

    void take(const FoundDraft& from, const std::string& name) {
        std::error_code code;
        fs::path path = folder_ / name;
        if (!fs::is_regular_file(path, code)) path += ".tex";
        const fs::path real = fs::canonical(path, code);
        if (code || !fs::is_regular_file(real, code)) return remark(from, name, "no such file");
        if (!is_below(real, root_)) return remark(from, name, "is outside of the draft's folder: not read");
        if (inputs_ >= most_inputs || !followed_.insert(real).second) return;
        ++inputs_;
        // A copy: what follows may move the list.
        const FoundDraft input{path.string(), from.format};
        if (seen_.insert(real).second) drafts_.push_back(input);
        follow(input);
    }

    static void remark(const FoundDraft& from, const std::string& name, std::string_view what) {
        print_remark(fmt::format("{}: \\input{{{}}}: {}", from.path, name, what));
    }

    std::vector<FoundDraft> found_;
    std::vector<FoundDraft>& drafts_;
    std::set<fs::path> seen_;     ///< drafts of the run
    std::set<fs::path> followed_; ///< those whose inputs were looked at
    fs::path folder_, root_;
    std::size_t inputs_ = 0;
};

} // namespace

void follow_inputs(std::vector<FoundDraft>& drafts) {
    if (std::ranges::any_of(drafts, is_latex)) Follower(drafts).run();
}

} // namespace statlint
