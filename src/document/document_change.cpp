#include "document/document_change.hpp"

#include <algorithm>
#include <utility>

#include "text/common_ends.hpp"

namespace statlint {

namespace {

/// A block's place in the source need not follow from that of its neighbours: notes and the words of images stand
/// inside other blocks. So many blocks are looked at.
constexpr std::uint32_t widest_aside = 64;
constexpr std::uint32_t line_head = 8; ///< bytes at the start of a line that say what it is

std::uint32_t narrow(std::size_t size) {
    return static_cast<std::uint32_t>(size);
}

/// A change of a number by `by`; what is none stays so.
struct Shift {
    std::uint32_t by = 0;
    [[nodiscard]] bool fits(std::uint32_t a, std::uint32_t b) const {
        return a == no_block ? b == no_block : a + by == b;
    }
};

bool alike(const Block& a, const Block& b) {
    return a.kind == b.kind && a.text.size() == b.text.size() && a.level == b.level && a.row == b.row &&
           a.column == b.column && a.header == b.header && a.label == b.label && a.location == b.location;
}

class Comparison {
  public:
    Comparison(const Document& before, const Document& after) : before_(before), after_(after) {
        const std::string_view old = before.source;
        edit_start_ = narrow(common_start(old, after.source));
        const std::size_t same = common_end(old.substr(edit_start_), after.source.substr(edit_start_));
        edit_end_ = narrow(after.source.size() - same);
        line_ = line_of(edit_start_);
        const std::string_view gone = old.substr(edit_start_, old.size() - same - edit_start_);
        head_stands_ = gone.find('\n') == std::string_view::npos && edit_start_ > line_of(edit_end_) + line_head;
    }

    DocumentChange run() {
        const std::uint32_t old = narrow(before_.blocks.size());
        const std::uint32_t now = narrow(after_.blocks.size());
        std::uint32_t head = front();
        head = std::min(head, references_in_front(head));
        std::uint32_t tail = back(head);
        tail = std::min(tail, references_at_back(tail));
        DocumentChange change;
        change.before = {head, old - tail};
        change.after = {head, now - tail};
        change.blocks_by = now - old;
        change.text_by = narrow(after_.text.size()) - narrow(before_.text.size());
        change.text_from = tail > 0 ? before_.blocks[old - tail].text.start : narrow(before_.text.size()) + 1;
        return change;
    }

  private:
    /// Where the line begins on which a place of the new source stands.
    [[nodiscard]] std::uint32_t line_of(std::uint32_t place) const {
        const std::size_t end = place == 0 ? std::string::npos : after_.source.rfind('\n', place - 1);
        return end == std::string::npos ? 0 : narrow(end + 1);
    }

    /// How many blocks at the start are the same.
    [[nodiscard]] std::uint32_t front() const {
        const std::size_t text = common_start(before_.text, after_.text);
        const auto most = narrow(std::min(before_.blocks.size(), after_.blocks.size()));
        std::uint32_t count = 0;
        const Shift same;
        for (; count < most; ++count) {
            const Block& a = before_.blocks[count];
            const Block& b = after_.blocks[count];
            if (a.text.end > text || a.text.start != b.text.start || !alike(a, b) || a.heading != b.heading ||
                a.lead_in != b.lead_in || a.list != b.list || a.table != b.table)
                break;
        }
        for (std::uint32_t i = count; i > 0 && i + widest_aside > count; --i)
            if (after_.to_source(after_.blocks[i - 1].text).end > line_) count = i - 1;
        return count;
    }

    /// How many at the end, of those that are not among the `head` at the start.
    [[nodiscard]] std::uint32_t back(std::uint32_t head) const {
        const std::size_t text = common_end(before_.text, after_.text);
        const std::size_t old = before_.blocks.size();
        const std::size_t now = after_.blocks.size();
        const auto most = narrow(std::min(old, now)) - head;
        const Shift index{narrow(now - old)};
        Shift list;
        Shift table;
        bool seen_list = false;
        bool seen_table = false;
        std::uint32_t count = 0;
        for (; count < most; ++count) {
            const Block& a = before_.blocks[old - count - 1];
            const Block& b = after_.blocks[now - count - 1];
            if (!alike(a, b) || after_.text.size() - b.text.start > text) break;
            // All numbers of lists moved by as much as the first that is met, or the blocks are not the same.
            if (a.list != no_block && !std::exchange(seen_list, true)) list.by = b.list - a.list;
            if (a.table != no_block && !std::exchange(seen_table, true)) table.by = b.table - a.table;
            const bool leads = index.fits(a.lead_in, b.lead_in) || (a.lead_in == b.lead_in && a.lead_in < head);
            if (!leads || !list.fits(a.list, b.list) || !table.fits(a.table, b.table)) break;
        }
        for (std::uint32_t i = count; i > 0 && i + widest_aside > count; --i)
            if (!stands_behind(after_.to_source(after_.blocks[now - i].text).start)) count = i - 1;
        return count;
    }

    /// Whether a place of the new source is behind the change, and not on a line whose head has changed.
    [[nodiscard]] bool stands_behind(std::uint32_t place) const {
        if (place <= edit_end_) return false;
        if (head_stands_) return true;
        const std::size_t end = after_.source.find('\n', edit_end_);
        return end != std::string::npos && end < place;
    }

    static bool same_reference(const Reference& a, const Reference& b) {
        return a.kind == b.kind && a.at.size() == b.at.size() && a.target == b.target;
    }

    /// The first block whose links have changed, at most `head`.
    [[nodiscard]] std::uint32_t references_in_front(std::uint32_t head) const {
        for (std::size_t i = 0;; ++i) {
            const std::uint32_t a = i < before_.references.size() ? before_.references[i].block : no_block;
            const std::uint32_t b = i < after_.references.size() ? after_.references[i].block : no_block;
            if (a >= head && b >= head) return head;
            if (a != b || !same_reference(before_.references[i], after_.references[i])) return std::min(a, b);
        }
    }

    /// The same from the end, in blocks behind the last whose links have changed.
    [[nodiscard]] std::uint32_t references_at_back(std::uint32_t tail) const {
        const auto from_end = [](const Document& document, std::size_t i) {
            const std::vector<Reference>& all = document.references;
            if (i >= all.size() || all[all.size() - 1 - i].block == no_block) return no_block;
            return narrow(document.blocks.size()) - 1 - all[all.size() - 1 - i].block;
        };
        for (std::size_t i = 0;; ++i) {
            const std::uint32_t a = from_end(before_, i);
            const std::uint32_t b = from_end(after_, i);
            if (a >= tail && b >= tail) return tail;
            if (a != b || !same_reference(before_.references[before_.references.size() - 1 - i],
                                          after_.references[after_.references.size() - 1 - i]))
                return std::min(a, b);
        }
    }

    const Document& before_;
    const Document& after_;
    std::uint32_t edit_start_ = 0, edit_end_ = 0; ///< the change, in the new source
    std::uint32_t line_ = 0;                      ///< the start of the line on which it begins
    bool head_stands_ = false;                    ///< the line on which it ends begins as before
};

} // namespace

std::optional<DocumentChange> find_change(const Document& before, const Document& after) {
    if (before.title != after.title || before.bibliographies != after.bibliographies) return std::nullopt;
    return Comparison(before, after).run();
}

} // namespace statlint
