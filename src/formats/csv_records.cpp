#include "formats/csv_records.hpp"

#include <algorithm>
#include <array>

namespace statlint {

namespace {

SourceSpan span_of(std::size_t start, std::size_t end) {
    return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
}

} // namespace

CsvField CsvRecords::field() {
    const std::array<char, 3> ends{separator_, '\n', '\r'};
    const auto end_from = [&](std::size_t from) {
        return std::min(source_.find_first_of({ends.data(), ends.size()}, from), source_.size());
    };
    const std::size_t start = at_;
    if (source_[start] != '"') {
        at_ = end_from(start);
        return {span_of(start, at_)};
    }
    std::size_t close = source_.find('"', start + 1);
    while (close != std::string_view::npos && close + 1 < source_.size() && source_[close + 1] == '"')
        close = source_.find('"', close + 2);
    if (close == std::string_view::npos) {
        unclosed_ = static_cast<std::uint32_t>(start);
        at_ = source_.size();
        return {span_of(start + 1, at_), true};
    }
    at_ = end_from(close + 1);
    // `"12" men`: not quoted as a whole, so the marks are its own.
    if (source_.substr(close + 1, at_ - close - 1).find_first_not_of(" \t") != std::string_view::npos)
        return {span_of(start, at_)};
    return {span_of(start + 1, close), true};
}

bool CsvRecords::next(std::vector<CsvField>& fields) {
    fields.clear();
    if (at_ >= source_.size()) return false;
    const auto line_end = [&] { return at_ >= source_.size() || source_[at_] == '\n' || source_[at_] == '\r'; };
    if (!line_end()) {
        fields.push_back(line_end() ? CsvField{} : field());
        while (at_ < source_.size() && source_[at_] == separator_) {
            ++at_;
            fields.push_back(line_end() ? CsvField{span_of(at_, at_)} : field());
        }
    }
    if (source_.substr(at_).starts_with("\r\n")) ++at_;
    if (at_ < source_.size()) ++at_;
    return true;
}

char guess_separator(std::string_view source, std::size_t start) {
    constexpr std::size_t looked_at = 65536;
    constexpr int most_records = 30;
    char best = ',';
    std::pair<int, std::size_t> best_score{0, 0};
    std::vector<CsvField> fields;
    for (const char separator : {',', ';', '\t', '|'}) {
        CsvRecords records(source.substr(0, start + looked_at), start, separator);
        std::size_t columns = 0;
        int same = 0;
        for (int i = 0; i < most_records && records.next(fields); ++i) {
            if (fields.empty()) continue;
            if (columns == 0) columns = fields.size();
            if (fields.size() == columns) ++same;
        }
        if (columns < 2) continue;
        if (const std::pair score{same, columns}; score > best_score) {
            best_score = score;
            best = separator;
        }
    }
    return best;
}

} // namespace statlint
