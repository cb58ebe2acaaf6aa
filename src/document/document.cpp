#include "document/document.hpp"

#include <algorithm>

namespace statlint {

namespace {

bool same_bytes(const Piece& piece) {
    return piece.text.size() == piece.source.size();
}

std::uint32_t source_of_start(const Piece& piece, std::uint32_t at) {
    if (at <= piece.text.start || !same_bytes(piece)) return piece.source.start;
    return piece.source.start + (at - piece.text.start);
}

std::uint32_t source_of_end(const Piece& piece, std::uint32_t at) {
    if (at >= piece.text.end || !same_bytes(piece)) return piece.source.end;
    return piece.source.start + (at - piece.text.start);
}

} // namespace

SourceSpan Document::place_of(std::uint32_t at) const {
    const auto after =
        std::partition_point(pieces.begin(), pieces.end(), [&](const Piece& piece) { return piece.text.start < at; });
    // Behind the text before rather than in front of the text after it, which may be in the next block.
    const bool before = after != pieces.begin() && (after == pieces.end() || (after - 1)->text.end >= at);
    const std::uint32_t place = before ? source_of_end(*(after - 1), at) : after->source.start;
    return {place, place};
}

std::uint32_t Document::block_at(std::uint32_t at) const {
    const auto after =
        std::partition_point(blocks.begin(), blocks.end(), [&](const Block& block) { return block.text.start <= at; });
    return after == blocks.begin() ? no_block : static_cast<std::uint32_t>(after - blocks.begin() - 1);
}

std::string Document::location_of(std::uint32_t at) const {
    const std::uint32_t index = block_at(at);
    if (index == no_block || blocks[index].location.empty()) return {};
    std::string path;
    for (std::uint32_t above = blocks[index].heading; above != no_block; above = blocks[above].heading) {
        const std::string_view words = view(blocks[above].text);
        path.insert(0, std::string(words) + (path.empty() ? "" : " > "));
        if (path.size() > 200 || blocks[above].heading == above) break;
    }
    return path.empty() ? blocks[index].location : blocks[index].location + ", under \"" + path + "\"";
}

SourceSpan Document::to_source(TextSpan span) const {
    if (pieces.empty()) return {};
    if (span.empty()) return place_of(span.start);
    const auto first = std::partition_point(pieces.begin(), pieces.end(),
                                            [&](const Piece& piece) { return piece.text.end <= span.start; });
    if (first == pieces.end()) return {pieces.back().source.end, pieces.back().source.end};
    const std::uint32_t start = source_of_start(*first, span.start);
    // The last piece that starts before the span's end; it may stand before `first` if the span lies between pieces.
    const auto after =
        std::partition_point(first, pieces.end(), [&](const Piece& piece) { return piece.text.start < span.end; });
    if (after == first) return {start, start};
    const std::uint32_t end = source_of_end(*(after - 1), span.end);
    // A span over two blocks, of which the second is a note from further up: there is no stretch that holds just both.
    if (end < start) return {start, source_of_end(*first, span.end)};
    return {start, end};
}

void become_extracted(Document& document) {
    document.form = SourceForm::extracted;
    document.source = document.text;
    document.pieces.clear();
    const TextSpan whole{0, static_cast<std::uint32_t>(document.text.size())};
    if (!whole.empty()) document.pieces.push_back({whole, {whole.start, whole.end}});
    for (Reference& reference : document.references) reference.source = {reference.at.start, reference.at.end};
}

} // namespace statlint
