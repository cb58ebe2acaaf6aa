// What format bytes are, where no name tells.
#include <algorithm>
#include <array>
#include <string>

#include "formats/format.hpp"
#include "formats/zip_archive.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace statlint {

namespace {

constexpr std::size_t looked_at = 4096;

std::string lower_start(std::string_view bytes) {
    return lower_case(bytes.substr(0, looked_at));
}

std::string_view without_space(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    return start == std::string_view::npos ? std::string_view{} : text.substr(start);
}

std::string_view zip_kind(std::string_view bytes) {
    auto archive = ZipArchive::open(bytes);
    if (!archive) return {};
    if (archive->has("word/document.xml")) return "docx";
    if (archive->has("ppt/presentation.xml")) return "pptx";
    const auto type = archive->has("mimetype") ? archive->read("mimetype") : Result<std::string>();
    if (!type) return {};
    if (type->starts_with("application/vnd.oasis.opendocument.text")) return "odt";
    if (type->starts_with("application/vnd.oasis.opendocument.presentation")) return "odp";
    return {};
}

/// Leaves out what may stand before the first tag: an XML declaration, comments.
std::string_view html_kind(std::string_view start) {
    while (start.starts_with("<?xml") || start.starts_with("<!--")) {
        const std::string_view close = start.starts_with("<!--") ? "-->" : "?>";
        const std::size_t end = start.find(close);
        if (end == std::string_view::npos) return {};
        start = without_space(start.substr(end + close.size()));
    }
    for (const std::string_view mark : {"<!doctype html", "<html", "<head", "<body"})
        if (start.starts_with(mark)) return "html";
    return {};
}

/// Two headers of those that mails begin with.
bool is_mail(std::string_view start) {
    constexpr std::array<std::string_view, 12> names{
        "from:",         "to:",          "subject:",      "date:",     "mime-version:", "message-id:",
        "content-type:", "return-path:", "delivered-to:", "reply-to:", "x-unsent:",     "received:"};
    int found = 0;
    while (!start.empty()) {
        const std::string_view line = start.substr(0, start.find_first_of("\r\n"));
        const bool continued = line.starts_with(' ') || line.starts_with('\t');
        if (line.empty() || (!continued && line.find(':') == std::string_view::npos)) break;
        found += std::ranges::any_of(names, [&](std::string_view name) { return line.starts_with(name); }) ? 1 : 0;
        start.remove_prefix(line.size());
        start.remove_prefix(start.starts_with("\r\n") ? 2 : start.empty() ? 0 : 1);
    }
    return found >= 2;
}

/// "1", and below it the times of a cue.
bool is_captions(std::string_view start) {
    if (start.starts_with("webvtt")) return true;
    const std::size_t arrow = start.substr(0, 40).find(" --> ");
    return arrow != std::string_view::npos &&
           start.substr(0, arrow).find_first_not_of("0123456789:,.\r\n ") == std::string_view::npos;
}

std::string_view text_kind(std::string_view bytes) {
    bytes.remove_prefix(text_start(bytes));
    const std::string lowered = lower_start(bytes);
    const std::string_view start = without_space(lowered);
    if (const std::string_view kind = html_kind(start); !kind.empty()) return kind;
    if (is_captions(start)) return "captions";
    if (is_mail(lowered)) return "mail";
    if (start.starts_with("\\documentclass") || start.starts_with("\\input") ||
        (start.starts_with('%') && start.find("\n\\documentclass") != std::string_view::npos))
        return "latex";
    if (start.starts_with("{\"") || start.starts_with("{\n") || start.starts_with("[{") || start.starts_with("[\""))
        return "json";
    if (start.starts_with("#+title:") || start.starts_with("#+author:")) return "org";
    return {};
}

} // namespace

const Format* format_by_content(std::string_view bytes) {
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return format_by_name("pdf");
    return format_by_name(bytes.starts_with("PK") ? zip_kind(bytes) : text_kind(bytes));
}

} // namespace statlint
