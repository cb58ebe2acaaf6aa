// A step of the build: reads rules/ and corpus/ and writes what came of it, compiled, as a C++ file.
// usage: statlint_precompile OUTPUT.cpp
#include <cstdio>

#include <fmt/format.h>

#include "lexicon/archive.hpp"
#include "lexicon/precompiled.hpp"
#include "rules/precompiled.hpp"

namespace {

int fail(const std::vector<statlint::Error>& errors) {
    for (const statlint::Error& error : errors) fmt::print(stderr, "{}\n", error.to_string());
    return 1;
}

std::string function_of(std::string_view name, std::string_view bytes) {
    std::string code = fmt::format("std::string_view {}() {{\n    alignas({}) static constexpr char bytes[] =", name,
                                   statlint::archive_alignment);
    constexpr std::size_t width = 32; // some compilers refuse very long lines
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % width == 0) code += i == 0 ? "\n\"" : "\"\n\"";
        // Three octal digits end by themselves: a digit behind them is not taken in.
        fmt::format_to(std::back_inserter(code), "\\{:03o}", static_cast<unsigned char>(bytes[i]));
    }
    return code + fmt::format("\";\n    return {{bytes, {}}};\n}}\n\n", bytes.size());
}

} // namespace

// What this program is there to make: it has none of it itself, and reads the texts.
namespace statlint {
std::string_view precompiled_lexicon() {
    return {};
}
std::string_view precompiled_knowledge() {
    return {};
}
} // namespace statlint

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    auto lexicon = statlint::read_embedded_lexicon();
    if (!lexicon) return fail(lexicon.error());
    std::string code =
        "#include \"lexicon/precompiled.hpp\"\n#include \"rules/precompiled.hpp\"\n\nnamespace statlint {\n\n";
    code += function_of("precompiled_lexicon", statlint::pack_lexicon(lexicon->first, lexicon->second));
    auto knowledge = statlint::read_knowledge({}, true, std::move(lexicon->first), std::move(lexicon->second));
    if (!knowledge) return fail(knowledge.error());
    code += function_of("precompiled_knowledge", statlint::pack_knowledge(**knowledge));
    code += "} // namespace statlint\n";
    std::FILE* file = std::fopen(argv[1], "wb");
    if (file == nullptr) return 1;
    const bool written = std::fwrite(code.data(), 1, code.size(), file) == code.size();
    return std::fclose(file) == 0 && written ? 0 : 1;
}
