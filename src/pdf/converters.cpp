// SPDX-License-Identifier: GPL-2.0-or-later
// Poppler opens a converter of character sets for each word of a page and closes it again, which takes a tenth of all
// the time. These two stand in for the C library's: they keep what was opened once. The program has one thread, and
// poppler uses a converter only until it asks for the next one.
#include <array>
#include <cstdint>
#include <string>

#include <dlfcn.h>
#include <iconv.h>

namespace {

struct Converter {
    std::string to, from;
    iconv_t opened = nullptr;
};

constexpr std::size_t kept = 4; ///< poppler knows UTF-8 and UTF-16

} // namespace

extern "C" iconv_t iconv_open(const char* to, const char* from) {
    static const auto open = reinterpret_cast<decltype(&iconv_open)>(dlsym(RTLD_NEXT, "iconv_open"));
    static std::array<Converter, kept> converters;
    for (Converter& converter : converters) {
        if (converter.opened == nullptr) {
            const iconv_t opened = open(to, from);
            if (reinterpret_cast<std::intptr_t>(opened) != -1) converter = {to, from, opened};
            return opened;
        }
        if (converter.to == to && converter.from == from) {
            iconv(converter.opened, nullptr, nullptr, nullptr, nullptr); // as if it were new
            return converter.opened;
        }
    }
    return open(to, from);
}

extern "C" int iconv_close(iconv_t) {
    return 0; // of what is beyond the ones that are kept, the end of the program takes care
}
