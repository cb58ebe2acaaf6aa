#include "document/builder.hpp"

#include <algorithm>

namespace statlint {

namespace {

std::uint32_t narrow(std::size_t size) {
    return static_cast<std::uint32_t>(size);
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        if (!text.starts_with(word)) return false;
        const char after = text.size() > word.size() ? text[word.size()] : ' ';
        return (after < 'a' || after > 'z') && (after < 'A' || after > 'Z');
    });
}

constexpr std::size_t longest_caption = 600;

} // namespace

DocumentBuilder::DocumentBuilder(std::string source) {
    document_.source = std::move(source);
    main_.text.reserve(document_.source.size() + 1);
    headings_.fill(no_block);
}

// ---- blocks

std::uint32_t DocumentBuilder::latest_block() const {
    if (open_ != no_block) return open_;
    return document_.blocks.empty() ? no_block : narrow(document_.blocks.size() - 1);
}

std::uint32_t DocumentBuilder::start_block(Block block) {
    if (!document_.blocks.empty()) main_.text.push_back('\n');
    const std::uint32_t index = narrow(document_.blocks.size());
    block.text = {narrow(main_.text.size()), narrow(main_.text.size())};
    const bool heading = block.kind == BlockKind::heading;
    const std::size_t below = heading ? std::clamp<std::size_t>(block.level, 1, 6) : headings_.size();
    for (std::size_t level = below; level-- > 1;) {
        if (headings_[level] == no_block) continue;
        block.heading = headings_[level];
        break;
    }
    if (heading) {
        std::fill(headings_.begin() + static_cast<std::ptrdiff_t>(below), headings_.end(), no_block);
        headings_[below] = index;
    }
    document_.blocks.push_back(std::move(block));
    return index;
}

void DocumentBuilder::open_block() {
    if (open_ != no_block) return;
    open_ = start_block(next_);
    main_.block_start = document_.blocks[open_].text.start;
    main_.gap_pending = false;
}

void DocumentBuilder::boundary() {
    while (aside_depth_ > 0) end_aside();
    end_link();
    main_.gap_pending = false;
    if (open_ != no_block) {
        Block& block = document_.blocks[open_];
        trim_block(block);
        const bool paragraph = block.kind == BlockKind::paragraph || block.kind == BlockKind::quote;
        if (paragraph) mark_caption(open_);
        lead_in_candidate_ = paragraph ? open_ : no_block;
        if (block.kind != BlockKind::table_cell) table_before_ = no_block;
        open_ = no_block;
    }
    if (waiting_.empty()) return;
    std::vector<Aside> waiting;
    waiting.swap(waiting_);
    for (Aside& aside : waiting) write_aside(aside);
}

/// White space before a marker that has been left out is no end of a block.
void DocumentBuilder::trim_block(Block& block) {
    std::string& text = main_.text;
    while (text.size() > block.text.start && text.back() == ' ') {
        text.pop_back();
        Piece& last = main_.pieces.back();
        if (--last.text.end == last.text.start)
            main_.pieces.pop_back();
        else
            --last.source.end;
    }
    block.text.end = narrow(text.size());
    std::vector<Reference>& all = document_.references;
    for (auto i = all.rbegin(); i != all.rend() && i->block == open_; ++i) {
        i->at = {std::min(i->at.start, block.text.end), std::min(i->at.end, block.text.end)};
    }
}

void DocumentBuilder::mark_caption(std::uint32_t index) {
    Block& block = document_.blocks[index];
    if (table_before_ == no_block || block.text.size() > longest_caption) return;
    const std::string_view text = std::string_view(main_.text).substr(block.text.start);
    if (!starts_with_any(text, {"Source", "Sources", "Note", "Notes", ":"})) return;
    block.kind = BlockKind::caption;
    block.table = table_before_;
}

DocumentBuilder::NewList DocumentBuilder::begin_list() {
    boundary();
    return {lists_++, lead_in_candidate_};
}

DocumentBuilder::NewList DocumentBuilder::begin_list(bool in_item, std::uint32_t item_first, std::uint32_t lead_in) {
    NewList list = begin_list();
    if (in_item) list.lead_in = block_count() > item_first ? item_first : lead_in;
    return list;
}

std::uint32_t DocumentBuilder::begin_table() {
    boundary();
    const std::uint32_t number = tables_++;
    if (lead_in_candidate_ != no_block) {
        Block& before = document_.blocks[lead_in_candidate_];
        const std::string_view text = std::string_view(main_.text).substr(before.text.start, before.text.size());
        if (text.size() <= longest_caption && starts_with_any(text, {"Table", "Tab"})) {
            before.kind = BlockKind::caption;
            before.table = number;
        }
    }
    interrupt();
    return number;
}

void DocumentBuilder::end_table() {
    boundary();
    interrupt();
    table_before_ = tables_ - 1;
}

void DocumentBuilder::end_row(std::uint32_t first, bool may_be_header) {
    boundary();
    const auto begin = document_.blocks.begin() + std::min<std::ptrdiff_t>(first, std::ssize(document_.blocks));
    const auto plain_cell = [](const Block& block) { return block.kind == BlockKind::table_cell && !block.header; };
    if (may_be_header && std::none_of(begin, document_.blocks.end(), plain_cell)) return;
    for (auto block = begin; block != document_.blocks.end(); ++block) block->header = false;
}

// ---- text

void DocumentBuilder::add_piece(TextSpan text, SourceSpan span) {
    std::vector<Piece>& pieces = stream_->pieces;
    if (!pieces.empty() && text.size() == span.size()) {
        Piece& last = pieces.back();
        const bool adjacent = last.text.end == text.start && last.source.end == span.start;
        if (adjacent && last.text.size() == last.source.size()) {
            last.text.end = text.end;
            last.source.end = span.end;
            return;
        }
    }
    pieces.push_back({text, span});
}

void DocumentBuilder::flush_gap(std::uint32_t source_start) {
    Stream& stream = *stream_;
    if (!stream.gap_pending) return;
    stream.gap_pending = false;
    const std::uint32_t at = narrow(stream.text.size());
    if (at == stream.block_start || stream.text.back() == ' ') return;
    // An empty gap is a soft break whose place is not known: it lies between its neighbours.
    if (stream.gap.empty() && !stream.pieces.empty()) {
        stream.gap = {std::min(stream.pieces.back().source.end, source_start), source_start};
    }
    stream.text.push_back(' ');
    add_piece({at, at + 1}, stream.gap);
}

/// Where more white space would be too much: at the start of a block and behind a space.
bool DocumentBuilder::after_space() const {
    if (!in_aside() && open_ == no_block) return true;
    return stream_->text.size() == stream_->block_start || stream_->text.back() == ' ';
}

void DocumentBuilder::append(SourceSpan span, bool newlines) {
    if (!span.empty() && document_.source[span.start] == ' ') {
        stream_->gap_pending = false;
        if (after_space()) {
            while (!span.empty() && document_.source[span.start] == ' ') ++span.start;
        }
    }
    if (span.empty()) return;
    if (!in_aside()) open_block();
    flush_gap(span.start);
    std::string& text = stream_->text;
    const std::uint32_t at = narrow(text.size());
    text.append(document_.source, span.start, span.size());
    if (newlines) {
        // Every letter is written again: so the compiler takes many at once.
        std::transform(text.begin() + at, text.end(), text.begin() + at,
                       [](char c) { return c == '\n' || c == '\r' ? ' ' : c; });
    }
    add_piece({at, at + span.size()}, span);
}

void DocumentBuilder::append(std::string_view text, SourceSpan span) {
    if (text.empty()) return;
    if (!in_aside()) open_block();
    flush_gap(span.start);
    const std::uint32_t at = narrow(stream_->text.size());
    stream_->text.append(text);
    const std::uint32_t end = at + narrow(text.size());
    // Never joined with what stands beside it: as a whole it stands for a whole. If both happen to have the same size
    // ("&#0" and U+FFFD), two pieces say that they are not the same bytes.
    const std::uint32_t middle = end - at == span.size() ? at + 1 : end;
    stream_->pieces.push_back({{at, middle}, span});
    if (middle < end) stream_->pieces.push_back({{middle, end}, span});
}

void DocumentBuilder::space(SourceSpan span) {
    Stream& stream = *stream_;
    if (!in_aside() && open_ == no_block) return;
    if (!stream.gap_pending) {
        stream.gap_pending = true;
        stream.gap = span;
    } else if (!span.empty()) {
        stream.gap = stream.gap.empty() ? span : stream.gap.cover(span);
    }
}

// ---- asides

void DocumentBuilder::begin_aside(Block block) {
    if (aside_depth_++ > 0) return; // a picture in a note: its words go to the note
    aside_ = Aside{};
    aside_.block = std::move(block);
    stream_ = &aside_.stream;
}

void DocumentBuilder::end_aside() {
    if (aside_depth_ == 0 || --aside_depth_ > 0) return;
    end_link();
    stream_ = &main_;
    if (!aside_.stream.text.empty()) waiting_.push_back(std::move(aside_));
}

void DocumentBuilder::write_aside(Aside& aside) {
    const std::uint32_t candidate = lead_in_candidate_;
    const std::uint32_t index = start_block(std::move(aside.block));
    const std::uint32_t shift = document_.blocks[index].text.start;
    main_.text.append(aside.stream.text);
    document_.blocks[index].text.end = narrow(main_.text.size());
    for (const Piece& piece : aside.stream.pieces) {
        main_.pieces.push_back({{piece.text.start + shift, piece.text.end + shift}, piece.source});
    }
    for (Reference& reference : aside.references) {
        reference.at = {reference.at.start + shift, reference.at.end + shift};
        reference.block = index;
        document_.references.push_back(std::move(reference));
    }
    lead_in_candidate_ = candidate;
}

// ---- around the text

std::vector<Reference>& DocumentBuilder::references() {
    return in_aside() ? aside_.references : document_.references;
}

void DocumentBuilder::add_note_reference(std::string target, SourceSpan marker) {
    if (!in_aside()) open_block();
    const std::uint32_t at = narrow(stream_->text.size());
    references().push_back({Reference::Kind::footnote, {at, at}, open_, std::move(target), marker});
}

void DocumentBuilder::begin_link(std::string target, Reference::Kind kind) {
    if (link_ && link_in_aside_ != in_aside()) return; // a link around a picture: that one counts
    end_link();
    const std::uint32_t at = narrow(stream_->text.size());
    link_ = Reference{kind, {at, at}, no_block, std::move(target), {}};
    link_in_aside_ = in_aside();
}

void DocumentBuilder::end_link() {
    if (!link_ || link_in_aside_ != in_aside()) return;
    const std::string& text = stream_->text;
    link_->at.end = narrow(text.size());
    link_->block = open_;
    // The block, or the white space before the link, may have been written since the link began.
    link_->at.start = std::max(link_->at.start, stream_->block_start);
    if (!link_->at.empty() && text[link_->at.start] == ' ') ++link_->at.start;
    if (!link_->at.empty() && (in_aside() || open_ != no_block)) references().push_back(*std::move(link_));
    link_.reset();
}

void DocumentBuilder::add_comment(SourceSpan span, std::string_view text) {
    document_.comments.push_back({span, std::string(text)});
}

Document DocumentBuilder::finish() && {
    boundary();
    // A link is known at its end, after the notes inside it.
    std::stable_sort(document_.references.begin(), document_.references.end(),
                     [](const Reference& a, const Reference& b) { return a.at.start < b.at.start; });
    document_.text = std::move(main_.text);
    document_.pieces = std::move(main_.pieces);
    for (Reference& reference : document_.references) {
        if (reference.source.empty()) reference.source = document_.to_source(reference.at);
    }
    return std::move(document_);
}

Document DocumentBuilder::finish_extracted() && {
    Document document = std::move(*this).finish();
    become_extracted(document);
    return document;
}

} // namespace statlint
