#pragma once
#include <cstddef>
#include <string_view>

namespace statlint {

/// Tells the system that bytes of the program's own file are read next, all of them: it maps them in one go, where
/// touching them would ask for every few pages anew. Does nothing where the system can't (Linux can from 5.14 on).
void fetch_pages(std::string_view bytes);

/// Asks that `size` bytes from `start` on, both whole huge pages, come as such when they are first written.
void make_huge_page(void* start, std::size_t size);

} // namespace statlint
