#include "text/sha256.hpp"

#include <sha2.h>

namespace statlint {

Sha256 sha256(std::string_view bytes) {
    SHA2_CTX state;
    SHA256Init(&state);
    SHA256Update(&state, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    Sha256 digest{};
    SHA256Final(digest.data(), &state);
    return digest;
}

std::string hex(const Sha256& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::string base64(const Sha256& digest) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < digest.size(); at += 3) {
        const auto byte = [&](std::size_t i) -> std::uint32_t { return i < digest.size() ? digest[i] : 0; };
        const std::uint32_t three = byte(at) << 16U | byte(at + 1) << 8U | byte(at + 2);
        for (unsigned i = 0; i < 4; ++i) text += at + i > digest.size() ? '=' : digits[three >> (18 - 6 * i) & 63U];
    }
    return text;
}

} // namespace statlint
