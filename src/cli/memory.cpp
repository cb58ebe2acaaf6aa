// Asks the system for the memory of a short run in few pieces: for the program's own text, and for the heap. Taken page
// by page, as it is touched, it costs more time than the check of a short draft. Runs by itself, before the
// constructors of static objects; where the system can't do it, nothing happens.
#include <cstdint>
#include <cstdlib>

#include "text/pages.hpp"

#ifdef __GLIBC__
#include <malloc.h>
#include <unistd.h>

// Set by the linker: where the program starts, and the end of its machine code.
extern "C" const char __executable_start, etext; // NOLINT(bugprone-reserved-identifier)
#endif

namespace statlint {

namespace {

#ifdef __GLIBC__

[[gnu::constructor(101)]] void prepare_memory() {                   // 101: the first that a program may have
    constexpr std::size_t huge_page = std::size_t{2} * 1024 * 1024; // bytes: more than the check of a short draft takes
    constexpr int most_from_heap = 32 * 1024 * 1024;
    fetch_pages({&__executable_start, static_cast<std::size_t>(&etext - &__executable_start)});
    // The heap starts one page, which it writes first, before a place for a huge page.
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const std::uintptr_t start = reinterpret_cast<std::uintptr_t>(sbrk(0)) + page;
    const std::uintptr_t place = (start + huge_page - 1) / huge_page * huge_page;
    sbrk(static_cast<std::intptr_t>(place - start));
    // Larger blocks come from the heap too, which is not given back before the end.
    mallopt(M_MMAP_THRESHOLD, most_from_heap);
    mallopt(M_TRIM_THRESHOLD, 2 * most_from_heap);
    mallopt(M_TOP_PAD, static_cast<int>(2 * huge_page));
    void* block = std::malloc(1);
    const auto first = reinterpret_cast<std::uintptr_t>(block);
    if (place - page <= first && first < place) make_huge_page(static_cast<char*>(block) + (place - first), huge_page);
    std::free(block);
}

#endif

} // namespace

} // namespace statlint
