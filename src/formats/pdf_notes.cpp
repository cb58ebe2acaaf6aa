#include "formats/pdf_notes.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace statlint {

namespace {

constexpr int any_size = 0;              ///< for a body's size: a note may be as large as the text
constexpr std::size_t most_lines = 2000; ///< of a column whose notes are looked for
constexpr std::size_t longest_mark = 24; ///< bytes of a raised stretch that may be marks of notes

bool is_label(std::string_view text) {
    if (text.empty()) return false;
    const bool number = text.size() <= 3 && text.find_first_not_of("0123456789") == std::string_view::npos;
    const bool roman = text.size() <= 5 && text.find_first_not_of("ivx") == std::string_view::npos;
    return number || roman || text == "*" || text == "**" || text == "†" || text == "‡" || text == "§";
}

/// Calls `take(label, at)` for each mark in a line.
template <class Take> void for_each_mark(std::string_view line, Take take) {
    for (std::size_t at = line.find(raised_begin); at != std::string_view::npos; at = line.find(raised_begin, at + 1)) {
        const std::size_t end = line.find(raised_end, at);
        if (end == std::string_view::npos) return;
        for (const std::string_view label : note_labels(line.substr(at + 1, end - at - 1))) take(label, at);
    }
}

struct LabelAtStart {
    std::string_view label;
    std::size_t text = 0; ///< where the note's words start
};

/// The way back to the text, where notes come from a web page.
std::size_t arrow_at_end(std::string_view text) {
    for (const std::string_view arrow : {" ↩", " ↩\uFE0E", "↩", "↩\uFE0E"})
        if (text.ends_with(arrow)) return arrow.size();
    return 0;
}

/// "¹ Salter", or in smaller type "1 Salter", "1. Salter".
std::optional<LabelAtStart> label_at_start(const PdfLine& line, int body) {
    const std::string_view text = line.text;
    std::size_t end = 0;
    std::string_view label;
    if (text.starts_with(raised_begin)) {
        end = text.find(raised_end);
        if (end == std::string_view::npos) return std::nullopt;
        label = text.substr(1, end - 1);
        ++end;
    } else if (line.size * 100 < body * 94 || body == any_size) {
        end = std::min(text.find(' '), text.size());
        label = text.substr(0, end);
        if (label.ends_with('.') || label.ends_with(')')) label.remove_suffix(1);
    }
    if (!is_label(label) || end >= text.size()) return std::nullopt;
    return LabelAtStart{label, text.find_first_not_of(' ', end)};
}

} // namespace

std::vector<std::string_view> note_labels(std::string_view raised) {
    std::vector<std::string_view> labels;
    if (raised.size() > longest_mark) return labels;
    while (!raised.empty()) {
        const std::size_t end = std::min(raised.find_first_of(", "), raised.size());
        const std::string_view label = raised.substr(0, end);
        if (!label.empty() && !is_label(label)) return {};
        if (!label.empty()) labels.push_back(label);
        raised.remove_prefix(std::min(end + 1, raised.size()));
    }
    return labels;
}

PdfNotes::PdfNotes(std::vector<std::vector<PdfFlow>>& pages, int body) {
    Labels marks;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        const auto collect = [&](const PdfLine& line) {
            for_each_mark(line.text, [&](std::string_view label, std::size_t at) {
                if (at == 0) return;
                std::vector<std::size_t>& places = marks[std::string(label)];
                if (places.empty() || places.back() != page) places.push_back(page);
            });
        };
        for (const PdfFlow& flow : pages[page]) {
            for (const PdfLine& line : flow.lines) collect(line);
            for (const auto& row : flow.rows)
                for (const auto& cell : row)
                    for (const PdfLine& line : cell) collect(line);
        }
    }
    if (marks.empty()) return;
    for (std::size_t page = 0; page < pages.size(); ++page)
        for (PdfFlow& flow : pages[page])
            if (!flow.is_table()) take(flow, page, marks, body);
}

void PdfNotes::take(PdfFlow& flow, std::size_t page, const Labels& marks, int body) {
    if (flow.lines.size() > most_lines) return;
    if (!flow.lines.empty() && arrow_at_end(flow.lines.back().text) > 0) body = any_size;
    const auto starts_note = [&](const PdfLine& line) {
        const std::optional<LabelAtStart> start = label_at_start(line, body);
        const auto known = start ? marks.find(start->label) : marks.end();
        if (known == marks.end()) return false;
        // A mark of this page; a raised label also of an earlier one, for notes at the end.
        return std::ranges::binary_search(known->second, page) ||
               ((line.text.starts_with(raised_begin) || body == any_size) && known->second.front() < page);
    };
    auto first = std::ranges::find_if(flow.lines, starts_note);
    if (first == flow.lines.end()) return;
    // The area is set in one type: what is larger further down is no note, and then neither is this.
    const auto text_below = [&](const PdfLine& line) { return line.size * 100 > first->size * 108; };
    while (first != flow.lines.end() && std::any_of(first, flow.lines.end(), text_below))
        first = std::find_if(first + 1, flow.lines.end(), starts_note);
    if (first == flow.lines.end()) return;
    // Small type right above it goes on with a note of the page before.
    auto area = first;
    if (first->size * 100 < body * 94 && !notes_.empty() && notes_.back().page + 1 == page) {
        while (area != flow.lines.begin() && (area - 1)->size * 100 < body * 94 &&
               std::abs((area - 1)->size - first->size) * 20 < first->size &&
               area->base - (area - 1)->base < first->size * 3 / 2)
            --area;
        for (auto line = area; line != first; ++line) notes_.back().lines.push_back(std::move(*line));
    }
    for (auto line = first; line != flow.lines.end(); ++line) {
        if (starts_note(*line)) {
            const LabelAtStart start = *label_at_start(*line, body);
            PdfNote note{.page = page, .label = std::string(start.label), .name = {}, .lines = {}};
            std::vector<std::size_t>& same = by_label_[note.label];
            note.name = fmt::format("footnote {}", note.label);
            if (!same.empty()) note.name += fmt::format(" ({})", same.size() + 1);
            same.push_back(notes_.size());
            line->text.erase(0, start.text == std::string::npos ? line->text.size() : start.text);
            notes_.push_back(std::move(note));
        }
        line->text.resize(line->text.size() - arrow_at_end(line->text));
        notes_.back().lines.push_back(std::move(*line));
    }
    flow.lines.erase(area, flow.lines.end());
}

const PdfNote* PdfNotes::find(std::size_t page, std::string_view label) const {
    const auto known = by_label_.find(label);
    if (known == by_label_.end()) return nullptr;
    const auto page_of = [&](std::size_t note) { return notes_[note].page; };
    const auto note = std::ranges::lower_bound(known->second, page, {}, page_of);
    return &notes_[note != known->second.end() ? *note : known->second.back()];
}

} // namespace statlint
