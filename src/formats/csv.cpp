// Comma- and tab-separated values: one table, whose first row heads its columns unless it has numbers itself.
#include <algorithm>

#include <fmt/format.h>

#include "document/builder.hpp"
#include "formats/csv_records.hpp"
#include "formats/data.hpp"
#include "formats/format.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::string_view white = " \t\r\n\f\v";

/// Words with the white space between them; doubled quotation marks of a quoted field are one.
void append_field(DocumentBuilder& builder, const CsvField& field) {
    const std::string_view source = builder.source();
    for (std::uint32_t at = field.span.start; at < field.span.end;) {
        const std::uint32_t start = at;
        if (white.find(source[at]) != std::string_view::npos) {
            while (at < field.span.end && white.find(source[at]) != std::string_view::npos) ++at;
            builder.space({start, at});
        } else if (field.quoted && source[at] == '"') {
            at = std::min(at + 2, field.span.end);
            builder.append("\"", {start, at});
        } else {
            while (at < field.span.end && white.find(source[at]) == std::string_view::npos &&
                   !(field.quoted && source[at] == '"'))
                ++at;
            builder.append({start, at});
        }
    }
}

bool starts_with_number(std::string_view text) {
    const std::size_t at = text.find_first_not_of(" \t\"(<>~+-$\xC2\xA3");
    return at != std::string_view::npos && text[at] >= '0' && text[at] <= '9';
}

Result<Document> read_table(std::string bytes, char separator) {
    if (const Result<void> checked = check_data(bytes); !checked) return tl::unexpected(checked.error());
    DocumentBuilder builder(std::move(bytes));
    const std::string_view source = builder.source();
    std::size_t start = text_start(source);
    // What Excel writes and reads, and other programs show as a row.
    if (source.substr(start).starts_with("sep=") && source.size() > start + 4) {
        separator = source[start + 4];
        start = std::min(source.find_first_of("\r\n", start), source.size());
    }
    CsvRecords records(source, start, separator == '\0' ? guess_separator(source, start) : separator);
    std::vector<CsvField> fields;
    Block cell;
    cell.kind = BlockKind::table_cell;
    cell.table = builder.begin_table();
    std::uint32_t record = 0;
    for (bool first = true; records.next(fields);) {
        ++record;
        const std::uint32_t before = builder.block_count();
        if (before > most_data_values) return tl::unexpected(too_many_values());
        cell.header = first && std::ranges::none_of(fields, [&](const CsvField& field) {
                          return starts_with_number(builder.slice(field.span));
                      });
        for (cell.column = 0; cell.column < fields.size(); ++cell.column) {
            cell.location = fmt::format("row {}, column {}", record, cell.column + 1);
            builder.boundary();
            builder.set_next(cell);
            append_field(builder, fields[cell.column]);
        }
        builder.end_row(before);
        if (fields.empty()) continue;
        ++cell.row;
        first = false;
    }
    builder.end_table();
    if (const auto at = records.unclosed())
        return tl::unexpected(error_at(source, *at, "a quotation mark that is never closed"));
    Document document = std::move(builder).finish();
    document.form = SourceForm::encoded;
    return document;
}

} // namespace

Result<Document> read_csv(std::string bytes) {
    return read_table(std::move(bytes), '\0');
}

Result<Document> read_tsv(std::string bytes) {
    return read_table(std::move(bytes), '\t');
}

} // namespace statlint
