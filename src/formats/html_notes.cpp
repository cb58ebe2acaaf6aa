#include "formats/html_notes.hpp"

#include <algorithm>
#include <vector>

#include "formats/html_tokens.hpp"

namespace statlint {

namespace {

/// An element with an id, of which it is not yet known whether it holds a note's text.
struct Candidate {
    std::string_view id;
    HtmlTag tag = HtmlTag::other;
    std::uint32_t start = 0;
    std::uint32_t nested = 0; ///< elements of the same name that are open inside it
    bool words = false;
    bool headings = false; ///< then it is a section of the page, not a note
};

bool may_hold_note(HtmlTag tag) {
    return tag == HtmlTag::li || tag == HtmlTag::p || tag == HtmlTag::div || tag == HtmlTag::aside ||
           tag == HtmlTag::td || tag == HtmlTag::dd;
}

bool has_words(std::string_view text) {
    return !std::all_of(text.begin(), text.end(), is_html_space);
}

class NoteFinder {
  public:
    explicit NoteFinder(std::string_view source) : source_(source) {}

    void read(const HtmlToken& token) {
        switch (token.kind) {
        case HtmlToken::Kind::start_tag:
            start(token);
            break;
        case HtmlToken::Kind::end_tag:
            end(token.element->tag);
            break;
        case HtmlToken::Kind::text:
            if (!in_fragment_link_ && has_words(source_.substr(token.span.start, token.span.size()))) {
                host_start_ = no_host;
                if (!open_.empty()) open_.back().words = true;
            }
            break;
        default:
            break;
        }
    }

    HtmlNotes finish() && {
        while (!open_.empty()) close();
        return std::move(notes_);
    }

  private:
    static constexpr std::uint32_t no_host = 0xffffffff;

    void start(const HtmlToken& token) {
        const HtmlTag tag = token.element->tag;
        const bool attributes = token.attributes.size() > 3;
        const HtmlAttributes found = attributes ? read_attributes(token.attributes) : HtmlAttributes{};
        if (heading_level(tag) > 0 && !open_.empty()) open_.back().headings = true;
        if (tag == HtmlTag::a && found.href.size() > 1 && found.href[0] == '#') {
            in_fragment_link_ = true;
            links_.try_emplace(found.href.substr(1), token.span.start);
        }
        if (!open_.empty() && open_.back().tag == tag) {
            const bool closes_itself = tag != HtmlTag::div && tag != HtmlTag::aside;
            if (closes_itself)
                close();
            else
                ++open_.back().nested;
        }
        if (may_hold_note(tag)) {
            host_ = tag;
            host_start_ = token.span.start;
        }
        const std::string_view id = !found.id.empty() ? found.id : tag == HtmlTag::a ? found.name : std::string_view{};
        // `<p><a name="n1"></a>Text` names the paragraph, as long as nothing stands before the anchor.
        if (id.empty() || host_start_ == no_host || (!may_hold_note(tag) && token.element->block)) return;
        open_.push_back({id, host_, host_start_, 0, false, false});
    }

    void end(HtmlTag tag) {
        if (tag == HtmlTag::a) in_fragment_link_ = false;
        if (open_.empty() || open_.back().tag != tag) return;
        if (open_.back().nested > 0)
            --open_.back().nested;
        else
            close();
    }

    /// What the element holds, the one around it holds too.
    void close() {
        const Candidate done = open_.back();
        open_.pop_back();
        if (!open_.empty()) {
            open_.back().words |= done.words;
            open_.back().headings |= done.headings;
            // Two names for one paragraph end together.
            if (open_.back().start == done.start) close_twin(done);
        }
        judge(done);
    }

    void close_twin(const Candidate& inner) {
        while (!open_.empty() && open_.back().start == inner.start) {
            const Candidate twin = open_.back();
            open_.pop_back();
            judge(twin);
        }
    }

    void judge(const Candidate& done) {
        if (!done.words || done.headings) return;
        // A link from below is the way back from a note to its marker.
        const auto link = links_.find(done.id);
        if (link == links_.end() || link->second >= done.start) return;
        notes_.ids.insert(done.id);
        notes_.by_position.try_emplace(done.start, done.id);
    }

    std::string_view source_;
    HtmlNotes notes_;
    std::vector<Candidate> open_;
    std::unordered_map<std::string_view, std::uint32_t> links_; ///< fragment → the first link to it
    bool in_fragment_link_ = false;
    HtmlTag host_ = HtmlTag::other; ///< the block that was opened last
    std::uint32_t host_start_ = no_host;
};

/// Whether any link leads into the page itself. Pages have few "#".
bool has_fragment_link(std::string_view text) {
    for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
        std::string_view before = text.substr(0, at);
        if (before.ends_with('"') || before.ends_with('\'')) before.remove_suffix(1);
        if (before.ends_with("href=")) return true;
    }
    return false;
}

} // namespace

HtmlNotes find_html_notes(std::string_view source, SourceSpan range) {
    if (!has_fragment_link(source.substr(range.start, range.size()))) return {};
    HtmlTokenizer tokenizer(source, range);
    NoteFinder finder(source);
    for (HtmlToken token = tokenizer.next(); token.kind != HtmlToken::Kind::end; token = tokenizer.next()) {
        finder.read(token);
    }
    return std::move(finder).finish();
}

} // namespace statlint
