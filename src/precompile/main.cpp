// A step of the build: reads the lexicon of rules/ and writes it, compiled, as a C++ file.
// usage: statlint_precompile OUTPUT.cpp
#include <cstdio>

#include <fmt/format.h>

#include "lexicon/precompiled.hpp"

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    auto read = statlint::read_embedded_lexicon();
    if (!read) {
        for (const statlint::Error& error : read.error())
            fmt::print(stderr, "{}:{}:{}: {}\n", error.path, error.line, error.column, error.message);
        return 1;
    }
    const std::string bytes = statlint::pack_lexicon(read->first, read->second);
    std::string code = "#include \"lexicon/precompiled.hpp\"\n\nnamespace statlint {\n\n"
                       "std::string_view precompiled_lexicon() {\n    static constexpr char bytes[] =";
    constexpr std::size_t width = 32; // some compilers refuse very long lines
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i % width == 0) code += i == 0 ? "\n\"" : "\"\n\"";
        // Three octal digits end by themselves: a digit behind them is not taken in.
        code += fmt::format("\\{:03o}", static_cast<unsigned char>(bytes[i]));
    }
    code += fmt::format("\";\n    return {{bytes, {}}};\n}}\n\n}} // namespace statlint\n", bytes.size());
    std::FILE* file = std::fopen(argv[1], "wb");
    if (file == nullptr) return 1;
    const bool written = std::fwrite(code.data(), 1, code.size(), file) == code.size();
    return std::fclose(file) == 0 && written ? 0 : 1;
}
