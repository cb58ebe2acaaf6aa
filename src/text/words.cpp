#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <libstemmer.h>

namespace statlint {
namespace {

constexpr bool is_digit(unsigned char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_upper(unsigned char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr bool is_alpha(unsigned char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z');
}
constexpr std::array<bool, 256> is_alnum = [] {
    std::array<bool, 256> made{};
    for (unsigned c = 0; c < made.size(); ++c)
        made[c] = is_alpha(static_cast<unsigned char>(c)) || is_digit(static_cast<unsigned char>(c));
    return made;
}();
constexpr char lower(char c) {
    return is_upper(static_cast<unsigned char>(c)) ? static_cast<char>(c + 32) : c;
}

// Plurals that Snowball leaves alone.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> irregular{{
    {"children", "child"},
    {"men", "man"},
    {"women", "woman"},
    {"people", "people"},
    {"persons", "people"},
    {"person", "people"},
    {"kids", "kid"},
    {"lives", "life"},
    {"teens", "teen"},
    {"gay", "gay"},
}};

/// Length in bytes of a punctuation mark or blank beyond ASCII at `text`, 0 if it is a letter; says what gap it makes.
std::size_t wide_mark(std::string_view text, Gap& gap) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    if (byte(0) == 0xC2) {
        if (byte(1) == 0xAD) return 0; // a soft hyphen is inside the word
        if (byte(1) >= 0x80 && byte(1) <= 0xBF && byte(1) != 0xAA && byte(1) != 0xB5 && byte(1) != 0xBA) {
            gap = Gap::space;
            return 2;
        }
    }
    if (byte(0) == 0xE2 && byte(1) == 0x80) {
        const unsigned third = byte(2);
        if (third == 0x93 || third == 0x94 || third == 0x95)
            gap = Gap::dash;
        else if (third == 0x90 || third == 0x91)
            gap = Gap::hyphen;
        else if (third == 0xA6)
            gap = Gap::stop;
        else
            gap = Gap::space;
        return 3;
    }
    if (byte(0) == 0xE2 && (byte(1) == 0x81 || byte(1) == 0x88 || byte(1) == 0x89)) {
        gap = Gap::space;
        return 3;
    }
    if (byte(0) == 0xE3 && byte(1) == 0x80) {
        gap = Gap::space;
        return 3;
    }
    return 0;
}

Gap ascii_gap(char c) {
    switch (c) {
    case ',':
        return Gap::comma;
    case ':':
        return Gap::colon;
    case ';':
    case '|': // "Girls: 1 in 3 | Boys: 1 in 5"
        return Gap::semicolon;
    case '-':
        return Gap::hyphen;
    case '/':
        return Gap::slash;
    case '(':
    case '[':
        return Gap::open;
    case ')':
    case ']':
        return Gap::close;
    case '.':
    case '!':
    case '?':
        return Gap::stop;
    default:
        return Gap::space;
    }
}

bool is_apostrophe(std::string_view text, std::size_t at, std::size_t& length) {
    if (text[at] == '\'') {
        length = 1;
        return true;
    }
    if (text.size() - at >= 3 && std::memcmp(text.data() + at, "\xE2\x80\x99", 3) == 0) {
        length = 3;
        return true;
    }
    return false;
}

std::string fold(std::string_view word) {
    std::string folded;
    folded.reserve(word.size());
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word.substr(i, 3) == "\xE2\x80\x99") {
            folded += '\'';
            i += 2;
        } else if (word.substr(i, 2) == "\xC2\xAD") {
            ++i;
        } else {
            folded += lower(word[i]);
        }
    }
    return folded;
}

bool all_capitals(std::string_view word) {
    if (word.size() < 2) return false;
    for (const char c : word)
        if (!is_upper(static_cast<unsigned char>(c)) && !is_digit(static_cast<unsigned char>(c))) return false;
    return is_upper(static_cast<unsigned char>(word[0]));
}

// Words and their stems start alike: of a stem all letters but the last stand in each of its words, whatever
// Snowball's rules made of the rest ("ability" is "abl", "carries" is "carri").
constexpr std::size_t shortest_start = 3, longest_start = 6, changed_letters = 1;

std::size_t start_of_stem(std::string_view stem) {
    return std::clamp(stem.size(), shortest_start + changed_letters, longest_start + changed_letters) - changed_letters;
}

/// The first letters of a word in any case, as a number below 2^15 for three of them and 2^30 for six.
std::uint32_t start_code(std::string_view word, std::size_t letters) {
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < letters; ++i)
        code |= (i < word.size() ? static_cast<unsigned char>(word[i]) & 31U : 0U) << (5 * i);
    return code;
}

std::size_t start_slot(std::uint32_t code, std::size_t letters) {
    constexpr std::uint32_t exact = 1U << 15U;
    static_assert(StemTable::start_slots == exact + (1U << 16U));
    if (letters == shortest_start) return code;
    return exact + ((code * 0x9e3779b9U + static_cast<std::uint32_t>(letters) * 0x85ebca6bU) >> 16U);
}

class Stemmer {
  public:
    Stemmer() : stemmer_(sb_stemmer_new("english", "UTF_8")) {}
    ~Stemmer() { sb_stemmer_delete(stemmer_); }
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;

    std::string_view stem(std::string_view folded) {
        for (const auto& [plural, singular] : irregular)
            if (folded == plural) return singular;
        const sb_symbol* result = sb_stemmer_stem(stemmer_, reinterpret_cast<const sb_symbol*>(folded.data()),
                                                  static_cast<int>(folded.size()));
        if (result == nullptr) return folded;
        return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(sb_stemmer_length(stemmer_))};
    }

  private:
    sb_stemmer* stemmer_;
};

} // namespace

std::string stem_of(std::string_view word) {
    static thread_local Stemmer stemmer;
    return std::string(stemmer.stem(fold(word)));
}

std::uint32_t StemTable::add(std::string_view word) {
    const std::string stem = all_capitals(word) ? std::string(word) : stem_of(word);
    may_start(fold(word), fold(stem));
    may_start(fold(stem), fold(stem));
    for (const auto& [plural, singular] : irregular)
        if (singular == stem) may_start(plural, plural.substr(0, shortest_start));
    return stems_.add(stem) + 1;
}

void StemTable::may_start(std::string_view folded, std::string_view stem) {
    const std::size_t letters = start_of_stem(stem);
    const auto mark = [&](std::uint32_t code) {
        const std::size_t slot = start_slot(code, letters);
        starts_.change()[slot / 64] |= std::uint64_t{1} << (slot % 64);
    };
    mark(start_code(folded, letters));
    // "doing" is "do", "aging" is "age", "try" is "tri".
    constexpr std::string_view changing = "eiy";
    if (stem.size() > shortest_start ||
        (stem.size() == shortest_start && changing.find(stem.back()) == std::string_view::npos))
        return;
    for (char third = 'a'; third <= 'z'; ++third)
        if (stem.size() < shortest_start || changing.find(third) != std::string_view::npos)
            mark(start_code(stem, 2) | start_code({&third, 1}, 1) << 10U);
}

bool StemTable::may_hold(std::string_view word) const {
    const auto holds = [&](std::size_t slot) { return ((starts_[slot / 64] >> (slot % 64)) & 1U) != 0; };
    if (holds(start_slot(start_code(word, shortest_start), shortest_start))) return true;
    const std::size_t most = std::min(word.size(), longest_start);
    for (std::size_t i = 0; i < most; ++i)
        if (!is_alnum[static_cast<unsigned char>(word[i])]) return true; // what is left out when it is folded
    std::uint32_t code = start_code(word, shortest_start);
    for (std::size_t letters = shortest_start + 1; letters <= most; ++letters) {
        code |= (static_cast<unsigned char>(word[letters - 1]) & 31U) << (5 * (letters - 1));
        if (holds(start_slot(code, letters))) return true;
    }
    return false;
}

namespace {

/// The stem numbers of the words that were met. A slot holds up to 16 bytes of a word; longer words are rare, and
/// stemmed each time.
class WordCache {
  public:
    static constexpr std::size_t longest = 16;

    struct Key {
        std::uint64_t low = 0, high = 0;
        bool operator==(const Key&) const = default;
    };

    /// `end` bounds what may be read: the bytes behind a word usually may be, and two loads are quicker than a copy.
    static Key key_of(std::string_view word, const char* end) {
        Key key;
        if (end - word.data() >= static_cast<std::ptrdiff_t>(longest)) {
            std::memcpy(&key, word.data(), sizeof key);
            const auto bits = static_cast<unsigned>(word.size() * 8);
            if (bits < 64)
                key = {key.low & ((std::uint64_t{1} << bits) - 1), 0};
            else if (bits < 128)
                key.high &= (std::uint64_t{1} << (bits - 64)) - 1;
        } else {
            std::memcpy(&key, word.data(), word.size());
        }
        return key;
    }

    /// The slot of a word, or the free one where it goes: its key is zero.
    struct Slot {
        Key key;
        std::uint32_t stem = 0;
    };
    Slot& slot(const Key& key) {
        const std::uint64_t mixed = (key.low ^ (key.high * 0xff51afd7ed558ccdULL)) * 0x9e3779b97f4a7c15ULL;
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = (mixed >> 40U) & mask;; at = (at + 1) & mask)
            if (slots_[at].key == key || slots_[at].key == Key{}) return slots_[at];
    }

    void fill(Slot& slot, const Key& key, std::uint32_t stem) {
        slot = {key, stem};
        if (++used_ * 2 < slots_.size()) return;
        // A draft has some thousand words; a bound keeps a hostile file from filling the memory.
        std::vector<Slot> before(slots_.size() < most ? slots_.size() * 2 : slots_.size());
        before.swap(slots_);
        used_ = 0;
        if (slots_.size() == before.size()) return;
        for (const Slot& old : before) {
            if (old.key == Key{}) continue;
            this->slot(old.key) = old;
            ++used_;
        }
    }

  private:
    static constexpr std::size_t most = 1U << 18U;
    std::vector<Slot> slots_ = std::vector<Slot>(1024);
    std::size_t used_ = 0;
};

} // namespace

struct WordReader::Impl {
    explicit Impl(const StemTable& t) : table(&t) {}
    const StemTable* table;
    Stemmer stemmer;
    WordCache cache;

    std::uint32_t number(std::string_view word, const char* end) {
        // The first look does not tell capitals from small letters.
        const bool plain = static_cast<unsigned char>(word[0]) < 0x80;
        if (plain && !table->may_hold(word)) return 0;
        if (word.size() > WordCache::longest) return word.size() > 64 ? 0 : look_up(word);
        const WordCache::Key key = WordCache::key_of(word, end);
        WordCache::Slot& slot = cache.slot(key);
        if (slot.key == key) return slot.stem;
        const std::uint32_t stem = look_up(word);
        cache.fill(slot, key, stem);
        return stem;
    }

    std::uint32_t look_up(std::string_view word) {
        if (word.size() < 16 && all_capitals(word)) {
            if (const std::uint32_t exact = table->find(word); exact != 0) return exact;
        }
        return table->find(stemmer.stem(fold(word)));
    }
};

WordReader::WordReader(const StemTable& table) : impl_(std::make_unique<Impl>(table)) {}
WordReader::~WordReader() = default;
WordReader::WordReader(WordReader&&) noexcept = default;
WordReader& WordReader::operator=(WordReader&&) noexcept = default;

void WordReader::read(std::string_view text, std::uint32_t base, std::vector<Word>& out) {
    constexpr std::size_t usual_word = 5; // bytes with the space behind it; most texts have longer ones
    out.reserve(out.size() + text.size() / usual_word + 1);
    Gap gap = Gap::nothing;
    const auto mark = [&gap](Gap seen) { gap = std::max(gap, seen); };
    std::size_t at = 0;
    while (at < text.size()) {
        const auto c = static_cast<unsigned char>(text[at]);
        Gap wide = Gap::nothing;
        if (c == ' ') {
            mark(Gap::space);
            ++at;
            continue;
        }
        if (c < 0x80 && !is_alnum[c]) {
            // A lone hyphen between blanks is a dash.
            const bool dash = c == '-' && at > 0 && (text[at - 1] == ' ' || text[at - 1] == '-');
            mark(dash ? Gap::dash : ascii_gap(static_cast<char>(c)));
            ++at;
            continue;
        }
        if (c >= 0x80) {
            if (const std::size_t length = wide_mark(text.substr(at), wide); length != 0) {
                mark(wide);
                at += length;
                continue;
            }
        }
        const std::size_t start = at;
        std::size_t end = at;
        while (at < text.size()) {
            const auto d = static_cast<unsigned char>(text[at]);
            std::size_t length = 0;
            if (is_alnum[d] || (d >= 0x80 && wide_mark(text.substr(at), wide) == 0)) {
                end = ++at;
            } else if ((d == '.' || d == ',') && is_digit(static_cast<unsigned char>(text[start])) &&
                       at + 1 < text.size() && is_digit(static_cast<unsigned char>(text[at + 1]))) {
                ++at; // 20,254 and 28.5 are one word
            } else if ((d == '\'' || d == 0xE2) && is_apostrophe(text, at, length) && at + length < text.size() &&
                       is_alpha(static_cast<unsigned char>(text[at + length]))) {
                // don't, but men's without its 's
                const bool possessive =
                    lower(text[at + length]) == 's' &&
                    (at + length + 1 >= text.size() || !is_alpha(static_cast<unsigned char>(text[at + length + 1])));
                at += length;
                if (possessive) {
                    ++at;
                    break;
                }
            } else {
                break;
            }
        }
        Word word;
        word.span = {base + static_cast<std::uint32_t>(start), base + static_cast<std::uint32_t>(end)};
        word.gap = gap;
        word.capital = is_upper(c);
        word.number = is_digit(c);
        word.stem = impl_->number(text.substr(start, end - start), text.data() + text.size());
        out.push_back(word);
        gap = Gap::nothing;
    }
}

} // namespace statlint
