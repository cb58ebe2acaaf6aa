#pragma once
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace statlint {

/// Writes values into one string of bytes, for ArchiveReader of the same build: sizes and byte order are the machine's.
/// A type takes part by `template <class Archive> void archive(Archive&)`, which names its members for both.
class ArchiveWriter {
  public:
    explicit ArchiveWriter(std::string& out) : out_(out) {}

    template <class... Values> void operator()(Values&... values) { (put(values), ...); }

  private:
    template <class Value> void put(Value& value) {
        if constexpr (requires { value.archive(*this); }) {
            value.archive(*this);
        } else {
            static_assert(std::has_unique_object_representations_v<Value>);
            out_.append(reinterpret_cast<const char*>(&value), sizeof value);
        }
    }
    void put(std::string& text) {
        std::size_t size = text.size();
        put(size);
        out_ += text;
    }
    template <class Item> void put(std::vector<Item>& items) {
        std::size_t size = items.size();
        put(size);
        if constexpr (std::has_unique_object_representations_v<Item>)
            out_.append(reinterpret_cast<const char*>(items.data()), size * sizeof(Item));
        else
            for (Item& item : items) put(item);
    }

    std::string& out_;
};

/// Reads back what ArchiveWriter wrote. The bytes come from the program itself, so they are taken to be whole.
class ArchiveReader {
  public:
    explicit ArchiveReader(std::string_view bytes) : rest_(bytes) {}

    template <class... Values> void operator()(Values&... values) { (get(values), ...); }

  private:
    void take(void* to, std::size_t size) {
        if (size > 0) std::memcpy(to, rest_.data(), size);
        rest_.remove_prefix(size);
    }
    template <class Value> void get(Value& value) {
        if constexpr (requires { value.archive(*this); }) {
            value.archive(*this);
        } else {
            static_assert(std::has_unique_object_representations_v<Value>);
            take(&value, sizeof value);
        }
    }
    void get(std::string& text) {
        std::size_t size = 0;
        get(size);
        text.assign(rest_.substr(0, size));
        rest_.remove_prefix(size);
    }
    template <class Item> void get(std::vector<Item>& items) {
        std::size_t size = 0;
        get(size);
        items.resize(size);
        if constexpr (std::has_unique_object_representations_v<Item>)
            take(items.data(), size * sizeof(Item));
        else
            for (Item& item : items) get(item);
    }

    std::string_view rest_;
};

} // namespace statlint
