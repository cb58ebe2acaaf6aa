#include "quantity/candidates.hpp"

#include "quantity/lookup.hpp"

namespace statlint {

namespace {

enum Class : std::uint8_t { other, letter, digit, point, wide };

constexpr std::array<std::uint8_t, 256> classes = [] {
    std::array<std::uint8_t, 256> table{};
    for (int c = 0; c < 256; ++c) {
        const char byte = static_cast<char>(c);
        if (is_letter(byte)) table[static_cast<std::size_t>(c)] = letter;
        if (is_digit(byte)) table[static_cast<std::size_t>(c)] = digit;
    }
    table['.'] = point;
    table[0xc2] = table[0xe2] = table[0xef] = wide; // ½ ⅓ ５
    return table;
}();

std::uint8_t class_of(char c) { return classes[static_cast<unsigned char>(c)]; }

bool is_full_width_digit(const char* at, const char* end) {
    return end - at >= 3 && at[0] == '\xef' && at[1] == '\xbc' && static_cast<unsigned char>(at[2]) >= 0x90 &&
           static_cast<unsigned char>(at[2]) <= 0x99;
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

} // namespace

const char* CandidateScanner::next(const char* at) const {
    for (const char* p = at; p < end_; ++p) {
        switch (class_of(*p)) {
        case letter: {
            const char* start = p;
            while (++p < end_ && class_of(*p) == letter) {}
            if (p - start > 1 &&
                tables_.may_start(static_cast<std::uint8_t>(start[0]), static_cast<std::uint8_t>(start[1]), p - start) &&
                tables_.is({start, static_cast<std::size_t>(p - start)}, Role::starts_number))
                return start;
            --p;
            break;
        }
        case digit:
            return p;
        case point:
            if (p + 1 < end_ && is_digit(p[1]) && (p == begin_ || class_of(p[-1]) == other)) return p;
            break;
        case wide:
            if (p + 1 == end_ ||
                !tables_.may_start_sign(static_cast<std::uint8_t>(p[0]), static_cast<std::uint8_t>(p[1])))
                break;
            if (is_full_width_digit(p, end_)) return p;
            for (const Sign& sign : tables_.vulgar_fractions)
                if (starts_with(p, end_, sign.text)) return p;
            break;
        default:
            break;
        }
    }
    return end_;
}

bool TokenJudge::is_name(const char* at) {
    if (token_end_ != nullptr && at < token_end_) return name_;
    const char* start = at;
    while (start > begin_ && start > token_end_ && at - start < 256 && !(start[-1] == ' ' || space_before(start, begin_)))
        --start;
    const char* stop = at;
    while (stop < end_ && stop - at < 2048 && space_at(stop, end_) == 0) ++stop;
    token_end_ = stop;
    std::string_view token(start, static_cast<std::size_t>(stop - start));
    while (!token.empty() && std::string_view(".,;:)]}>\"'!?").find(token.back()) != std::string_view::npos)
        token.remove_suffix(1);
    const auto holds = [&](std::string_view part) { return token.find(part) != std::string_view::npos; };
    name_ = holds("://") || holds("www.") || holds("@") || holds("doi:") || holds("_") || holds("\\");
    for (const std::string& ending : tables_.file_endings) name_ = name_ || ends_with(token, ending);
    name_ = name_ || (holds("/") && (holds("#") || holds("=") || holds("%2") || holds("%F")));
    if (!name_ && holds("/") && holds("."))
        for (const std::string_view prefix : {"10.", "(10."})
            name_ = name_ || (token.substr(0, prefix.size()) == prefix && token.find('/') > 6 &&
                              token.find('/') != std::string_view::npos);
    return name_;
}

} // namespace statlint
