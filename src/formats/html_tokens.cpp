#include "formats/html_tokens.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace statlint {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower_case(x) == lower_case(y); });
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size() && is_html_space(text[at])) ++at;
    return at;
}

/// One attribute at `at`, which is moved behind it.
struct Attribute {
    std::string_view name;
    std::string_view value;
};

Attribute read_attribute(std::string_view text, std::size_t& at) {
    const auto ends_name = [](char c) { return is_html_space(c) || c == '=' || c == '/' || c == '>'; };
    Attribute attribute;
    const std::size_t name = at;
    if (at < text.size()) ++at; // an "=" at the start belongs to the name
    while (at < text.size() && !ends_name(text[at])) ++at;
    attribute.name = text.substr(name, at - name);
    const std::size_t sign = skip_space(text, at);
    if (sign >= text.size() || text[sign] != '=') return attribute;
    at = skip_space(text, sign + 1);
    if (at >= text.size()) return attribute;
    if (text[at] == '"' || text[at] == '\'') {
        const std::size_t close = std::min(text.find(text[at], at + 1), text.size());
        attribute.value = text.substr(at + 1, close - at - 1);
        at = std::min(close + 1, text.size());
    } else {
        const std::size_t value = at;
        while (at < text.size() && !is_html_space(text[at]) && text[at] != '>') ++at;
        attribute.value = text.substr(value, at - value);
    }
    return attribute;
}

bool hides(std::string_view style) {
    std::string_view rest = style;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        const std::string_view part = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t colon = part.find(':');
        if (colon == npos) continue;
        const auto trim = [](std::string_view text) {
            while (!text.empty() && is_html_space(text.front())) text.remove_prefix(1);
            while (!text.empty() && is_html_space(text.back())) text.remove_suffix(1);
            return text;
        };
        const std::string_view value = trim(part.substr(colon + 1)).substr(0, 4);
        if (equal_ignoring_case(trim(part.substr(0, colon)), "display") && equal_ignoring_case(value, "none"))
            return true;
    }
    return false;
}

/// What mail programs put around earlier mails and signatures.
bool is_of_other_mail(std::string_view classes) {
    for (const std::string_view name :
         {"gmail_quote", "gmail_attr", "gmail_signature", "moz-cite-prefix", "moz-signature", "yahoo_quoted"})
        if (classes.find(name) != std::string_view::npos) return true;
    return false;
}

} // namespace

HtmlAttributes read_attributes(std::string_view text) {
    HtmlAttributes found;
    const auto keep = [](std::string_view& slot, std::string_view value) {
        if (slot.empty()) slot = value;
    };
    for (std::size_t at = 0;;) {
        while (at < text.size() && (is_html_space(text[at]) || text[at] == '/')) ++at;
        if (at >= text.size()) return found;
        const auto [name, value] = read_attribute(text, at);
        if (equal_ignoring_case(name, "id"))
            keep(found.id, value);
        else if (equal_ignoring_case(name, "name"))
            keep(found.name, value);
        else if (equal_ignoring_case(name, "href"))
            keep(found.href, value);
        else if (equal_ignoring_case(name, "alt"))
            keep(found.alt, value);
        else if (equal_ignoring_case(name, "colspan"))
            keep(found.colspan, value);
        else if (equal_ignoring_case(name, "rowspan"))
            keep(found.rowspan, value);
        else if (equal_ignoring_case(name, "class"))
            found.hidden |= is_of_other_mail(value);
        else if (equal_ignoring_case(name, "type"))
            found.hidden |= equal_ignoring_case(value, "cite");
        else if (equal_ignoring_case(name, "hidden"))
            found.hidden = true;
        else if (equal_ignoring_case(name, "aria-hidden"))
            found.hidden |= equal_ignoring_case(value, "true");
        else if (equal_ignoring_case(name, "style"))
            found.hidden |= hides(value);
    }
}

HtmlToken HtmlTokenizer::token(HtmlToken::Kind kind, std::size_t end) {
    HtmlToken out;
    out.kind = kind;
    out.span = {static_cast<std::uint32_t>(position_), static_cast<std::uint32_t>(end)};
    position_ = end;
    return out;
}

bool HtmlTokenizer::markup_at(std::size_t at) const {
    if (at >= text_from_ || at + 1 >= source_.size()) return false;
    const char next = source_[at + 1];
    return is_letter(next) || next == '!' || next == '?' || (next == '/' && at + 2 < source_.size());
}

HtmlToken HtmlTokenizer::next() {
    if (position_ >= source_.size()) return token(HtmlToken::Kind::end, source_.size());
    if (!raw_.empty()) return raw_text();
    if (source_[position_] == '<' && markup_at(position_)) {
        const std::string_view rest = source_.substr(position_);
        if (rest.starts_with("<!--")) {
            // "<!-->" is a whole comment for browsers.
            const std::size_t close = rest.starts_with("<!-->") ? position_ + 2 : source_.find("-->", position_ + 4);
            return token(HtmlToken::Kind::comment, close == npos ? source_.size() : close + 3);
        }
        const char after = rest[1] == '/' ? rest[2] : rest[1];
        if (is_letter(after)) return tag();
        const std::size_t close = source_.find('>', position_);
        if (close != npos) return token(HtmlToken::Kind::skipped, close + 1); // doctype, "<?xml", "</ >"
        text_from_ = position_;
    }
    std::size_t end = source_.find('<', position_ + 1);
    while (end != npos && !markup_at(end)) end = end >= text_from_ ? npos : source_.find('<', end + 1);
    return token(HtmlToken::Kind::text, std::min(end, source_.size()));
}

std::size_t HtmlTokenizer::tag_end(std::size_t from) const {
    // The common case first: no quotes before the ">".
    std::size_t close = from;
    while (close < source_.size() && source_[close] != '>' && source_[close] != '"' && source_[close] != '\'') ++close;
    if (close == source_.size()) return npos;
    if (source_[close] == '>') return close;
    std::size_t at = from;
    while (true) {
        while (at < source_.size() && (is_html_space(source_[at]) || source_[at] == '/')) ++at;
        if (at >= source_.size()) return npos;
        if (source_[at] == '>') return at;
        read_attribute(source_, at);
    }
}

HtmlToken HtmlTokenizer::tag() {
    const bool closing = source_[position_ + 1] == '/';
    const std::size_t name = position_ + (closing ? 2 : 1);
    std::size_t end = name;
    while (end < source_.size() && !is_html_space(source_[end]) && source_[end] != '/' && source_[end] != '>') ++end;
    const std::size_t close = tag_end(end);
    if (close == npos) {
        text_from_ = position_; // a browser would drop the rest of the page; a checker had better read it
        return next();
    }
    HtmlToken out = token(closing ? HtmlToken::Kind::end_tag : HtmlToken::Kind::start_tag, close + 1);
    out.name = source_.substr(name, end - name);
    out.element = &html_element(out.name);
    if (!closing) {
        out.attributes = source_.substr(end, close - end);
        out.self_closing = out.attributes.ends_with('/');
        if (out.element->raw) raw_ = out.name;
    }
    return out;
}

HtmlToken HtmlTokenizer::raw_text() {
    const std::string_view name = raw_;
    raw_ = {};
    std::size_t end = source_.find("</", position_);
    for (; end != npos; end = source_.find("</", end + 2)) {
        const std::string_view after = source_.substr(end + 2, name.size() + 1);
        if (after.size() <= name.size() || !equal_ignoring_case(after.substr(0, name.size()), name)) continue;
        const char stop = after.back();
        if (is_html_space(stop) || stop == '/' || stop == '>') break;
    }
    if (end == position_) return next();
    return token(HtmlToken::Kind::text, std::min(end, source_.size()));
}

} // namespace statlint
