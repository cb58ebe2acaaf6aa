#include "document/joined_document.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace statlint {

namespace {

std::uint32_t narrow(std::size_t size) {
    return static_cast<std::uint32_t>(size);
}

/// The pieces of a piece: what it stands for may be in several forms in the source.
void add_through(const Piece& piece, std::uint32_t shift, const DecodedText& from, std::vector<Piece>& out) {
    const TextSpan text{piece.text.start + shift, piece.text.end + shift};
    if (piece.text.size() == piece.source.size())
        return from.add_pieces(piece.source.start, piece.source.end, text.start, out);
    const SourceSpan source = from.to_source(piece.source.start, piece.source.end);
    // Equal sizes would say that both are the same bytes.
    const std::uint32_t middle = text.size() == source.size() && text.size() > 1 ? text.start + 1 : text.end;
    out.push_back({{text.start, middle}, source});
    if (middle < text.end) out.push_back({{middle, text.end}, source});
}

} // namespace

void JoinedDocument::add(Document part, const DecodedText& from, std::string_view location, std::uint32_t heading) {
    for (Comment& comment : part.comments)
        add_comment(from.to_source(comment.span.start, comment.span.end), comment.text);
    if (part.blocks.empty()) return;
    ++parts_;
    if (!document_.blocks.empty()) document_.text.push_back('\n');
    const std::uint32_t shift = narrow(document_.text.size());
    const std::uint32_t first = narrow(document_.blocks.size());
    std::uint32_t lists = lists_;
    std::uint32_t tables = tables_;
    const auto move = [](std::uint32_t& number, std::uint32_t by, std::uint32_t* next = nullptr) {
        if (number == no_block) return;
        number += by;
        if (next != nullptr) *next = std::max(*next, number + 1);
    };
    // Notes of two parts may have the same name: those of the later part get another.
    std::set<std::string> clashing;
    const auto renamed = [&](const std::string& label) {
        return clashing.contains(label) ? fmt::format("{}:{}", parts_, label) : label;
    };
    for (const Block& block : part.blocks)
        if (labels_.contains(block.label)) clashing.insert(block.label);
    for (const Reference& reference : part.references)
        if (labels_.contains(reference.target)) clashing.insert(reference.target);
    for (Block& block : part.blocks) {
        block.text = {block.text.start + shift, block.text.end + shift};
        move(block.heading, first);
        if (block.heading == no_block) block.heading = heading;
        move(block.lead_in, first);
        move(block.list, lists_, &lists);
        move(block.table, tables_, &tables);
        if (!block.label.empty()) labels_.insert(block.label = renamed(block.label));
        block.location = location;
        document_.blocks.push_back(std::move(block));
    }
    lists_ = lists;
    tables_ = tables;
    document_.text += part.text;
    for (const Piece& piece : part.pieces) add_through(piece, shift, from, document_.pieces);
    for (Reference& reference : part.references) {
        reference.at = {reference.at.start + shift, reference.at.end + shift};
        reference.block += first;
        reference.source = from.to_source(reference.source.start, reference.source.end);
        reference.target = renamed(reference.target);
        document_.references.push_back(std::move(reference));
    }
    if (document_.title.empty()) document_.title = std::move(part.title);
}

void JoinedDocument::add(Block block, const DecodedText& text) {
    Document part;
    part.text = text.text;
    const TextSpan whole{0, narrow(text.text.size())};
    const std::string location = block.location;
    block.text = whole;
    part.blocks.push_back(std::move(block));
    part.pieces.push_back({whole, {whole.start, whole.end}});
    add(std::move(part), text, location);
}

Document JoinedDocument::finish() && {
    document_.form = SourceForm::encoded;
    std::ranges::stable_sort(document_.comments, {}, [](const Comment& comment) { return comment.span.start; });
    return std::move(document_);
}

} // namespace statlint
