// The four ways to write a table in reStructuredText.
#include <algorithm>
#include <charconv>

#include "formats/rst_reader.hpp"

namespace statlint {

namespace {

constexpr std::uint32_t widest_table = 1000; ///< columns

/// Bytes of `line` up to a column, counted in code points.
std::uint32_t bytes_to(std::string_view line, std::size_t column) {
    std::size_t at = 0;
    for (; at < line.size(); ++at) {
        if ((static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80) continue;
        if (column-- == 0) break;
    }
    return static_cast<std::uint32_t>(at);
}

SourceSpan trimmed(std::string_view source, SourceSpan span) {
    while (!span.empty() && source[span.start] == ' ') ++span.start;
    while (!span.empty() && source[span.end - 1] == ' ') --span.end;
    return span;
}

bool is_simple_border(std::string_view line) {
    return line.starts_with('=') && line.find_first_not_of("= ") == std::string_view::npos;
}

} // namespace

void RstReader::begin_table() {
    table_ = builder_.begin_table();
    row_ = 0;
    table_first_ = row_first_ = builder_.block_count();
    header_rows_ = no_block;
}

void RstReader::end_table() {
    builder_.boundary();
    if (header_rows_ == no_block) builder_.end_row(table_first_, false);
    builder_.end_table();
}

void RstReader::cell(std::uint32_t column, const std::vector<SourceSpan>& lines) {
    Block cell;
    cell.kind = BlockKind::table_cell;
    cell.table = table_;
    cell.row = row_;
    cell.column = column;
    cell.header = row_ < header_rows_;
    builder_.boundary();
    for (const SourceSpan line : lines) {
        if (line.empty()) {
            builder_.boundary();
            continue;
        }
        builder_.set_next(cell);
        inlines_.read(line);
        builder_.space({});
    }
    builder_.boundary();
}

void RstReader::end_row() {
    builder_.end_row(row_first_);
    ++row_;
    row_first_ = builder_.block_count();
}

// ---- drawn tables

/// +-----+
/// | ... |
std::size_t RstReader::grid_table(std::size_t line) {
    begin_table();
    std::vector<std::size_t> borders; // columns, in code points
    const std::string_view top = view(line);
    for (std::size_t at = 0; at < top.size() && borders.size() < widest_table; ++at)
        if (top[at] == '+') borders.push_back(at);
    const std::size_t columns = borders.size() < 2 ? 0 : borders.size() - 1;
    std::vector<std::vector<SourceSpan>> cells(columns);
    const auto put_row = [&] {
        if (std::ranges::all_of(cells, [](const auto& cell) { return cell.empty(); })) return;
        for (std::uint32_t i = 0; i < columns; ++i) {
            cell(i, cells[i]);
            cells[i].clear();
        }
        end_row();
    };
    for (; !blank(line) && (view(line)[0] == '+' || view(line)[0] == '|'); ++line) {
        const std::string_view text = view(line);
        if (text.find_first_not_of("+-= ") == std::string_view::npos && text[0] == '+') {
            put_row();
            if (text.find('=') != std::string_view::npos && header_rows_ == no_block) header_rows_ = row_;
            continue;
        }
        // A border that a cell goes over is no border of it.
        std::uint32_t from = 0;
        for (std::size_t i = 0; i < columns; ++i) {
            const std::uint32_t to = bytes_to(text, borders[i + 1]);
            if (i + 1 < columns && (to >= text.size() || (text[to] != '|' && text[to] != '+'))) continue;
            const auto base = lines_[line].text.start;
            const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(to, text.size()));
            if (from + 1 <= end) {
                const SourceSpan part = trimmed(builder_.source(), {base + from + 1, base + end});
                const bool rule =
                    !part.empty() && builder_.slice(part).find_first_not_of("-=+") == std::string_view::npos;
                if (!rule && (!part.empty() || !cells[i].empty())) cells[i].push_back(part);
            }
            from = end;
        }
    }
    put_row();
    end_table();
    levels_.back().list_marker.clear();
    return line;
}

/// =====  =====
/// a      b
/// =====  =====
std::size_t RstReader::simple_table(std::size_t line) {
    std::vector<std::size_t> starts;
    const std::string_view top = view(line);
    for (std::size_t at = 0; at < top.size() && starts.size() < widest_table; ++at)
        if (top[at] == '=' && (at == 0 || top[at - 1] == ' ')) starts.push_back(at);
    std::size_t last = line + 1;
    std::size_t header_end = 0;
    for (; last < lines_.size(); ++last) {
        if (blank(last) && blank(last + 1)) break;
        if (blank(last) || !is_simple_border(view(last))) continue;
        if (blank(last + 1)) break;
        if (header_end == 0) header_end = last;
    }
    begin_table();
    const std::uint32_t indent = lines_[line].indent;
    std::vector<std::vector<SourceSpan>> cells(starts.size());
    const auto put_row = [&] {
        if (std::ranges::all_of(cells, [](const auto& cell) { return cell.empty(); })) return;
        for (std::uint32_t i = 0; i < cells.size(); ++i) {
            cell(i, cells[i]);
            cells[i].clear();
        }
        end_row();
    };
    for (std::size_t at = line + 1; at < last; ++at) {
        if (blank(at)) continue;
        const std::string_view text = view(at);
        if (at == header_end || (text[0] == '-' && text.find_first_not_of("- ") == std::string_view::npos)) {
            put_row();
            if (at == header_end) header_rows_ = row_;
            continue;
        }
        // Without text in its first column a line goes on with the row above.
        const std::size_t shift = lines_[at].indent - std::min(lines_[at].indent, indent);
        if (starts.size() < 2 || shift < starts[1]) put_row();
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const std::size_t from = starts[i] - std::min(starts[i], shift);
            const std::size_t to = i + 1 < starts.size() ? starts[i + 1] - std::min(starts[i + 1], shift) : text.size();
            const std::uint32_t base = lines_[at].text.start;
            const std::uint32_t begin = bytes_to(text, from), end = bytes_to(text, to);
            if (begin >= end) continue;
            const SourceSpan part = trimmed(builder_.source(), {base + begin, base + end});
            if (!part.empty()) cells[i].push_back(part);
        }
    }
    put_row();
    end_table();
    levels_.back().list_marker.clear();
    return std::min(last + 1, lines_.size());
}

// ---- tables as lists

std::size_t RstReader::list_table(std::size_t line) {
    const std::string_view headers = builder_.slice(option(line, "header-rows"));
    const std::size_t end = behind_block(line);
    line = drop_options(line);
    begin_table();
    header_rows_ = 0;
    std::from_chars(headers.data(), headers.data() + headers.size(), header_rows_);
    std::uint32_t row_indent = no_block, column = 0;
    std::vector<SourceSpan> lines;
    bool in_row = false;
    const auto put_cell = [&] {
        if (in_row) cell(column, lines);
        lines.clear();
    };
    for (; line < end; ++line) {
        if (blank(line)) {
            if (!lines.empty()) lines.push_back({});
            continue;
        }
        SourceSpan text = lines_[line].text;
        std::string_view words = view(line);
        row_indent = std::min(row_indent, lines_[line].indent);
        const bool row = lines_[line].indent == row_indent && words.starts_with('*');
        if (row) {
            put_cell();
            if (in_row) end_row();
            in_row = true;
            column = 0;
            text.start += static_cast<std::uint32_t>(std::min(words.find_first_not_of(" *"), words.size()));
            words = builder_.slice(text);
        }
        const bool starts_cell = words == "-" || words.starts_with("- ");
        if (starts_cell && (row || lines_[line].indent == row_indent + 2)) {
            if (!row) {
                put_cell();
                ++column;
            }
            text.start += static_cast<std::uint32_t>(std::min(words.find_first_not_of(" -"), words.size()));
        }
        if (!text.empty()) lines.push_back(text);
    }
    put_cell();
    if (in_row) end_row();
    end_table();
    return end;
}

std::size_t RstReader::csv_table(std::size_t line) {
    const SourceSpan header = option(line, "header");
    const std::size_t end = behind_block(line);
    line = drop_options(line);
    begin_table();
    header_rows_ = header.empty() ? 0 : 1;
    if (!header.empty()) csv_row(header);
    for (; line < end; ++line)
        if (!blank(line)) csv_row(lines_[line].text);
    end_table();
    return end;
}

void RstReader::csv_row(SourceSpan line) {
    const std::string_view source = builder_.source();
    std::uint32_t column = 0;
    for (std::uint32_t at = line.start; at < line.end && column < widest_table; ++column) {
        while (at < line.end && source[at] == ' ') ++at;
        const bool quoted = at < line.end && source[at] == '"';
        const std::string_view rest = source.substr(at, line.end - at);
        const std::size_t close = quoted ? rest.find('"', 1) : std::string_view::npos;
        SourceSpan field{at, line.end};
        std::size_t comma = rest.find(',', close == std::string_view::npos ? 0 : close);
        if (comma == std::string_view::npos) comma = rest.size();
        if (close != std::string_view::npos)
            field = {at + 1, at + static_cast<std::uint32_t>(close)};
        else
            field.end = at + static_cast<std::uint32_t>(comma);
        cell(column, {trimmed(source, field)});
        at += static_cast<std::uint32_t>(comma) + 1;
    }
    end_row();
}

} // namespace statlint
