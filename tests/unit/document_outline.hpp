#pragma once
#include <span>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "document/document.hpp"
#include "document/dump.hpp"
#include "text/error.hpp"

namespace statlint {

/// A document as a table test can hold it: a line a block, "kind: text", with what hangs it together where there is
/// any.
inline std::string outline(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks) {
        out += name_of(block.kind);
        if (block.level > 0) out += fmt::format("{}", block.level);
        if (block.list != no_block) out += fmt::format(" list={}", block.list);
        if (block.lead_in != no_block) out += fmt::format(" lead_in={}", block.lead_in);
        if (block.table != no_block) out += fmt::format(" table={}", block.table);
        if (block.kind == BlockKind::table_cell) out += fmt::format(" {},{}", block.row, block.column);
        if (block.header) out += " header";
        if (!block.label.empty()) out += " #" + block.label;
        out += fmt::format(": {}\n", document.view(block.text));
    }
    return out;
}

/// "target@text before the marker" of notes, "target=words" of links; a line each.
inline std::string reference_outline(const Document& document) {
    std::string out;
    for (const Reference& reference : document.references) {
        if (reference.at.empty()) {
            const Block& block = document.blocks[reference.block];
            const std::string_view before = document.view(TextSpan{block.text.start, reference.at.start});
            out += fmt::format("{}@{}\n", reference.target, before);
        } else {
            out += fmt::format("{}={}\n", reference.target, document.view(reference.at));
        }
    }
    return out;
}

/// What must hold for any document: blocks tile the text, pieces are sane, and every run of whole words leads back to
/// the source at its first and last byte.
inline void check_document(const Document& document) {
    std::uint32_t end = 0;
    for (const Block& block : document.blocks) {
        CHECK(block.text.start == end + (&block == document.blocks.data() ? 0 : 1));
        CHECK(block.text.start <= block.text.end);
        end = block.text.end;
        CHECK(document.view(block.text).find('\n') == std::string_view::npos);
    }
    CHECK(end == document.text.size());
    std::uint32_t last = 0;
    for (const Piece& piece : document.pieces) {
        CHECK(piece.text.start >= last);
        CHECK(piece.text.end > piece.text.start);
        CHECK(piece.source.end >= piece.source.start);
        CHECK(piece.source.end <= document.source.size());
        last = piece.text.end;
        if (piece.text.size() != piece.source.size()) continue;
        for (std::uint32_t i = 0; i < piece.text.size(); ++i) {
            const char text = document.text[piece.text.start + i];
            const char source = document.source[piece.source.start + i];
            const bool same = text == source || (text == ' ' && (source == '\n' || source == '\r' || source == '\t'));
            if (!same) CHECK_MESSAGE(same, "piece ", document.view(piece.text), " from ", document.view(piece.source));
        }
    }
    for (const Block& block : document.blocks) {
        std::vector<TextSpan> words;
        for (std::uint32_t at = block.text.start; at < block.text.end;) {
            std::uint32_t stop = at;
            while (stop < block.text.end && document.text[stop] != ' ') ++stop;
            if (stop > at) words.push_back({at, stop});
            at = stop + 1;
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            const SourceSpan first = document.to_source(words[i]);
            CHECK_MESSAGE(first.size() >= 1, "no source for ", document.view(words[i]));
            for (std::size_t j = i; j < words.size() && j < i + 5; ++j) {
                const SourceSpan whole = document.to_source(words[i].cover(words[j]));
                CHECK(whole.start == first.start);
                CHECK(whole.end == document.to_source(words[j]).end);
            }
        }
    }
}

/// The source of the first occurrence of `words` in the text.
inline std::string source_of(const Document& document, std::string_view words) {
    const std::size_t at = document.text.find(words);
    REQUIRE(at != std::string::npos);
    const auto start = static_cast<std::uint32_t>(at);
    return std::string(document.view(document.to_source({start, start + static_cast<std::uint32_t>(words.size())})));
}

/// Reads a source that is fine with a format's reader, and checks what must hold for any document.
inline Document read_checked(Result<Document> (*read)(std::string), std::string source) {
    Result<Document> document = read(std::move(source));
    REQUIRE(document.has_value());
    check_document(*document);
    return *std::move(document);
}

/// A source and the outline of what is read from it.
struct OutlineRow {
    std::string_view what;
    std::string_view source;
    std::string_view want;
};
inline void check_outlines(std::span<const OutlineRow> rows, Document (*read)(std::string)) {
    for (const OutlineRow& row : rows) {
        CAPTURE(row.what);
        CHECK(outline(read(std::string(row.source))) == row.want);
    }
}

} // namespace statlint
