#include "formats/paragraph_edit.hpp"

#include <algorithm>
#include <utility>

#include "document/split_blocks.hpp"
#include "text/common_ends.hpp"

namespace statlint {
namespace {

std::uint32_t narrow(std::size_t size) {
    return static_cast<std::uint32_t>(size);
}

/// Bytes of the old and the new source that changed, widened to the blank lines around them.
struct Region {
    std::uint32_t start = 0;
    std::uint32_t end = 0;     ///< in the old source
    std::uint32_t new_end = 0; ///< in the new one
};

std::optional<Region> changed_region(std::string_view old, std::string_view now) {
    const std::size_t start = common_start(old, now);
    const std::size_t same = common_end(old.substr(start), now.substr(start));
    const std::size_t blank = start == 0 ? std::string_view::npos : now.rfind("\n\n", start - 1);
    Region region;
    if (blank != std::string_view::npos && blank + 2 <= start)
        region.start = narrow(blank + 2);
    else if (blank != std::string_view::npos)
        return std::nullopt;
    std::size_t end = std::min(now.find("\n\n", now.size() - same), now.size());
    if (end == now.size() && now.ends_with('\n')) --end;
    if (end + same < now.size()) return std::nullopt; // the last line end is part of the change
    region.new_end = narrow(end);
    region.end = narrow(old.size() - (now.size() - end));
    if (region.start >= region.end || region.start >= region.new_end) return std::nullopt;
    return region;
}

/// The blocks and pieces that a region was read into, in a row.
struct Place {
    std::size_t first_piece = 0, last_piece = 0; ///< end exclusive
    std::uint32_t first_block = 0, last_block = 0;
};

bool is_plain(const Block& block) {
    return block.kind == BlockKind::paragraph && block.list == no_block && block.table == no_block &&
           block.lead_in == no_block && block.label.empty() && block.location.empty();
}

/// A table makes captions of the paragraphs beside it.
bool beside_table(const Document& document, const Place& place) {
    const auto in_table = [&](std::uint32_t block) {
        return block < document.blocks.size() &&
               (document.blocks[block].table != no_block || document.blocks[block].kind == BlockKind::caption);
    };
    return (place.first_block > 0 && in_table(place.first_block - 1)) || in_table(place.last_block);
}

std::optional<Place> place_of(const Document& document, const Region& region) {
    const std::vector<Piece>& pieces = document.pieces;
    const auto starts = [&](const Piece& piece) { return piece.source.start == region.start; };
    const auto first = std::ranges::find_if(pieces, starts);
    if (first == pieces.end()) return std::nullopt;
    auto last = first;
    while (last != pieces.end() && last->source.start >= region.start && last->source.end <= region.end) ++last;
    if (last == first || (last - 1)->source.end != region.end) return std::nullopt;
    Place place;
    place.first_piece = static_cast<std::size_t>(first - pieces.begin());
    place.last_piece = static_cast<std::size_t>(last - pieces.begin());
    place.first_block = document.block_at(first->text.start);
    const std::uint32_t end = (last - 1)->text.end;
    if (place.first_block == no_block || document.blocks[place.first_block].text.start != first->text.start)
        return std::nullopt;
    place.last_block = place.first_block;
    while (place.last_block < document.blocks.size() && document.blocks[place.last_block].text.start < end) {
        if (!is_plain(document.blocks[place.last_block])) return std::nullopt;
        ++place.last_block;
    }
    if (document.blocks[place.last_block - 1].text.end != end || beside_table(document, place)) return std::nullopt;
    return place;
}

/// Reads the region alone; nothing where it holds more, or less, than as many plain paragraphs as before.
std::optional<Document> read_region(std::string_view lines, std::uint32_t blocks, const Format& format) {
    Result<Document> read = format.read(std::string(lines));
    if (!read) return std::nullopt;
    split_long_blocks(*read);
    const bool plain = read->blocks.size() == blocks && std::ranges::all_of(read->blocks, is_plain) &&
                       read->references.empty() && read->comments.empty() && read->title.empty() &&
                       read->bibliographies.empty() && !read->pieces.empty() &&
                       read->blocks.back().text.end == read->text.size();
    if (!plain) return std::nullopt;
    return std::move(*read);
}

/// Moves what stands behind the change, modulo 2^32.
class Shift {
  public:
    Shift(std::uint32_t from, std::uint32_t by) : from_(from), by_(by) {}
    template <class Span> [[nodiscard]] Span operator()(Span span) const {
        return span.start >= from_ ? Span{span.start + by_, span.end + by_} : span;
    }

  private:
    std::uint32_t from_, by_;
};

} // namespace

std::optional<Document> edit_paragraph(const Document& before, std::string& source, const Format& format) {
    if (format.is_plain_paragraph == nullptr) return std::nullopt;
    const auto region = changed_region(before.source, source);
    if (!region) return std::nullopt;
    const std::string_view old_lines =
        std::string_view(before.source).substr(region->start, region->end - region->start);
    const std::string_view lines = std::string_view(source).substr(region->start, region->new_end - region->start);
    if (!format.is_plain_paragraph(old_lines) || !format.is_plain_paragraph(lines)) return std::nullopt;
    const auto place = place_of(before, *region);
    if (!place) return std::nullopt;
    const std::optional<Document> read = read_region(lines, place->last_block - place->first_block, format);
    if (!read) return std::nullopt;

    const std::uint32_t text_start = before.blocks[place->first_block].text.start;
    const std::uint32_t text_end = before.blocks[place->last_block - 1].text.end;
    const Shift in_text(text_end, narrow(read->text.size()) - (text_end - text_start));
    const Shift in_source(region->end, region->new_end - region->end);
    Document now;
    now.form = before.form;
    now.title = before.title;
    now.bibliographies = before.bibliographies;
    now.text.reserve(before.text.size() + read->text.size());
    now.text.append(before.text, 0, text_start).append(read->text).append(before.text, text_end);
    now.blocks = before.blocks;
    for (std::uint32_t i = 0; i < read->blocks.size(); ++i) {
        const TextSpan text = read->blocks[i].text;
        now.blocks[place->first_block + i].text = {text.start + text_start, text.end + text_start};
    }
    for (std::uint32_t i = place->last_block; i < now.blocks.size(); ++i)
        now.blocks[i].text = in_text(now.blocks[i].text);
    now.pieces.reserve(before.pieces.size() + read->pieces.size());
    const auto take_over = [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            now.pieces.push_back({in_text(before.pieces[i].text), in_source(before.pieces[i].source)});
    };
    take_over(0, place->first_piece);
    for (const Piece& piece : read->pieces)
        now.pieces.push_back({{piece.text.start + text_start, piece.text.end + text_start},
                              {piece.source.start + region->start, piece.source.end + region->start}});
    take_over(place->last_piece, before.pieces.size());
    now.references = before.references;
    for (Reference& reference : now.references) {
        reference.at = in_text(reference.at);
        reference.source = in_source(reference.source);
    }
    now.comments = before.comments;
    for (Comment& comment : now.comments) comment.span = in_source(comment.span);
    now.source = std::move(source);
    return now;
}

} // namespace statlint
