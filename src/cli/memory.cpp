// Asks the system for the memory of a short run in few pieces: for the program's own text, and for the heap. Taken page by
// page, as it is touched, it costs more time than the check of a short draft. Runs by itself, before the constructors of
// static objects; where the system can't do it, nothing happens.
#include <cstdlib>

#include "text/pages.hpp"

#ifdef __GLIBC__
#include <malloc.h>

// Set by the linker: where the program starts, and the end of its machine code.
extern "C" const char __executable_start, etext; // NOLINT(bugprone-reserved-identifier)
#endif

namespace statlint {

namespace {

#ifdef __GLIBC__

[[gnu::constructor(101)]] void prepare_memory() { // 101: the first that a program may have
    constexpr std::size_t short_run = std::size_t{1200} * 1024; // bytes: what the check of a draft of 10 KB takes
    constexpr int most_from_heap = 32 * 1024 * 1024;
    fetch_pages({&__executable_start, static_cast<std::size_t>(&etext - &__executable_start)});
    // Larger blocks come from the heap too, which is not given back before the end.
    mallopt(M_MMAP_THRESHOLD, most_from_heap);
    mallopt(M_TRIM_THRESHOLD, 2 * most_from_heap);
    mallopt(M_TOP_PAD, static_cast<int>(short_run));
    void* block = std::malloc(short_run);
    if (block == nullptr) return;
    make_pages(block, short_run);
    std::free(block);
}

#endif

} // namespace

} // namespace statlint
