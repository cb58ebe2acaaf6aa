#pragma once
#include <cstring>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "text/fields.hpp"
#include "text/later.hpp"
#include "text/plain_row.hpp"

namespace statlint {

/// Where the bytes of an archive start, so that what is in them can be read in place.
inline constexpr std::size_t archive_alignment = 16;

/// Values that are their bytes, without padding: the same value always gives the same bytes.
template <class Value>
inline constexpr bool is_bytes = std::has_unique_object_representations_v<Value> || std::is_floating_point_v<Value>;

/// The next multiple of an alignment.
constexpr std::size_t aligned(std::size_t at, std::size_t alignment) {
    return (at + alignment - 1) / alignment * alignment;
}

/// The next place where values of a type may stand, from the start of an archive.
template <class Value> constexpr std::size_t aligned(std::size_t at) {
    static_assert(alignof(Value) <= archive_alignment);
    return aligned(at, alignof(Value));
}

/// Writes values into one string of bytes, for ArchiveReader of the same build: sizes and byte order are the machine's.
/// A plain struct takes part with all its fields, a class by `template <class Archive> void archive(Archive&)`, which
/// names its members for both.
class ArchiveWriter {
  public:
    explicit ArchiveWriter(std::string& out) : out_(out) {}

    template <class... Values> void operator()(Values&... values) { (put(values), ...); }

  private:
    template <class Value> void put(Value& value) {
        if constexpr (requires { value.archive(*this); }) {
            value.archive(*this);
        } else if constexpr (is_bytes<Value>) {
            static_assert(!std::is_pointer_v<Value>);
            out_.append(reinterpret_cast<const char*>(&value), sizeof value);
        } else {
            std::apply(*this, fields_of(value));
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
        if constexpr (is_bytes<Item>)
            out_.append(reinterpret_cast<const char*>(items.data()), size * sizeof(Item));
        else
            for (Item& item : items) put(item);
    }
    template <class Value> void put(PlainRow<Value>& values) {
        static_assert(is_bytes<Value>);
        std::size_t size = values.size();
        put(size);
        out_.resize(aligned<Value>(out_.size()));
        out_.append(reinterpret_cast<const char*>(values.data()), size * sizeof(Value));
    }
    template <class Key, class Item, class Less> void put(std::map<Key, Item, Less>& items) {
        std::size_t size = items.size();
        put(size);
        for (auto& [key, item] : items) {
            Key copy = key;
            (*this)(copy, item);
        }
    }
    template <class First, class Second> void put(std::pair<First, Second>& both) { (*this)(both.first, both.second); }
    /// An archive in the archive, which is passed over while the rest is read.
    template <class Value> void put(Later<Value>& later) {
        Value copy = *later;
        std::string bytes;
        ArchiveWriter writer(bytes);
        writer(copy);
        std::size_t size = bytes.size();
        put(size);
        out_.resize(aligned(out_.size(), archive_alignment));
        out_ += bytes;
    }

    std::string& out_;
};

/// Reads back what ArchiveWriter wrote. The bytes come from the program itself, so they are taken to be whole and to
/// stay: each PlainRow views them.
class ArchiveReader {
  public:
    explicit ArchiveReader(std::string_view bytes) : bytes_(bytes), rest_(bytes) {}

    template <class... Values> void operator()(Values&... values) { (get(values), ...); }

  private:
    void take(void* to, std::size_t size) {
        if (size > 0) std::memcpy(to, rest_.data(), size);
        rest_.remove_prefix(size);
    }
    template <class Value> void get(Value& value) {
        if constexpr (requires { value.archive(*this); }) {
            value.archive(*this);
        } else if constexpr (is_bytes<Value>) {
            static_assert(!std::is_pointer_v<Value>);
            take(&value, sizeof value);
        } else {
            std::apply(*this, fields_of(value));
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
        if constexpr (is_bytes<Item>)
            take(items.data(), size * sizeof(Item));
        else
            for (Item& item : items) get(item);
    }
    template <class Value> void get(PlainRow<Value>& values) {
        std::size_t size = 0;
        get(size);
        rest_ = bytes_.substr(aligned<Value>(bytes_.size() - rest_.size()));
        values = PlainRow<Value>(std::span(reinterpret_cast<const Value*>(rest_.data()), size));
        rest_.remove_prefix(size * sizeof(Value));
    }
    template <class Key, class Item, class Less> void get(std::map<Key, Item, Less>& items) {
        std::size_t size = 0;
        get(size);
        for (; size > 0; --size) {
            std::pair<Key, Item> both;
            get(both);
            items.insert(items.end(), std::move(both));
        }
    }
    template <class First, class Second> void get(std::pair<First, Second>& both) { (*this)(both.first, both.second); }
    template <class Value> void get(Later<Value>& later) {
        std::size_t size = 0;
        get(size);
        rest_ = bytes_.substr(aligned(bytes_.size() - rest_.size(), archive_alignment));
        later = Later<Value>(std::function([bytes = rest_.substr(0, size)] {
            Value value;
            ArchiveReader reader(bytes);
            reader(value);
            return value;
        }));
        rest_.remove_prefix(size);
    }

    std::string_view bytes_, rest_;
};

} // namespace statlint
