#include "formats/data.hpp"

#include <fmt/format.h>

#include "formats/format.hpp"

namespace statlint {

namespace {

constexpr std::size_t largest = std::size_t{64} << 20;

} // namespace

Error too_many_values() {
    return {.message = fmt::format("has more than {} values: that is no draft", most_data_values), .path = {}};
}

Result<void> check_data(std::string_view bytes) {
    if (bytes.size() > largest)
        return tl::unexpected(Error{
            .message = fmt::format("is larger than {} MiB: data of that size is no draft", largest >> 20), .path = {}});
    return check_text(bytes);
}

} // namespace statlint
