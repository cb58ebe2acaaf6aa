#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace statlint {

/// A field of a table in text: what stands between its separators, or between its quotation marks.
struct CsvField {
    SourceSpan span;
    bool quoted = false; ///< "" in it stands for one mark
};

/// Cuts comma-separated values (RFC 4180, with any separator and line end) into records, one at a time.
class CsvRecords {
  public:
    CsvRecords(std::string_view source, std::size_t start, char separator)
        : source_(source), at_(start), separator_(separator) {}

    /// The fields of the next record; false at the end. An empty line is a record without fields.
    bool next(std::vector<CsvField>& fields);
    /// Where a quotation mark stands that nothing closes; found only when all is read.
    [[nodiscard]] std::optional<std::uint32_t> unclosed() const { return unclosed_; }

  private:
    [[nodiscard]] CsvField field();

    std::string_view source_;
    std::size_t at_;
    char separator_;
    std::optional<std::uint32_t> unclosed_;
};

/// The separator that cuts the first records into equally many fields.
[[nodiscard]] char guess_separator(std::string_view source, std::size_t start);

} // namespace statlint
