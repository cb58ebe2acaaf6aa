#include "quantity/candidates.hpp"

#include <bit>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "quantity/lookup.hpp"

namespace statlint {

namespace {

struct Masks {
    std::uint64_t letters = 0, digits = 0, wide = 0;
};

#ifdef __SSE2__
std::uint64_t bits_of(__m128i bytes) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
}

/// The same for 64 bytes at once; comparisons of bytes are signed, so bytes from 0x80 on are below everything.
Masks masks_of_block(const char* at) {
    Masks masks;
    for (std::size_t i = 0; i < 4; ++i) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 16 * i));
        const __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
        const auto within = [](__m128i value, char first, char last) {
            return _mm_and_si128(_mm_cmpgt_epi8(value, _mm_set1_epi8(static_cast<char>(first - 1))),
                                 _mm_cmplt_epi8(value, _mm_set1_epi8(static_cast<char>(last + 1))));
        };
        masks.letters |= bits_of(within(lower, 'a', 'z')) << (16 * i);
        masks.digits |= bits_of(within(bytes, '0', '9')) << (16 * i);
        masks.wide |= bits_of(bytes) << (16 * i);
    }
    return masks;
}
#else
Masks masks_of_block(const char* at) {
    Masks masks;
    for (unsigned i = 0; i < 64; ++i) {
        const std::uint64_t bit = 1ull << i;
        if (is_letter(at[i])) masks.letters |= bit;
        if (is_digit(at[i])) masks.digits |= bit;
        if ((at[i] & 0x80) != 0) masks.wide |= bit;
    }
    return masks;
}
#endif

bool is_full_width_digit(const char* at, const char* end) {
    return end - at >= 3 && at[0] == '\xef' && at[1] == '\xbc' && static_cast<unsigned char>(at[2]) >= 0x90 &&
           static_cast<unsigned char>(at[2]) <= 0x99;
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Addresses, paths and identifiers of the web: "https://…", "name@place", "10.1016/j.chiabu", "snake_case".
bool looks_like_name(std::string_view token) {
    bool slash = false, query = false, point = false;
    for (std::size_t i = 0; i < token.size(); ++i) {
        switch (token[i]) {
        case '@':
        case '_':
        case '\\':
            return true;
        case '/':
            if (i > 0 && token[i - 1] == '/') return true;
            slash = true;
            break;
        case '#':
        case '=':
            query = true;
            break;
        case '.':
            point = true;
            break;
        case '%':
            query = query || (i + 2 < token.size() && !is_digit(token[i + 1]) && is_upper(token[i + 1]));
            break;
        default:
            break;
        }
    }
    if (slash && query) return true;
    if (token.starts_with("www.") || token.starts_with("doi:")) return true;
    return slash && point && (token.starts_with("10.") || token.starts_with("(10.")) && token.find('/') > 6;
}

} // namespace

void CandidateScanner::load(const char* block) {
    block_ = block;
    std::array<char, 64> rest{};
    const char* bytes = block;
    if (end_ - block < 64) {
        std::copy(block, end_, rest.begin());
        bytes = rest.data();
    }
    const Masks masks = masks_of_block(bytes);
    const std::string_view before(begin_, static_cast<std::size_t>(block - begin_));
    const bool letter_before = !before.empty() && is_letter(before.back());
    const bool digit_before = !before.empty() && is_digit(before.back());
    letters_ = masks.letters;
    starts_ = (masks.letters & ~((masks.letters << 1u) | (letter_before ? 1u : 0u))) |
              (masks.digits & ~((masks.digits << 1u) | (digit_before ? 1u : 0u))) | masks.wide;
}

/// Where the number begins that may begin at this start of a word or of digits; null where none may.
const char* CandidateScanner::candidate(const char* at) const {
    const auto first = static_cast<std::uint8_t>(*at);
    const auto second = at + 1 < end_ ? static_cast<std::uint8_t>(at[1]) : std::uint8_t{0};
    if (is_letter(*at)) {
        const auto offset = static_cast<unsigned>(at - block_);
        std::ptrdiff_t length = std::countr_one(letters_ >> offset);
        if (length + offset >= 64) length = static_cast<std::ptrdiff_t>(word_at(at, end_).size());
        if (length < 2 || !tables_.may_start(at, static_cast<std::size_t>(length))) return nullptr;
        return tables_.is({at, static_cast<std::size_t>(length)}, Role::starts_number) ? at : nullptr;
    }
    if (is_digit(*at)) {
        const bool point = at > begin_ && at[-1] == '.';
        const char before = at - begin_ > 1 ? at[-2] : ' ';
        return point && !is_letter(before) && !is_digit(before) && before != '.' ? at - 1 : at;
    }
    if (!tables_.may_start_sign(first, second)) return nullptr;
    if (is_full_width_digit(at, end_)) return at;
    for (const Sign& sign : tables_.vulgar_fractions)
        if (starts_with(at, end_, sign.text)) return at;
    return nullptr;
}

const char* CandidateScanner::next(const char* at) {
    const char* const from = at;
    while (at < end_) {
        if (block_ == nullptr || at - block_ >= 64) load(at);
        std::uint64_t left = starts_ & (~0ull << static_cast<unsigned>(at - block_));
        for (; left != 0; left &= left - 1) {
            const char* start = candidate(block_ + std::countr_zero(left));
            if (start != nullptr) return std::max(start, from); // never back to a point that was left behind
        }
        at = block_ + 64;
    }
    return end_;
}

bool TokenJudge::is_name(const char* at) {
    if (token_end_ != nullptr && at < token_end_) return name_;
    const char* start = at;
    while (start > begin_ && start > token_end_ && at - start < 256 && start[-1] != ' ' &&
           space_before(start, begin_) == 0)
        --start;
    const char* stop = at;
    while (stop < end_ && stop - at < 2048 && space_at(stop, end_) == 0) ++stop;
    token_end_ = stop;
    std::string_view token(start, static_cast<std::size_t>(stop - start));
    while (!token.empty() && std::string_view(".,;:)]}>\"'!?").find(token.back()) != std::string_view::npos)
        token.remove_suffix(1);
    name_ = looks_like_name(token);
    const std::size_t point = token.rfind('.');
    if (!name_ && point != std::string_view::npos && token.size() - point <= 6)
        for (const std::string& ending : tables_.file_endings) name_ = name_ || ends_with(token, ending);
    return name_;
}

} // namespace statlint
