#pragma once
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "formats/json_error.hpp"

namespace statlint {

/// Where the parser is. nlohmann's SAX events carry no positions: a handler derives from this one, and asks at each
/// event where its token starts. Nothing may nest deeper than `deepest`.
class JsonPlaces {
  public:
    static constexpr std::size_t deepest = 64;

    JsonPlaces(std::string_view text, const std::size_t& read);

    bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& problem);

    JsonError error;

  protected:
    /// Start of the token that has just been read. After a number the parser has read one byte more, but that can only
    /// be a mark that is skipped here anyway.
    std::uint32_t token_start();
    /// The same for "{" and "["; nothing where that is one level too many, which `error` then says.
    bool open_level(std::uint32_t& start);
    void close_level();

    [[nodiscard]] std::string_view text() const { return text_; }

  private:
    std::string_view text_;
    const std::size_t* read_;
    std::size_t last_end_; ///< of the token before
    std::size_t depth_ = 0;
};

/// Hands the text to the parser byte by byte and tells how far it has read.
class CountingIterator {
  public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* read) : at_(at), read_(read) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*read_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator old = *this;
        ++*this;
        return old;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }

  private:
    const char* at_;
    std::size_t* read_;
};

/// Feeds a handler that was made with (text, read); false where it or the parser gave up.
template <class Handler> bool feed_json(std::string_view text, std::size_t& read, Handler& handler) {
    const CountingIterator first(text.data(), &read);
    const CountingIterator last(text.data() + text.size(), &read);
    return nlohmann::json::sax_parse(first, last, &handler);
}

} // namespace statlint
