#include "citation/bibtex.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "citation/bibliography.hpp"
#include "citation/references.hpp"
#include "text/ascii.hpp"
#include "text/line_index.hpp"

namespace statlint {
namespace {

constexpr std::size_t most_errors = 20;
constexpr int deepest_crossref = 32;

/// An entry while the file is read: what it inherits is not yet known.
struct Entry {
    std::string key;
    std::size_t offset = 0;
    std::string crossref;
    BibliographyItem item;
};

class BibtexReader {
  public:
    BibtexReader(std::string_view text, const std::string& path, std::vector<Error>& errors)
        : text_(text), lines_(text), errors_(errors) {
        made_.path = path;
    }

    Bibliography read() && {
        while (at_ < text_.size()) {
            const std::size_t mark = text_.find('@', at_);
            if (mark == std::string_view::npos) break;
            at_ = mark + 1;
            const std::string type = lower_case(word());
            if (type.empty()) continue;
            skip_space();
            if (at_ >= text_.size() || (text_[at_] != '{' && text_[at_] != '(')) continue; // "@" in a remark
            start_ = mark;
            close_ = text_[at_++] == '{' ? '}' : ')';
            if (type == "comment" || type == "preamble")
                skip_body();
            else if (type == "string")
                read_macro();
            else
                read_entry();
        }
        inherit();
        return std::move(made_);
    }

  private:
    void fail(std::size_t offset, std::string message) {
        made_.complete = false;
        if (failures_++ >= most_errors) return;
        const Position place = lines_.locate(static_cast<std::uint32_t>(offset));
        errors_.push_back(
            {std::move(message), made_.path, static_cast<int>(place.line), static_cast<int>(place.column)});
    }

    void skip_space() {
        while (at_ < text_.size() && is_white(text_[at_])) ++at_;
    }

    std::string_view word() {
        const std::size_t start = at_;
        while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
        return text_.substr(start, at_ - start);
    }

    /// A name up to a mark that can't be in one.
    std::string_view name() {
        skip_space();
        const std::size_t start = at_;
        while (at_ < text_.size() && !is_white(text_[at_]) &&
               std::string_view(",={}()\"#%").find(text_[at_]) == std::string_view::npos)
            ++at_;
        return text_.substr(start, at_ - start);
    }

    /// Another entry starts here, so the one that is read was never closed.
    [[nodiscard]] bool next_entry_starts() const {
        if (text_[at_] != '@' || (at_ > 0 && text_[at_ - 1] != '\n')) return false;
        std::size_t end = at_ + 1;
        while (end < text_.size() && is_letter(text_[end])) ++end;
        return end > at_ + 1 && end < text_.size() && text_[end] == '{';
    }

    /// Up to the end of a group that was opened before; false where it has none.
    bool skip_group(char close) {
        int depth = 0;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') {
                ++at_;
            } else if (c == '@' && next_entry_starts()) {
                return false;
            } else if (c == close && depth == 0) {
                ++at_;
                return true;
            } else if (c == '{') {
                ++depth;
            } else if (c == '}' && depth > 0) {
                --depth;
            }
        }
        return false;
    }

    void skip_body() {
        if (!skip_group(close_)) unclosed();
    }

    void unclosed() { fail(start_, "an entry whose braces are never closed"); }

    /// One value with its parts joined; false where it never ends.
    bool value(std::string& out) {
        for (;;) {
            skip_space();
            if (at_ >= text_.size()) return false;
            if (text_[at_] == '{' || text_[at_] == '"') {
                const char close = text_[at_] == '{' ? '}' : '"';
                const std::size_t start = ++at_;
                if (!skip_group(close)) return false;
                out += text_.substr(start, at_ - 1 - start);
            } else {
                const std::string_view macro = name();
                const auto known = macros_.find(lower_case(macro));
                out += known != macros_.end() ? std::string_view(known->second) : macro;
            }
            skip_space();
            if (at_ >= text_.size() || text_[at_] != '#') return true;
            ++at_;
        }
    }

    /// "name = value" up to the comma or the end of the entry; false at the end or where it can't be read.
    bool field(std::string& key, std::string& out) {
        skip_space();
        while (at_ < text_.size() && (text_[at_] == ',' || is_white(text_[at_]))) ++at_;
        if (at_ >= text_.size()) return unclosed(), false;
        if (text_[at_] == close_) return ++at_, false;
        const std::size_t place = at_;
        if (next_entry_starts()) return unclosed(), false;
        key = lower_case(name());
        skip_space();
        if (key.empty() || at_ >= text_.size() || text_[at_] != '=') {
            fail(place, fmt::format("a field without \"=\" in the entry {}", key_));
            if (!skip_group(close_)) unclosed();
            return false;
        }
        ++at_;
        out.clear();
        if (value(out)) return true;
        unclosed();
        return false;
    }

    void read_macro() {
        key_ = "@string";
        std::string key, text;
        while (field(key, text)) macros_.insert_or_assign(key, text);
    }

    void read_entry() {
        Entry entry;
        entry.offset = start_;
        entry.key = std::string(name());
        key_ = entry.key;
        skip_space();
        const bool follows = at_ < text_.size() && (text_[at_] == ',' || text_[at_] == close_);
        if (entry.key.empty() || !follows) {
            fail(start_, "an entry without a key");
            if (!skip_group(close_)) unclosed();
            return;
        }
        std::string aliases, field_key, text;
        const std::size_t failures = failures_;
        while (field(field_key, text)) take(entry, field_key, text, aliases);
        if (failures_ > failures && entry.item.title.empty() && entry.item.doi.empty()) return;
        entry.item.line = lines_.locate(static_cast<std::uint32_t>(start_)).line;
        add(entry);
        for (std::string_view rest = aliases; !rest.empty();) { // BibLaTeX's "ids"
            const std::size_t comma = std::min(rest.find(','), rest.size());
            entry.key = std::string(trimmed(rest.substr(0, comma)));
            if (!entry.key.empty()) add(entry);
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
    }

    void add(const Entry& entry) {
        if (const auto known = places_.find(entry.key); known != places_.end()) {
            const auto line = lines_.locate(static_cast<std::uint32_t>(entries_[known->second].offset)).line;
            fail(entry.offset, fmt::format("the key \"{}\" is defined twice: first in line {}", entry.key, line));
            return;
        }
        places_.emplace(entry.key, entries_.size());
        entries_.push_back(entry);
    }

    static void take(Entry& entry, const std::string& key, const std::string& raw, std::string& aliases) {
        BibliographyItem& item = entry.item;
        if (key == "crossref" || key == "xdata")
            entry.crossref = std::string(trimmed(raw));
        else if (key == "ids")
            aliases = raw;
        else if (key == "title")
            item.title = without_tex(raw);
        else if (key == "doi")
            item.doi = without_tex(raw);
        else if (key == "url" || (key == "howpublished" && item.url.empty()))
            item.url = without_tex(raw);
        else if (key == "isbn")
            item.isbn = raw;
        else if (key == "date" || (key == "year" && item.year == 0))
            item.year = year_in(raw.substr(0, 40));
        else if (key == "author" || (key == "editor" && item.authors.empty()))
            item.authors = authors(raw);
    }

    /// "Mathews, Ben and {Australian Institute of Criminology} and others"
    static std::vector<std::string> authors(std::string_view raw) {
        std::vector<std::string> names;
        int depth = 0;
        std::size_t start = 0;
        const auto take_name = [&](std::size_t end) {
            const std::string_view one = trimmed(raw.substr(start, end - start));
            if (!one.empty() && one != "others") names.push_back(family(one));
        };
        for (std::size_t i = 0; i < raw.size(); ++i) {
            if (raw[i] == '{') ++depth;
            if (raw[i] == '}') --depth;
            if (depth != 0 || !is_white(raw[i]) || raw.substr(i + 1, 3) != "and") continue;
            if (i + 4 < raw.size() && !is_white(raw[i + 4])) continue;
            take_name(i);
            i += 4;
            start = std::min(i, raw.size());
        }
        take_name(raw.size());
        return names;
    }

    static std::string family(std::string_view name) {
        if (name.starts_with('{') && name.ends_with('}')) return without_tex(name); // an organisation
        if (const std::size_t comma = name.find(','); comma != std::string_view::npos)
            return without_tex(name.substr(0, comma));
        const std::size_t last = name.rfind(' ');
        return without_tex(last == std::string_view::npos ? name : name.substr(last + 1));
    }

    /// What an entry leaves out it takes from the one that it refers to.
    void inherit() {
        for (const Entry& entry : entries_) {
            BibliographyItem item = entry.item;
            const Entry* from = &entry;
            for (int depth = 0; !from->crossref.empty(); ++depth) {
                const auto parent = places_.find(from->crossref);
                if (parent == places_.end()) break;
                from = &entries_[parent->second];
                if (from == &entry || depth > deepest_crossref) {
                    fail(entry.offset, fmt::format("the entry {} refers to itself in a circle", entry.key));
                    break;
                }
                if (item.year == 0) item.year = from->item.year;
                if (item.authors.empty()) item.authors = from->item.authors;
            }
            made_.items.emplace(entry.key, std::move(item));
        }
    }

    std::string_view text_;
    LineIndex lines_;
    std::vector<Error>& errors_;
    Bibliography made_;
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::size_t> places_; ///< key → entry
    std::unordered_map<std::string, std::string> macros_;
    std::string key_;       ///< of the entry that is read, for messages
    std::size_t at_ = 0;    ///< where reading stands
    std::size_t start_ = 0; ///< the "@" of the entry that is read
    char close_ = '}';
    std::size_t failures_ = 0;
};

} // namespace

std::string without_tex(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (c == '{' || c == '}') continue;
        if (c == '\\' && i + 1 < value.size()) {
            const char next = value[i + 1];
            if (!is_letter(next)) { // "\&", or an accent before its letter
                const bool accent = std::string_view("'`^\"~=.").find(next) != std::string_view::npos;
                if (!accent) out += next;
                ++i;
                continue;
            }
            std::size_t end = i + 1;
            while (end < value.size() && is_letter(value[end])) ++end;
            while (end < value.size() && is_white(value[end])) ++end;
            i = end - 1;
        } else if (c == '~' || is_white(c)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else {
            out += c;
        }
    }
    return std::string(trimmed(out));
}

Bibliography read_bibtex(std::string_view text, const std::string& path, std::vector<Error>& errors) {
    return BibtexReader(text, path, errors).read();
}

} // namespace statlint
