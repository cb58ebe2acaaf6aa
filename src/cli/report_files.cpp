#include "cli/report_files.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace statlint {

namespace fs = std::filesystem;

namespace {

std::string names(std::span<const ReportFormat<CheckedDraft>> formats) {
    std::string list;
    for (const auto& format : formats) (list += list.empty() ? "" : ", ") += format.name;
    return list;
}

} // namespace

Result<WantedReport> wanted_report(std::string_view text, std::span<const ReportFormat<CheckedDraft>> formats) {
    const std::size_t equals = text.find('=');
    const std::string_view name = text.substr(0, equals == std::string_view::npos ? 0 : equals);
    for (const auto& format : formats)
        if (!name.empty() && format.name == name && equals + 1 < text.size())
            return WantedReport{&format, std::string(text.substr(equals + 1))};
    const std::string extension = fs::path(text).extension().string();
    for (const auto& format : formats)
        if (name.empty() && !extension.empty() && format.extension == extension)
            return WantedReport{&format, std::string(text)};
    return tl::unexpected(Error{
        .message = fmt::format("--output {}: write FORMAT=FILE; formats are {}", text, names(formats)), .path = {}});
}

Result<std::vector<WantedReport>> wanted_reports(const std::vector<std::string>& texts,
                                                 std::span<const ReportFormat<CheckedDraft>> formats) {
    std::vector<WantedReport> all;
    for (const std::string& text : texts) {
        auto wanted = wanted_report(text, formats);
        if (!wanted) return tl::unexpected(wanted.error());
        const auto same = [&](const WantedReport& other) {
            return fs::absolute(other.path).lexically_normal() == fs::absolute(wanted->path).lexically_normal();
        };
        if (std::ranges::any_of(all, same))
            return tl::unexpected(Error{.message = "two reports can't go to one file", .path = wanted->path});
        all.push_back(std::move(*wanted));
    }
    return all;
}

Result<void> ReportFiles::open(const std::vector<WantedReport>& wanted) {
    for (const WantedReport& one : wanted) {
        auto file = NewFile::create(one.path);
        if (!file) return tl::unexpected(file.error());
        auto& report = reports_.emplace_back(
            Report{one.format, std::move(*file), ReportStream({}, {}, false, [](std::string_view) {})});
        report.stream = ReportStream(one.format->head, one.format->separator, one.format->front != nullptr,
                                     [&report](std::string_view text) { report.file.write(text); });
    }
    return {};
}

std::vector<std::string> ReportFiles::render(const CheckedDraft& draft, const ReportOptions& options) const {
    std::vector<std::string> outputs(reports_.size());
    for (std::size_t i = 0; i < reports_.size(); ++i) reports_[i].format->draft(draft, options, outputs[i]);
    return outputs;
}

void ReportFiles::add(const std::vector<std::string>& outputs) {
    for (std::size_t i = 0; i < outputs.size() && i < reports_.size(); ++i) reports_[i].stream.add(outputs[i]);
}

std::vector<Error> ReportFiles::finish(const RunSummary& summary) {
    std::vector<Error> errors;
    for (Report& report : reports_) {
        ReportStream::Part front;
        if (report.format->front != nullptr)
            front = [&](const RunSummary& s, std::string& out) { report.format->front(s, options_, out); };
        report.stream.finish(
            front, [&](const RunSummary& s, std::string& out) { report.format->tail(s, options_, out); }, summary);
        if (auto kept = report.file.keep(); !kept) errors.push_back(kept.error());
    }
    return errors;
}

} // namespace statlint
