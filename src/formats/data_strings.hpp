#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/joined_document.hpp"

namespace statlint {

/// Where a value stands in a tree of data: "posts[2].text".
class KeyPath {
  public:
    void enter_list() { steps_.push_back({{}, 0, true}); }
    void enter_map() { steps_.push_back({}); }
    void leave() {
        if (!steps_.empty()) steps_.pop_back();
    }
    void set_key(std::string key) { steps_.back().key = std::move(key); }
    /// A value was read: the next one of a list has the next index.
    void next() {
        if (!steps_.empty()) ++steps_.back().index;
    }
    [[nodiscard]] bool in_list() const { return !steps_.empty() && steps_.back().list; }
    [[nodiscard]] std::size_t depth() const { return steps_.size(); }
    [[nodiscard]] std::string to_string() const;

  private:
    struct Step {
        std::string key;
        std::size_t index = 0;
        bool list = false;
    };
    std::vector<Step> steps_;
};

/// Adds a string of a data file, read as Markdown: that is what plain prose is, and such strings have links and notes.
void add_data_string(JoinedDocument& document, const DecodedText& string, std::string_view location);

} // namespace statlint
