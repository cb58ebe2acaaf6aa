#include "document/decoded_text.hpp"

#include <algorithm>

namespace statlint {

namespace {

std::uint32_t narrow(std::size_t size) {
    return static_cast<std::uint32_t>(size);
}

void add_piece(std::vector<Piece>& pieces, Piece piece) {
    if (!pieces.empty() && piece.text.size() == piece.source.size()) {
        Piece& last = pieces.back();
        if (last.text.size() == last.source.size() && last.text.end == piece.text.start &&
            last.source.end == piece.source.start) {
            last.text.end = piece.text.end;
            last.source.end = piece.source.end;
            return;
        }
    }
    pieces.push_back(piece);
}

} // namespace

void DecodedText::append(std::string_view source, SourceSpan span) {
    if (span.empty()) return;
    const std::uint32_t at = narrow(text.size());
    text.append(source.substr(span.start, span.size()));
    add_piece(pieces, {{at, at + span.size()}, span});
}

void DecodedText::append(std::string_view words, std::string_view source, SourceSpan span) {
    if (words.empty()) return;
    if (source.substr(span.start, span.size()) == words) return append(source, span);
    const std::uint32_t at = narrow(text.size());
    const std::uint32_t end = at + narrow(words.size());
    text.append(words);
    // Pieces of equal size say that both are the same bytes.
    const std::uint32_t middle = words.size() == span.size() ? at + 1 : end;
    pieces.push_back({{at, middle}, span});
    if (middle < end) pieces.push_back({{middle, end}, span});
}

void DecodedText::append(const DecodedText& other, std::size_t start, std::size_t end) {
    if (end <= start) return;
    const std::uint32_t at = narrow(text.size());
    text.append(other.text, start, end - start);
    other.add_pieces(narrow(start), narrow(end), at, pieces);
}

void DecodedText::add_pieces(std::uint32_t start, std::uint32_t end, std::uint32_t at, std::vector<Piece>& out) const {
    auto piece =
        std::partition_point(pieces.begin(), pieces.end(), [&](const Piece& p) { return p.text.end <= start; });
    for (; piece != pieces.end() && piece->text.start < end; ++piece) {
        const TextSpan part{std::max(piece->text.start, start), std::min(piece->text.end, end)};
        const TextSpan moved{part.start - start + at, part.end - start + at};
        if (piece->text.size() != piece->source.size())
            out.push_back({moved, piece->source});
        else
            add_piece(out, {moved,
                            {piece->source.start + (part.start - piece->text.start),
                             piece->source.start + (part.end - piece->text.start)}});
    }
}

SourceSpan DecodedText::to_source(std::uint32_t start, std::uint32_t end) const {
    std::vector<Piece> found;
    add_pieces(start, std::max(end, start + 1), 0, found);
    if (found.empty()) {
        const std::uint32_t last = pieces.empty() ? 0 : pieces.back().source.end;
        return {last, last};
    }
    if (end <= start) return {found.front().source.start, found.front().source.start};
    return {found.front().source.start, found.back().source.end};
}

} // namespace statlint
