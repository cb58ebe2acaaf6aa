#pragma once
#include <cstddef>
#include <string_view>

namespace statlint {

/// Tells the system that bytes of the program's own file are read next, all of them: it maps them in one go, where
/// touching them would ask for every few pages anew. Does nothing where the system can't (Linux can from 5.14 on).
void fetch_pages(std::string_view bytes);

/// The same for memory that is written next, of `size` bytes.
void make_pages(void* start, std::size_t size);

} // namespace statlint
